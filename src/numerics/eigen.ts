import { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";

/** Eigenvalues in descending order; vector k (length p) starts at `k * p` of `vectors`, in the order of the values. */
export interface EigenSystem {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * All eigenvalues and eigenvectors of a symmetric matrix.
 * Source: Golub & Van Loan (2013), algorithms 8.3.1–8.3.3.
 *
 * @param R p × p, symmetric
 * @returns `values`, descending; `vectors`, p × p, the eigenvectors in its columns (of unit length, sign arbitrary)
 * @throws ScreeError `matrix-not-finite`
 */
export function symmetricEigen(R: Matrix): { values: Float64Array; vectors: Matrix } {
  const p = R.rows;
  const { values, vectors } = eigenSystem(flatten(R), p);
  const columns = new Matrix(p, p);
  for (let k = 0; k < p; k++) for (let i = 0; i < p; i++) columns.set(i, k, vectors[k * p + i]);
  return { values, vectors: columns };
}

/**
 * As `symmetricEigen`, on a row-major array that is overwritten: what iterations call.
 *
 * Householder reduction to tridiagonal form, then implicitly shifted QR with Wilkinson's shift
 * (Golub & Van Loan, 2013, Matrix Computations, algorithms 8.3.1–8.3.3).
 */
export function eigenSystem(a: Float64Array, p: number): EigenSystem {
  const { diagonal, off, reflectors } = tridiagonalise(a, p);
  const rows = productOfReflectors(a, reflectors, p);
  diagonalise(diagonal, off, rows);
  return descending(diagonal, rows);
}

/**
 * Eigenvalues alone, in descending order: some eight times faster than with vectors, for parallel analysis.
 * Source: Golub & Van Loan (2013), algorithms 8.3.1–8.3.3.
 *
 * @param a p × p, symmetric, row-major; overwritten
 */
export function eigenvaluesOf(a: Float64Array, p: number): Float64Array {
  const { diagonal, off } = tridiagonalise(a, p);
  diagonalise(diagonal, off);
  return diagonal.sort().reverse();
}

/**
 * A matrix as a new row-major array.
 *
 * @internal
 */
export function flatten(M: Matrix): Float64Array {
  const flat = new Float64Array(M.rows * M.columns);
  for (let i = 0, at = 0; i < M.rows; i++) for (let j = 0; j < M.columns; j++) flat[at++] = M.get(i, j);
  return flat;
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** off[k] joins k and k + 1 */
  readonly off: Float64Array;
  /** 2 / v′v of reflector k, whose v stays in row k of the matrix, right of the diagonal; 0: no reflection */
  readonly reflectors: Float64Array;
}

/** A ← Q′AQ by p − 2 reflections H = I − βvv′, each a symmetric update of rank two: A − vw′ − wv′, w = βAv − ½β²(v′Av)v. */
function tridiagonalise(a: Float64Array, p: number): Tridiagonal {
  const diagonal = new Float64Array(p);
  const off = new Float64Array(p);
  const reflectors = new Float64Array(p);
  const w = new Float64Array(p);
  for (let k = 0; k < p; k++) {
    const row = k * p;
    diagonal[k] = a[row + k];
    // the updates keep the lower triangle alone; the row to eliminate is read right of the diagonal
    for (let j = k + 1; j < p; j++) a[row + j] = a[j * p + k];
    if (k >= p - 2) {
      if (k === p - 2) off[k] = a[row + k + 1];
      continue;
    }
    const first = k + 1;
    let scale = 0;
    for (let j = first; j < p; j++) scale = Math.max(scale, Math.abs(a[row + j]));
    if (scale === 0) continue;
    let tail = 0;
    for (let j = first + 1; j < p; j++) tail += (a[row + j] / scale) ** 2;
    if (tail === 0) {
      off[k] = a[row + first];
      continue;
    }
    const head = a[row + first] / scale;
    const length = Math.sqrt(head * head + tail);
    const target = head > 0 ? -length : length;
    for (let j = first; j < p; j++) a[row + j] /= scale;
    a[row + first] = head - target;
    off[k] = target * scale;
    const beta = 2 / ((head - target) ** 2 + tail);
    reflectors[k] = beta;

    // the lower triangle alone is read and written: half the work, and exact symmetry
    w.fill(0, first);
    for (let i = first; i < p; i++) {
      const at = i * p;
      const vi = a[row + i];
      let sum = a[at + i] * vi;
      for (let j = first; j < i; j++) {
        const value = a[at + j];
        sum += value * a[row + j];
        w[j] += value * vi;
      }
      w[i] += sum;
    }
    let product = 0;
    for (let i = first; i < p; i++) {
      w[i] *= beta;
      product += w[i] * a[row + i];
    }
    product *= beta / 2;
    for (let i = first; i < p; i++) w[i] -= product * a[row + i];
    for (let i = first; i < p; i++) {
      const at = i * p;
      const vi = a[row + i];
      const wi = w[i];
      for (let j = first; j <= i; j++) a[at + j] -= vi * w[j] + wi * a[row + j];
    }
  }
  for (let k = 0; k < p; k++) {
    if (!Number.isFinite(diagonal[k]) || !Number.isFinite(off[k])) {
      throw new ScreeError("matrix-not-finite", "The matrix holds a value that is not a number, so it has no eigenvalues.", {
        hint: "Leave out items without variance or without answers in common.",
      });
    }
  }
  return { diagonal, off, reflectors };
}

/** Q′ with the reflections multiplied from the last to the first, so that each touches only the corner that is not yet the identity. */
function productOfReflectors(a: Float64Array, reflectors: Float64Array, p: number): Float64Array {
  const q = new Float64Array(p * p);
  for (let i = 0; i < p; i++) q[i * p + i] = 1;
  const w = new Float64Array(p);
  for (let k = p - 3; k >= 0; k--) {
    const beta = reflectors[k];
    if (beta === 0) continue;
    const row = k * p;
    // Q′ ← Q′H: w = Q′v, Q′ −= βwv′
    for (let i = k + 1; i < p; i++) {
      const at = i * p;
      let sum = 0;
      for (let j = k + 1; j < p; j++) sum += q[at + j] * a[row + j];
      w[i] = beta * sum;
    }
    for (let i = k + 1; i < p; i++) {
      const at = i * p;
      const wi = w[i];
      for (let j = k + 1; j < p; j++) q[at + j] -= wi * a[row + j];
    }
  }
  return q;
}

/** Implicit QR on the tridiagonal matrix; `rows`, where given, are rotated with it and end as the eigenvectors. */
function diagonalise(d: Float64Array, e: Float64Array, rows?: Float64Array): void {
  const p = d.length;
  let norm = 0;
  for (let k = 0; k < p; k++) norm = Math.max(norm, Math.abs(d[k]) + Math.abs(e[k]));
  // far below the norm an element no longer counts; below 1e-150 its square underflows
  const floor = Math.max(Number.EPSILON ** 2 * norm, 1e-150);
  const negligible = (k: number) => Math.abs(e[k]) <= Math.max(floor, Number.EPSILON * (Math.abs(d[k]) + Math.abs(d[k + 1])));

  // two or three steps a value are usual; sixty say that something is wrong with the numbers, and never a hang
  let steps = 60 * p;
  for (let high = p - 1; high > 0;) {
    if (negligible(high - 1)) {
      e[--high] = 0;
      continue;
    }
    if (steps-- === 0) throw new ScreeError("eigenvalues-not-found", "The eigenvalues of the matrix could not be found: its elements differ too much in size.");
    let low = high - 1;
    while (low > 0 && !negligible(low - 1)) low--;

    const half = (d[high - 1] - d[high]) / 2;
    const coupling = e[high - 1];
    const shift = d[high] - (coupling * coupling) / (half + (half < 0 ? -1 : 1) * Math.hypot(half, coupling));
    let x = d[low] - shift;
    let z = e[low];
    for (let k = low; k < high; k++) {
      const r = Math.sqrt(x * x + z * z);
      const c = r === 0 ? 1 : x / r;
      const s = r === 0 ? 0 : z / r;
      if (k > low) e[k - 1] = r;
      const a = d[k];
      const b = e[k];
      const g = d[k + 1];
      d[k] = c * c * a + 2 * c * s * b + s * s * g;
      d[k + 1] = s * s * a - 2 * c * s * b + c * c * g;
      e[k] = c * s * (g - a) + (c * c - s * s) * b;
      if (k < high - 1) {
        x = e[k];
        z = s * e[k + 1];
        e[k + 1] *= c;
      }
      if (rows) rotateRows(rows, k * p, p, c, s);
    }
  }
}

function rotateRows(rows: Float64Array, at: number, p: number, c: number, s: number): void {
  for (let j = at; j < at + p; j++) {
    const upper = rows[j];
    const lower = rows[j + p];
    rows[j] = c * upper + s * lower;
    rows[j + p] = c * lower - s * upper;
  }
}

function descending(values: Float64Array, rows: Float64Array): EigenSystem {
  const p = values.length;
  const order = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  const vectors = new Float64Array(p * p);
  order.forEach((from, to) => vectors.set(rows.subarray(from * p, (from + 1) * p), to * p));
  return { values: Float64Array.from(order, (k) => values[k]), vectors };
}
