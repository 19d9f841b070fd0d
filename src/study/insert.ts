import type { Analysis } from "../psychometrics/analysis";
import { makeTable } from "../tables/catalogue";
import { type Flavour, toMarkdown } from "../tables/markdown";
import type { TableOptions } from "../tables/options";
import type { Table } from "../tables/table";
import { codeRegions } from "../manuscript/code-regions";
import type { Edit } from "./edit";
import { beginMarker, endMarker, liveContent, nextTableNumber, sumOf } from "./live-blocks";
import { findPipeTable } from "./pipe-table";

export interface NewTable {
  readonly id: string;
  readonly analysis: Analysis;
  /** the name of the analysis in the study; absent: its first */
  readonly analysisName?: string;
  readonly options?: TableOptions;
  /** `OpenStudy.madeFrom` */
  readonly madeFrom: string;
}

/**
 * Puts a table into a manuscript as a live block: before the line of `offset` where that line is empty or begins there, otherwise after its paragraph; never inside another
 * table, block or code. The edit brings the blank lines that are needed on both sides.
 *
 * @throws ScreeError `unknown-table`, `no-table`
 */
export function insertTable(source: string, offset: number, table: NewTable, flavour: Flavour): Edit {
  return insertBlock(source, offset, liveTable(table, flavour, flavour === "gfm" ? nextTableNumber(source) : undefined, freeLabel(source, table.id)));
}

/** The same for a table that no study keeps up to date: its numbers stand there as they are now. */
export function insertPlainTable(source: string, offset: number, table: Table, flavour: Flavour): Edit {
  const number = flavour === "gfm" ? nextTableNumber(source) : undefined;
  return insertBlock(source, offset, toMarkdown(table, { flavour, number, label: freeLabel(source, table.id) }));
}

function insertBlock(source: string, offset: number, text: string): Edit {
  const eol = source.includes("\r\n") ? "\r\n" : "\n";
  const at = freePlace(source, offset);
  const before = source.slice(0, at);
  const lead = before.trim() === "" || /(?:^|\n)[ \t]*\r?\n$/.test(before.slice(-200)) ? "" : before.endsWith("\n") ? eol : eol + eol;
  const rest = source.slice(at);
  const tail = rest.trim() === "" ? "" : /^[ \t]*\r?\n/.test(rest) ? "" : eol;
  return { range: { start: at, end: at }, newText: `${lead}${text.replace(/\n/g, eol)}${eol}${tail}` };
}

/** A whole live block with its markers, without a final line break. */
export function liveTable({ id, analysis, analysisName, options = {}, madeFrom }: NewTable, flavour: Flavour, number?: number, label?: string): string {
  const prefix = analysisName === undefined ? "" : `${analysisName}:`;
  const text = toMarkdown(makeTable(id, analysis, options), { flavour, number, label, bind: true, prefix });
  const sum = sumOf(findPipeTable(text, { start: 0, end: text.length })!);
  return [beginMarker(id, analysisName, options), text, endMarker(sum, madeFrom)].join("\n\n");
}

/** The start of a line between paragraphs, at or after the offset. */
function freePlace(source: string, offset: number): number {
  const busy = [...codeRegions(source), ...liveContent(source).blocks.map((block) => ({ start: block.begin.start, end: block.end.end }))];
  let at = source.lastIndexOf("\n", offset - 1) + 1;
  const lineAt = (start: number) => source.slice(start, source.indexOf("\n", start) < 0 ? source.length : source.indexOf("\n", start));
  const after = (position: number) => (source.indexOf("\n", position) < 0 ? source.length : source.indexOf("\n", position) + 1);
  const startsParagraph = (position: number) => position === 0 || lineAt(source.lastIndexOf("\n", position - 2) + 1).trim() === "";
  while (at < source.length) {
    const region = busy.find(({ start, end }) => start < at && at < end);
    if (region) at = region.end === 0 || source[region.end - 1] === "\n" ? region.end : after(region.end);
    else if (lineAt(at).trim() === "" || (startsParagraph(at) && at >= offset)) return at;
    else at = after(at);
  }
  // a fence that is never closed swallows what comes after it
  const open = codeRegions(`${source}\n\nx`).find(({ end }) => end > source.length + 2);
  return open ? open.start : source.length;
}

/** "tbl-loadings", or with a number behind it where that is taken. */
function freeLabel(source: string, id: string): string {
  let label = `tbl-${id}`;
  for (let n = 2; source.includes(`{#${label}}`); n++) label = `tbl-${id}-${n}`;
  return label;
}
