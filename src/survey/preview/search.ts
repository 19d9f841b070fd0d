import { pause } from "../pause";
import { type Column, type NumericColumn, type Survey } from "../survey";
import { codeText, firstAtLeast, numberText, type Shown } from "./cells";

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Search {
  readonly text: string;
  readonly shown: Shown;
  /** the search begins behind this cell (before it where it goes backward) */
  readonly from: Place;
  readonly backward: boolean;
  /** only in the column of `from` */
  readonly oneColumn: boolean;
}

export interface Found extends Place {
  /** the search went past the end, and on from the other */
  readonly wrapped: boolean;
}

const rowsAtOnce = 8192;

/**
 * The next cell whose text contains what is looked for, in any case, row by row from left to right; past the end it goes on from the start, and the cell that it
 * began at is the last that it looks at. undefined where there is none.
 */
export async function findCell(survey: Survey, search: Search, signal?: AbortSignal): Promise<Found | undefined> {
  const wanted = search.text.toLowerCase();
  if (wanted === "" || survey.rows === 0 || survey.columns.length === 0) return undefined;
  const { backward } = search;
  // a file that was read again meanwhile may have become smaller
  const from = { row: Math.min(search.from.row, survey.rows - 1), column: Math.min(search.from.column, survey.columns.length - 1) };
  const scans = new Map<number, Scan>();
  for (const c of search.oneColumn ? [from.column] : survey.columns.keys()) {
    const scan = scanOf(survey.columns[c], wanted, search.shown);
    if (scan) scans.set(c, scan);
  }
  const order = backward ? [...scans.keys()].reverse() : [...scans.keys()];
  const rest = order.filter((c) => (backward ? c < from.column : c > from.column));
  const upTo = order.filter((c) => (backward ? c >= from.column : c <= from.column));

  const inRow = (row: number, some: readonly number[]) => some.find((c) => scans.get(c)!(row, row, 1) >= 0);
  const sameRow = inRow(from.row, rest);
  if (sameRow !== undefined) return { row: from.row, column: sameRow, wrapped: false };
  const last = survey.rows - 1;
  const ahead = backward ? [from.row - 1, 0] : [from.row + 1, last];
  const behind = backward ? [last, from.row + 1] : [0, from.row - 1];
  for (const [[start, end], wrapped] of [
    [ahead, false],
    [behind, true],
  ] as const) {
    const found = await firstInRows(order, scans, start, end, backward, signal);
    if (found) return { ...found, wrapped };
  }
  const own = inRow(from.row, upTo);
  return own === undefined ? undefined : { row: from.row, column: own, wrapped: true };
}

/** The first row that matches from `start` to `end`, both included, in steps of 1 or −1; −1 where none does. */
type Scan = (start: number, end: number, step: number) => number;

/** Block by block: within one, column after column, each no further than the best place so far. */
async function firstInRows(
  order: readonly number[],
  scans: ReadonlyMap<number, Scan>,
  start: number,
  end: number,
  backward: boolean,
  signal?: AbortSignal,
): Promise<Place | undefined> {
  const step = backward ? -1 : 1;
  const within = (row: number, limit: number) => (backward ? row >= limit : row <= limit);
  for (let block = start, blocks = 0; within(block, end); block += step * rowsAtOnce) {
    const blockEnd = backward ? Math.max(end, block - rowsAtOnce + 1) : Math.min(end, block + rowsAtOnce - 1);
    let best: Place | undefined;
    for (const column of order) {
      const limit = best ? best.row - step : blockEnd;
      const row = within(block, limit) ? scans.get(column)!(block, limit, step) : -1;
      if (row >= 0) best = { row, column };
    }
    if (best) return best;
    if (++blocks % 4 === 0) await pause();
    signal?.throwIfAborted();
  }
  return undefined;
}

const mostRemembered = 100_000;

/** undefined for a column in which nothing can match. */
function scanOf(column: Column, wanted: string, shown: Shown): Scan | undefined {
  const contains = (text: string) => text.toLowerCase().includes(wanted);
  if (column.kind === "text") return textScan(column.values, contains);
  const missing = missingMatcher(column, contains, shown);
  const { values, sentinel } = column;
  const print = numberText(column, shown);
  if (values instanceof Int8Array) {
    const table = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte - 128 !== sentinel && contains(print(byte - 128))));
    if (missing) table[sentinel + 128] = 1;
    return table.includes(1) ? byteScan(values, table, missing && { sentinel, matches: missing }) : undefined;
  }
  const known = new Map<number, boolean>();
  return (start, end, step) => {
    for (let row = start; row !== end + step; row += step) {
      const value = values[row];
      if (value === sentinel || value !== value) {
        if (missing?.(row)) return row;
        continue;
      }
      let found = known.get(value);
      if (found === undefined) {
        found = contains(print(value));
        if (known.size < mostRemembered) known.set(value, found);
      }
      if (found) return row;
    }
    return -1;
  };
}

const textScan =
  (values: readonly string[], contains: (text: string) => boolean): Scan =>
  (start, end, step) => {
    for (let row = start; row !== end + step; row += step) if (contains(values[row])) return row;
    return -1;
  };

/** `table` says of each byte, −128 first, whether it matches. */
const byteScan =
  (values: Int8Array, table: Uint8Array, missing?: { readonly sentinel: number; matches(row: number): boolean }): Scan =>
  (start, end, step) => {
    for (let row = start; row !== end + step; row += step) {
      if (table[values[row] + 128] === 1 && (!missing || values[row] !== missing.sentinel || missing.matches(row))) return row;
    }
    return -1;
  };

/** Whether a missing cell shows a code that is looked for; undefined where none is. */
function missingMatcher({ declaredMissing }: NumericColumn, contains: (text: string) => boolean, shown: Shown): ((row: number) => boolean) | undefined {
  const matching = (declaredMissing ?? []).filter((declared) => contains(codeText(declared, shown)));
  return matching.length === 0 ? undefined : (row) => matching.some(({ rows }) => rows[firstAtLeast(rows, row)] === row);
}
