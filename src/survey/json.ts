import { ScreeError } from "../errors";
import { type Cell, columnOfCells } from "./cells";
import { type DraftSurvey } from "./draft";
import { toUtf8 } from "./encoding";
import { jsonErrorAt } from "./json-place";
import { distinctNames } from "./names";
import { draftOfRows } from "./sheet-table";

export interface JsonOptions {
  readonly name: string;
  readonly encoding?: string;
}

const expected = 'JSON with answers is a list of objects, one a respondent ([{"Q1": 5, …}, …]), one object a line, or an object of equally long lists.';

/**
 * JSON: a list of objects (a respondent each), a list of lists (the first row is the header), an object of lists (a column each),
 * the same under one key such as "data", or JSON lines.
 *
 * @throws ScreeError `invalid-json` with its line and column, `unknown-json-layout`, `header-only`
 */
export async function readJson(bytes: Uint8Array, options: JsonOptions): Promise<DraftSurvey> {
  const source = options.name;
  const utf8 = toUtf8(bytes, source, options.encoding);
  const text = new TextDecoder().decode(utf8.bytes.subarray(utf8.start));
  const draft = draftOf(parse(text, source), source);
  return { ...draft, warnings: [...utf8.warnings, ...draft.warnings] };
}

function parse(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = jsonLines(text, source);
    if (lines) return lines;
    throw invalid(source, text, jsonErrorAt(text));
  }
}

/** One JSON value a line, where the first line is one. */
function jsonLines(text: string, source: string): unknown[] | undefined {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0 || lines.length - first < 2) return undefined;
  const values: unknown[] = [];
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== "") {
      try {
        values.push(JSON.parse(line));
      } catch {
        if (index === first) return undefined;
        throw invalid(source, text, offset + jsonErrorAt(line));
      }
    }
    offset += line.length + 1;
  }
  return values;
}

function invalid(source: string, text: string, at: number): ScreeError {
  const before = text.slice(0, at).split("\n");
  const line = before.length;
  const column = before[line - 1].length + 1;
  return new ScreeError("invalid-json", `${source}, line ${line}, column ${column}: this is not valid JSON.`, {
    hint: text.slice(at).trim() === "" ? "The file is cut off: export or download it again." : expected,
    data: { file: source, line, column },
  });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function draftOf(value: unknown, source: string): DraftSurvey {
  if (Array.isArray(value)) {
    if (value.length === 0)
      throw new ScreeError("empty-file", `${source} is an empty list.`, { hint: "Export the survey again with its responses.", data: { file: source } });
    if (value.every(isObject)) return ofObjects(value, source);
    if (value.every(Array.isArray))
      return draftOfRows(
        value.map((row: unknown[]) => row.map(cellOf)),
        source,
      );
  } else if (isObject(value)) {
    const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
    if (lists.length === 1 && (lists[0][1].every(isObject) || lists[0][1].every(Array.isArray))) return draftOf(lists[0][1], source);
    if (lists.length > 1 && lists.every(([, list]) => list.length === lists[0][1].length)) return ofLists(lists, source);
  }
  throw new ScreeError("unknown-json-layout", `${source} is JSON, but no table of answers.`, { hint: expected, data: { file: source } });
}

function ofObjects(objects: readonly Record<string, unknown>[], source: string): DraftSurvey {
  const cells = new Map<string, Cell[]>();
  objects.forEach((object, row) => {
    for (const [key, value] of Object.entries(object)) {
      let column = cells.get(key);
      if (!column) cells.set(key, (column = new Array<Cell>(objects.length).fill(null)));
      column[row] = cellOf(value);
    }
  });
  return ofLists([...cells], source);
}

function ofLists(lists: readonly (readonly [string, readonly unknown[]])[], source: string): DraftSurvey {
  const rows = lists[0]?.[1].length ?? 0;
  if (rows === 0)
    throw new ScreeError("header-only", `${source} has no rows of answers.`, { hint: "Export the survey again with its responses.", data: { file: source } });
  const { names, warnings } = distinctNames(
    lists.map(([name]) => name),
    source,
  );
  return { source, rows, columns: lists.map(([, values], c) => columnOfCells(names[c], values.map(cellOf))), warnings };
}

function cellOf(value: unknown): Cell {
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return value as Cell;
}
