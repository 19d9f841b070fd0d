import type { Coefficient } from "../claims/coefficient";
import type { ConfidenceIntervalClaim } from "../claims/confidence-interval";
import type { ReportedP } from "../claims/p-clause";
import { circumstances } from "./p-circumstances";
import type { ReportedInterval } from "../claims/interval-text";
import type { Reported } from "../claims/number";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";

/** A confidence interval holds its estimate, runs from low to high, and agrees with the p value beside it. */
const check: Check = {
  id: "confidence-interval",
  severity: "warning",
  summary: "A confidence interval does not hold its estimate, is printed high–low, or contradicts the p value beside it.",
  explain: `An interval holds the estimate it is computed around. Where a row prints several (*B*, β, an odds ratio), it has to hold one of them.
A 95 % interval that excludes no effect (0; 1 for ratios) goes with p < .05, and the reverse; reported only where p is well beyond it (below .02, above .10), since bootstrapped and profile intervals
differ a little from the test.`,
  examples: {
    flagged: [
      "Use predicted skill, b = 0.52, SE = 0.10, 95% CI ==[0.62, 1.02]==, t(126) = 5.2, p < .001.",
      "The mean difference of 7.24 had a 95% confidence interval of ==[8.64, 10.85]==.",
      "| Predictor | B | SE | t | p | 95% CI |\n| --- | --- | --- | --- | --- | --- |\n| Age | 0.52 | 0.10 | 5.20 | < .001 | [0.32, 0.72] |\n| Income | −0.31 | 0.05 | −6.20 | < .001 | ==[0.21, 0.41]== |",
      "The difference was 0.20, 95% CI [0.05, 0.35], ==p = .21==.",
      "| Predictor | OR | 95% CI | p |\n| --- | --- | --- | --- |\n| Age | 1.52 | 0.98–2.35 | ==.004== |\n| Income | 2.10 | 1.40–3.15 | < .001 |",
    ],
    clean: [
      "Use predicted skill, b = 0.52, SE = 0.10, 95% CI [0.32, 0.72], t(126) = 5.2, p < .001.",
      "The 95% confidence interval of the difference of 7.24 was [3.64, 10.85].",
      "The difference was 0.20, 95% CI [0.05, 0.35], p = .009. The other was 0.12, 95% CI [0.01, 0.23], Bonferroni-adjusted p = .13.",
      "| Predictor | B | SE | Wald | p | OR | 95% CI |\n| --- | --- | --- | --- | --- | --- | --- |\n| Age | 0.52 | 0.10 | 27.04 | < .001 | 1.68 | 1.38–2.05 |",
    ],
  },

  check(claims) {
    return [
      ...claims.of("coefficient").flatMap((c): readonly Outcome[] => (c.interval ? ofCoefficient(c, c.interval) : [])),
      ...claims.of("confidence-interval").flatMap((c): readonly Outcome[] => {
        const wrong = reversed(c.interval) ?? (c.estimate && !mirrored(c.estimate, c.interval) && outside([c.estimate], c.interval));
        if (wrong) return [finding(c, { ...wrong, range: c.interval.range })];
        if (c.none !== undefined && c.p && !otherTest.test(c.place.sentence!.text) && !circumstances(claims).adjusted && !circumstances(claims).oneTailed)
          return againstP(c, c.interval, c.none, c.p);
        return [c.estimate ? consistent(c) : unchecked(c, "no estimate is printed with it")];
      }),
    ];
  },
};

export default check;

const brackets = (i: ReportedInterval) => `[${i.low.text}${/,/.test(i.low.text + i.high.text) ? ";" : ","} ${i.high.text}]`;

/** "a difference of 7.24, 95% CI [−10.85, −3.64]": the size in words, the interval in the other direction. */
const mirrored = (e: Reported, i: ReportedInterval) => -e.value >= i.low.interval.low && -e.value <= i.high.interval.high;

function reversed(i: ReportedInterval): { message: string; severity: "warning" | "information" } | undefined {
  const ordered = i.low.interval.low <= i.high.interval.high;
  return ordered
    ? undefined
    : { message: `The interval ${brackets(i)} is printed from high to low.`, severity: i.low.value <= 0 && i.high.value <= 0 ? "information" : "warning" }; // by size, where both are negative
}

function outside(
  estimates: readonly Reported[],
  i: ReportedInterval,
): { message: string; related: { message: string; range: Reported["range"] }[] } | undefined {
  const holds = (e: Reported) => e.interval.high >= i.low.interval.low && e.interval.low <= i.high.interval.high;
  if (estimates.length === 0 || estimates.some(holds)) return undefined;
  return {
    message: `The interval ${brackets(i)} does not hold its estimate, ${estimates[0].text}.`,
    related: [{ message: `the estimate ${estimates[0].text}`, range: estimates[0].range }],
  };
}

function ofCoefficient(c: Coefficient, interval: ReportedInterval): readonly Outcome[] {
  const estimates = [c.estimate, c.oddsRatio, c.standardized].filter((e): e is Reported => e !== undefined);
  const wrong = reversed(interval) ?? outside(estimates, interval);
  if (wrong) return [finding(c, { ...wrong, range: interval.range })];
  const none = c.oddsRatio && !c.estimate ? 1 : !c.oddsRatio ? 0 : undefined;
  return none === undefined || !c.p ? [consistent(c)] : againstP(c, interval, none, c.p);
}

/** The p that follows need not be of "no effect", or not of the method that gave the interval. */
const otherTest =
  /equivalen|inferior|superior|TOST|bootstrap|permut|interaction|heterogene|bayes|credib|adjust|correct|one-(?:tailed|sided)|test value|reference value|chance|subgroup/i;

function againstP(c: Coefficient | ConfidenceIntervalClaim, interval: ReportedInterval, none: 0 | 1, p: ReportedP): readonly Outcome[] {
  if (p.several || interval.level !== 95 || p.adjusted || p.comparison === "ns") return [consistent(c)];
  const excludes = interval.low.interval.low > none || interval.high.interval.high < none;
  const includes = interval.low.interval.high < none && interval.high.interval.low > none;
  if (excludes && p.interval.low > 0.1)
    return [
      finding(c, {
        range: p.range,
        message: `The 95% interval ${brackets(interval)} excludes ${none}, so p is below .05; printed is ${p.text}.`,
        related: [{ message: "the interval", range: interval.range }],
      }),
    ];
  if (includes && p.interval.high < 0.02)
    return [
      finding(c, {
        range: p.range,
        message: `The 95% interval ${brackets(interval)} holds ${none}, so p is above .05; printed is ${p.text}.`,
        related: [{ message: "the interval", range: interval.range }],
      }),
    ];
  return [consistent(c)];
}
