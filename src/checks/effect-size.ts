import type { Claims } from "../claims/claim";
import type { EffectSize } from "../claims/effect-size";
import { numbersIn, type Reported } from "../claims/number";
import type { TestStatistic } from "../claims/test-statistic";
import { type Interval, meets, scale } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { groupsIn, meanDifferences } from "./group-means";
import { onceFor } from "./once";
import { show } from "./show";
import { slip } from "./slip";

/** An effect size follows from the test it is printed with. */
const check: Check = {
  id: "effect-size",
  severity: "warning",
  summary: "An effect size does not follow from the test (or the means) beside it.",
  explain: `η²ₚ = F·df₁/(F·df₁ + df₂). *d* of two groups = t·√(1/n₁ + 1/n₂), or the difference of the means over a standard deviation between the smaller and the larger one; *g* with Hedges' correction.
*r* = √(t²/(t² + df)). Cramér's *V* = √(χ²/(N·m)), with *m* any number that fits the degrees of freedom; φ = √(χ²/N).
Every usual definition is tried (also 2t/√df, t/√n), with the rounding of all parts; a warning is given only where none fits. η² without "partial" may be smaller than η²ₚ, so only a larger one is reported.
A miss of one unit in the last place, as by cutting off digits, is information only. A χ² with continuity correction goes with a slightly larger *V*.`,
  examples: {
    flagged: [
      "Cars with manual gearboxes (M = 24.39, SD = 6.17, n = 13) and automatic ones (M = 17.15, SD = 3.83, n = 19) differed, t(30) = 4.11, p < .001, ==d = 1.83==.",
      "The groups differed, F(2, 57) = 6.20, p = .004, ==η²ₚ = .28==.",
      "Gender and choice were related, χ²(1, N = 320) = 12.80, p < .001, ==Cramér's V = .35==.",
    ],
    clean: [
      "Cars with manual gearboxes (M = 24.39, SD = 6.17, n = 13) and automatic ones (M = 17.15, SD = 3.83, n = 19) differed, t(30) = 4.11, p < .001, d = 1.48.",
      "The groups differed, F(2, 57) = 6.20, p = .004, η²ₚ = .18.",
      "Gender and choice were related, χ²(1, N = 320) = 12.80, p < .001, Cramér's V = .20.",
      "The scores rose, t(29) = 4.11, p < .001, d = 0.75.",
    ],
  },

  check(claims) {
    const tests = testsOf(claims);
    return claims.of("effect-size").flatMap((effect): readonly Outcome[] => {
      const test = tests.get(effect);
      if (!test) return [unchecked(effect, "no test is printed with it")];
      const expected = expectedOf(effect, test, claims);
      if (!expected) return [unchecked(effect, "the test beside it does not determine it")];
      const printed = absolute(effect.value.interval);
      if (expected.fits.some((e) => meets(e.interval, printed)) || (expected.below && printed.high <= expected.fits[0].interval.high))
        return [consistent(effect, { value: middle(expected.fits[0].interval) })];
      const best = expected.fits[0];
      const places = Math.max(2, effect.value.decimals);
      const [low, high] = [show(best.interval.low, places + 1), show(best.interval.high, places + 1)];
      const unit = 10 ** -effect.value.decimals;
      const cause = effect.value.value > 0 ? slip(effect.value, best.interval) : undefined;
      const close = meets(best.interval, { low: printed.low - 0.5 * unit, high: printed.high + 0.5 * unit });
      return [
        finding(effect, {
          ...(close ? { severity: "information" as const } : {}),
          message: `${label(effect)} follows from ${shortTest(test)} as ${best.formula} = ${show(middle(best.interval), places + 1)}; printed is ${effect.value.text}.`,
          detail: `${low === high ? `Rounding of the statistic leaves it at ${low}` : `With rounding it lies between ${low} and ${high}`}${expected.fits.length > 1 ? ", and no other usual definition gives the printed value" : ""}.${expected.unless ? ` Right only if ${expected.unless}.` : ""}${cause ? ` ${cause}` : ""}`,
          related: [{ message: "the test it belongs to", range: test.range }],
        }),
      ];
    });
  },
};

export default check;

