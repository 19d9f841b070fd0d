import type { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";
import { cholesky, inverseFromCholesky } from "../numerics/cholesky";
import { symmetricEigen } from "../numerics/eigen";
import { list } from "../survey/names";
import { antiImage } from "./anti-image";
import { contradictingItems } from "./contradicting-items";
import { dependentItems } from "./dependent-items";
import { indefiniteAdvice } from "./indefinite";

/** How well the items hang together: overall, and item by item (MSA). All values lie in (0, 1); null (0/0) for items without any correlation. */
export interface SamplingAdequacy {
  readonly overall: number | null;
  readonly perItem: readonly (number | null)[];
  /** p × p, with the MSA on its diagonal, as SPSS prints it */
  readonly antiImageCorrelation: Matrix;
}

/**
 * Kaiser–Meyer–Olkin measure of sampling adequacy (Kaiser & Rice, 1974, eqs. 1–2).
 *
 *     KMO = Σ r²ᵢⱼ / (Σ r²ᵢⱼ + Σ q²ᵢⱼ)  over i ≠ j,   qᵢⱼ = −Qᵢⱼ / √(Qᵢᵢ Qⱼⱼ),   Q = R⁻¹
 *
 * MSA of an item is the same ratio over its row. Reference: `psych::KMO(R)`.
 *
 * @param R correlations, p × p
 * @param items the p names, for the message
 * @throws ScreeError `singular-correlations`: a singular R has no partial correlations, so no KMO (psych prints .5 there)
 * @throws ScreeError `indefinite-correlations`: no data have this R (it comes from pairwise deletion or polychoric estimates)
 */
export function samplingAdequacy(R: Matrix, items: readonly string[]): SamplingAdequacy {
  const image = antiImage(inverseOrRefusal(R, items)).correlation; // q with its sign changed
  const p = R.rows;
  const correlation = new Float64Array(p); // Σ r² of each row
  const partial = new Float64Array(p); // Σ q² of each row
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      if (i === j) continue;
      correlation[i] += R.get(i, j) ** 2;
      partial[i] += image.get(i, j) ** 2;
    }
  }
  const ratio = (r: number, q: number) => (r + q > 0 ? r / (r + q) : null);
  const sum = (v: Float64Array) => v.reduce((a, b) => a + b, 0);
  const perItem = Array.from(correlation, (r, i) => ratio(r, partial[i]));
  perItem.forEach((msa, i) => image.set(i, i, msa ?? 0));
  return { overall: ratio(sum(correlation), sum(partial)), perItem, antiImageCorrelation: image };
}

/**
 * R⁻¹, or the sentence that says why there is none.
 *
 * @internal
 */
export function inverseOrRefusal(R: Matrix, items: readonly string[]): Matrix {
  const L = cholesky(R, 1e-10);
  if (L) return inverseFromCholesky(L);
  const dependent = dependentItems(R, items);
  if (dependent.length === 0) {
    const smallest = symmetricEigen(R).values[R.rows - 1];
    const against = contradictingItems(R, items);
    const message = `KMO does not exist: no complete data could have these correlations (their smallest eigenvalue is ${smallest.toFixed(3).replace("-", "−")}). Those of ${list(against)} contradict each other most.`;
    throw new ScreeError("indefinite-correlations", message, {
      data: { smallestEigenvalue: smallest, items: against },
      hint: indefiniteAdvice,
    });
  }
  throw new ScreeError("singular-correlations", `KMO does not exist: ${list(dependent)} can be computed from the other items.`, {
    hint: "Leave one of them out.",
    data: { items: dependent },
  });
}
