import type { Matrix } from "ml-matrix";
import { eigenvaluesOf, flatten } from "../numerics/eigen";
import type { AnalysisSettings, Retention } from "./analysis";
import { kaiserCount } from "./kaiser";
import { minimumAveragePartial } from "./map";
import { parallelAnalysis } from "./parallel-analysis";

/**
 * What each criterion says about the number of factors of a correlation matrix.
 *
 * @param R correlations, p × p
 * @param n rows of the data that parallel analysis imitates
 */
export async function retention(
  R: Matrix,
  n: number,
  settings: Pick<AnalysisSettings, "iterations" | "seed">,
  options: { signal?: AbortSignal; progress?: (fraction: number) => void } = {},
): Promise<Retention> {
  const eigenvalues = Array.from(eigenvaluesOf(flatten(R), R.rows));
  const { values, factors } = minimumAveragePartial(R);
  const { iterations, seed } = settings;
  return {
    eigenvalues,
    kaiser: kaiserCount(eigenvalues),
    parallel: iterations > 0 ? await parallelAnalysis(eigenvalues, n, { iterations, seed, ...options }) : null,
    map: values.length > 0 ? { values: untilUndefined(values), factors } : null,
  };
}

/** The average partial exists up to the number of components that leaves every item some variance. */
function untilUndefined(values: readonly (number | null)[]): number[] {
  const end = values.indexOf(null);
  return (end < 0 ? values : values.slice(0, end)) as number[];
}
