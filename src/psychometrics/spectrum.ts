import { Matrix } from "ml-matrix";
import { eigenvaluesOf } from "../numerics/eigen";
import { errorVariances } from "./guttman";
import { oneFactorLoadings } from "./omega";

/**
 * Whose eigenvalues parallel analysis compares: those of R (principal components, Horn, 1965), or of R with communalities on its diagonal,
 * either squared multiple correlations (Humphreys & Ilgen, 1969) or the communalities of one least-squares factor (R's psych).
 */
export type SpectrumKind = "pca" | "smc" | "minres";

/**
 * Eigenvalues, descending; null where the communalities do not exist (a singular R has no squared multiple correlations).
 * Sources: Horn (1965); Humphreys & Ilgen (1969); R's psych, whose communalities are those of one factor.
 *
 * @param R p × p, row-major; overwritten
 */
export function spectrum(kind: SpectrumKind, R: Float64Array, p: number): Float64Array | null {
  if (kind !== "pca") {
    const matrix = Matrix.from1DArray(p, p, R);
    const communalities = kind === "smc" ? squaredMultiples(matrix) : oneFactorLoadings(matrix, 1e-7).map((loading) => loading * loading);
    if (!communalities) return null;
    for (let i = 0; i < p; i++) R[i * p + i] = communalities[i];
  }
  return eigenvaluesOf(R, p);
}

function squaredMultiples(R: Matrix): number[] | null {
  return errorVariances(R)?.map((variance) => 1 - variance) ?? null;
}
