import type { Cell, Table, TableRow } from "../tables/table";
import { plain } from "../tables/table";
import { labelHash } from "./live-blocks";
import { canonical, isNumeric, type PipeCell, type PipeTable } from "./pipe-table";

/** Which cell of a fresh table each cell of a table in a manuscript stands for. */
export interface TableMatch {
  readonly pairs: readonly { readonly printed: PipeCell; readonly fresh: Cell }[];
  /** rows with labels of the author's own, and what they are about */
  readonly reworded: readonly { readonly key: string; readonly label: string }[];
}

/** Why cells cannot be told apart: the table has to be looked at, or written anew. */
export interface Mismatch {
  readonly reason: string;
  readonly at: PipeCell;
}

/** What a block's end marker knows of its table. */
export interface Known {
  /** the numbers were written from the same data, settings and engine */
  readonly isSame: boolean;
  /** hash of a reworded label → key of its row */
  readonly rows: ReadonlyMap<string, string>;
}

/**
 * Pairs cells by the labels of their rows and columns, which the author may have reworded, moved or deleted. A reworded row is known by its numbers, a reworded
 * factor by its loadings; where that leaves doubt nothing is paired, because a right number behind a wrong label is worse than an old one.
 */
export function matchTable(printed: PipeTable, fresh: Table, { isSame, rows: recorded }: Known): TableMatch | Mismatch {
  const columns = matchColumns(printed, fresh);
  if ("reason" in columns) return columns;
  const rows = matchRows(printed, fresh, columns.columns, { isSame, rows: recorded });
  if ("reason" in rows) return rows;
  const pairs = rows.rows.flatMap(({ cells, row }) =>
    columns.columns.flatMap((c, at) => (c > 0 && cells[at] && isFigure(row.cells[c]) ? [{ printed: cells[at], fresh: row.cells[c] }] : [])),
  );
  const reworded = rows.rows.filter(({ cells, row }) => !isNamed(cells, row)).map(({ cells, row }) => ({ key: row.key, label: cells[0].text }));
  return { pairs, reworded };
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
  const some = (at: number, test: (text: string) => boolean) => printed.rows.some((row) => row[at] && test(row[at].text));
  const isOwn = (at: number) => !some(at, isNumeric) && (some(at, (text) => /\p{L}/u.test(text)) || !isFactorTable(fresh));
  const unknown = columns.flatMap((c, at) => (c < 0 && !isOwn(at) ? [at] : []));
  const free = fresh.columns.flatMap((_, c) => (taken.has(c) ? [] : [c]));
  if (unknown.length > free.length)
    return { reason: `the column "${printed.header[unknown[0]].text}" is not in the table that the data give now`, at: printed.header[unknown[0]] };
  const factors = free.filter((c) => fresh.columns[c].key === plain(fresh.columns[c].header) && isFactorTable(fresh));
  if (unknown.length < factors.length)
    return { reason: `the data now give a column ${plain(fresh.columns[factors[0]].header)} that is not here`, at: printed.header[0] };
  if (unknown.length === 0) return { columns };
  const renamed = unknown.length === free.length && (factors.length < unknown.length || !isSorted(fresh)) ? free : byLoadings(printed, fresh, unknown, free);
  if (!renamed) return { reason: `the column "${printed.header[unknown[0]].text}" cannot be told from the others`, at: printed.header[unknown[0]] };
  unknown.forEach((at, i) => (columns[at] = renamed[i]));
  return { columns };
}

/** Sorted by size, so that the place of a row says nothing about its item. */
const isSorted = ({ id }: Table): boolean => id === "loadings" || id === "structure";
const isFactorTable = (table: Table): boolean => isSorted(table) || table.id === "factor-correlations";

