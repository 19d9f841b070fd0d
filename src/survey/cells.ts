import { type DraftColumn, narrow } from "./draft";
import { isMissingWord } from "./missing-words";
import { numberOf } from "./number-text";
import { isoDate } from "./spss-dates";

/** A cell as workbooks, JSON and Parquet give it. */
export type Cell = string | number | bigint | boolean | Date | null | undefined;

/**
 * A column from loose cells: numbers where every cell is a number, is written like one, or says missing; true and false are 1 and 0.
 * Otherwise text; dates as ISO text.
 */
export function columnOfCells(name: string, cells: readonly Cell[], label?: string): DraftColumn {
  const doubles = new Float64Array(cells.length);
  for (let row = 0; row < cells.length; row++) {
    const value = number(cells[row]);
    if (value === undefined) return textColumn(name, cells, label);
    doubles[row] = value;
  }
  return { kind: "numeric", name, label, ...narrow(doubles) };
}

/** NaN for missing, undefined for what is no number. */
function number(cell: Cell): number | undefined {
  if (cell === null || cell === undefined) return NaN;
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : NaN;
  if (typeof cell === "boolean") return cell ? 1 : 0;
  if (typeof cell === "bigint") return Number(cell);
  if (typeof cell !== "string") return undefined;
  const text = cell.trim();
  if (isMissingWord(text)) return NaN;
  const value = numberOf(text);
  return Number.isNaN(value) ? undefined : value;
}

function textColumn(name: string, cells: readonly Cell[], label?: string): DraftColumn {
  let dates = 0;
  let valid = 0;
  const values = cells.map((cell) => {
    const text = textOf(cell);
    if (text === "") return "";
    valid++;
    if (cell instanceof Date) dates++;
    return text;
  });
  return { kind: "text", name, label, values, ...(dates === valid && valid > 0 ? { declared: "date" as const } : {}) };
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return isoDate(cell.getTime(), Math.round(cell.getTime() / 1000) % 86_400 !== 0);
  const text = String(cell).trim();
  return isMissingWord(text) ? "" : text;
}
