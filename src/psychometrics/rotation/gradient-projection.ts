import type { Criterion } from "./criteria";

/** Where a descent ended. `rotation` is T, m × m row-major: Λ = A(T′)⁻¹ and Φ = T′T when oblique, Λ = AT when orthogonal. */
export interface Descent {
  readonly loadings: Float64Array;
  readonly rotation: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface DescentRule {
  /** length of the projected gradient at which the descent ends */
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** Steps that bring no smaller slope, after which a slope that is level is left at that. */
const MOST_IDLE = 20;

/**
 * Gradient projection on the manifold of oblique (columns of T of length 1) or orthogonal rotations
 * (Jennrich, 2001, 2002; Bernaards & Jennrich, 2005), with Barzilai and Borwein's (1988) step length as the first trial.
 *
 * @param a unrotated loadings, p × m, row-major
 * @param start T to begin with, m × m
 */
export function descend(
  a: Float64Array,
  p: number,
  m: number,
  criterion: Criterion,
  kind: "oblique" | "orthogonal",
  start: Float64Array,
  rule: DescentRule,
): Descent {
  const manifold = kind === "oblique" ? oblique(m) : orthogonal(m);
  let T: Float64Array = start.slice();
  let at = manifold.evaluate(a, p, T, criterion);
  let step = 1;
  let least = Infinity;
  let idle = 0;
  for (let iteration = 0; ; iteration++) {
    const direction = manifold.project(T, at.gradient);
    const squared = dot(direction, direction);
    // below this the slope is level for any purpose, and where it falls no further it is rounding
    const flat = Math.sqrt(squared) < Math.sqrt(rule.tolerance) * 1e-2;
    idle = squared < least ? 0 : idle + 1;
    least = Math.min(least, squared);
    const end = (converged: boolean): Descent => ({ loadings: at.loadings, rotation: T, value: at.value, iterations: iteration, converged });
    if (Math.sqrt(squared) < rule.tolerance || (flat && idle > MOST_IDLE)) return end(true);
    if (iteration >= rule.maxIterations) return end(flat);

    let trial = T;
    let next = at;
    let found = false;
    for (let halving = 0; halving < 40; halving++, step /= 2) {
      trial = manifold.retract(T, direction, step);
      next = manifold.evaluate(a, p, trial, criterion);
      // the last term forgives the rounding of f where the slope is all that is left to reduce
      if (next.value <= at.value - 1e-4 * step * squared + 1e-15 * Math.abs(at.value)) {
        found = true;
        break;
      }
    }
    if (!found) return end(flat);
    const turned = difference(trial, T);
    const bent = difference(manifold.project(trial, next.gradient), direction);
    const curvature = dot(turned, bent);
    step = curvature > 0 ? Math.min(dot(turned, turned) / curvature, 1e6) : 2 * step;
    T = trial;
    at = next;
  }
}

interface Point {
  readonly loadings: Float64Array;
  readonly value: number;
  /** ∂f/∂T, m × m */
  readonly gradient: Float64Array;
}

interface Manifold {
  evaluate(a: Float64Array, p: number, T: Float64Array, criterion: Criterion): Point;
  /** the part of the gradient that the manifold's constraints leave */
  project(T: Float64Array, gradient: Float64Array): Float64Array;
  /** back onto the manifold after a step against the direction */
  retract(T: Float64Array, direction: Float64Array, step: number): Float64Array;
}

function oblique(m: number): Manifold {
  return {
    evaluate(a, p, T, criterion) {
      const inverse = inverted(T, m); // Λ = A (T⁻¹)′
      const loadings = new Float64Array(p * m);
      for (let row = 0; row < p * m; row += m) {
        for (let k = 0; k < m; k++) {
          let sum = 0;
          for (let l = 0; l < m; l++) sum += a[row + l] * inverse[k * m + l];
          loadings[row + k] = sum;
        }
      }
      const slope = new Float64Array(p * m);
      const value = criterion(loadings, p, m, slope);
      const cross = crossProduct(loadings, slope, p, m); // Λ′ ∂f/∂Λ
      // ∂f/∂T = −(Λ′ (∂f/∂Λ) T⁻¹)′
      const gradient = new Float64Array(m * m);
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < m; j++) {
          let sum = 0;
          for (let l = 0; l < m; l++) sum += cross[i * m + l] * inverse[l * m + j];
          gradient[j * m + i] = -sum;
        }
      }
      return { loadings, value, gradient };
    },
    project(T, gradient) {
      const projected = gradient.slice();
      for (let k = 0; k < m; k++) {
        let along = 0;
        for (let i = 0; i < m; i++) along += T[i * m + k] * gradient[i * m + k];
        for (let i = 0; i < m; i++) projected[i * m + k] -= along * T[i * m + k];
      }
      return projected;
    },
    retract(T, direction, step) {
      const moved = T.map((value, at) => value - step * direction[at]);
      for (let k = 0; k < m; k++) {
        let squares = 0;
        for (let i = 0; i < m; i++) squares += moved[i * m + k] ** 2;
        const length = Math.sqrt(squares);
        for (let i = 0; i < m; i++) moved[i * m + k] /= length;
      }
      return moved;
    },
  };
}

