import { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";
import { minimumResiduals } from "./minres";
import { squaredMultipleCorrelations } from "./smc";

/** A hierarchical solution of the items: one general factor and m group factors, all uncorrelated. */
export interface SchmidLeiman {
  /** loadings of the items on the general factor, p */
  readonly general: readonly number[];
  /** loadings of the items on what is left of each factor, p × m */
  readonly groups: Matrix;
  /** loadings of the m factors on the general one */
  readonly generalOfFactors: readonly number[];
  /** p */
  readonly uniquenesses: readonly number[];
}

/**
 * Schmid & Leiman's (1957) transformation of an oblique solution: the factor correlations are themselves given one factor, γ, by minimum
 * residuals; the items then load Λγ on the general factor and λᵢₖ√(1 − γₖ²) on the group factors. Two factors cannot determine γ:
 * they share √|φ| (McDonald, 1999, p. 189). Reference: `psych::schmid`.
 *
 * @param pattern loadings, p × m, oblique
 * @param phi factor correlations, m × m
 * @throws ScreeError `too-few-factors` with a single factor; `singular-correlations` where the factors depend on each other
 */
export function schmidLeiman(pattern: Matrix, phi: Matrix): SchmidLeiman {
  const m = pattern.columns;
  if (m < 2) {
    throw new ScreeError("too-few-factors", "A Schmid–Leiman transformation needs at least 2 group factors, better 3.", {
      hint: "Extract more factors, or report ω of one factor.",
    });
  }
  const generalOfFactors =
    m === 2 ? sharedByTwo(phi) : minimumResiduals(phi, 1, squaredMultipleCorrelations(phi, factorNames(m), "A general factor")).loadings.getColumn(0);
  const groups = pattern.clone();
  // a Heywood case of the second order leaves nothing to its group factor
  generalOfFactors.forEach((gamma, k) => groups.mulColumn(k, Math.sqrt(Math.max(1 - gamma * gamma, 0))));
  const common = pattern.mmul(phi).mmul(pattern.transpose()).diagonal();
  return {
    general: pattern.mmul(Matrix.columnVector(generalOfFactors)).getColumn(0),
    groups,
    generalOfFactors,
    uniquenesses: common.map((h2) => 1 - h2),
  };
}

function sharedByTwo(phi: Matrix): number[] {
  const correlation = phi.get(0, 1);
  const shared = Math.sqrt(Math.abs(correlation));
  return [shared, correlation < 0 ? -shared : shared];
}

const factorNames = (m: number) => Array.from({ length: m }, (_, k) => `F${k + 1}`);
