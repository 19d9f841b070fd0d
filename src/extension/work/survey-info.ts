import { type PublishedMatrix } from "../../psychometrics/published-matrix";
import { countBytes } from "../../survey/column-facts";
import { type Column, type NumericColumn, rowNumber, type Survey } from "../../survey/survey";
import { type ColumnInfo, type MissingCodeInfo, type SurveyInfo, type Suspect } from "../../webview/protocol";

/** A scale has at most so many answers; what has more is measured. */
const mostAnswers = 20;

/** Rows that are named one by one. */
const mostRows = 20;

/** What the panel tells of a survey. */
export const surveyInfo = (survey: Survey): SurveyInfo => ({
  source: survey.source,
  kind: "answers",
  rows: survey.rows,
  columns: survey.columns.map((column) => columnInfo(column, survey)),
  warnings: survey.warnings,
  suspects: suspectsOf(survey),
  excluded: survey.excluded ? { rows: survey.excluded.rows.length, reason: survey.excluded.reason } : undefined,
});

/** The same of a correlation matrix: its rows are the respondents behind it. */
export const matrixInfo = ({ source, items, n }: PublishedMatrix): SurveyInfo => ({
  source,
  kind: "matrix",
  rows: n,
  columns: items.map((name) => ({ name, role: "item", roleReason: "an item of the matrix", numeric: true, missing: 0 })),
  warnings: [],
  suspects: [],
});

function columnInfo(column: Column, survey: Survey): ColumnInfo {
  const { name, label, role, roleReason, kind, missing, instructedAnswer } = column;
  const declared = kind === "numeric" ? missingCodes(column, survey) : [];
  return {
    name,
    ...(label === undefined ? {} : { label }),
    role,
    roleReason,
    numeric: kind === "numeric",
    missing,
    ...(instructedAnswer === undefined ? {} : { instructedAnswer }),
    ...(declared.length > 0 ? { declared } : {}),
    ...answersOf(column),
  };
}

/** The answers that occur, from the lowest up, with their words; of a column of words, those words. None where there are too many. */
function answersOf(column: Column): Pick<ColumnInfo, "answers" | "words"> {
  if (column.kind === "text") {
    const words = new Map<string, number>();
    for (const word of column.values) {
      if (word === "") continue;
      words.set(word, (words.get(word) ?? 0) + 1);
      if (words.size > mostAnswers) return {};
    }
    return { words: [...words].map(([word, count]) => ({ word, count })) };
  }
  const { valueLabels } = column;
  const counts = countsOf(column);
  if (!counts) return {};
  const missing = new Set(column.userMissing);
  for (const value of valueLabels?.keys() ?? []) if (!counts.has(value) && !missing.has(value)) counts.set(value, 0);
  if (counts.size > mostAnswers) return {};
  const answers = [...counts].sort(([a], [b]) => a - b).map(([value, count]) => ({ value, count, ...labelOf(valueLabels, value) }));
  return { answers };
}

/** How often each value occurs; undefined where there are too many. Answers are mostly a byte each, and those are counted in an array. */
function countsOf({ values, sentinel }: NumericColumn): Map<number, number> | undefined {
  const counts = new Map<number, number>();
  if (values instanceof Int8Array) {
    countBytes(values).forEach((times, byte) => times > 0 && byte - 128 !== sentinel && counts.set(byte - 128, times));
    return counts.size > mostAnswers ? undefined : counts;
  }
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === sentinel || value !== value) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > mostAnswers) return undefined;
  }
  return counts;
}

const labelOf = (labels: ReadonlyMap<number, string> | undefined, value: number) => {
  const label = labels?.get(value);
  return label === undefined ? {} : { label };
};

const missingCodes = ({ declaredMissing = [] }: NumericColumn, survey: Survey): MissingCodeInfo[] =>
  declaredMissing.map(({ code, label, rows }) => ({
    code: String(code),
    ...(label === undefined ? {} : { label }),
    cells: rows.length,
    rows: Array.from(rows.subarray(0, mostRows), (row) => rowNumber(survey, row)),
  }));

/** Values that look like codes or slips, with the rows where they stand. The warnings say which; here they are looked up. */
function suspectsOf(survey: Survey): Suspect[] {
  const found: Suspect[] = [];
  for (const { code, data } of survey.warnings) {
    if (code === "suspect-missing-code") {
      const { value, columns } = data as { value: number; columns: string[] };
      found.push(...columns.map((column) => suspect("code", column, [value], survey)));
    }
    if (code === "value-out-of-range") {
      const { column, values } = data as { column: string; values: number[] };
      found.push(suspect("range", column, values, survey));
    }
  }
  return found;
}

function suspect(kind: Suspect["kind"], name: string, values: readonly number[], survey: Survey): Suspect {
  const column = survey.columns.find((one): one is NumericColumn => one.name === name && one.kind === "numeric");
  const rows: number[] = [];
  let cells = 0;
  column?.values.forEach((value, row) => {
    if (!values.includes(value)) return;
    cells++;
    if (rows.length < mostRows) rows.push(rowNumber(survey, row));
  });
  return { kind, column: name, values, cells, rows };
}
