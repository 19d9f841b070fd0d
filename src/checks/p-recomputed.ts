import type { TestStatistic } from "../claims/test-statistic";
import { contains, hull, type Interval, meets } from "../numerics/interval";
import { pOfChiSquare, pOfF, pOfR, pOfT, pOfZ, type Tails } from "../numerics/p-values";

/** What p must have been, given the printed statistic and degrees of freedom. */
export interface Recomputed {
  /** for the statistic as printed; null where the degrees of freedom are not printed */
  readonly p: number | null;
  /** for every statistic (and every fractional df) that rounds to what is printed */
  readonly interval: Interval;
}

/** What is assumed where the result itself does not say it. */
export interface Assumptions {
  readonly roundedDf?: boolean;
  readonly fewestDf?: number;
  /** the numbers of cases that a correlation printed without n may rest on */
  readonly cases?: Interval;
}

/**
 * p of a test from its printed statistic: t, F, χ², z, r (df = n − 2 where only n is printed) and Q, which follows χ².
 * A correlation without n is bounded by `cases`, where given. A t without degrees of freedom is bounded by the normal distribution and by t with `fewestDf`. `roundedDf`: whole numbers may be rounded fractions (Welch).
 *
 * @returns the reason, where it cannot be computed
 */
export function recompute(claim: TestStatistic, tails: Tails, { roundedDf = false, fewestDf = 3, cases }: Assumptions = {}): Recomputed | string {
  const { test } = claim;
  const statistic = magnitude(claim);
  if (statistic.high < 0 || ((test === "F" || test === "chi-square" || test === "Q") && claim.value.value < 0)) return "the statistic cannot be negative";
  if (test === "r" && statistic.low > 1) return "the correlation is larger than 1";
  const df = test === "r" && !claim.df && claim.n ? [claim.n.value - 2] : dfCandidates(claim.df, roundedDf);
  const df2 = dfCandidates(claim.df2, roundedDf);
  const whole = Math.abs(claim.value.value);
  if (test === "z") return both((x) => pOfZ(x, tails), statistic, whole);
  if (test === "t" && df.length === 0) {
    const low = pOfZ(statistic.high, tails);
    return { p: null, interval: { low, high: pOfT(statistic.low, fewestDf, tails) } };
  }
  if (test === "r" && df.length === 0 && cases && cases.low > 3)
    return {
      p: null,
      interval: { low: pOfR(Math.min(1, statistic.high), cases.high - 2, tails), high: pOfR(Math.min(1, statistic.low), cases.low - 2, tails) },
    };
  if (df.length === 0 || (test === "F" && df2.length === 0))
    return test === "r" ? "neither degrees of freedom nor n are printed with it" : "no degrees of freedom are printed with it";
  if (df.some((d) => !(d > 0)) || df2.some((d) => !(d > 0))) return "the degrees of freedom are not positive";
  const of = (d: number, e: number) => (x: number) =>
    remembered(`${test} ${x} ${d} ${e} ${tails}`, () =>
      test === "t"
        ? pOfT(x, d, tails)
        : test === "r"
          ? pOfR(Math.min(x, 1), d, tails)
          : test === "F"
            ? (tails === 1 ? 0.5 : 1) * pOfF(x, d, e)
            : (tails === 1 ? 0.5 : 1) * pOfChiSquare(x, d),
    );
  let result = both(of(df[0], df2[0] ?? 0), statistic, whole);
  for (const d of df)
    for (const e of df2.length > 0 ? df2 : [0]) result = { p: result.p, interval: hull(result.interval, both(of(d, e), statistic, whole).interval) };
  return Number.isFinite(result.interval.low) && Number.isFinite(result.interval.high) && Number.isFinite(result.p) ? result : "the p value cannot be computed";
}

const known = new Map<string, number>();

/** The tails of a test that has not changed are not computed again at each keystroke. */
function remembered(key: string, compute: () => number): number {
  let p = known.get(key);
  if (p === undefined) {
    if (known.size > 20_000) known.clear();
    known.set(key, (p = compute()));
  }
  return p;
}

/** p falls as the statistic grows, so the ends of the one are the ends of the other. */
function both(p: (x: number) => number, statistic: Interval, printed: number): Recomputed {
  const low = statistic.high === Infinity ? 0 : p(statistic.high);
  return { p: p(printed), interval: { low, high: p(Math.max(0, statistic.low)) } };
}

/** |statistic|: of "t < −2.2" all beyond 2.2. */
function magnitude(claim: TestStatistic): Interval {
  const { interval, value } = claim.value;
  const mirrored = value < 0 ? { low: -interval.high, high: -interval.low } : interval;
  if (claim.value.relation === "<" || claim.value.relation === "≤") return value < 0 ? { low: -value, high: Infinity } : { low: 0, high: value };
  if (claim.value.relation === ">" || claim.value.relation === "≥") return value < 0 ? { low: 0, high: -value } : { low: value, high: Infinity };
  const low = Math.max(0, mirrored.low);
  return claim.test === "r" && mirrored.high >= 1 && low <= 1 ? { low, high: 1 } : { low, high: mirrored.high };
}

function dfCandidates(df: TestStatistic["df"], rounded: boolean): number[] {
  if (!df) return [];
  return df.decimals > 0 || rounded ? [df.value, Math.max(df.interval.low, 0.5), df.interval.high] : [df.value];
}

/** The reported p as the values it can stand for; "ns" means above the level of significance. */
export function reportedInterval(claim: TestStatistic, alpha: number): Interval {
  const { p } = claim;
  return p!.comparison === "ns" ? { low: alpha, high: 1 } : p!.interval;
}

const strictness = 1e-12;

/** Whether a reported p can be the computed one. `<` and `>` exclude the limit itself. */
export function agrees(claim: TestStatistic, computed: Interval, alpha: number): boolean {
  const reported = reportedInterval(claim, alpha);
  const { comparison } = claim.p!;
  if (comparison === "<") return computed.low < reported.high * (1 - strictness);
  if (comparison === ">" || comparison === "ns") return computed.high > reported.low * (1 + strictness);
  return meets(reported, computed);
}

/** Which side of α a value or an interval lies on; undefined where it holds α, or the sign leaves it open. */
export function decision(interval: Interval, alpha: number): "significant" | "not significant" | undefined {
  if (interval.high < alpha || (interval.low === 0 && interval.high <= alpha)) return "significant";
  if (interval.low > alpha || (interval.high === 1 && interval.low >= alpha)) return "not significant";
  return contains(interval, alpha) ? undefined : undefined;
}
