import { pOfT } from "../../src/numerics/p-values";

/** The quantile of t by bisection of its p value: for tests only. */
export function quantileOfT(probability: number, df: number): number {
  let low = 0;
  let high = 700;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (pOfT(middle, df, 1) > 1 - probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
