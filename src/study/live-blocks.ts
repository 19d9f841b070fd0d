import type { Range } from "../manuscript/mapped";
import { nearestName } from "../psychometrics/selection";
import { isTableId, tableKinds } from "../tables/catalogue";
import type { TableOptions } from "../tables/options";
import { Hash } from "./hash";
import { type Marker, type MarkerProblem, readMarkers } from "./markers";
import { canonical, findPipeTable, isNumeric, type PipeTable } from "./pipe-table";

/** A table that Scree keeps up to date, between its two markers. */
export interface LiveBlock {
  /** which table: "loadings" */
  readonly id: string;
  /** the analysis it is made from; absent: the study's first */
  readonly analysis?: string;
  readonly options: TableOptions;
  readonly begin: Range;
  readonly end: Range;
  /** between the markers' lines */
  readonly body: Range;
  /** absent in a block that was never filled */
  readonly table?: PipeTable;
  /** as the end marker says: hashes of the numbers as Scree wrote them, and of what they were made from */
  readonly sum?: string;
  readonly madeFrom?: string;
  /** what reworded rows are about: the hash of the label → the row's key */
  readonly rows: ReadonlyMap<string, string>;
}

/** A number in the prose that Scree keeps up to date: `.81<!-- scree:v alpha.agreeableness -->`. */
export interface BoundMarker {
  /** "alpha.agreeableness", or "short:alpha.agreeableness" of another analysis than the first */
  readonly key: string;
  /** of the marker */
  readonly range: Range;
}

export interface LiveContent {
  readonly blocks: readonly LiveBlock[];
  readonly bound: readonly BoundMarker[];
  /** markers that cannot be read or paired; a block with a problem is not among `blocks` */
  readonly problems: readonly MarkerProblem[];
}

/** All live tables and bound numbers of a manuscript. Markers in code are text. */
export function liveContent(source: string): LiveContent {
  const { markers, problems: unreadable } = readMarkers(source);
  const problems = [...unreadable];
  const blocks: LiveBlock[] = [];
  const bound: BoundMarker[] = [];
  let open: Marker | undefined;

  for (const marker of markers) {
    if (marker.kind === "v") {
      const [key, ...rest] = marker.words;
      if (key && rest.length === 0) bound.push({ key, range: marker.range });
      else problems.push({ code: "no-key", message: "A bound number names one value.", hint: "Write <!-- scree:v alpha.all -->.", range: marker.range });
      continue;
    }
    if (!marker.ownLine) {
      problems.push({
        code: "marker-not-alone",
        message: `The marker scree:${marker.kind} shares its line with other text.`,
        hint: "Give it a line of its own with blank lines around it.",
        range: marker.range,
      });
    }
    if (marker.kind === "begin") {
      if (open) problems.push(unpaired(open));
      open = marker;
    } else if (open) {
      const found = blockOf(source, open, marker);
      if ("id" in found) blocks.push(found);
      else problems.push(found);
      open = undefined;
    } else {
      problems.push(unpaired(marker));
    }
  }
  if (open) problems.push(unpaired(open));
  return { blocks, bound, problems: problems.sort((a, b) => a.range.start - b.range.start) };
}

function unpaired({ kind, words, range }: Marker): MarkerProblem {
  return kind === "begin"
    ? {
        code: "unpaired-marker",
        message: `The live table "${words[0] ?? ""}" begins here but never ends.`,
        hint: "Add <!-- scree:end --> after the table, or remove this marker.",
        range,
      }
    : {
        code: "unpaired-marker",
        message: "A live table ends here that never began.",
        hint: "Add <!-- scree:begin TABLE --> before the table, or remove this marker.",
        range,
      };
}

function blockOf(source: string, begin: Marker, end: Marker): LiveBlock | MarkerProblem {
  const [id, ...extra] = begin.words;
  if (id === undefined || extra.length > 0 || !isTableId(id)) return unknownTable(begin);
  const options = optionsOf(begin);
  if ("message" in options) return options;

  const firstLine = source.indexOf("\n", begin.range.end) + 1;
  const body = {
    start: firstLine > 0 && firstLine <= end.range.start ? firstLine : begin.range.end,
    end: Math.max(begin.range.end, source.lastIndexOf("\n", end.range.start - 1) + 1),
  };
  const table = findPipeTable(source, body);
  if (!table && source.slice(body.start, body.end).trim() !== "") {
    const message = `There is no table between the markers of the live table "${id}".`;
    return { code: "malformed-block", message, hint: "Empty the lines between the markers and refresh, or remove both markers.", range: begin.range };
  }
  return {
    id,
    ...options,
    begin: begin.range,
    end: end.range,
    body,
    table,
    sum: end.options.get("sum"),
    madeFrom: end.options.get("in"),
    rows: recordedRows(end.options.get("rows")),
  };
}

function unknownTable({ words, range }: Marker): MarkerProblem {
  const ids = tableKinds.map((kind) => kind.id);
  if (words.length > 1)
    return {
      code: "unknown-option",
      message: `"${words[1]}" in this marker means nothing.`,
      hint: "After the table's name only options such as decimals=3 may stand.",
      range,
    };
  const near = words[0] === undefined ? undefined : nearestName(words[0], ids);
  const message = words[0] === undefined ? "This marker names no table." : `There is no live table "${words[0]}".`;
  return { code: "unknown-table", message, hint: near ? `Did you mean "${near}"?` : `The tables are ${ids.join(", ")}.`, range };
}

