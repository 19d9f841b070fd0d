import type { BlockKind } from "./manuscript";
import type { Mapped, Range } from "./mapped";

/** What a format's reader makes of its source, before captions, notes and sections are put together (assemble.ts). */
export type RawBlock = RawProse | RawTable;

export interface RawProse {
  readonly kind: Exclude<BlockKind, "caption" | "note" | "reference"> | "caption";
  readonly text: Mapped;
  readonly range: Range;
  readonly level?: number;
  readonly marker?: string;
  readonly depth?: number;
  /** of a caption: the cross-reference id, and whether it stands before or after its table */
  readonly id?: string;
}

export interface RawTable {
  readonly kind: "table";
  /** rows of cells, spanning cells repeated */
  readonly rows: readonly RawRow[];
  /** how many of the rows are header, where the format says so */
  readonly headerRows?: number;
  readonly caption?: Mapped;
  /** notes that the format puts within the table */
  readonly notes?: readonly Mapped[];
  /** the number a format gives a table without printing it (LaTeX) */
  readonly number?: string;
  readonly id?: string;
  /** put together from broken words and numbers by their position on a page */
  readonly unsure?: boolean;
  readonly range: Range;
}

export interface RawRow {
  readonly cells: readonly RawCell[];
  readonly range: Range;
}

export interface RawCell {
  readonly mapped: Mapped;
  readonly range: Range;
}

/** A line of the source without its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a stretch of the source. */
export function linesOf(source: string, from = 0, to = source.length): Line[] {
  const out: Line[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const c = i < to ? source.charCodeAt(i) : 10;
    if (c !== 10 && c !== 13) continue;
    if (i < to || i > start) out.push({ start, end: i, text: source.slice(start, i) });
    if (c === 13 && source.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  return out;
}
