import type { ParallelVariant } from "../psychometrics/analysis";

/** Whose eigenvalues parallel analysis compares. */
export function comparedMatrix(variant: ParallelVariant | undefined): string {
  const matrices = {
    pca: "the full correlation matrix",
    smc: "the correlation matrix with squared multiple correlations on its diagonal",
    minres: "the correlation matrix with the communalities of one factor on its diagonal",
  };
  return matrices[variant?.eigenvalues ?? "pca"];
}

/** What they are compared with. */
export function comparedData(variant: ParallelVariant | undefined): string {
  return variant?.data === "permuted" ? "the same answers, permuted" : "normal random data";
}
