import { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";
import type { Survey } from "../survey/survey";
import type { Analysis, FactorScores, Selection } from "./analysis";
import { chooseItems } from "./chosen-items";
import { itemsThatVary } from "./varying-items";
import { factorScores, type ScoreMethod, scoreWeights } from "./scores";

export const scoreMethods = ["regression", "bartlett", "anderson-rubin", "ten-berge"] as const satisfies readonly ScoreMethod[];

/**
 * Factor scores of every row of a survey on the factors of its analysis. Items are standardized with the means and standard deviations of the rows
 * analysed. Components have one kind of score, which regression gives.
 * Sources: at `scoreWeights`.
 *
 * @returns `columns`: one a factor, a value a row of the survey; NaN where an answer is missing
 * @throws ScreeError `no-solution`, `component-scores`, `singular-correlations`
 */
export function scoreSurvey(survey: Survey, selection: Selection, analysis: Analysis, method: ScoreMethod): { scores: FactorScores; columns: Float64Array[] } {
  const { solution, settings } = analysis;
  if (!solution) {
    const why = analysis.warnings.find(({ code }) => ["no-factors", "singular-correlations", "heywood-case", "fewer-rows-than-items"].includes(code));
    throw new ScreeError("no-solution", `There are no factors to score${why ? `: ${why.message}` : "."}`, {
      hint: "Change the items, the extraction or the number of factors.",
    });
  }
  if (settings.extraction === "pca" && method !== "regression") {
    throw new ScreeError("component-scores", `Principal components have one kind of score, not ${method}.`, { hint: "Ask for regression." });
  }
  const { items, waist } = itemsThatVary(chooseItems(survey, selection).items, settings);
  const names = items.map(({ name }) => name);
  const R = new Matrix(analysis.correlation as number[][]);
  const phi = new Matrix(solution.factorCorrelations as number[][]);
  const weighted = scoreWeights(R, names, new Matrix(solution.loadings as number[][]), phi, method);
  const columns = factorScores(
    items.map(({ values }) => values),
    waist.means,
    waist.sds,
    weighted.weights,
  );
  return {
    scores: {
      method,
      determinacy: Object.fromEntries(solution.names.map((name, k) => [name, Number.isFinite(weighted.determinacy[k]) ? weighted.determinacy[k] : null])),
      correlations: weighted.correlations.to2DArray(),
      weights: weighted.weights.to2DArray(),
      scored: columns[0].filter((score) => !Number.isNaN(score)).length,
    },
    columns,
  };
}
