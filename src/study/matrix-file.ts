import { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";
import type { PublishedMatrix } from "../psychometrics/published-matrix";
import { toUtf8 } from "../survey/encoding";
import { numberOf } from "../survey/number-text";

/**
 * A published correlation matrix from delimited text: square, or one triangle of it, with item names as a header row, a first column or both; without any, the items are called V1, V2, ….
 * A blank or dashed diagonal stands for 1.
 *
 * @param n the number of respondents behind it
 * @throws ScreeError `empty-file`, `not-a-correlation-matrix`, with the row
 */
export function readMatrixFile(bytes: Uint8Array, name: string, n: number): PublishedMatrix {
  const text = toUtf8(bytes, name);
  const source = new TextDecoder().decode(text.bytes.subarray(text.start));
  const delimiter = ["\t", ";", "|", ","].find((sign) => source.includes(sign)) ?? /[ \u00a0]+/;
  const lines = source.split(/\r\n|\n|\r/);
  const records = lines
    .map((line, at) => ({ cells: line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")), line: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (records.length === 0)
    throw new ScreeError("empty-file", `${name} is empty.`, {
      hint: "Give a square or triangular table of correlations with item names.",
      data: { file: name },
    });

  const header = records[0].cells.every((cell) => cell === "" || !isEntry(cell)) ? records.shift()!.cells : undefined;
  const namedRows = records.length > 0 && records.every(({ cells }) => cells[0] !== "" && !isEntry(cells[0]));
  const rows = namedRows ? records.map(({ cells }) => cells[0]) : undefined;
  const unnamed = header === undefined && rows === undefined;
  const items = unnamed ? records.map((_, i) => `V${i + 1}`) : (rows ?? header?.filter((cell) => cell !== "") ?? []);
  const values = records.map(({ cells, line }) => ({ line, cells: cells.slice(namedRows ? 1 : 0) }));
  if (items.length === 0) throw bad(name, records[0].line, "there are no item names", "Name the items in the first row or the first column.");
  if (values.length !== items.length)
    throw bad(name, values.at(-1)?.line ?? 1, `${items.length} items are named, but there are ${values.length} rows of correlations`, "Give one row an item.");
  return { R: filled(values, items, name), items, n, source: name };
}

type Row = { readonly line: number; readonly cells: readonly string[] };

/** Each pair from the triangle that has it; where both have it they must agree. */
function filled(rows: readonly Row[], items: readonly string[], name: string): Matrix {
  const p = items.length;
  const R = Matrix.eye(p, p);
  const entry = (i: number, j: number): number | undefined => {
    const cell = rows[i].cells[j] ?? "";
    if (blank(cell)) return undefined;
    const value = numberOf(decimalPoint(cell));
    if (Number.isNaN(value)) throw bad(name, rows[i].line, `"${cell}" is not a correlation`, "Leave unknown cells out of the file.");
    return value;
  };
  for (let i = 0; i < p; i++) {
    const extra = rows[i].cells.slice(p).find((cell) => cell !== "");
    if (extra !== undefined) throw bad(name, rows[i].line, `there are more than ${p} columns of correlations`, "Give one column an item.");
    const own = entry(i, i);
    if (own !== undefined && Math.abs(own - 1) > 1e-9)
      throw bad(name, rows[i].line, `the diagonal of ${items[i]} is ${own}, not 1`, "Give correlations, not covariances.");
    for (let j = 0; j < i; j++) {
      const [low, high] = [entry(i, j), entry(j, i)];
      const value = low ?? high;
      if (value === undefined)
        throw bad(name, rows[i].line, `the correlation of ${items[i]} with ${items[j]} is missing`, "A square or a complete triangle is needed.");
      if (low !== undefined && high !== undefined && Math.abs(low - high) > 1e-9)
        throw bad(name, rows[i].line, `${items[i]} with ${items[j]} is ${low} below and ${high} above the diagonal`, "Correct one of them.");
      if (Math.abs(value) > 1)
        throw bad(name, rows[i].line, `the correlation of ${items[i]} with ${items[j]} is ${value}`, "Correlations lie between −1 and 1.");
      R.set(i, j, value);
      R.set(j, i, value);
    }
  }
  return R;
}

const blank = (cell: string): boolean => cell === "" || /^[-–—.]$/.test(cell);
const decimalPoint = (cell: string): string => cell.replace(/^[−–]/, "-").replace(",", ".");
const isEntry = (cell: string): boolean => blank(cell) || !Number.isNaN(numberOf(decimalPoint(cell)));

function bad(file: string, line: number, what: string, hint: string): ScreeError {
  return new ScreeError("not-a-correlation-matrix", `${file}, line ${line}: ${what}.`, { hint, data: { file, line } });
}
