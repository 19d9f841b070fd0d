import erfc from "@stdlib/math-base-special-erfc";
import { logUpperTailOfF, upperTailOfF } from "./f-distribution";
import { logUpperGamma, upperGamma } from "./gamma-distribution";

/**
 * Probabilities of the reported test statistics under their null hypothesis. Degrees of freedom may be fractions (Welch, Satterthwaite);
 * NaN where the statistic cannot exist (negative χ² or F, |r| > 1, df ≤ 0). Relative error below 1e-11 down to the smallest double.
 * References: R's `pt`, `pf`, `pchisq`, `pnorm` with `lower.tail = FALSE`.
 */
export type Tails = 1 | 2;

/** P(|T| ≥ |t|), or the half of it that lies on the side of t. Source: t² is F(1, df) (Abramowitz & Stegun, 1964, 26.7.1). */
export function pOfT(t: number, df: number, tails: Tails = 2): number {
  return (tails === 1 ? 0.5 : 1) * upperTailOfF(t * t, 1, df);
}

/** P(F ≥ f). Source: Abramowitz & Stegun (1964), 26.6. */
export function pOfF(f: number, df1: number, df2: number): number {
  return upperTailOfF(f, df1, df2);
}

/** P(χ² ≥ x). Source: Abramowitz & Stegun (1964), 26.4. */
export function pOfChiSquare(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

/** P(|Z| ≥ |z|), or the half of it that lies on the side of z. Source: Abramowitz & Stegun (1964), 26.2. */
export function pOfZ(z: number, tails: Tails = 2): number {
  return (tails === 1 ? 0.5 : 1) * erfc(Math.abs(z) / Math.SQRT2);
}

/** P(|R| ≥ |r|) of a correlation with df = n − 2, through t² = df r² / (1 − r²). Source: Student (1908); Fisher (1915). */
export function pOfR(r: number, df: number, tails: Tails = 2): number {
  const tSquared = (df * r * r) / ((1 - Math.abs(r)) * (1 + Math.abs(r)));
  return Math.abs(r) > 1 ? NaN : (tails === 1 ? 0.5 : 1) * upperTailOfF(tSquared, 1, df);
}

/** Natural logarithm of P(χ² ≥ x): for tails below the smallest double (a Bartlett χ² of some thousands). Source: as `logUpperGamma`. */
export function logPOfChiSquare(x: number, df: number): number {
  return logUpperGamma(df / 2, x / 2);
}

/** Natural logarithm of P(F ≥ f). Source: as `logUpperTailOfF`. */
export function logPOfF(f: number, df1: number, df2: number): number {
  return logUpperTailOfF(f, df1, df2);
}