const label = (effect: EffectSize) => (effect.name === "V" ? "Cramér's V" : effect.name);
const middle = (i: Interval) => (i.low + i.high) / 2;
const absolute = (i: Interval): Interval => (i.low >= 0 ? i : i.high <= 0 ? { low: -i.high, high: -i.low } : { low: 0, high: Math.max(-i.low, i.high) });
const shortTest = (t: TestStatistic) => t.text.split(/[,;] ?p\b/)[0].slice(0, 60);

/** A sentence, or a row of a table. */
function scopeOf({ place }: EffectSize | TestStatistic): unknown {
  return place.sentence ?? (place.table && place.cell ? `${place.table.index}:${place.cell.row}` : undefined);
}

/** To each effect size the test printed last before it in its sentence, unless the same kind of effect size stands between. One pass over both, in the order of the source. */
function testsOf(claims: Claims): ReadonlyMap<EffectSize, TestStatistic> {
  const out = new Map<EffectSize, TestStatistic>();
  const last = new Map<unknown, { test: TestStatistic; taken: Set<string> }>();
  const all = [...claims.of("test-statistic", { every: true }), ...claims.of("effect-size", { every: true })].sort((a, b) => a.range.start - b.range.start);
  for (const claim of all) {
    const scope = scopeOf(claim);
    if (claim.kind === "test-statistic") {
      // "t(28) = 2.2, r = .38": the r is no test of its own unless it has degrees of freedom
      if (claim.test !== "r" || claim.df) last.set(scope, { test: claim, taken: new Set() });
      continue;
    }
    const before = last.get(scope);
    if (!before || before.test.range.end > claim.range.start || before.taken.has(claim.name)) continue;
    before.taken.add(claim.name);
    if (before.test.value.relation === "=" && (claim.place.cell || claim.range.start - before.test.range.end <= 140)) out.set(claim, before.test);
  }
  return out;
}

/** In a one-way analysis η² is η²ₚ; an analysis is taken for one where nothing speaks of a second factor. */
const oneWay = onceFor((claims) => {
  const text = claims.manuscript.blocks.map((b) => b.text.text).join(" ");
  return !/two-?way|three-?way|factorial|ANCOVA|MANOVA|repeated[- ]measures|mixed|covariate|split-plot|interaction|main effects?\b|zweifaktoriell|mehrfaktoriell|Interaktion|Haupteffekt|regress|within-|\d ?[×x] ?\d/i.test(
    text,
  );
});

const uncorrected = onceFor((claims) =>
  claims.manuscript.blocks.some((b) =>
    /without (?:a |the |any )?(?:continuity|Yates)|uncorrected|ohne (?:Kontinuit|Stetigkeit|Yates)|no continuity/i.test(b.text.text),
  ),
);

/** Two measurements of the same people: d has more definitions than can be tried. */
const repeated = /paired|dependent samples|repeated|pre-?test|post-?test|\bbefore\b|\bafter\b|within-|abhängig|gepaart|Messwiederholung/i;

interface Expected {
  readonly fits: readonly { readonly interval: Interval; readonly formula: string }[];
  /** smaller values are possible too */
  readonly below?: boolean;
  readonly unless?: string;
}

function expectedOf(effect: EffectSize, test: TestStatistic, claims: Claims): Expected | undefined {
  const size = absolute(test.value.interval);
  const map = (f: (x: number) => number): Interval => ({ low: f(Math.max(0, size.low)), high: f(size.high) });
  const df = test.df?.value;
  const text = effect.place.sentence?.text ?? "";
  if (effect.name === "η²" || effect.name === "partial η²") {
    const df1 = test.test === "t" ? 1 : df;
    const df2 = test.test === "t" ? df : test.df2?.value;
    if ((test.test !== "F" && test.test !== "t") || !df1 || !df2 || /generali[sz]ed|multivariate|Pillai|Wilks|Hotelling|Roy/i.test(text)) return undefined;
    const share = map((x) => {
      const f = test.test === "t" ? x * x : x;
      return (f * df1) / (f * df1 + df2);
    });
    return { fits: [{ interval: share, formula: test.test === "t" ? "t²/(t² + df)" : "F·df₁/(F·df₁ + df₂)" }], below: effect.name === "η²" && !oneWay(claims) };
  }
  if (effect.name === "r") {
    if (!/effect size/i.test(text)) return undefined; // else it may be the correlation of two measurements
    if (!df || (test.test !== "t" && !(test.test === "F" && df === 1 && test.df2))) return undefined;
    const error = test.test === "t" ? df : test.df2!.value;
    return {
      fits: [{ interval: map((x) => Math.sqrt((test.test === "t" ? x * x : x) / ((test.test === "t" ? x * x : x) + error))), formula: "√(t²/(t² + df))" }],
    };
  }
  if (effect.name === "V" || effect.name === "φ") return ofTable(effect, test, map, claims);
  return ofMeans(effect, test, map, claims);
}

