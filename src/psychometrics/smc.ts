import type { Matrix } from "ml-matrix";
import { cholesky, inverseFromCholesky } from "../numerics/cholesky";
import { ScreeError } from "../errors";
import { dependentItems } from "./dependent-items";
import { indefiniteAdvice } from "./indefinite";

/**
 * Squared multiple correlation of each item with the others, 1 − 1/diag(R⁻¹) (Guttman, 1940): where factor extraction starts.
 * Reference: `psych::smc(R)`.
 *
 * @param R correlations, p × p
 * @param method what needs them, as the message says it
 * @throws ScreeError `singular-correlations`, `indefinite-correlations`
 */
export function squaredMultipleCorrelations(R: Matrix, items: readonly string[], method: string): number[] {
  const L = cholesky(R, 1e-10);
  if (L)
    return inverseFromCholesky(L)
      .diagonal()
      .map((value) => Math.min(Math.max(1 - 1 / value, 0), 1));
  const dependent = dependentItems(R, items);
  if (dependent.length > 0) {
    throw new ScreeError(
      "singular-correlations",
      `${method} needs the inverse of the correlations, and there is none: ${named(dependent)} can be computed from the other items.`,
      {
        hint: "Leave one of them out, ask more people, or extract principal components, which need no inverse.",
        data: { items: dependent },
      },
    );
  }
  throw new ScreeError("indefinite-correlations", `${method} needs correlations that some complete data could have; these have a negative eigenvalue.`, {
    hint: `${indefiniteAdvice} Principal components can be extracted all the same.`,
  });
}

/**
 * "Q1, Q2 and 22 more": a message stays a sentence when every item is concerned.
 *
 * @internal
 */
export function named(items: readonly string[]): string {
  return items.length <= 8 ? items.join(", ") : `${items.slice(0, 6).join(", ")} and ${items.length - 6} more`;
}
