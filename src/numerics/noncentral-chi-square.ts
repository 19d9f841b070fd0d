import { logGamma } from "./stirling-error";
import { lowerGamma, upperGamma } from "./gamma-distribution";

/**
 * P(χ² ≤ x) of the noncentral χ² distribution: a Poisson mixture of central ones (Johnson, Kotz & Balakrishnan, 1995, eq. 29.2),
 *
 *     Σₖ e^(−λ/2) (λ/2)ᵏ / k! · P(χ²_{df + 2k} ≤ x),
 *
 * summed from the largest weight outwards until the terms left can no longer be seen.
 *
 * @param x not negative
 * @param df positive
 * @param noncentrality λ, not negative
 * @param upper P(χ² > x) instead, accurate where it is small
 */
export function noncentralChiSquare(x: number, df: number, noncentrality: number, upper = false): number {
  if (!(x >= 0 && df > 0 && noncentrality >= 0)) return NaN;
  const central = (k: number) => (upper ? upperGamma : lowerGamma)(df / 2 + k, x / 2);
  const half = noncentrality / 2;
  if (half === 0) return central(0);
  const logWeight = (k: number) => k * Math.log(half) - half - logGamma(k + 1);

  const mode = Math.floor(half);
  let sum = 0;
  for (let k = mode; ; k++) {
    const weight = Math.exp(logWeight(k));
    sum += weight * central(k);
    // beyond the mode the weights fall faster than geometrically with ratio half / (k + 1)
    if (weight * (k + 1) < 1e-17 * (k + 1 - half) * Math.max(sum, 1e-290)) break;
  }
  for (let k = mode - 1; k >= 0; k--) {
    const weight = Math.exp(logWeight(k));
    sum += weight * central(k);
    if (weight * half < 1e-17 * (half - k) * Math.max(sum, 1e-290)) break;
  }
  return Math.min(sum, 1);
}

/**
 * The noncentrality λ at which P(χ² ≤ x) = probability; 0 where the probability at λ = 0 is already below it.
 * It gives the confidence limits of RMSEA (Browne & Cudeck, 1993).
 */
export function noncentralityAt(probability: number, x: number, df: number): number {
  const lower = (lambda: number) => noncentralChiSquare(x, df, lambda);
  if (!(lower(0) > probability)) return 0;
  let low = 0;
  let high = Math.max(x, df, 1);
  while (lower(high) > probability) {
    low = high;
    high *= 2;
  }
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (lower(middle) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
