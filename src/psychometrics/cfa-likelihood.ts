import { Matrix } from "ml-matrix";
import { cholesky, inverseFromCholesky, logDeterminant } from "../numerics/cholesky";
import { flatten } from "../numerics/eigen";
import { solvePositive } from "../numerics/optimise";

/** Which factor each of the p items belongs to. */
export interface SimpleStructure {
  readonly p: number;
  readonly m: number;
  readonly owner: readonly number[];
}

/** Parameters in the order loadings (p), residual variances (p), factor correlations below the diagonal; factor variances are 1. */
export interface SimpleModel {
  readonly loadings: readonly number[];
  readonly residuals: readonly number[];
  readonly phi: Matrix;
  /** Σ = ΛΦΛ′ + Θ, p × p */
  readonly implied: Matrix;
}

export interface Fitted {
  readonly model: SimpleModel;
  /** F = ln|Σ| + tr(SΣ⁻¹) − ln|S| − p */
  readonly discrepancy: number;
  /** covariances of the parameters times n: inverse of half the expected second derivatives; null where these are singular */
  readonly covariances: Matrix | null;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Maximum likelihood of a simple structure by Fisher scoring (Jöreskog, 1969; Bollen, 1989, chap. 4): with V = Σ⁻¹ the slope in a parameter is
 * tr[V(Σ − S)V ∂Σ], and the expected second derivative tr[V ∂ₐΣ V ∂ᵦΣ].
 *
 * @param S correlations, p × p, positive definite
 */
export function minimise(S: Matrix, structure: SimpleStructure): Fitted {
  const observed = logDeterminant(cholesky(S)!);
  let x = startingValues(S, structure);
  let point = evaluate(S, observed, x, structure)!;
  for (let iteration = 0; ; iteration++) {
    const { gradient, information } = slopes(S, point, structure);
    const steepest = gradient.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    const converged = steepest < 1e-9;
    const next = converged || iteration >= 500 ? null : improve(S, observed, x, gradient, information, point, structure);
    if (next) {
      x = next.x;
      point = next.point;
      continue;
    }
    const factor = cholesky(information.mul(0.5), 1e-10);
    return {
      model: point.model,
      discrepancy: Math.max(point.value, 0),
      covariances: factor && inverseFromCholesky(factor),
      iterations: iteration,
      converged: converged || steepest < 1e-6,
    };
  }
}

interface Point {
  readonly model: SimpleModel;
  readonly value: number;
  /** Σ⁻¹ */
  readonly inverse: Matrix;
}

/** Items in the direction of their factor's first principal axis; factors uncorrelated but for the sign of their items' correlations. */
function startingValues(S: Matrix, { p, m, owner }: SimpleStructure): Float64Array {
  const x = new Float64Array(2 * p + (m * (m - 1)) / 2);
  for (let f = 0; f < m; f++) {
    const own = owner.flatMap((factor, i) => (factor === f ? [i] : []));
    let axis = own.map(() => 1);
    for (let pass = 0; pass < 30; pass++) {
      const next = own.map((i) => own.reduce((sum, j, k) => sum + S.get(i, j) * axis[k], 0));
      const length = Math.hypot(...next);
      axis = next.map((value) => value / length);
    }
    own.forEach((i, k) => {
      x[i] = Math.max(-0.9, Math.min(0.9, axis[k] * Math.sqrt(own.length) * 0.6));
      x[p + i] = 1 - x[i] ** 2;
    });
  }
  return x;
}

/** A step that lowers F: Fisher's, or one damped as far as it takes where the information is nearly singular (Levenberg, 1944; Marquardt, 1963). */
function improve(
  S: Matrix,
  observed: number,
  x: Float64Array,
  gradient: Float64Array,
  information: Matrix,
  from: Point,
  structure: SimpleStructure,
): { x: Float64Array; point: Point } | null {
  for (const damping of [0, 1e-4, 1e-2, 1, 100]) {
    const damped = information.clone();
    for (let at = 0; at < damped.rows; at++) damped.set(at, at, damped.get(at, at) * (1 + damping) + damping * 1e-6);
    const step = solvePositive(flatten(damped), gradient);
    const next = step && shorten(S, observed, x, step, gradient, from, structure);
    if (next) return next;
  }
  return null;
}

function shorten(
  S: Matrix,
  observed: number,
  x: Float64Array,
  step: Float64Array,
  gradient: Float64Array,
  from: Point,
  structure: SimpleStructure,
): { x: Float64Array; point: Point } | null {
  const slope = gradient.reduce((sum, value, at) => sum + value * step[at], 0);
  for (let length = 1; length > 1e-4; length /= 2) {
    const candidate = x.map((value, at) => value - length * step[at]);
    const point = evaluate(S, observed, candidate, structure);
    if (point && point.value <= from.value - 1e-4 * length * slope + 1e-14) return { x: candidate, point };
  }
  return null;
}

function evaluate(S: Matrix, observed: number, x: Float64Array, { p, m, owner }: SimpleStructure): Point | null {
  const loadings = Array.from(x.subarray(0, p));
  const residuals = Array.from(x.subarray(p, 2 * p));
  const phi = Matrix.eye(m);
  for (let a = 0, at = 2 * p; a < m; a++) {
    for (let b = 0; b < a; b++, at++) {
      phi.set(a, b, x[at]);
      phi.set(b, a, x[at]);
    }
  }
  const implied = new Matrix(p, p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) implied.set(i, j, loadings[i] * loadings[j] * phi.get(owner[i], owner[j]) + (i === j ? residuals[i] : 0));
  const factor = cholesky(implied);
  if (!factor) return null;
  const inverse = inverseFromCholesky(factor);
  let trace = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) trace += S.get(i, j) * inverse.get(i, j);
  return { model: { loadings, residuals, phi, implied }, value: logDeterminant(factor) - observed + trace - p, inverse };
}