function ofTable(effect: EffectSize, test: TestStatistic, map: (f: (x: number) => number) => Interval, claims: Claims): Expected | undefined {
  const n = test.n?.value;
  const df = test.df?.value;
  if (test.test !== "chi-square" || !n || !df || !Number.isInteger(df)) return undefined;
  const fits: { interval: Interval; formula: string }[] = [];
  for (let m = 1; m * m <= df; m++) {
    if (df % m !== 0 || (effect.name === "φ" && m > 1)) continue;
    fits.push({ interval: map((x) => Math.sqrt(x / (n * m))), formula: m === 1 ? "√(χ²/N)" : `√(χ²/(N·${m}))` });
  }
  const corrected = df === 1 && !uncorrected(claims);
  if (!corrected) return { fits };
  // Yates' correction lowers χ² only: V is then larger by N/(2√(r₁r₂c₁c₂)), 2/N with even margins and about twice as much with uneven ones
  const widened = { low: fits[0].interval.low, high: fits[0].interval.high + 4 / n };
  return { fits: [{ interval: widened, formula: fits[0].formula }], unless: "χ² is printed with a continuity correction and the margins are very uneven" };
}

function ofMeans(effect: EffectSize, test: TestStatistic, map: (f: (x: number) => number) => Interval, claims: Claims): Expected | undefined {
  const df = test.test === "t" ? test.df?.value : test.test === "F" && test.df?.value === 1 ? test.df2?.value : undefined;
  if (!df || df < 2 || effect.variant === "av" || effect.variant === "rm") return undefined;
  const t = (f: number) => (x: number) => f * (test.test === "F" ? Math.sqrt(x) : x);
  if (repeated.test(effect.place.sentence?.text ?? "")) return undefined;
  const near = numbersIn(effect.place.sentence!.mapped, claims.manuscript.decimal).filter(
    (n) => n.start < effect.value.start && n.end > effect.value.start - 400,
  );
  const groups = groupsIn(effect.place.sentence!.text, near);
  const pairs = sizesThatGive(df, near, claims);
  const means = meanDifferences(groups, pairs.length > 0);
  if (pairs.length + means.length === 0) return undefined;
  const fits = pairs.map(([a, b]) => ({ interval: map(t(Math.sqrt(1 / a + 1 / b))), formula: `t·√(1/${a} + 1/${b})` }));
  for (const interval of means) fits.push({ interval, formula: "(M₁ − M₂)/SD" });
  const correction = 1 - 3 / (4 * df - 1);
  for (const fit of [...fits]) fits.push({ interval: scale(fit.interval, correction), formula: `${fit.formula}, corrected` });
  for (const factor of [2 / Math.sqrt(df), 2 / Math.sqrt(df + 2), 1 / Math.sqrt(df + 1), 1 / Math.sqrt(df)])
    fits.push({ interval: map(t(factor)), formula: "2t/√df" });
  return { fits };
}

const sampleSizes = onceFor((claims) => new Set(claims.of("sample-size").map((s) => s.reported.value)));

/** Pairs of group sizes that are printed in the sentence, or reported of the sample, and give these degrees of freedom. */
function sizesThatGive(df: number, numbers: readonly Reported[], claims: Claims): [number, number][] {
  const total = Math.round(df) + 2;
  if (!Number.isInteger(df)) return [];
  const near = new Set(sampleSizes(claims));
  for (const n of numbers) if (n.decimals === 0 && n.value >= 2) near.add(n.value);
  const out: [number, number][] = [];
  for (const a of near) if (a * 2 <= total && near.has(total - a)) out.push([a, total - a]);
  return out;
}
