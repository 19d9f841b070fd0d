import { stirlingError } from "./stirling-error";
import { tailIntegral } from "./tail-integral";

/**
 * ln P(F > x) for F with d1 and d2 degrees of freedom, accurate far out in the tail.
 *
 * With a = d1/2, b = d2/2, X = ax/(ax + b) and Y = 1 − X the tail is
 *
 *     X^a Y^b / B(a, b) · ∫₀^∞ (1 + v)^(a−1) (1 + Xv)^(−a−b) dv
 *
 * (Johnson, Kotz & Balakrishnan, 1995, eq. 27.1, with F = x(1 + v)). The mode of F lies below 1, so the integrand decreases for x ≥ 1;
 * below 1 the tail is large and is taken from its complement, P(F < x) = P(F′ > 1/x) with the degrees of freedom exchanged.
 *
 * @param x not negative; Infinity gives −Infinity
 * @param d1 positive, need not be whole
 * @param d2 positive, need not be whole
 */
export function logUpperTailOfF(x: number, d1: number, d2: number): number {
  if (!(x >= 0 && d1 > 0 && d2 > 0)) return NaN;
  if (x === 0) return 0;
  if (x < 1) return Math.log1p(-Math.exp(logTailBeyondOne(1 / x, d2, d1)));
  return logTailBeyondOne(x, d1, d2);
}

/** P(F > x). Source: as `logUpperTailOfF`. */
export function upperTailOfF(x: number, d1: number, d2: number): number {
  if (x > 0 && x < 1 && d1 > 0 && d2 > 0) return 1 - Math.exp(logTailBeyondOne(1 / x, d2, d1));
  return Math.exp(logUpperTailOfF(x, d1, d2));
}

function logTailBeyondOne(x: number, d1: number, d2: number): number {
  if (x === Infinity) return -Infinity;
  const a = d1 / 2;
  const b = d2 / 2;
  const X = a / (a + b / x);
  const decay = (a + b) * X - (a - 1);
  const curvature = Math.max((a + b) * X * X - (a - 1), 0);
  const Y = b / x / (a + b / x);
  // Both forms are the same function; each is free of cancellation where the other multiplies a large parameter by a logarithm of order 1.
  const logIntegrand =
    X < 0.5
      ? (v: number) => (a - 1) * Math.log1p(v) - (a + b) * Math.log1p(X * v)
      : (v: number) => -(b + 1) * Math.log1p(v) - (a + b) * Math.log1p((-Y * v) / (1 + v));
  const integral = tailIntegral(logIntegrand, 1 / (decay + Math.sqrt(curvature)));

  // ln X^a Y^b / B(a, b) in Loader's form: deviances and Stirling errors, whose terms do not grow with a and b.
  const deviance = a * logRatio((b / (a + b)) * (1 / x - 1), (a + b / x) / (a + b)) + b * logRatio((a / (a + b)) * (x - 1), (b + a * x) / (a + b));
  const stirling = stirlingError(a + b) - stirlingError(a) - stirlingError(b);
  return 0.5 * Math.log((a * b) / (2 * Math.PI * (a + b))) - deviance + stirling + Math.log(integral);
}

/** ln of a ratio from what it is more than 1 where that is small, from itself elsewhere. */
const logRatio = (excess: number, ratio: number): number => (Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(ratio));