function slopes(S: Matrix, { model, inverse: V }: Point, { p, m, owner }: SimpleStructure): { gradient: Float64Array; information: Matrix } {
  const Lambda = new Matrix(p, m);
  owner.forEach((f, i) => Lambda.set(i, f, model.loadings[i]));
  const A = Lambda.mmul(model.phi); // ΛΦ: ∂Σ/∂λᵢ = eᵢa′ + aeᵢ′ with a its factor's column
  const G = V.mmul(Matrix.sub(model.implied, S)).mmul(V);
  const GA = G.mmul(A);
  const GL = Lambda.transpose().mmul(G).mmul(Lambda);
  const VA = V.mmul(A);
  const VL = V.mmul(Lambda);
  const B = A.transpose().mmul(VA);
  const K = Lambda.transpose().mmul(VL);
  const AVL = A.transpose().mmul(VL);
  const pairs: [number, number][] = [];
  for (let a = 0; a < m; a++) for (let b = 0; b < a; b++) pairs.push([a, b]);

  const size = 2 * p + pairs.length;
  const gradient = new Float64Array(size);
  const information = new Matrix(size, size);
  const put = (row: number, column: number, value: number) => {
    information.set(row, column, value);
    information.set(column, row, value);
  };
  for (let i = 0; i < p; i++) {
    const f = owner[i];
    gradient[i] = 2 * GA.get(i, f);
    gradient[p + i] = G.get(i, i);
    for (let j = 0; j < p; j++) {
      const g = owner[j];
      if (j <= i) put(i, j, 2 * (VA.get(i, g) * VA.get(j, f) + V.get(i, j) * B.get(f, g)));
      if (j <= i) put(p + i, p + j, V.get(i, j) ** 2);
      put(i, p + j, 2 * V.get(i, j) * VA.get(j, f));
    }
    pairs.forEach(([a, b], at) => {
      put(i, 2 * p + at, 2 * (VL.get(i, a) * AVL.get(f, b) + VL.get(i, b) * AVL.get(f, a)));
      put(p + i, 2 * p + at, 2 * VL.get(i, a) * VL.get(i, b));
    });
  }
  pairs.forEach(([a, b], at) => {
    gradient[2 * p + at] = 2 * GL.get(a, b);
    pairs.forEach(([c, d], other) => put(2 * p + at, 2 * p + other, 2 * (K.get(a, c) * K.get(b, d) + K.get(a, d) * K.get(b, c))));
  });
  return { gradient, information };
}