function orthogonal(m: number): Manifold {
  return {
    evaluate(a, p, T, criterion) {
      const loadings = new Float64Array(p * m);
      for (let row = 0; row < p * m; row += m) {
        for (let k = 0; k < m; k++) {
          let sum = 0;
          for (let l = 0; l < m; l++) sum += a[row + l] * T[l * m + k];
          loadings[row + k] = sum;
        }
      }
      const slope = new Float64Array(p * m);
      const value = criterion(loadings, p, m, slope);
      return { loadings, value, gradient: crossProduct(a, slope, p, m) };
    },
    project(T, gradient) {
      const M = new Float64Array(m * m); // T′G
      for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) for (let l = 0; l < m; l++) M[i * m + j] += T[l * m + i] * gradient[l * m + j];
      const projected = gradient.slice();
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < m; j++) for (let l = 0; l < m; l++) projected[i * m + j] -= (T[i * m + l] * (M[l * m + j] + M[j * m + l])) / 2;
      }
      return projected;
    },
    retract(T, direction, step) {
      return orthonormalised(
        T.map((value, at) => value - step * direction[at]),
        m,
      );
    },
  };
}

/**
 * Gram–Schmidt on the columns, twice over for the last digits: a retraction that needs no singular values.
 * Source: Golub & Van Loan (2013), algorithm 5.2.6 (modified Gram–Schmidt).
 */
export function orthonormalised(T: Float64Array, m: number): Float64Array {
  const Q = T.slice();
  for (let k = 0; k < m; k++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let l = 0; l < k; l++) {
        let along = 0;
        for (let i = 0; i < m; i++) along += Q[i * m + l] * Q[i * m + k];
        for (let i = 0; i < m; i++) Q[i * m + k] -= along * Q[i * m + l];
      }
    }
    let squares = 0;
    for (let i = 0; i < m; i++) squares += Q[i * m + k] ** 2;
    const length = Math.sqrt(squares);
    for (let i = 0; i < m; i++) Q[i * m + k] /= length;
  }
  return Q;
}

/** Gauss–Jordan with partial pivoting, for the few factors of a rotation. */
function inverted(T: Float64Array, m: number): Float64Array {
  const a = T.slice();
  const inverse = new Float64Array(m * m);
  for (let i = 0; i < m; i++) inverse[i * m + i] = 1;
  for (let k = 0; k < m; k++) {
    let pivot = k;
    for (let i = k + 1; i < m; i++) if (Math.abs(a[i * m + k]) > Math.abs(a[pivot * m + k])) pivot = i;
    if (pivot !== k) {
      for (let j = 0; j < m; j++) {
        [a[k * m + j], a[pivot * m + j]] = [a[pivot * m + j], a[k * m + j]];
        [inverse[k * m + j], inverse[pivot * m + j]] = [inverse[pivot * m + j], inverse[k * m + j]];
      }
    }
    const scale = 1 / a[k * m + k];
    for (let j = 0; j < m; j++) {
      a[k * m + j] *= scale;
      inverse[k * m + j] *= scale;
    }
    for (let i = 0; i < m; i++) {
      const factor = a[i * m + k];
      if (i === k || factor === 0) continue;
      for (let j = 0; j < m; j++) {
        a[i * m + j] -= factor * a[k * m + j];
        inverse[i * m + j] -= factor * inverse[k * m + j];
      }
    }
  }
  return inverse;
}

function crossProduct(a: Float64Array, b: Float64Array, p: number, m: number): Float64Array {
  const product = new Float64Array(m * m);
  for (let row = 0; row < p * m; row += m) for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) product[i * m + j] += a[row + i] * b[row + j];
  return product;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]);
}
