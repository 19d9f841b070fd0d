import { type PublishedMatrix } from "../../psychometrics/published-matrix";
import { type Survey } from "../../survey/survey";
import { type SurveyInfo } from "../../webview/protocol";

/** What the panel tells of a survey. */
export const surveyInfo = ({ source, rows, columns, warnings }: Survey): SurveyInfo => ({
  source,
  kind: "answers",
  rows,
  columns: columns.map(({ name, label, role, roleReason, kind, missing }) => ({ name, label, role, roleReason, numeric: kind === "numeric", missing })),
  warnings,
});

/** The same of a correlation matrix: its rows are the respondents behind it. */
export const matrixInfo = ({ source, items, n }: PublishedMatrix): SurveyInfo => ({
  source,
  kind: "matrix",
  rows: n,
  columns: items.map((name) => ({ name, role: "item", roleReason: "an item of the matrix", numeric: true, missing: 0 })),
  warnings: [],
});
