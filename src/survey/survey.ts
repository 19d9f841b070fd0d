import type { Warning } from "../errors";

/**
 * What a column is for. Only items are analysed unless the user says otherwise. `continuous`: a measured quantity, with more than 20 distinct values;
 * `instructed`: an item that only checks attention, which is so where the user says it.
 */
export type ColumnRole = "item" | "continuous" | "identifier" | "group" | "date" | "text" | "constant" | "timing" | "instructed";

interface ColumnBase {
  readonly name: string;
  /** the question, where the file gives one */
  readonly label?: string;
  readonly role: ColumnRole;
  /** why this role, in words a user can check: "312 distinct values" */
  readonly roleReason: string;
  /** rows with no valid answer: system-missing and user-missing together */
  readonly missing: number;
  /** of an instructed item: the answer that was asked for, as the user wrote it */
  readonly instructedAnswer?: string;
}

/** Cells that the file or the user declares missing, by what stood in them. */
export interface DeclaredMissing {
  /** a number, or one of Stata's letters, ".a" to ".z" */
  readonly code: number | string;
  /** what the file calls it: "Refused" */
  readonly label?: string;
  /** the rows that held it, from 0 */
  readonly rows: Uint32Array;
}

/** One byte an answer where the values fit; `sentinel` stands for missing (the type's minimum, or NaN in a Float64Array). */
export interface NumericColumn extends ColumnBase {
  readonly kind: "numeric";
  readonly values: Int8Array | Int16Array | Int32Array | Float64Array;
  readonly sentinel: number;
  readonly valueLabels?: ReadonlyMap<number, string>;
  /** codes that the file or the user declared missing; the cells that held them are missing in `values` */
  readonly userMissing?: readonly number[];
  /** why cells are missing, where there is a reason; cells that are missing without one were empty (system-missing) */
  readonly declaredMissing?: readonly DeclaredMissing[];
  /** the measurement level that the file declares */
  readonly measure?: "nominal" | "ordinal" | "scale";
}

/** Free text, dates, names: kept as written; the empty string is missing. */
export interface TextColumn extends ColumnBase {
  readonly kind: "text";
  readonly values: readonly string[];
}

export type Column = NumericColumn | TextColumn;

/** How the lines of a text file were read: what another program has to be told to read it likewise. */
export interface TextLayout {
  readonly delimiter: string;
  readonly decimalComma: boolean;
  /** a label of the Encoding Standard */
  readonly encoding: string;
  /** lines above the first row of answers */
  readonly lines: number;
  /** a name for every field of a row, of columns that were left out too */
  readonly fields: readonly string[];
  /** the one line above the answers has these names */
  readonly named: boolean;
}

/** A data file read into typed columns of equal length. */
export interface Survey {
  /** the file's name, for titles and messages */
  readonly source: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly warnings: readonly Warning[];
  /** rows of the file above its first row of answers: titles and header; absent where rows are counted without */
  readonly headerRows?: number;
  /** of a delimited file */
  readonly layout?: TextLayout;
  /** where rows were left out (`withoutRows`): which, and of each row that is left its place among all, from 0 */
  readonly excluded?: Exclusion;
}

/** Rows that the user has left out. */
export interface Exclusion {
  /** as the file counts them (`rowNumber`), ascending */
  readonly rows: readonly number[];
  /** the end of the sentence "3 rows were left out …": "by number", "as careless (longstring)" */
  readonly reason: string;
  /** places of the rows that are left, among all of the file, from 0 */
  readonly kept: Int32Array;
  /** the survey with all its rows */
  readonly of: Survey;
}

/** The number that a row bears in its file: a spreadsheet counts the header, SPSS and Stata do not. */
export function rowNumber({ headerRows = 0, excluded }: Survey, row: number): number {
  return (excluded ? excluded.kept[row] : row) + 1 + headerRows;
}

/** The answer in a row, or NaN where there is none. */
export function answer(column: NumericColumn, row: number): number {
  const value = column.values[row];
  return value === column.sentinel ? NaN : value;
}

/** A numeric column as doubles, NaN where missing: what the statistics work on. Length: rows. */
export function answers(column: NumericColumn): Float64Array {
  const out = new Float64Array(column.values.length);
  for (let row = 0; row < out.length; row++) out[row] = answer(column, row);
  return out;
}
