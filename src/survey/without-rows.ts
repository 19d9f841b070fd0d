import { ScreeError } from "../errors";
import { list } from "./names";
import { type Column, type DeclaredMissing, rowNumber, type Survey } from "./survey";

/**
 * A survey without some of its rows, which it remembers: every result and every table says how many and why.
 *
 * @param out places of the rows to leave out, from 0, among those that the survey has
 * @param reason the end of the sentence "3 rows were left out …"
 */
export function withoutRows(survey: Survey, out: readonly number[], reason: string): Survey {
  const gone = new Set(out.filter((row) => row >= 0 && row < survey.rows));
  if (gone.size === 0) return survey;
  const here = Int32Array.from({ length: survey.rows }, (_, row) => row).filter((row) => !gone.has(row));
  const numbers = [...gone].map((row) => rowNumber(survey, row));
  const { excluded } = survey;
  const all = [...(excluded?.rows ?? []), ...numbers].sort((a, b) => a - b);
  const why = excluded && excluded.reason !== reason ? `${excluded.reason} and ${reason}` : reason;
  const message = `${all.length} ${all.length === 1 ? "row was" : "rows were"} left out ${why}: ${list(all.map(String))} of the file.`;
  return {
    ...survey,
    rows: here.length,
    warnings: [...survey.warnings.filter(({ code }) => code !== "excluded-rows"), { code: "excluded-rows", message, data: { rows: all } }],
    columns: survey.columns.map((column) => withRows(column, here)),
    excluded: {
      rows: all,
      reason: why,
      kept: excluded ? here.map((row) => excluded.kept[row]) : here,
      of: excluded?.of ?? survey,
    },
  };
}

function withRows(column: Column, rows: Int32Array): Column {
  if (column.kind === "text") {
    const values = Array.from(rows, (row) => column.values[row]);
    return { ...column, values, missing: values.filter((value) => value === "").length };
  }
  const values = column.values.slice(0, rows.length);
  let missing = 0;
  rows.forEach((row, at) => {
    values[at] = column.values[row];
    if (values[at] === column.sentinel || values[at] !== values[at]) missing++;
  });
  return { ...column, values, missing, ...(column.declaredMissing ? { declaredMissing: declaredIn(column.declaredMissing, rows) } : {}) };
}

/** Where the codes stand among the rows that are left. */
function declaredIn(declared: readonly DeclaredMissing[], kept: Int32Array): DeclaredMissing[] {
  const place = new Map(Array.from(kept, (row, at) => [row, at]));
  return declared
    .map((code) => ({ ...code, rows: Uint32Array.from([...code.rows].flatMap((row) => place.get(row) ?? [])) }))
    .filter(({ rows }) => rows.length > 0);
}

/**
 * A survey without the rows of these numbers, as the file counts them.
 * @throws ScreeError `unknown-row`
 */
export function withoutNumberedRows(survey: Survey, numbers: readonly number[]): Survey {
  if (numbers.length === 0) return survey;
  const place = new Map(Array.from({ length: survey.rows }, (_, row) => [rowNumber(survey, row), row]));
  const places = numbers.map((number) => {
    const row = place.get(number);
    if (row !== undefined) return row;
    throw new ScreeError(
      "unknown-row",
      `${survey.source} has no row ${number} with answers; they are rows ${rowNumber(survey, 0)} to ${rowNumber(survey, survey.rows - 1)}.`,
      {
        hint: survey.headerRows ? "Rows are counted as a spreadsheet does, the header among them." : "Rows are counted from 1.",
        data: { row: number },
      },
    );
  });
  return withoutRows(survey, places, "by number");
}

/** The rows that were left out, as a result reports them. */
export const excludedIn = ({ excluded }: Survey): { excluded?: { readonly rows: readonly number[]; readonly reason: string } } =>
  excluded ? { excluded: { rows: excluded.rows, reason: excluded.reason } } : {};
