import { pOfZ } from "./p-values";

/**
 * One-sided p of the Wilcoxon–Mann–Whitney rank-sum test that x tends to be smaller than y (Mann & Whitney, 1947), by the normal approximation with
 * correction for continuity and ties (Hollander, Wolfe & Chicken, 2014, eqs. 4.9–4.13).
 * Reference: `wilcox.test(x, y, alternative = "less", exact = FALSE)`.
 *
 * @param x,y at least one value each
 * @returns 1 where all values are equal
 */
export function rankSumLess(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const [m, n] = [x.length, y.length];
  const all = m + n;
  const values = Float64Array.from({ length: all }, (_, i) => (i < m ? x[i] : y[i - m]));
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  let ranks = 0;
  let ties = 0;
  for (let from = 0; from < all;) {
    let to = from + 1;
    while (to < all && values[order[to]] === values[order[from]]) to++;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (order[at] < m) ranks += rank;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const excess = ranks - (m * (m + 1)) / 2 - (m * n) / 2;
  const variance = ((m * n) / 12) * (all + 1 - ties / (all * (all - 1)));
  if (!(variance > 0)) return 1;
  const z = (excess + 0.5) / Math.sqrt(variance);
  return z < 0 ? pOfZ(z, 1) : 1 - pOfZ(z, 1);
}
