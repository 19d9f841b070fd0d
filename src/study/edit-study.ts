import { parseDocument } from "yaml";
import { type Edit, smallestEdit } from "./edit";

/**
 * Sets a value of `scree.yaml`, such as `["analyses", "main", "rotation"]`; undefined removes it. Comments and the order of keys stay.
 * The result is one edit; where the file is not YAML, nothing is changed.
 */
export function setInStudy(source: string, path: readonly string[], value: unknown): Edit | undefined {
  const document = parseDocument(source);
  if (document.errors.length > 0) return undefined;
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value, { flow: Array.isArray(value) }));
  return smallestEdit(source, document.toString({ lineWidth: 0, flowCollectionPadding: !/\{\S/.test(source) }));
}
