import type { Cell, Table, TableRow } from "../tables/table";
import { plain } from "../tables/table";
import { canonical, isNumeric, type PipeCell, type PipeTable } from "./pipe-table";

/** Which cell of a fresh table each cell of a table in a manuscript stands for. */
export interface TableMatch {
  readonly pairs: readonly { readonly printed: PipeCell; readonly fresh: Cell }[];
}

/** Why cells cannot be told apart: the table has to be looked at, or written anew. */
export interface Mismatch {
  readonly reason: string;
  readonly at: PipeCell;
}

/**
 * Pairs cells by the labels of their rows and columns, which the author may have reworded, moved or deleted. A reworded row is known by its numbers, a reworded
 * factor by its loadings; where that leaves doubt nothing is paired, because a right number behind a wrong label is worse than an old one.
 */
export function matchTable(printed: PipeTable, fresh: Table): TableMatch | Mismatch {
  const columns = matchColumns(printed, fresh);
  if ("reason" in columns) return columns;
  const rows = matchRows(printed, fresh, columns.columns);
  if ("reason" in rows) return rows;
  const pairs = rows.rows.flatMap(({ cells, row }) =>
    columns.columns.flatMap((c, at) => (c > 0 && cells[at] && isFigure(row.cells[c]) ? [{ printed: cells[at], fresh: row.cells[c] }] : [])),
  );
  return { pairs };
}

const isFigure = (cell: Cell): boolean => cell.value !== undefined;
const words = (text: string): string => canonical(text).replace(/[*_^]/g, "").toLowerCase();

/** For each printed column the index of the fresh one, −1 for the author's own. */
function matchColumns(printed: PipeTable, fresh: Table): { columns: number[] } | Mismatch {
  const headers = fresh.columns.map((column) => words(plain(column.header)));
  const taken = new Set<number>([0]);
  const columns = printed.header.map((cell, at) => {
    if (at === 0) return 0;
    const c = headers.findIndex((header, i) => !taken.has(i) && header === words(cell.text));
    if (c >= 0) taken.add(c);
    return c;
  });
  const isOwn = (at: number) => !printed.rows.some((row) => row[at] && isNumeric(row[at].text));
  const unknown = columns.flatMap((c, at) => (c < 0 && !isOwn(at) ? [at] : []));
  const free = fresh.columns.flatMap((_, c) => (taken.has(c) ? [] : [c]));
  if (unknown.length > free.length)
    return { reason: `the column "${printed.header[unknown[0]].text}" is not in the table that the data give now`, at: printed.header[unknown[0]] };
  const factors = free.filter((c) => fresh.columns[c].key === plain(fresh.columns[c].header) && isFactorTable(fresh));
  if (unknown.length < factors.length)
    return { reason: `the data now give a column ${plain(fresh.columns[factors[0]].header)} that is not here`, at: printed.header[0] };
  if (unknown.length === 0) return { columns };
  const renamed =
    unknown.length === free.length && (factors.length < unknown.length || fresh.id !== "loadings") ? free : byLoadings(printed, fresh, unknown, free);
  if (!renamed) return { reason: `the column "${printed.header[unknown[0]].text}" cannot be told from the others`, at: printed.header[unknown[0]] };
  unknown.forEach((at, i) => (columns[at] = renamed[i]));
  return { columns };
}

const isFactorTable = (table: Table): boolean => table.id === "loadings" || table.id === "factor-correlations";

/** Factors that the author named are known by their loadings: the one with the highest congruence, which must be high and mutual. */
function byLoadings(printed: PipeTable, fresh: Table, unknown: readonly number[], free: readonly number[]): number[] | undefined {
  const rowOf = new Map(fresh.rows.map((row) => [words(row.cells[0].text), row]));
  const congruence = unknown.map((at) =>
    free.map((c) => {
      let [ab, aa, bb] = [0, 0, 0];
      for (const cells of printed.rows) {
        const row = rowOf.get(words(cells[0]?.text ?? ""));
        const a = numberIn(cells[at]?.text ?? "") ?? 0;
        const b = row?.cells[c].value ?? 0;
        if (!row || row.cells[c].text === "") continue;
        ab += a * b;
        aa += a * a;
        bb += b * b;
      }
      return ab / (Math.sqrt(aa * bb) || 1);
    }),
  );
  const best = congruence.map((row) => row.indexOf(Math.max(...row)));
  const sure = best.every((b, i) => congruence[i][b] > 0.8) && new Set(best).size === best.length;
  return sure ? best.map((b) => free[b]) : undefined;
}

type Printed = readonly PipeCell[];

/** Rows with figures, each with its fresh row; the author's own rows and headings are left out. */
function matchRows(printed: PipeTable, fresh: Table, columns: readonly number[]): { rows: { cells: Printed; row: TableRow }[] } | Mismatch {
  const found = new Map<Printed, TableRow>();
  const withFigures = printed.rows.filter((cells) => cells.some((cell, at) => at > 0 && columns[at] > 0 && isNumeric(cell.text)));
  const reworded = () => withFigures.filter((cells) => !found.has(cells));
  const free = () => fresh.rows.filter((row) => !row.heading && ![...found.values()].includes(row));

  for (const cells of withFigures) {
    const label = words(cells[0].text);
    const row = free().find((one) => [one.cells[0].text, one.key, one.question ?? one.key].some((name) => words(name) === label));
    if (row) found.set(cells, row);
  }
  for (const cells of reworded()) {
    const same = free().filter((row) => distance(cells, row, columns) < 1e-9);
    if (same.length === 1) found.set(cells, same[0]);
  }
  const [left, rest] = [reworded(), free()];
  if (left.length > 0) {
    // where rows were deleted as well, the nearest may be a deleted one
    const rows = left.length !== rest.length ? undefined : left.length === 1 ? rest : nearestRows(left, rest, columns);
    if (!rows)
      return { reason: `it cannot be told which row "${left[0][0].text}" is; write it in scree.yaml under labels, or its name in the table`, at: left[0][0] };
    left.forEach((cells, i) => found.set(cells, rows[i]));
  }
  return { rows: withFigures.map((cells) => ({ cells, row: found.get(cells)! })) };
}

/** Reworded rows are known by their numbers: each to the nearest fresh row, which must be twice as near as the second and nobody else's. */
function nearestRows(reworded: readonly Printed[], free: readonly TableRow[], columns: readonly number[]): TableRow[] | undefined {
  const chosen = reworded.map((cells) => {
    const distances = free.map((row) => distance(cells, row, columns));
    const [first, second] = [...distances].sort((a, b) => a - b);
    return first > second / 2 ? undefined : free[distances.indexOf(first)];
  });
  const rows = chosen.filter((row): row is TableRow => row !== undefined);
  return rows.length === reworded.length && new Set(rows).size === rows.length ? rows : undefined;
}

/** How far printed numbers are from fresh ones, both as printed; relative above 1. */
function distance(cells: Printed, row: TableRow, columns: readonly number[]): number {
  return columns.reduce((sum, c, at) => {
    if (c <= 0 || !cells[at]) return sum;
    const a = numberIn(cells[at].text);
    const b = numberIn(row.cells[c].text);
    if (a === undefined && b === undefined) return sum;
    return sum + (a === undefined || b === undefined ? 1 : Math.abs(a - b) / Math.max(1, Math.abs(b)));
  }, 0);
}

function numberIn(text: string): number | undefined {
  const number = /-?\d*\.?\d+/.exec(canonical(text).replace(/,(?=\d{3})/g, ""));
  return number ? Number(number[0]) : undefined;
}
