import type { TestStatistic } from "../claims/test-statistic";
import { type Interval, scale } from "../numerics/interval";
import { pOfF } from "../numerics/p-values";
import { agrees, recompute, type Recomputed } from "./p-recomputed";
import { showP } from "./show";

/**
 * Mechanical explanations of a p that does not follow from its test, as sentences: of 328 such errors in real papers 233 had one.
 * Offered as possibilities only; none is assumed.
 */
export function possibilities(
  claim: TestStatistic,
  computed: Recomputed,
  reported: Interval,
  alpha: number,
): { sentences: string[]; oneTailed: boolean; sphericity: boolean; exchanged: boolean } {
  const sentences: string[] = [];
  const fits = (interval: Interval) => agrees(claim, interval, alpha);
  const p = claim.p!;
  const oneTailed =
    claim.test !== "Q" &&
    (claim.test !== "F" || claim.df?.value === 1) &&
    (claim.test !== "chi-square" || claim.df?.value === 1) &&
    fits(scale(computed.interval, 0.5));
  if (oneTailed) sentences.push("It would be the p of a one-tailed test.");
  else if (fits(scale(computed.interval, 2))) sentences.push("It is twice the p of the test, as after a correction for two tests.");
  if (p.comparison === "=" && p.value !== undefined) {
    const step = 10 ** -p.decimals;
    if (reported.high < computed.interval.low && p.value + step > computed.interval.low)
      sentences.push("The last digit may have been cut off instead of rounded.");
    for (let m = 3; m <= 20 && sentences.length === 0; m++)
      if (fits(scale(computed.interval, m))) sentences.push(`It is ${m} times the p of the test, as after a Bonferroni correction for ${m} tests.`);
    if (computed.p !== null && sentences.length === 0 && (fits(scale(computed.interval, 10)) || fits(scale(computed.interval, 0.1))))
      sentences.push("The decimal point may have slipped.");
    if (
      sentences.length === 0 &&
      1 - p.value > 0 &&
      agrees({ ...claim, p: { ...p, interval: { low: 1 - p.interval.high, high: 1 - p.interval.low } } }, computed.interval, alpha)
    )
      sentences.push("It is 1 minus the p of the test.");
  }
  if (p.value !== undefined && (p.comparison === "<" || p.comparison === ">")) {
    const turned = p.comparison === "<" ? computed.interval.low >= p.value : computed.interval.high <= p.value;
    if (turned && sentences.length === 0) sentences.push(`The sign may be turned: p ${p.comparison === "<" ? ">" : "<"} ${p.valueText}.`);
  }
  const before = uncorrected(claim);
  if (before && fits(before.interval)) sentences.push(`It fits ${before.df1} and ${before.df2} degrees of freedom, those before a correction for sphericity.`);
  const swapped = swappedDf(claim);
  const exchanged = sentences.length === 0 && swapped !== undefined && fits(swapped);
  if (swapped && fits(swapped))
    sentences.push(`It fits with the degrees of freedom exchanged (p = ${showP(pOfF(Math.abs(claim.value.value), claim.df2!.value, claim.df!.value))}).`);
  if (claim.test === "z" || claim.test === "t") {
    const asChi = recompute({ ...claim, test: "chi-square", df: { ...claim.value, value: 1, decimals: 0 } }, 2);
    if (typeof asChi !== "string" && sentences.length === 0 && fits(asChi.interval)) sentences.push("It fits a χ² of that size with 1 degree of freedom.");
  }
  return { sentences, oneTailed, sphericity: before !== undefined && fits(before.interval), exchanged: exchanged && sentences.length === 1 };
}

/** The whole degrees of freedom that fractional ones of an F come from: both multiplied by the same ε. */
function uncorrected(claim: TestStatistic): { df1: number; df2: number; interval: Interval } | undefined {
  if (claim.test !== "F" || !claim.df || !claim.df2 || claim.df.decimals === 0) return undefined;
  for (let df1 = Math.floor(claim.df.value) + 1; df1 <= Math.min(10, claim.df.value * 4); df1++) {
    const low = (claim.df2.interval.low * df1) / claim.df.interval.high;
    const high = (claim.df2.interval.high * df1) / claim.df.interval.low;
    for (let df2 = Math.ceil(low); df2 <= Math.min(high, low + 40); df2++) {
      if (df2 % df1 !== 0) continue;
      const p = recompute({ ...claim, df: { ...claim.df, value: df1, decimals: 0 }, df2: { ...claim.df2, value: df2, decimals: 0 } }, 2);
      if (typeof p !== "string" && agrees(claim, p.interval, 0.05)) return { df1, df2, interval: p.interval };
    }
  }
  return undefined;
}

function swappedDf(claim: TestStatistic): Interval | undefined {
  if (claim.test !== "F" || !claim.df || !claim.df2 || claim.df.value === claim.df2.value) return undefined;
  const swapped = recompute({ ...claim, df: claim.df2, df2: claim.df }, 2);
  return typeof swapped === "string" ? undefined : swapped.interval;
}
