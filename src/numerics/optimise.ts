/** What a minimiser asks at a point: the value at once, slopes and curvature only where they are needed. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
  /** second derivatives, n × n, row-major */
  hessian(): Float64Array;
  /** a positive semidefinite stand-in for the second derivatives, for where they are not positive definite */
  curvature(): Float64Array;
}

export interface Minimum<E extends Evaluation> {
  readonly x: Float64Array;
  readonly at: E;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Newton's method within bounds (projected Newton; Bertsekas, 1982, SIAM J. Control Optim. 20, 221–246): variables that a bound
 * holds against the slope are set aside, the others take a Newton step, halved until it pays (Armijo).
 *
 * @param start n values within the bounds
 * @param tolerance on the largest slope of a free variable; where rounding or the iterations end the search first, its root will do
 */
export function minimiseWithin<E extends Evaluation>(
  start: Float64Array,
  { lower, upper, tolerance, maxIterations }: { lower: number; upper: number; tolerance: number; maxIterations: number },
  evaluate: (x: Float64Array) => E,
): Minimum<E> {
  const clamp = (value: number) => Math.min(Math.max(value, lower), upper);
  let x = Float64Array.from(start, clamp);
  let at = evaluate(x);
  for (let iteration = 0; ; iteration++) {
    const free = Array.from(x.keys()).filter((i) => !(x[i] <= lower && at.gradient[i] >= 0) && !(x[i] >= upper && at.gradient[i] <= 0));
    const steepest = free.reduce((largest, i) => Math.max(largest, Math.abs(at.gradient[i])), 0);
    if (steepest <= tolerance) return { x, at, iterations: iteration, converged: true };
    const flat = steepest <= Math.sqrt(tolerance);
    if (iteration === maxIterations) return { x, at, iterations: iteration, converged: flat };

    const step = newtonStep(at, free);
    let accepted = false;
    for (let length = 1; length > 1e-12; length /= 2) {
      const candidate = x.slice();
      free.forEach((i, k) => (candidate[i] = clamp(x[i] - length * step[k])));
      const next = evaluate(candidate);
      const promised = free.reduce((sum, i) => sum + at.gradient[i] * (x[i] - candidate[i]), 0);
      // near the minimum the decrease sinks below the rounding of the value: there a smaller slope decides
      const rounding = 1e-14 * (1 + Math.abs(at.value));
      const better = next.value <= at.value - 1e-4 * promised || (next.value <= at.value + rounding && largestOf(next.gradient, free) < steepest);
      if (!better) continue;
      x = candidate;
      at = next;
      accepted = true;
      break;
    }
    // no step pays: the limit of double precision
    if (!accepted) return { x, at, iterations: iteration, converged: flat };
  }
}

function largestOf(gradient: Float64Array, free: readonly number[]): number {
  return free.reduce((largest, i) => Math.max(largest, Math.abs(gradient[i])), 0);
}

function newtonStep(at: Evaluation, free: readonly number[]): Float64Array {
  const slope = Float64Array.from(free, (i) => at.gradient[i]);
  const n = at.gradient.length;
  const among = (full: Float64Array) =>
    Float64Array.from({ length: free.length ** 2 }, (_, k) => full[free[Math.floor(k / free.length)] * n + free[k % free.length]]);
  const exact = solvePositive(among(at.hessian()), slope);
  if (exact) return exact;
  const safe = among(at.curvature());
  let ridge = 0;
  for (let i = 0; i < free.length; i++) ridge = Math.max(ridge, safe[i * free.length + i]);
  for (let share = 1e-8; share < 1e8; share *= 100) {
    const damped = safe.slice();
    for (let i = 0; i < free.length; i++) damped[i * free.length + i] += share * ridge;
    const step = solvePositive(damped, slope);
    if (step) return step;
  }
  return slope;
}

/** Solves Ax = b by Cholesky's factor, in place; null where A is not positive definite. Source: Golub & Van Loan (2013), sect. 4.2. */
export function solvePositive(a: Float64Array, b: Float64Array): Float64Array | null {
  const n = b.length;
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      if (i > j) a[i * n + j] = sum / a[j * n + j];
      else if (sum > 1e-12 * Math.abs(a[i * n + i])) a[i * n + i] = Math.sqrt(sum);
      else return null;
    }
    for (let k = 0; k < i; k++) x[i] -= a[i * n + k] * x[k];
    x[i] /= a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= a[k * n + i] * x[k];
    x[i] /= a[i * n + i];
  }
  return x;
}