/** Factors that the author named are known by their loadings: the one with the highest congruence, which must be high and mutual. */
function byLoadings(printed: PipeTable, fresh: Table, unknown: readonly number[], free: readonly number[]): number[] | undefined {
  const rowOf = new Map(fresh.rows.flatMap((row) => [row.question ?? row.key, row.key, row.cells[0].text].map((name) => [words(name), row] as const)));
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
function matchRows(
  printed: PipeTable,
  fresh: Table,
  columns: readonly number[],
  { isSame, rows: recorded }: Known,
): { rows: { cells: Printed; row: TableRow }[] } | Mismatch {
  const found = new Map<Printed, TableRow>();
  const withFigures = printed.rows.filter((cells) => cells.some((cell, at) => at > 0 && columns[at] > 0 && isNumeric(cell.text)));
  const reworded = () => withFigures.filter((cells) => !found.has(cells));
  const free = () => fresh.rows.filter((row) => !row.heading && ![...found.values()].includes(row));

  for (const cells of withFigures) {
    const row = free().find((one) => isNamed(cells, one));
    if (row) found.set(cells, row);
  }
  for (const cells of reworded()) {
    const key = recorded.get(labelHash(cells[0].text));
    const row = free().find((one) => one.key === key);
    if (row) found.set(cells, row);
  }
  // from other data two rows can have changed places
  for (const cells of isSame ? reworded() : []) {
    const same = free().filter((row) => distance(cells, row, columns) < 1e-9);
    if (same.length === 1) found.set(cells, same[0]);
  }
  for (const [cells, row] of byPlace(printed, fresh, columns, { found, reworded: reworded(), free: free() })) found.set(cells, row);
  const [left, rest] = [reworded(), free().filter((row) => row.cells.some((cell, c) => c > 0 && isFigure(cell)))];
  if (left.length > 0) {
    // where rows were deleted as well, the nearest may be a deleted one
    const rows = left.length !== rest.length ? undefined : left.length === 1 ? rest : nearestRows(left, rest, columns);
    if (!rows)
      return { reason: `it cannot be told which row "${left[0][0].text}" is; write it in scree.yaml under labels, or its name in the table`, at: left[0][0] };
    left.forEach((cells, i) => found.set(cells, rows[i]));
  }
  return { rows: withFigures.map((cells) => ({ cells, row: found.get(cells)! })) };
}

/** The label is the row's own, its key or the question behind it. */
const isNamed = ([stub]: Printed, row: TableRow): boolean =>
  [row.cells[0].text, row.key, row.question ?? row.key].some((name) => words(name) === words(stub.text));

/** Rows that stand where they were written, while no row that is known by its label has moved: the nearest by its numbers, and near. */
function byPlace(
  printed: PipeTable,
  fresh: Table,
  columns: readonly number[],
  { found, reworded, free }: { found: ReadonlyMap<Printed, TableRow>; reworded: readonly Printed[]; free: readonly TableRow[] },
): readonly (readonly [Printed, TableRow])[] {
  const inPlace = printed.rows.length === fresh.rows.length && [...found].every(([cells, row]) => printed.rows.indexOf(cells) === fresh.rows.indexOf(row));
  if (isSorted(fresh) || !inPlace) return [];
  return reworded.flatMap((cells) => {
    const row = fresh.rows[printed.rows.indexOf(cells)];
    const isNearest = free.includes(row) && free.every((one) => distance(cells, row, columns) <= distance(cells, one, columns));
    return isNearest && isNear(cells, row, columns) ? [[cells, row] as const] : [];
  });
}

/** No two rows that are nearer to each other than this are told apart by their numbers; and these may have moved by a quarter of it. */
const apart = 0.2;

/** Reworded rows are known by their numbers where all rows in question differ by more than new answers of a few people can bring about. */
function nearestRows(reworded: readonly Printed[], free: readonly TableRow[], columns: readonly number[]): TableRow[] | undefined {
  const rows = reworded.flatMap((cells) => free.filter((row) => distance(cells, row, columns) <= apart / 4));
  const areApart = reworded.every((cells) => free.filter((row) => distance(cells, row, columns) < apart).length === 1);
  return areApart && rows.length === reworded.length && new Set(rows).size === rows.length ? rows : undefined;
}

/** In the place where it was written and with much the same numbers: a tenth apart on average, as new answers of a few people move them. */
function isNear(cells: Printed, row: TableRow, columns: readonly number[]): boolean {
  const figures = cells.filter((cell, at) => at > 0 && columns[at] > 0 && isNumeric(cell.text)).length;
  return figures > 0 && distance(cells, row, columns) <= 0.1 * figures;
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
