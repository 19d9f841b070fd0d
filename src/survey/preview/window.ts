import { type Survey } from "../survey";
import { type CellRange, cellText, firstAtLeast, type Shown, within } from "./cells";

/** The cells of a column in a window, from the window's first row on. */
export interface ColumnWindow {
  readonly texts: readonly string[];
  /** places in `texts` whose code was declared missing, in ascending order */
  readonly declared: readonly number[];
}

/** What a grid shows of a survey at one place: column by column, the part of the window that lies within the table. */
export function windowOf(survey: Survey, range: CellRange, shown: Shown): ColumnWindow[] {
  const { row: first, rows, column, columns } = within(range, { rows: survey.rows, columns: survey.columns.length });
  return survey.columns.slice(column, column + columns).map((one) => {
    const text = cellText(one, shown);
    const declared = one.kind === "numeric" ? (one.declaredMissing ?? []).flatMap(({ rows: all }) => rowsWithin(all, first, rows)) : [];
    return { texts: Array.from({ length: rows }, (_, i) => text(first + i)), declared: declared.sort((a, b) => a - b) };
  });
}

function rowsWithin(all: Uint32Array, first: number, rows: number): number[] {
  const found: number[] = [];
  for (let i = firstAtLeast(all, first); i < all.length && all[i] < first + rows; i++) found.push(all[i] - first);
  return found;
}
