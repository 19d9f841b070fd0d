import type { Matrix } from "ml-matrix";
import { noncentralityAt } from "../numerics/noncentral-chi-square";
import { pOfChiSquare } from "../numerics/p-values";
import type { Convention, Fit } from "./analysis";
import { likelihoodDiscrepancy, residualCorrelations } from "./discrepancy";

/** Degrees of freedom of m factors in p items (Lawley & Maxwell, 1971): ((p − m)² − (p + m)) / 2. */
export function degreesOfFreedom(p: number, m: number): number {
  return ((p - m) ** 2 - (p + m)) / 2;
}

/**
 * Fit of an exploratory factor model, with Bartlett's (1950) correction: χ² = (n − 1 − (2p + 5)/6 − 2m/3) F; the null model has
 * χ²₀ = (n − 1 − (2p + 5)/6) · (−ln|R|). Whatever the extraction, F is the maximum likelihood discrepancy, as psych and factanal report it.
 * χ² and what follows from it are null without positive degrees of freedom.
 *
 * @param R correlations, p × p
 * @param loadings unrotated, p × m
 * @param n rows
 */
export function factorFit(R: Matrix, loadings: Matrix, n: number, convention: Convention): Fit {
  const p = R.rows;
  const m = loadings.columns;
  const df = degreesOfFreedom(p, m);
  const rmsr = rootMeanSquareResidual(R, loadings);
  const objective = likelihoodDiscrepancy(R, loadings);
  const none = likelihoodDiscrepancy(R, null);
  const correction = n - 1 - (2 * p + 5) / 6;
  const multiplier = correction - (2 * m) / 3;
  if (df <= 0 || objective === null || none === null || multiplier <= 0) {
    return { chiSquare: null, df, p: null, rmsea: null, rmseaCi: null, tli: null, cfi: null, bic: null, rmsr };
  }
  const chiSquare = multiplier * objective;
  return {
    chiSquare,
    df,
    p: pOfChiSquare(chiSquare, df),
    rmsea: rmsea(chiSquare, df, n, convention),
    rmseaCi: rmseaInterval(chiSquare, df, n),
    tli: tuckerLewis(chiSquare, df, (convention === "psych" ? multiplier : correction) * none, (p * (p - 1)) / 2),
    cfi: comparativeFit(chiSquare, df, correction * none, (p * (p - 1)) / 2),
    bic: chiSquare - df * Math.log(n),
    rmsr,
  };
}

/** Fit of components: they are no model of the correlations, so only the residuals are described. Source: definition. */
export function componentFit(R: Matrix, loadings: Matrix): Fit {
  const df = degreesOfFreedom(R.rows, loadings.columns);
  return { chiSquare: null, df, p: null, rmsea: null, rmseaCi: null, tli: null, cfi: null, bic: null, rmsr: rootMeanSquareResidual(R, loadings) };
}

/** Root mean square error of approximation (Steiger & Lind, 1980): √max((χ² − df) / (df (n − 1)), 0); psych divides the χ² part by n. */
export function rmsea(chiSquare: number, df: number, n: number, convention: Convention): number {
  const excess = convention === "psych" ? chiSquare / (df * n) - 1 / (n - 1) : (chiSquare - df) / (df * (n - 1));
  return Math.sqrt(Math.max(excess, 0));
}

/** Confidence limits of RMSEA, 90 % unless told (Browne & Cudeck, 1993), from the noncentral χ² distribution. */
export function rmseaInterval(chiSquare: number, df: number, n: number, confidence = 0.9): [number, number] {
  const tail = (1 - confidence) / 2;
  const limit = (probability: number) => Math.sqrt(noncentralityAt(probability, chiSquare, df) / (df * (n - 1)));
  return [limit(1 - tail), limit(tail)];
}

/** Tucker & Lewis (1973); it can exceed 1. psych gives the null model's χ² the correction of the m factors too. */
export function tuckerLewis(chiSquare: number, df: number, nullChiSquare: number, nullDf: number): number | null {
  const ratio = nullChiSquare / nullDf;
  return df > 0 && ratio !== 1 ? (ratio - chiSquare / df) / (ratio - 1) : null;
}

/** Comparative fit index (Bentler, 1990), neither noncentrality below 0. */
export function comparativeFit(chiSquare: number, df: number, nullChiSquare: number, nullDf: number): number | null {
  const excess = Math.max(chiSquare - df, 0);
  const nullExcess = Math.max(nullChiSquare - nullDf, excess);
  return nullExcess > 0 ? 1 - excess / nullExcess : null;
}

/** Root mean square of the residual correlations below the diagonal. Source: definition, of what minimum residuals minimise (Harman & Jones, 1966). */
export function rootMeanSquareResidual(R: Matrix, loadings: Matrix): number {
  const p = R.rows;
  return residualCorrelations(R, loadings).norm() / Math.sqrt(p * (p - 1));
}
