import { stirlingError } from "./stirling-error";
import { tailIntegral } from "./tail-integral";

/**
 * ln Q(a, x), the upper regularised incomplete gamma function, accurate far out in the tail and for large a
 * (where @stdlib's is wrong from a ≈ 950 on, and others return 0).
 *
 *     Q(a, x) = x^a e^(−x) / Γ(a) · ∫₀^∞ (1 + v)^(a−1) e^(−xv) dv
 *
 * (Abramowitz & Stegun, 1964, 6.5.3, with t = x(1 + v)). Below x = a the lower tail is summed and its complement taken.
 *
 * @param a shape, positive
 * @param x not negative
 */
export function logUpperGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN;
  if (x === 0) return 0;
  if (x === Infinity) return -Infinity;
  if (x < a) return Math.log1p(-lowerSeries(a, x));
  return logTailBeyondMean(a, x);
}

/** Q(a, x). Source: as `logUpperGamma`. */
export function upperGamma(a: number, x: number): number {
  if (a > 0 && x > 0 && x < a) return 1 - lowerSeries(a, x);
  return Math.exp(logUpperGamma(a, x));
}

/** P(a, x) = 1 − Q(a, x), accurate for small probabilities too. Source: as `logUpperGamma`; series of Abramowitz & Stegun (1964), 6.5.29. */
export function lowerGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN;
  if (x === 0) return 0;
  return x < a ? lowerSeries(a, x) : -Math.expm1(logUpperGamma(a, x));
}

/** ln of x^a e^(−x) / Γ(a) in Loader's form: deviance and Stirling error, which do not grow with a. */
function logPrefactor(a: number, x: number): number {
  const d = (x - a) / a;
  // far below the mean d is −1 but for its last digits, which log1p would need
  const logRatio = Math.abs(d) < 0.5 ? Math.log1p(d) : Math.log(x / a);
  return 0.5 * Math.log(a / (2 * Math.PI)) - a * (d - logRatio) - stirlingError(a);
}

function logTailBeyondMean(a: number, x: number): number {
  const width = 1 / (x - a + 1 + Math.sqrt(Math.max(a - 1, 0)));
  return logPrefactor(a, x) + Math.log(tailIntegral((v) => (a - 1) * Math.log1p(v) - x * v, width));
}

/** P(a, x) = x^a e^(−x) / Γ(a) · Σ xⁿ / (a (a+1) … (a+n)) (Abramowitz & Stegun, 1964, 6.5.29); all terms are positive. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return Math.exp(logPrefactor(a, x)) * sum;
}
