import type { Claims } from "../claims/claim";
import { numbersIn } from "../claims/number";
import type { TestStatistic } from "../claims/test-statistic";
import { hull, type Interval } from "../numerics/interval";
import { pOfF } from "../numerics/p-values";
import type { Context } from "./check";
import { type Circumstances, circumstances, specialMethod } from "./p-circumstances";
import { onceFor } from "./once";
import { possibilities } from "./p-possibilities";
import { agrees, decision, recompute, type Recomputed, reportedInterval } from "./p-recomputed";

/** What comparing a reported p with its test came to. */
export type Judgement =
  | { readonly outcome: "unchecked"; readonly reason: string; readonly computed?: Recomputed }
  | { readonly outcome: "consistent"; readonly computed: Recomputed; readonly tails?: 1 }
  | {
      readonly outcome: "contradicted";
      readonly computed: Recomputed;
      readonly alpha: number;
      readonly flips: boolean;
      readonly possibilities: readonly string[];
      readonly excused: boolean;
      /** half of the p would fit */
      readonly halved: boolean;
      /** half of the p would fit, and the text says of its tests at large that they are one-tailed */
      readonly declared: boolean;
      readonly fewestDf: number;
      /** the degrees of freedom of an F exchanged give the p, and nothing else does */
      readonly exchanged: boolean;
    };

const known = new WeakMap<TestStatistic, { readonly claims: Claims; readonly alpha: number; readonly judgement: Judgement }>();

/** Compares the reported p with what statistic and df give, in every reading that the text allows. */
export function judge(claim: TestStatistic, claims: Claims, context: Context): Judgement {
  const before = known.get(claim);
  if (before && before.claims === claims && before.alpha === context.alpha) return before.judgement;
  const judgement = judgeAnew(claim, claims, context);
  known.set(claim, { claims, alpha: context.alpha, judgement });
  return judgement;
}

function judgeAnew(claim: TestStatistic, claims: Claims, context: Context): Judgement {
  const said = circumstances(claims);
  const alphas = said.alphas.length > 0 ? said.alphas : [context.alpha];
  const alpha = alphas[0];
  const options = {
    roundedDf: said.fractionalDf,
    fewestDf: fewestDf(claim, claims),
    cases: claim.test === "r" && !claim.df && !claim.n ? casesBehind(claim, claims) : undefined,
  };
  const computed = recompute(claim, 2, options);
  if (typeof computed === "string") return { outcome: "unchecked", reason: computed };
  if (!claim.p) return { outcome: "unchecked", reason: "no p value is printed with it", computed };
  const { p } = claim;
  if (p.several) return { outcome: "unchecked", reason: "several p values follow it", computed };
  if (p.comparison === "≈" || claim.value.relation === "≈") return { outcome: "unchecked", reason: "the value is an approximation", computed };
  if (p.value !== undefined && (p.value > 1 || p.value < 0)) return { outcome: "unchecked", reason: "the p value is outside 0 and 1", computed };
  if (agrees(claim, computed.interval, alpha)) return { outcome: "consistent", computed };
  if (claim.oneTailed) {
    const one = recompute(claim, 1, options) as Recomputed;
    if (agrees(claim, one.interval, alpha)) return { outcome: "consistent", computed: one, tails: 1 };
  }
  const reason = otherReading(claim, computed, said, alpha);
  if (reason) return { outcome: "unchecked", reason, computed };
  const reported = reportedInterval(claim, alpha);
  const flips = alphas.every((a) => {
    const printed = decision(reportedInterval(claim, a), a);
    const true_ = decision(computed.interval, a);
    return printed !== undefined && true_ !== undefined && printed !== true_;
  });
  const found = possibilities(claim, computed, reported, alpha);
  return {
    outcome: "contradicted",
    computed,
    alpha,
    flips,
    possibilities: found.sentences,
    halved: found.oneTailed,
    declared: found.oneTailed && said.oneTailedThroughout,
    excused: found.oneTailed || found.sphericity || (claim.test === "z" && said.ranks),
    fewestDf: options.fewestDf,
    exchanged: found.exchanged,
  };
}

