import { csvText } from "./csv-write";
import { answer, type Survey } from "./survey";

/** Factor scores as a CSV file to be put beside the data: the row's number, what identifies it in the data, and a column a factor, empty where a row has no score. */
export function scoresFile(survey: Survey, names: readonly string[], columns: readonly Float64Array[]): string {
  const identifiers = survey.columns.filter((column) => column.role === "identifier");
  const header = ["row", ...identifiers.map(({ name }) => name), ...names];
  const rows = Array.from({ length: survey.rows }, (_, row) => [
    (survey.excluded ? survey.excluded.kept[row] : row) + 1, // as in the scores of all rows
    ...identifiers.map((column) => (column.kind === "text" ? column.values[row] : answer(column, row))),
    ...columns.map((column) => column[row]),
  ]);
  return csvText([header, ...rows]);
}
