import { ScreeError, type Warning } from "../errors";
import type { Survey } from "../survey/survey";
import type { Selection } from "./analysis";
import { chooseItems } from "./chosen-items";
import { type IntraclassCorrelation, intraclassCorrelations } from "./icc";
import { completeRows } from "./moments";

/** A result of `scree icc --format json`, key by key. */
export interface RaterAgreement {
  readonly sample: { readonly file: string; readonly rows: number; readonly used: number; readonly raters: readonly string[] };
  readonly icc: readonly IntraclassCorrelation[];
  readonly warnings: readonly Warning[];
}

/**
 * Intraclass correlations of a table of ratings: what is rated in rows, raters in columns. Rows that lack a rating are left out.
 * Source: Shrout & Fleiss (1979), at `intraclassCorrelations`.
 *
 * @throws ScreeError `too-few-rows`, `no-variance`, those of `chooseItems`
 */
export function raterAgreement(survey: Survey, selection: Selection): RaterAgreement {
  const { items, warnings } = chooseItems(survey, selection);
  const rows = completeRows(items.map(({ values }) => values));
  if (rows.length < 2)
    throw new ScreeError(
      "too-few-rows",
      `${survey.source}: ${rows.length === 1 ? "only one row has" : "no row has"} a rating by each of ${items.length} raters.`,
      {
        hint: "Two rows are the least; leave out raters with many missing ratings.",
      },
    );
  const icc = intraclassCorrelations(Array.from(rows, (row) => items.map(({ values }) => values[row])));
  if (!icc)
    throw new ScreeError("no-variance", `${survey.source}: the ratings agree perfectly or do not vary, so there is no intraclass correlation.`, {
      hint: "Check the columns.",
    });
  return { sample: { file: survey.source, rows: survey.rows, used: rows.length, raters: items.map(({ name }) => name) }, icc, warnings };
}
