import { type Matrix } from "ml-matrix";
import { eigenSystem, flatten } from "../numerics/eigen";
import { type Extraction, principalLoadings } from "./extraction";

export interface PafRule {
  /** what is watched from one iteration to the next: the largest change of a communality, or the change of their sum */
  readonly change: "largest" | "sum";
  /** the iteration ends when the change is smaller */
  readonly tolerance: number;
  readonly maxIterations: number;
  /** end as soon as a communality exceeds 1, as SPSS does */
  readonly abortBeyondOne: boolean;
}

/** `spss`: ECONVERGE(.001) ITERATE(25); `psych`: fa(fm = "pa", min.err = .001, max.iter = 50); `limit`: as far as it goes, where PAF meets MinRes. */
export const stopRules: Record<"spss" | "psych" | "limit", PafRule> = {
  spss: { change: "largest", tolerance: 1e-3, maxIterations: 25, abortBeyondOne: true },
  psych: { change: "sum", tolerance: 1e-3, maxIterations: 50, abortBeyondOne: false },
  limit: { change: "largest", tolerance: 1e-9, maxIterations: 2_000, abortBeyondOne: false },
};

/**
 * Principal axis factoring: communalities into the diagonal of R, loadings from its m largest eigenvalues, communalities from the
 * loadings, and again (Thomson, 1934; Harman, 1976, chap. 5).
 *
 * @param R correlations, p × p
 * @param initial communalities to start from, p: squared multiple correlations
 * @returns `converged` false when the rule's iterations ran out or a communality exceeded 1; the loadings are then those of the last iteration
 */
export function principalAxes(R: Matrix, m: number, initial: readonly number[], rule: PafRule): Extraction {
  const p = R.rows;
  const correlations = flatten(R);
  const reduced = new Float64Array(p * p);
  const h2 = Float64Array.from(initial);
  for (let iteration = 1; ; iteration++) {
    reduced.set(correlations);
    for (let i = 0; i < p; i++) reduced[i * p + i] = h2[i];
    const { values, vectors } = eigenSystem(reduced, p);
    let change = 0;
    let sum = 0;
    let largest = 0;
    for (let i = 0; i < p; i++) {
      let next = 0;
      for (let k = 0; k < m && values[k] > 0; k++) next += values[k] * vectors[k * p + i] ** 2;
      change = Math.max(change, Math.abs(next - h2[i]));
      sum += next - h2[i];
      largest = Math.max(largest, next);
      h2[i] = next;
    }
    const beyond = rule.abortBeyondOne && largest > 1;
    const converged = (rule.change === "sum" ? Math.abs(sum) : change) < rule.tolerance && !beyond;
    if (converged || beyond || iteration >= rule.maxIterations) {
      return {
        loadings: principalLoadings(values, vectors, p, m),
        initialCommunalities: initial,
        uniquenesses: Array.from(h2, (value) => 1 - value),
        iterations: iteration,
        converged,
      };
    }
  }
}
