import { type Column, type DeclaredMissing, type NumericColumn } from "../survey";

/** Numbers as they are coded, or the words that the file gives them. */
export type Shown = "values" | "labels";

/** A rectangle of cells; rows and columns count from 0. */
export interface CellRange {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/** The text of a cell; "" where nothing stands in it. A declared missing code is shown too: that it is there matters more than that it does not count. */
export function cellText(column: Column, shown: Shown): (row: number) => string {
  if (column.kind === "text") return (row) => column.values[row];
  const { values, sentinel } = column;
  const print = numberText(column, shown);
  const missing = missingText(column, shown);
  return (row) => {
    const value = values[row];
    return value === sentinel || value !== value ? missing(row) : print(value);
  };
}

/** A value as it stands, or its label where it has one. */
export function numberText({ valueLabels }: NumericColumn, shown: Shown): (value: number) => string {
  if (shown === "values" || !valueLabels) return String;
  return (value) => valueLabels.get(value) ?? String(value);
}

/** The code that was declared missing in a row, or its label; "" where the cell was empty. */
export function missingText({ declaredMissing }: NumericColumn, shown: Shown): (row: number) => string {
  if (!declaredMissing?.length) return () => "";
  return (row) => {
    const found = declaredMissing.find(({ rows }) => rows[firstAtLeast(rows, row)] === row);
    return found ? codeText(found, shown) : "";
  };
}

export const codeText = ({ code, label }: DeclaredMissing, shown: Shown): string => (shown === "labels" && label ? label : String(code));

/** The place of the first element that is not below `value`; the length where all are. */
export function firstAtLeast(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of a range that lies within the table. */
export function within({ row, rows, column, columns }: CellRange, all: { readonly rows: number; readonly columns: number }): CellRange {
  const firstRow = Math.min(Math.max(0, row), all.rows);
  const firstColumn = Math.min(Math.max(0, column), all.columns);
  return {
    row: firstRow,
    rows: Math.max(0, Math.min(row + rows, all.rows) - firstRow),
    column: firstColumn,
    columns: Math.max(0, Math.min(column + columns, all.columns) - firstColumn),
  };
}
