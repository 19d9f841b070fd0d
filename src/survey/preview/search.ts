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
  const { from, backward } = search;
  const columns = search.oneColumn ? [from.column] : survey.columns.map((_, c) => c);
  const matches = new Map(columns.map((c) => [c, matcher(survey.columns[c], wanted, search.shown)]));
  const order = backward ? [...columns].reverse() : columns;
  const rest = order.filter((c) => (backward ? c < from.column : c > from.column));
  const upTo = order.filter((c) => (backward ? c >= from.column : c <= from.column));

  const inRow = (row: number, some: readonly number[]) => some.find((c) => matches.get(c)!(row));
  const sameRow = inRow(from.row, rest);
  if (sameRow !== undefined) return { row: from.row, column: sameRow, wrapped: false };
  const last = survey.rows - 1;
  const ahead = backward ? [from.row - 1, 0] : [from.row + 1, last];
  const behind = backward ? [last, from.row + 1] : [0, from.row - 1];
  for (const [[start, end], wrapped] of [
    [ahead, false],
    [behind, true],
  ] as const) {
    const found = await firstInRows(order, matches, start, end, backward, signal);
    if (found) return { ...found, wrapped };
  }
  const own = inRow(from.row, upTo);
  return own === undefined ? undefined : { row: from.row, column: own, wrapped: true };
}

type Matches = ReadonlyMap<number, (row: number) => boolean>;

/** Block by block: within one, column after column, each no further than the best place so far. */
async function firstInRows(
  order: readonly number[],
  matches: Matches,
  start: number,
  end: number,
  backward: boolean,
  signal?: AbortSignal,
): Promise<Place | undefined> {
  const step = backward ? -1 : 1;
  const before = (row: number, limit: number) => (backward ? row >= limit : row <= limit);
  for (let block = start, blocks = 0; before(block, end); block += step * rowsAtOnce) {
    const blockEnd = backward ? Math.max(end, block - rowsAtOnce + 1) : Math.min(end, block + rowsAtOnce - 1);
    let best: Place | undefined;
    for (const column of order) {
      const match = matches.get(column)!;
      const limit = best ? best.row - step : blockEnd;
      for (let row = block; before(row, limit); row += step) {
        if (!match(row)) continue;
        best = { row, column };
        break;
      }
    }
    if (best) return best;
    if (++blocks % 4 === 0) await pause();
    signal?.throwIfAborted();
  }
  return undefined;
}

const mostRemembered = 100_000;

function matcher(column: Column, wanted: string, shown: Shown): (row: number) => boolean {
  const contains = (text: string) => text.toLowerCase().includes(wanted);
  if (column.kind === "text") return (row) => contains(column.values[row]);
  const { values, sentinel } = column;
  const print = numberText(column, shown);
  const missing = missingMatcher(column, contains, shown);
  if (values instanceof Int8Array) {
    const table = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte - 128 !== sentinel && contains(print(byte - 128))));
    return missing ? (row) => (values[row] === sentinel ? missing(row) : table[values[row] + 128] === 1) : (row) => table[values[row] + 128] === 1;
  }
  const known = new Map<number, boolean>();
  return (row) => {
    const value = values[row];
    if (value === sentinel || value !== value) return missing?.(row) ?? false;
    let found = known.get(value);
    if (found === undefined) {
      found = contains(print(value));
      if (known.size < mostRemembered) known.set(value, found);
    }
    return found;
  };
}

/** Whether a missing cell shows a code that is looked for; undefined where none is. */
function missingMatcher({ declaredMissing }: NumericColumn, contains: (text: string) => boolean, shown: Shown): ((row: number) => boolean) | undefined {
  const matching = (declaredMissing ?? []).filter((declared) => contains(codeText(declared, shown)));
  return matching.length === 0 ? undefined : (row) => matching.some(({ rows }) => rows[firstAtLeast(rows, row)] === row);
}
