import { Matrix } from "ml-matrix";
import type { Rotated } from "./rotated";

export interface OrthomaxRule {
  /** end when a sweep over all pairs of factors raises the criterion by less */
  readonly tolerance: number;
  readonly maxSweeps: number;
}

/** SPSS stops its sweeps at a change below .0001 (RCONVERGE), short of the optimum by up to .0013 in a loading. */
export const spssSweeps: OrthomaxRule = { tolerance: 1e-4, maxSweeps: 250 };
/** Until no pair turns any more. */
export const toTheOptimum: OrthomaxRule = { tolerance: 0, maxSweeps: 10_000 };

/** Angles below this one leave a loading as it is. */
const STILL = 1e-13;

/** w of the orthomax family; with Crawford & Ferguson's κ it is pκ. */
export const orthomaxWeight = {
  quartimax: () => 0,
  varimax: () => 1,
  equamax: (_p: number, m: number) => m / 2,
  parsimax: (p: number, m: number) => (p * (m - 1)) / (p + m - 2),
} as const;

/**
 * Orthogonal rotation that maximises the orthomax criterion (Harman, 1976, eq. 13.26)
 *
 *     Σⱼ [ p Σᵢ λᵢⱼ⁴ − w (Σᵢ λᵢⱼ²)² ]
 *
 * by planar rotations of all pairs of factors in turn (Kaiser, 1958): with u = x² − y², v = 2xy, and A, B, C, D the sums of
 * u, v, u² − v² and 2uv, the angle is ¼ atan2(D − 2wAB/p, C − w(A² − B²)/p).
 *
 * @param loadings p × m
 */
export function orthomax(loadings: Matrix, weight: number, rule: OrthomaxRule): Rotated {
  const p = loadings.rows;
  const m = loadings.columns;
  const columns = Array.from({ length: m }, (_, k) => Float64Array.from(loadings.getColumn(k)));
  let before = simplicity(columns, p, weight);
  for (let sweep = 1; ; sweep++) {
    let widest = 0;
    for (let j = 0; j < m - 1; j++) for (let k = j + 1; k < m; k++) widest = Math.max(widest, Math.abs(turn(columns[j], columns[k], weight)));
    const now = simplicity(columns, p, weight);
    const converged = widest < STILL || Math.abs(now - before) < rule.tolerance;
    before = now;
    if (converged || sweep >= rule.maxSweeps) {
      const rotated = new Matrix(p, m);
      columns.forEach((column, k) => column.forEach((value, i) => rotated.set(i, k, value)));
      return { loadings: rotated, phi: null, iterations: sweep, converged };
    }
  }
}

function turn(x: Float64Array, y: Float64Array, weight: number): number {
  const p = x.length;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < p; i++) {
    const u = x[i] * x[i] - y[i] * y[i];
    const v = 2 * x[i] * y[i];
    a += u;
    b += v;
    c += u * u - v * v;
    d += 2 * u * v;
  }
  const sine = d - (2 * weight * a * b) / p;
  const cosine = c - (weight * (a * a - b * b)) / p;
  if (Math.hypot(sine, cosine) < 1e-300) return 0;
  const angle = Math.atan2(sine, cosine) / 4;
  if (Math.abs(angle) < STILL) return 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < p; i++) {
    const xi = x[i];
    x[i] = cos * xi + sin * y[i];
    y[i] = cos * y[i] - sin * xi;
  }
  return angle;
}

function simplicity(columns: readonly Float64Array[], p: number, weight: number): number {
  let total = 0;
  for (const column of columns) {
    let squares = 0;
    let fourth = 0;
    for (const value of column) {
      const square = value * value;
      squares += square;
      fourth += square * square;
    }
    total += p * fourth - weight * squares * squares;
  }
  return total;
}
