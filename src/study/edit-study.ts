import { type Document, isNode, parseDocument, visit } from "yaml";
import { type Edit, smallestEdit } from "./edit";

/**
 * Sets a value of `scree.yaml`, such as `["analyses", "main", "rotation"]`; undefined removes it. Comments, the order of keys and the way that other lines are
 * written stay. The result is one edit; where the file is not YAML, nothing is changed.
 */
export function setInStudy(source: string, path: readonly string[], value: unknown): Edit | undefined {
  const document = parseDocument(source);
  if (document.errors.length > 0) return undefined;
  const print = () => document.toString({ lineWidth: 0, flowCollectionPadding: !/\{\S/.test(source) });
  const before = print();
  if (value === undefined) document.deleteIn(path);
  else {
    const old = document.getIn(path, true);
    const node = document.createNode(value);
    visit(node, { Seq: (_, list) => void (list.flow = true) });
    if (isNode(old)) [node.comment, node.commentBefore] = [old.comment, old.commentBefore];
    document.setIn(path, node);
  }
  return smallestEdit(source, inOwnWords(source, before, print(), document));
}

/** The lines that changed, among those of the author: a printer has its own way with blanks and quotes, which the others need not follow. */
function inOwnWords(source: string, before: string, after: string, document: Document): string {
  const eol = source.includes("\r\n") ? "\r\n" : "\n";
  const [own, was, is] = [source, before, after].map((text) => text.split(/\r?\n/));
  if (own.at(-1) !== "") own.push(""); // the printer ends the last line
  if (own.length !== was.length) return after;
  let start = 0;
  while (start < Math.min(was.length, is.length) && was[start] === is[start]) start++;
  let end = 0;
  while (end < Math.min(was.length, is.length) - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end++;
  const text = [...own.slice(0, start), ...is.slice(start, is.length - end), ...own.slice(own.length - end)].join(eol);
  const read = parseDocument(text);
  const isSame = read.errors.length === 0 && JSON.stringify(read.toJS()) === JSON.stringify(document.toJS());
  return isSame ? text : after;
}
