import type { ManuscriptTable, TableRow } from "../manuscript/manuscript";
import type { ClaimBase } from "./claim";
import { type Reported, soleNumber } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { testColumns, type TestColumn } from "./test-columns";

export interface AnovaRow {
  readonly label: string;
  readonly role: "effect" | "error" | "total" | "model" | "intercept";
  readonly ss?: Reported;
  readonly df?: Reported;
  readonly ms?: Reported;
  readonly f?: Reported;
}

/** A table of an analysis of variance: a row a source, with sum of squares, degrees of freedom, mean square and F. */
export interface AnovaTable extends ClaimBase<"anova-table"> {
  readonly rows: readonly AnovaRow[];
}

/** Tables with columns for the sum of squares or mean square, and degrees of freedom. A row that names a group ("Trust") begins an analysis of its own, and so does a row after a total. */
const recogniser: Recogniser = {
  name: "anova-table",
  table(table, context) {
    const { roles } = testColumns(table);
    if (!roles.includes("df") || !(roles.includes("sum-of-squares") || roles.includes("mean-square"))) return [];
    return analyses(table).flatMap((rows) => read(table, rows, roles, context));
  },
};

export default recogniser;

/** One table may hold several analyses one below the other. */
function analyses(table: ManuscriptTable): TableRow[][] {
  const out: TableRow[][] = [[]];
  let group: string | undefined;
  let ended = false;
  for (const row of table.rows) {
    if (row.heading) continue;
    const current = out[out.length - 1];
    if (current.length > 0 && (row.group !== group || ended)) out.push([]);
    out[out.length - 1].push(row);
    group = row.group;
    ended = roleOf(labelOf(row)) === "total" && !roleOfNext(table, row);
  }
  return out.filter((rows) => rows.length > 1);
}

/** SPSS prints "Total" and then "Corrected Total". */
function roleOfNext(table: ManuscriptTable, row: TableRow): boolean {
  const next = table.rows[table.rows.indexOf(row) + 1];
  return next !== undefined && roleOf(labelOf(next)) === "total";
}

/** The words of a row before its first number. */
function labelOf(row: TableRow): string {
  return row.cells
    .filter((c, i) => i < 2 && /\p{L}/u.test(c.text))
    .map((c) => c.text)
    .join(" ");
}

/** The degrees of freedom of the error that an effect's F is tested with: the next error row below it in its analysis. */
export function errorDf(table: ManuscriptTable, row: TableRow, dfColumn: number, decimal: "." | ","): Reported | undefined {
  const from = table.rows.indexOf(row);
  for (const below of table.rows.slice(from + 1)) {
    if (below.heading || below.group !== row.group) return undefined;
    const role = roleOf(labelOf(below));
    if (role === "total") return undefined;
    if (role === "error") return soleNumber(below.cells[dfColumn].mapped, decimal);
  }
  return undefined;
}

/** Which part of the analysis a row is, by its label. */
function roleOf(label: string): AnovaRow["role"] {
  if (/\b(?:total|gesamt|insgesamt)\b/i.test(label)) return "total";
  if (/\b(?:error|residuals?|within|fehler|residuen|innerhalb)\b/i.test(label) && !/within[- ]subjects? (?:effect|contrast|factor)/i.test(label))
    return "error";
  if (/\bmodel\b|\bmodell\b/i.test(label)) return "model";
  return /intercept|konstante|constant term/i.test(label) ? "intercept" : "effect";
}

function read(table: ManuscriptTable, rows: readonly TableRow[], roles: readonly TestColumn[], context: RecogniserContext): AnovaTable[] {
  const number = (row: TableRow, role: TestColumn): Reported | undefined => {
    const column = roles.indexOf(role);
    const cell = column < 0 ? undefined : row.cells[column];
    return cell && soleNumber(cell.mapped, context.decimal);
  };
  const found = rows.map((row): AnovaRow => ({
    label: labelOf(row),
    role: roleOf(labelOf(row)),
    ss: number(row, "sum-of-squares"),
    df: number(row, "df"),
    ms: number(row, "mean-square"),
    f: number(row, "F"),
  }));
  if (found.filter((r) => r.df && (r.ss ?? r.ms)).length < 2) return [];
  const range = { start: rows[0].range.start, end: rows[rows.length - 1].range.end };
  return [
    {
      kind: "anova-table",
      rows: found,
      text: table.caption?.text ?? "analysis of variance",
      range,
      place: context.place({ table }),
      values: { sources: found.map((r) => r.label) },
    },
  ];
}