/**
 * Degrees of freedom that a t printed without them has at least: in a regression table those left by the smallest sample the text reports and a predictor a row; 3 otherwise.
 * Subgroups are not regressed without being named, so only whole samples count.
 */
export function fewestDf(claim: TestStatistic, claims: Claims): number {
  const { table, sentence } = claim.place;
  if (claim.test !== "t" || claim.df || !table || sentence) return 3;
  const samples = claims
    .of("sample-size")
    .filter((s) => s.role === "sample" || s.role === "test")
    .map((s) => s.reported.value);
  return samples.length === 0 ? 3 : Math.max(3, Math.min(...samples) - table.rows.length - 1);
}

/** Between half the smallest number of anything that the text counts (or that stands in the sentence) and the largest; only where a whole sample is reported. */
function casesBehind(claim: TestStatistic, claims: Claims): Interval | undefined {
  const counts = countsOf(claims);
  const { sentence } = claim.place;
  if (!counts || !sentence) return undefined;
  const near = numbersIn(sentence.mapped, claims.manuscript.decimal)
    .filter((n) => n.decimals === 0 && n.value >= 4 && !n.percent)
    .map((n) => n.value);
  return { low: Math.min(counts.low, ...near) / 2, high: Math.max(counts.high, ...near) };
}

const countsOf = onceFor((claims): Interval | undefined => {
  const all = claims.of("sample-size", { every: true });
  if (!all.some((s) => s.role === "sample" && !s.approximate)) return undefined;
  const values = all.map((s) => s.reported.value).filter((n) => n >= 4);
  return { low: Math.min(...values), high: Math.max(...values) };
});

/** A reading by which the p could be right after all, in words. */
function otherReading(claim: TestStatistic, computed: Recomputed, said: Circumstances, alpha: number): string | undefined {
  if (claim.test === "r" && computed.p === null && /partial|controlling|subgroup|subsample|within|each|multilevel/i.test(claim.place.sentence?.text ?? ""))
    return "neither degrees of freedom nor n are printed with it";
  const method = specialMethod(claim);
  if (method) return method;
  const reported = reportedInterval(claim, alpha);
  const larger =
    claim.p!.comparison !== "<" && claim.p!.comparison !== "≤"
      ? reported.high > computed.interval.low && reported.low >= computed.interval.low
      : reported.high > computed.interval.high;
  if (larger && claim.p!.adjusted) return "its p is adjusted for several tests";
  if (larger && said.adjusted && (!said.multiplied || wholeFactor(reported, computed.interval))) return "the text corrects p values for several tests";
  if (said.sphericity && claim.test === "F" && claim.df && claim.df2 && agrees(claim, sphericityBounds(claim, computed.interval), alpha))
    return "p may be corrected for sphericity while the degrees of freedom are printed uncorrected";
  if (claim.test === "z" && said.ranks && reported.high > computed.interval.low * 0.6 && reported.low < computed.interval.high * 1.6)
    return "p of a rank test may be exact, z is that of the normal approximation";
  if (claim.test === "r" && claim.df && claim.df.value > 3) {
    const asN = recompute({ ...claim, df: { ...claim.df, value: claim.df.value - 2 } }, 2);
    if (typeof asN !== "string" && agrees(claim, asN.interval, alpha)) return "it fits when the number in brackets is n instead of n − 2";
  }
  return undefined;
}

/** Whether some whole number m makes m·p the reported value. */
function wholeFactor(reported: Interval, computed: Interval): boolean {
  if (reported.high >= 0.9995) return true;
  const low = reported.low / computed.high;
  const high = reported.high / computed.low;
  return Math.floor(high) >= Math.max(2, Math.ceil(low));
}

/** Between no correction and the lower bound ε = 1/df₁ (Greenhouse & Geisser, 1959). */
function sphericityBounds(claim: TestStatistic, uncorrected: Interval): Interval {
  const df1 = claim.df!.value;
  const df2 = claim.df2!.value;
  if (df1 <= 1) return uncorrected;
  return hull(uncorrected, { low: uncorrected.low, high: pOfF(Math.max(0, claim.value.interval.low), 1, df2 / df1) });
}
