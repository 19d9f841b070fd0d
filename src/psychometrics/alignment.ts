import { Matrix } from "ml-matrix";

/**
 * Columns of a factor solution put in the order and direction of another one's, by largest |congruence| (Tucker, 1951), pattern and Φ together:
 * factors of two samples come in any order and sign.
 *
 * @param loadings p × m
 * @param phi factor correlations, m × m
 * @param target loadings, p × m
 */
export function aligned(loadings: Matrix, phi: Matrix, target: Matrix): { loadings: Matrix; phi: Matrix } {
  const m = target.columns;
  const congruence = Array.from({ length: m }, (_, to) => Array.from({ length: m }, (_, from) => congruenceOf(target.getColumn(to), loadings.getColumn(from))));
  const order = new Array<number>(m).fill(-1);
  const taken = new Set<number>();
  // the clearest pair first, so that a factor found again is not taken by one that is not
  for (let step = 0; step < m; step++) {
    let best = { to: -1, from: -1, size: -1 };
    congruence.forEach((row, to) => {
      if (order[to] >= 0) return;
      row.forEach((value, from) => {
        if (!taken.has(from) && Math.abs(value) > best.size) best = { to, from, size: Math.abs(value) };
      });
    });
    order[best.to] = best.from;
    taken.add(best.from);
  }
  const sign = order.map((from, to) => (congruence[to][from] < 0 ? -1 : 1));
  const pattern = new Matrix(loadings.rows, m);
  const correlations = new Matrix(m, m);
  for (let to = 0; to < m; to++) {
    for (let i = 0; i < loadings.rows; i++) pattern.set(i, to, sign[to] * loadings.get(i, order[to]));
    for (let other = 0; other < m; other++) correlations.set(to, other, sign[to] * sign[other] * phi.get(order[to], order[other]));
  }
  return { loadings: pattern, phi: correlations };
}

/** Tucker's (1951) coefficient of congruence of two columns of loadings: Σab / √(Σa² Σb²). */
export function congruenceOf(a: readonly number[], b: readonly number[]): number {
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  a.forEach((value, i) => {
    product += value * b[i];
    squaresA += value * value;
    squaresB += b[i] * b[i];
  });
  return product / Math.sqrt(squaresA * squaresB || 1);
}
