import { parseDocument } from "yaml";
import { type AnswerScale, type GivenRole } from "../survey/given-roles";
import { type Edit } from "./edit";
import { setInStudy } from "./edit-study";

/** A correction of how a study reads its data, as the panel makes it. */
export type ReadingChange =
  /** undefined: as the rules say */
  | { readonly kind: "role"; readonly column: string; readonly role: GivenRole | undefined }
  | { readonly kind: "answers"; readonly column: string; readonly scale: AnswerScale | undefined }
  | { readonly kind: "instructed"; readonly column: string; readonly answer: string | undefined }
  | { readonly kind: "reverse"; readonly items: readonly string[] }
  | { readonly kind: "missing"; readonly codes: readonly (number | string)[] }
  | { readonly kind: "encoding"; readonly encoding: string | undefined }
  | { readonly kind: "delimiter"; readonly delimiter: string | undefined }
  | { readonly kind: "sheet"; readonly sheet: string | undefined }
  | { readonly kind: "exclude"; readonly careless: boolean; readonly rows: readonly number[] }
  | { readonly kind: "careless"; readonly on: boolean };

/**
 * A correction written into `scree.yaml` as one smallest edit: comments and all else stay, and what is empty is taken out again.
 * undefined where the file is not YAML, or says so already.
 */
export function changeReading(source: string, change: ReadingChange): Edit | undefined {
  const edit = editFor(source, change);
  return edit && (edit.range.start !== edit.range.end || edit.newText !== "") ? edit : undefined;
}

function editFor(source: string, change: ReadingChange): Edit | undefined {
  switch (change.kind) {
    case "role":
      return setEntry(source, "columns", change.column, change.role);
    case "answers":
      return setEntry(source, "answers", change.column, change.scale && writtenScale(change.scale));
    case "instructed":
      return setEntry(source, "instructed", change.column, change.answer === undefined ? undefined : numberOrText(change.answer));
    case "reverse":
      return setInStudy(source, ["reverse"], change.items.length > 0 ? change.items : undefined);
    case "missing":
      return setInStudy(source, ["missing-codes"], change.codes.length > 0 ? change.codes : undefined);
    case "exclude": {
      const { careless, rows } = change;
      return setInStudy(source, ["exclude"], careless ? (rows.length > 0 ? { careless, rows } : "careless") : rows.length > 0 ? rows : undefined);
    }
    case "careless":
      return setInStudy(source, ["careless"], change.on ? "on" : undefined);
    case "encoding":
      return setInStudy(source, ["encoding"], change.encoding);
    case "delimiter":
      return setInStudy(source, ["delimiter"], change.delimiter);
    case "sheet":
      return setInStudy(source, ["sheet"], change.sheet);
  }
}

/** An entry of a map; the map goes with its last one. */
function setEntry(source: string, key: string, entry: string, value: unknown): Edit | undefined {
  const map = parseDocument(source).toJS() as Record<string, Record<string, unknown> | undefined> | null;
  if (value !== undefined) return map?.[key] ? setInStudy(source, [key, entry], value) : setInStudy(source, [key], { [entry]: value });
  const others = Object.keys(map?.[key] ?? {}).filter((name) => name !== entry);
  return setInStudy(source, others.length > 0 ? [key, entry] : [key], undefined);
}

/** Words alone where they are numbered 1, 2, 3, …. */
function writtenScale(scale: AnswerScale): unknown {
  return scale.every(({ value }, at) => value === at + 1) ? scale.map(({ word }) => word) : Object.fromEntries(scale.map(({ word, value }) => [word, value]));
}

const numberOrText = (text: string): number | string => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text);
