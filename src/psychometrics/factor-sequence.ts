import type { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";
import type { AnalysisSettings, FitOfNumber } from "./analysis";
import { conventionOf } from "./convention";
import { residualCorrelations } from "./discrepancy";
import { extract } from "./extract";
import { degreesOfFreedom, factorFit } from "./fit";
import { samplingAdequacy } from "./kmo";

/**
 * The fit of 1, 2, … factors, as far as degrees of freedom are left: what BIC, RMSEA and the Hull method choose from.
 * Components have no fit; for them maximum likelihood is shown.
 * Sources: at the functions of its parts.
 *
 * @param R correlations, p × p
 * @param n rows
 * @param upTo largest number of factors
 * @returns a row for each number that has a solution; empty where R is singular
 */
export function factorSequence(R: Matrix, items: readonly string[], n: number, settings: AnalysisSettings, upTo: number): FitOfNumber[] {
  const p = items.length;
  const extraction = settings.extraction === "pca" ? "ml" : settings.extraction;
  const rows: FitOfNumber[] = [];
  for (let factors = 1; factors <= upTo && degreesOfFreedom(p, factors) > 0; factors++) {
    try {
      const { loadings } = extract(R, items, factors, { ...settings, extraction });
      const { chiSquare, df, p: probability, rmsea, cfi, tli, bic, rmsr } = factorFit(R, loadings, n, conventionOf(settings, "fit"));
      rows.push({ factors, chiSquare, df, p: probability, rmsea, cfi, tli, bic, rmsr, caf: commonPartAccountedFor(R, loadings, items) });
    } catch (error) {
      if (!(error instanceof ScreeError)) throw error;
    }
  }
  return rows;
}

/**
 * Common part accounted for (Lorenzo-Seva, Timmerman & Kiers, 2011, eq. 6): 1 − KMO of the residual correlations with a unit diagonal.
 *
 * @returns null where the residuals have no KMO
 */
export function commonPartAccountedFor(R: Matrix, loadings: Matrix, items: readonly string[]): number | null {
  const residual = residualCorrelations(R, loadings);
  for (let i = 0; i < residual.rows; i++) residual.set(i, i, 1);
  try {
    const { overall } = samplingAdequacy(residual, items);
    return overall === null ? null : 1 - overall;
  } catch (error) {
    if (error instanceof ScreeError) return null;
    throw error;
  }
}
