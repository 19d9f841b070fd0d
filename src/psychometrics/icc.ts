import { pOfF } from "../numerics/p-values";
import { upperQuantileOfF } from "../numerics/quantiles";
import type { Interval } from "./analysis";

/** Which ratings the coefficient is about, in the notation of Shrout & Fleiss (1979): raters nested, random or fixed; of one rater or of the mean of k. */
export type IccForm = "ICC1" | "ICC2" | "ICC3" | "ICC1k" | "ICC2k" | "ICC3k";

export interface IntraclassCorrelation {
  readonly form: IccForm;
  readonly value: number;
  readonly ci: Interval;
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * The six intraclass correlations of Shrout & Fleiss (1979) with their confidence intervals (ibid., pp. 424–426; for ICC2 after Satterthwaite).
 * Reference: `psych::ICC(x, lmer = FALSE)`.
 *
 * @param ratings n targets × k raters, complete
 * @param level confidence level
 * @returns null with fewer than 2 targets or raters, or where neither targets nor residuals vary
 */
export function intraclassCorrelations(ratings: readonly (readonly number[])[], level = 0.95): readonly IntraclassCorrelation[] | null {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  const { targets, raters, residual, within } = meanSquares(ratings, n, k);
  if (!(residual > 0) || !(within > 0)) return null;

  const tail = (1 - level) / 2;
  const dfTargets = n - 1;
  const dfResidual = (n - 1) * (k - 1);
  const dfWithin = n * (k - 1);
  const fOne = targets / within;
  const f = targets / residual;

  const icc1 = (targets - within) / (targets + (k - 1) * within);
  const icc2 = (targets - residual) / (targets + (k - 1) * residual + (k * (raters - residual)) / n);
  const icc3 = (targets - residual) / (targets + (k - 1) * residual);
  const limits = (ratio: number, df2: number): Interval => [ratio / upperQuantileOfF(tail, dfTargets, df2), ratio * upperQuantileOfF(tail, df2, dfTargets)];
  const one = limits(fOne, dfWithin);
  const three = limits(f, dfResidual);
  const two = randomRatersInterval({ n, k, targets, raters, residual, icc2, tail });

  const single = (interval: Interval): Interval => [(interval[0] - 1) / (interval[0] + k - 1), (interval[1] - 1) / (interval[1] + k - 1)];
  const average = (interval: Interval): Interval => [1 - 1 / interval[0], 1 - 1 / interval[1]];
  const stepUp = (r: number) => (k * r) / (1 + (k - 1) * r);
  const form = (form: IccForm, value: number, ci: Interval, f: number, df2: number) => ({
    form,
    value,
    ci,
    f,
    df1: dfTargets,
    df2,
    p: pOfF(f, dfTargets, df2),
  });
  return [
    form("ICC1", icc1, single(one), fOne, dfWithin),
    form("ICC2", icc2, two, f, dfResidual),
    form("ICC3", icc3, single(three), f, dfResidual),
    form("ICC1k", (targets - within) / targets, average(one), fOne, dfWithin),
    form("ICC2k", (targets - residual) / (targets + (raters - residual) / n), [stepUp(two[0]), stepUp(two[1])], f, dfResidual),
    form("ICC3k", (targets - residual) / targets, average(three), f, dfResidual),
  ];
}

/** Mean squares of the two-way analysis of variance without replication, and of the one-way one. */
function meanSquares(ratings: readonly (readonly number[])[], n: number, k: number) {
  const grand = ratings.flat().reduce((a, b) => a + b, 0) / (n * k);
  const targetMeans = ratings.map((row) => row.reduce((a, b) => a + b, 0) / k);
  const raterMeans = Array.from({ length: k }, (_, j) => ratings.reduce((sum, row) => sum + row[j], 0) / n);
  const squares = (means: readonly number[]) => means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  let residuals = 0;
  ratings.forEach((row, i) => row.forEach((rating, j) => (residuals += (rating - targetMeans[i] - raterMeans[j] + grand) ** 2)));
  const ssRaters = n * squares(raterMeans);
  return {
    targets: (k * squares(targetMeans)) / (n - 1),
    raters: ssRaters / (k - 1),
    residual: residuals / ((n - 1) * (k - 1)),
    within: (ssRaters + residuals) / (n * (k - 1)),
  };
}

interface RandomRaters {
  readonly n: number;
  readonly k: number;
  readonly targets: number;
  readonly raters: number;
  readonly residual: number;
  readonly icc2: number;
  readonly tail: number;
}

function randomRatersInterval({ n, k, targets, raters, residual, icc2, tail }: RandomRaters): Interval {
  const fRaters = raters / residual;
  const spread = n * (1 + (k - 1) * icc2) - k * icc2;
  const df = ((k - 1) * (n - 1) * (k * icc2 * fRaters + spread) ** 2) / ((n - 1) * k ** 2 * icc2 ** 2 * fRaters ** 2 + spread ** 2);
  const upper = upperQuantileOfF(tail, n - 1, df);
  const lower = upperQuantileOfF(tail, df, n - 1);
  const mixed = k * raters + (k * n - k - n) * residual;
  return [(n * (targets - upper * residual)) / (upper * mixed + n * targets), (n * (lower * targets - residual)) / (mixed + n * lower * targets)];
}
