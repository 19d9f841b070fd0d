import type { ManuscriptTable, TableRow } from "../manuscript/manuscript";
import { headerOf } from "../manuscript/manuscript";
import { type Reported, soleNumber } from "./number";
import type { ClaimBase } from "./claim";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { isCorrelationRow } from "./stacked-correlation";

export interface MatrixCell {
  readonly value: Reported;
  /** stars printed behind it */
  readonly stars: string;
}

/** A table of correlations between the same variables in rows and columns; cells that are empty or hold a dash are undefined. */
export interface CorrelationMatrix extends ClaimBase<"correlation-matrix"> {
  readonly names: readonly string[];
  /** p × p, as printed: [row][column] */
  readonly cells: readonly (readonly (MatrixCell | undefined)[])[];
  /** the caption or header says that it holds correlations (not, say, distances) */
  readonly named: boolean;
  /** the words around it: caption and notes */
  readonly words: string;
}

/** Correlation matrices, whole or triangular, with the variables numbered ("1", "2") or named in the header; columns for M, SD or α before them are passed over. */
const recogniser: Recogniser = {
  name: "correlation-matrix",
  table(table, context) {
    const found = matrixOf(table, context);
    return found ? [found] : [];
  },
};

export default recogniser;

const correlation = /corr?el|korrel|intercorr|\bPearson\b|Zusammenhänge/i;
const other =
  /covarian|kovarian|distance|\bHTMT\b|heterotrait|loading|ladung|transition|confusion|polychoric residual|factor structure|structure matrix|cross-?lagged|\bp[- ]values?\b(?! ?[<>])/i;

function matrixOf(table: ManuscriptTable, context: RecogniserContext): CorrelationMatrix | undefined {
  const words = [table.caption?.text ?? "", ...table.notes.map((n) => n.text), ...table.header.flatMap((row) => row.cells.map((c) => c.text))].join(" ");
  if (other.test(table.caption?.text ?? "") || table.rows.length < 2 || table.width < 3) return undefined;
  const stacked = table.rows.some((row) => isCorrelationRow(table, row));
  const rows = table.rows.filter((row) => !row.heading && (!stacked || isCorrelationRow(table, row)));
  const columns = matchColumns(table, rows);
  if (!columns) return undefined;
  const size = columns.length;
  const used = rows.slice(0, size);
  const cells = used.map((row) => columns.map((column) => cellOf(row, column, context)));
  const filled = cells.flat().filter((c): c is MatrixCell => c !== undefined);
  const named = correlation.test(words);
  if (filled.length < (size * (size - 1)) / 2 || filled.filter((c) => Math.abs(c.value.value) > 1).length > Math.max(1, filled.length / 4)) return undefined;
  const ones = cells.filter((row, i) => row[i] && row[i].value.value === 1).length;
  if (!named && ones < size) return undefined;
  return {
    kind: "correlation-matrix",
    names: used.map((row) => row.cells[0].text.replace(/^\d{1,2}[.)]?\s*/, "")),
    cells,
    named,
    words,
    text: table.caption?.text ?? "a matrix of correlations",
    range: table.range,
    place: context.place({ table }),
    values: { variables: size },
  };
}

/** The columns that stand for the rows, in their order: headed by their numbers or names. The last variable may have no column. */
function matchColumns(table: ManuscriptTable, rows: readonly TableRow[]): number[] | undefined {
  const numbered: number[] = [];
  for (let column = 1, next = 1; column < table.width; column++) {
    if (headerOf(table, column).replace(/[().\s]/g, "") === String(next)) {
      numbered.push(column);
      next++;
    }
  }
  const enough = (n: number) => n >= 2 && (n === rows.length || n === rows.length - 1 || (n >= 3 && n <= rows.length));
  if (enough(numbered.length)) {
    const labels = rows.slice(0, numbered.length).map((row) => row.cells[0].text);
    if (labels.every((label, i) => new RegExp(`^\\(?${i + 1}[.)\\s]`).test(label + " ")) || rows.length - numbered.length <= 1)
      return withoutTail(numbered, rows);
  }
  const key = (text: string) =>
    text
      .toLowerCase()
      .replace(/^\d{1,2}[.)]\s*/, "")
      .replace(/[^\p{L}\p{N}]/gu, "");
  const names = rows.map((row) => key(row.cells[0].text));
  const columns: number[] = [];
  for (let column = 1, next = 0; column < table.width && next < names.length; column++) {
    const head = key(headerOf(table, column));
    if (head !== "" && head === names[next]) {
      columns.push(column);
      next++;
    }
  }
  return columns.length >= 2 && columns.length >= names.length - 1 ? columns : undefined;
}

function withoutTail(columns: number[], rows: readonly TableRow[]): number[] {
  return columns.slice(0, rows.length);
}

function cellOf(row: TableRow, column: number, context: RecogniserContext): MatrixCell | undefined {
  const cell = row.cells[column];
  const value = cell && soleNumber(cell.mapped, context.decimal);
  if (!value || value.percent) return undefined;
  return { value, stars: /^\s?([*†]+)/.exec(cell.text.slice(value.end))?.[1] ?? "" };
}