/** An option without effect is a mistake that would stay unseen: `scale=Staff` on a table of all items. */
const optionsOfTable = (id: string): readonly string[] => ["analysis", ...(tableKinds.find((kind) => kind.id === id)?.options ?? [])];

const readers: Readonly<Record<string, ((text: string) => Partial<Mutable<TableOptions & { analysis: string }>> | undefined) | undefined>> = {
  analysis: (text) => ({ analysis: text }),
  decimals: (text) => (/^[0-6]$/.test(text) ? { decimals: Number(text) } : undefined),
  hide: (text) => limit(text, (hide) => ({ hide })),
  salient: (text) => limit(text, (salient) => ({ salient })),
  labels: (text) => (/^(true|false)$/.test(text) ? { labels: text === "true" } : undefined),
  basis: (text) => (/^(true|false)$/.test(text) ? { basis: text === "true" } : undefined),
  sort: (text) => (/^(true|false)$/.test(text) ? { sort: text === "true" } : undefined),
  rows: (text) => (text === "all" || text === "retained" ? { rows: text } : undefined),
  scale: (text) => ({ scale: decodeURIComponentSafe(text) }),
};

function optionsOf(begin: Marker): { analysis?: string; options: TableOptions } | MarkerProblem {
  const all: Partial<Mutable<TableOptions & { analysis: string }>> = {};
  const usable = optionsOfTable(begin.words[0]);
  for (const [name, text] of begin.options) {
    const read = readers[name];
    if (!read || !usable.includes(name)) {
      const near = read ? undefined : nearestName(name, usable);
      return {
        code: "unknown-option",
        message: read ? `The live table "${begin.words[0]}" has no use for the option "${name}".` : `A live table has no option "${name}".`,
        hint: near ? `Did you mean "${near}"?` : `Its options are ${usable.join(", ")}.`,
        range: begin.range,
      };
    }
    const value = read(text);
    if (!value) return { code: "bad-option", message: `"${name}=${text}" is not possible.`, hint: optionHints[name] ?? "", range: begin.range };
    Object.assign(all, value);
  }
  const { analysis, ...options } = all;
  return { ...(analysis === undefined ? {} : { analysis }), options };
}

const optionHints: Record<string, string> = {
  decimals: "decimals is a number from 0 to 6.",
  hide: "hide is a number from 0 to 1.",
  salient: "salient is a number from 0 to 1.",
  labels: "labels is true or false.",
  basis: "basis is true or false.",
  sort: "sort is true or false.",
  rows: "rows is all or retained.",
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function limit<T>(text: string, make: (value: number) => T): T | undefined {
  const value = /^\d?\.?\d{0,4}$/.test(text) && /\d/.test(text) ? Number(text) : NaN;
  return value >= 0 && value <= 1 ? make(value) : undefined;
}

/** A scale's name in a marker has its spaces written as %20. */
function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How a begin marker is written. */
export function beginMarker(id: string, analysis: string | undefined, options: TableOptions): string {
  const words = Object.entries({ analysis, ...options }).filter(([, value]) => value !== undefined);
  return `<!-- ${["scree:begin", id, ...words.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)].join(" ")} -->`;
}

/** How an end marker is written. `rows` tells reworded rows apart once the numbers have changed: `rows=Q3.x8Kd,Q6.0fPa`, key and hash of the label. */
export function endMarker(sum: string, madeFrom: string, rows: readonly { readonly key: string; readonly label: string }[] = []): string {
  const recorded = rows.map(({ key, label }) => `${encodeURIComponent(key)}.${labelHash(label)}`);
  return `<!-- scree:end sum=${sum} in=${madeFrom}${recorded.length > 0 ? ` rows=${recorded.join(",")}` : ""} -->`;
}

export const labelHash = (label: string): string => new Hash().text(canonical(label).toLowerCase()).print(4);

function recordedRows(text = ""): ReadonlyMap<string, string> {
  return new Map(
    text
      .split(",")
      .filter((entry) => entry.includes("."))
      .map((entry) => [entry.slice(entry.lastIndexOf(".") + 1), decodeURIComponentSafe(entry.slice(0, entry.lastIndexOf(".")))]),
  );
}

/**
 * The hash of a table's numbers: row by row the cells that hold numbers, without dressing, the rows in the order of their text. The first column, words, padding and
 * the order of rows are the author's and change nothing; one changed, added or removed digit does.
 */
export function sumOf(table: PipeTable): string {
  const rows = table.rows.map((row) =>
    row
      .slice(1)
      .map((cell) => cell.text)
      .filter(isNumeric)
      .map(canonical)
      .join("\u001f"),
  );
  const hash = new Hash();
  for (const row of rows.filter((text) => text !== "").sort()) hash.text(row);
  return hash.print();
}

/** One more than the highest "**Table N**". */
export function nextTableNumber(source: string): number {
  const numbers = [...source.matchAll(/\*\*Table (\d{1,4})\b/g)].map((match) => Number(match[1]));
  return Math.max(0, ...numbers) + 1;
}
