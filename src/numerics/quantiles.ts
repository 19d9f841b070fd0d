import { logUpperTailOfF } from "./f-distribution";
import { logUpperGamma } from "./gamma-distribution";

/**
 * The x whose upper tail is p: the quantile 1 − p of F with d1 and d2 degrees of freedom. NaN outside 0 < p < 1.
 * Source: definition, solved by the Illinois rule (Dowell & Jarratt, 1971).
 */
export function upperQuantileOfF(p: number, d1: number, d2: number): number {
  return solveTail((x) => logUpperTailOfF(x, d1, d2), p);
}

/**
 * The x whose upper tail is p: the quantile 1 − p of χ² with df degrees of freedom. NaN outside 0 < p < 1.
 * Source: definition, solved by the Illinois rule (Dowell & Jarratt, 1971).
 */
export function upperQuantileOfChiSquare(p: number, df: number): number {
  return solveTail((x) => logUpperGamma(df / 2, x / 2), p);
}

/**
 * Root of a decreasing log tail on (0, ∞), by bracketing in powers of two and then by regula falsi with halving
 * (the Illinois rule; Dowell & Jarratt, 1971) on ln x, to the last bits.
 */
function solveTail(logTail: (x: number) => number, p: number): number {
  if (!(p > 0 && p < 1)) return NaN;
  // Near p = 1 the logarithm of the lower tail carries the information, far out that of the upper tail: the logit serves both.
  const target = Math.log(p / (1 - p));
  const excess = (lnX: number) => {
    const log = logTail(Math.exp(lnX));
    return log - Math.log(-Math.expm1(log)) - target;
  };
  let low = 0;
  let high = 0;
  while (excess(low) < 0 && low > -700) low -= 1;
  while (excess(high) > 0 && high < 700) high += 1;
  let atLow = excess(low);
  let atHigh = excess(high);
  for (let side = 0, i = 0; i < 200 && high - low > 1e-16 * Math.max(1, Math.abs(low)); i++) {
    const guess = Number.isFinite(atLow) && Number.isFinite(atHigh) ? (low * atHigh - high * atLow) / (atHigh - atLow) : (low + high) / 2;
    const middle = guess > low && guess < high ? guess : (low + high) / 2;
    if (middle === low || middle === high) break;
    const value = excess(middle);
    if (value === 0) return Math.exp(middle);
    if (value > 0) {
      low = middle;
      atLow = value;
      if (side === 1) atHigh /= 2;
      side = 1;
    } else {
      high = middle;
      atHigh = value;
      if (side === -1) atLow /= 2;
      side = -1;
    }
  }
  return Math.exp((low + high) / 2);
}
