import type { Matrix } from "ml-matrix";
import { eigenvaluesOf, flatten } from "../numerics/eigen";
import type { Convention, Solution, VarianceRow } from "./analysis";
import { columnSumsOfSquares, explainedOf, type Rotated } from "./rotation/rotated";

/**
 * The three blocks of SPSS's "Total variance explained": eigenvalues of R, sums of squared unrotated loadings, sums after rotation; percentages
 * are of the p items' variance. After an oblique rotation SPSS gives the column sums of squares of the structure matrix, which cannot be added
 * up, so it prints no percentages; psych gives diag(ΦΛ′Λ), which can. Without rotation the last block is empty.
 * Source: IBM SPSS Statistics algorithms, FACTOR; Revelle's psych for diag(ΦΛ′Λ).
 *
 * @param R correlations, p × p
 * @param unrotated p × m
 */
export function varianceExplained(R: Matrix, unrotated: Matrix, rotated: Rotated | null, convention: Convention): Solution["variance"] {
  const p = R.rows;
  const eigenvalues = Array.from(eigenvaluesOf(flatten(R), p));
  return {
    initial: shares(eigenvalues, p).map(({ size, ...share }) => ({ eigenvalue: size, ...share })),
    extraction: sums(columnSumsOfSquares(unrotated), p),
    rotation: rotated ? rotationBlock(rotated, p, convention) : [],
  };
}

function rotationBlock({ loadings, phi }: Rotated, p: number, convention: Convention): VarianceRow[] {
  if (phi && convention === "spss") {
    return columnSumsOfSquares(loadings.mmul(phi)).map((sumOfSquares) => ({ sumOfSquares, percent: null, cumulative: null }));
  }
  return sums(explainedOf(loadings, phi), p);
}

function sums(sizes: readonly number[], p: number): VarianceRow[] {
  return shares(sizes, p).map(({ size, ...share }) => ({ sumOfSquares: size, ...share }));
}

function shares(sizes: readonly number[], p: number): { size: number; percent: number; cumulative: number }[] {
  let total = 0;
  return sizes.map((size) => ({ size, percent: (100 * size) / p, cumulative: (100 * (total += size)) / p }));
}
