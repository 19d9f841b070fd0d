import { logGamma } from "./stirling-error";
import { lowerGamma, upperGamma } from "./gamma-distribution";

/**
 * P(χ² ≤ x) of the noncentral χ² distribution: a Poisson mixture of central ones (Johnson, Kotz & Balakrishnan, 1995, eq. 29.2),
 *
 *     Σₖ e^(−λ/2) (λ/2)ᵏ / k! · P(χ²_{df + 2k} ≤ x),
 *
 * whose central probabilities come from each other: with a = df/2 + k and t(a) = (x/2)ᵃ e^(−x/2) / Γ(a + 1) the lower one loses
 * t(a), and the upper one gains it, from k to k + 1. Each is taken in the direction in which t is added, so nothing cancels.
 *
 * @param x not negative
 * @param df positive
 * @param noncentrality λ, not negative
 * @param upper P(χ² > x) instead, accurate where it is small
 */
export function noncentralChiSquare(x: number, df: number, noncentrality: number, upper = false): number {
  if (!(x >= 0 && df > 0 && noncentrality >= 0)) return NaN;
  const a = df / 2;
  const half = noncentrality / 2;
  if (half === 0 || x === 0) return (upper ? upperGamma : lowerGamma)(a, x / 2);
  const mixture = { a, y: x / 2, half };
  return Math.min(upper ? upperMixture(mixture) : lowerMixture(mixture), 1);
}

interface Mixture {
  /** df / 2 */
  readonly a: number;
  /** x / 2 */
  readonly y: number;
  /** λ / 2, the mean of the Poisson weights */
  readonly half: number;
}

/** From a weight e⁻⁵⁰ of the largest, where the terms can no longer be seen, down to k = 0. */
function lowerMixture({ a, y, half }: Mixture): number {
  const mode = Math.floor(half);
  let k = mode;
  let logWeight = mode * Math.log(half) - half - logGamma(mode + 1);
  for (const least = logWeight - 50; logWeight > least; k++) logWeight += Math.log(half / (k + 1));
  let central = lowerGamma(a + k, y);
  let logStep = (a + k) * Math.log(y) - y - logGamma(a + k + 1);
  let sum = 0;
  for (; k >= 0; k--) {
    const weight = Math.exp(logWeight);
    sum += weight * central;
    if (k < mode && weight < 1e-18 * sum) break;
    logStep += Math.log((a + k) / y);
    central += Math.exp(logStep);
    logWeight += Math.log(k / half);
  }
  return sum;
}

/** From k = 0 up, until the weights that are left add nothing. */
function upperMixture({ a, y, half }: Mixture): number {
  let central = upperGamma(a, y);
  let logStep = a * Math.log(y) - y - logGamma(a + 1);
  let logWeight = -half;
  let sum = 0;
  for (let k = 0; ; k++) {
    const weight = Math.exp(logWeight);
    sum += weight * central;
    if (k > half && weight < 1e-18 * Math.max(sum, 1e-290)) return sum;
    central += Math.exp(logStep);
    logStep += Math.log(y / (a + k + 1));
    logWeight += Math.log(half / (k + 1));
  }
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
