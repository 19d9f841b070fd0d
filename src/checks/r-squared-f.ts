import type { Claims } from "../claims/claim";
import type { Sentence } from "../manuscript/manuscript";
import type { RSquared } from "../claims/r-squared";
import type { TestStatistic } from "../claims/test-statistic";
import { type Interval, meets, scale } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome } from "./check";
import { onceFor } from "./once";
import { show } from "./show";
import { variancePercents } from "./r-squared-percent";

/** F of a regression follows from R² and its degrees of freedom, and these from the number of cases. */
const check: Check = {
  id: "r-squared-f",
  severity: "warning",
  summary: "R², F and its degrees of freedom, or these and the number of cases, contradict each other.",
  explain: `F = (R²/df₁)/((1 − R²)/df₂); from adjusted R², 1 − R² = (1 − R²adj)·df₂/(df₁ + df₂). With an intercept df₂ = N − k − 1.
Both stand for all values that round to what is printed. Conditions: one R² and one F in the sentence, neither a change between models nor a pseudo-R².
The number of cases is taken from the same sentence; otherwise a warning is given only where the degrees of freedom exceed every sample size the text reports.`,
  examples: {
    flagged: [
      "# Abstract\n\nThe three predictors explained ==63.1%== of the variance of rents.\n\n# Results\n\nThe regression was significant, *R*² = .721.",
      "The model explained much of the variance, R² = .657, ==F(2, 29) = 69.21, p < .001==.",
      "The two predictors gave R² = .827, ==F(2, 28) = 66.9, p < .001==, N = 32.",
      "We tested 32 participants. The two predictors were useful, R² = .83, ==F(2, 31) = 75.7, p < .001==.",
      "The model was significant, adjusted R² = .62, ==F(3, 196) = 43.2, p < .001==.",
    ],
    clean: [
      "# Abstract\n\nThe three predictors explained 72.1% of the variance of rents, distance alone 63.1%.\n\n# Results\n\nThe regression was significant, *R*² = .721.",
      "The model explained much of the variance, R² = .827, F(2, 29) = 69.21, p < .001, N = 32.",
      "The model was significant, adjusted R² = .39, F(3, 196) = 43.2, p < .001.",
      "The second step added to it, ΔR² = .04, F(1, 195) = 13.2, p < .001.",
    ],
  },

  check(claims) {
    const tests = claims.of("test-statistic").filter((t) => t.test === "F" && t.df && t.df2 && t.place.sentence);
    return [
      ...variancePercents(claims),
      ...tests.flatMap((f): readonly Outcome[] => {
        const r = partner(f, claims);
        return r ? compare(f, r, claims) : [];
      }),
    ];
  },
};

export default check;

/** The only R² of the sentence that holds the only F. */
function partner(f: TestStatistic, claims: Claims): RSquared | undefined {
  const sentence = f.place.sentence!;
  const here = inScope(f, claims, (s) => s === sentence);
  return here === "none" ? neighbour(f, claims) : here;
}

/** Where the sentence has no R²: the only one of the paragraph, beside its only F. */
function neighbour(f: TestStatistic, claims: Claims): RSquared | undefined {
  const { blockIndex } = f.place.sentence!;
  const found = inScope(f, claims, (s) => s?.blockIndex === blockIndex && Math.abs(s.index - f.place.sentence!.index) <= 1);
  return found === "none" ? undefined : found;
}

/** F tests and R² by paragraph. */
const byBlock = onceFor((claims) => {
  const group = <T extends { place: { sentence?: Sentence } }>(list: readonly T[]) => {
    const out = new Map<number | undefined, T[]>();
    for (const c of list) {
      const key = c.place.sentence?.blockIndex;
      if (!out.get(key)?.push(c)) out.set(key, [c]);
    }
    return out;
  };
  return { tests: group(claims.of("test-statistic").filter((t) => t.test === "F")), shares: group(claims.of("r-squared")) };
});

function inScope(f: TestStatistic, claims: Claims, holds: (s: Sentence | undefined) => boolean): RSquared | undefined | "none" {
  const sentence = f.place.sentence!;
  if ((byBlock(claims).tests.get(sentence.blockIndex) ?? []).filter((t) => holds(t.place.sentence)).length !== 1) return undefined;
  if (/Δ|change/.test(f.symbol) || /change|increment|Δ|\bstep\b|\bblock\b|hierarchical|mixed|multilevel|interaction|stepwise/i.test(sentence.text))
    return undefined;
  const all = (byBlock(claims).shares.get(sentence.blockIndex) ?? []).filter((r) => holds(r.place.sentence));
  if (all.length === 0) return "none";
  const plain = all.filter((r) => r.variant === "plain");
  if (plain.length === 1 && all.every((r) => r.variant !== "change" && r.variant !== "other")) return plain[0];
  return all.length === 1 && all[0].variant === "adjusted" ? all[0] : undefined;
}

function compare(f: TestStatistic, r: RSquared, claims: Claims): readonly Outcome[] {
  const k = f.df!.value;
  const df2 = f.df2!.value;
  if (!(k >= 1 && df2 >= 1) || f.value.relation !== "=") return [];
  const share = asShare(r);
  const residual = scaleResidual(share, r.variant, k, df2);
  const expected = { low: fOf(residual.high, k, df2), high: fOf(residual.low, k, df2) };
  const out: Outcome[] = [];
  if (share.high < 0 || share.low > 1) return [];
  if (!meets(expected, f.value.interval)) {
    const printed = r.value.text;
    out.push(
      finding(f, {
        message: `${r.variant === "adjusted" ? "Adjusted R²" : "R²"} = ${printed} with ${k} and ${df2} degrees of freedom gives F between ${show(expected.low, 2)} and ${show(expected.high, 2)}; printed is ${f.value.text}.`,
        detail: `F = (R²/df₁)/((1 − R²)/df₂), with the rounding of R²${r.variant === "adjusted" ? " and 1 − R² = (1 − R²adj)·df₂/(df₁ + df₂)" : ""}. It is right only if the two belong to different models.`,
        related: [{ message: `R² = ${printed}`, range: r.range }],
        claims: [f, r],
      }),
    );
  }
  const adjusted = (byBlock(claims).shares.get(f.place.sentence!.blockIndex) ?? []).filter(
    (a) => a.variant === "adjusted" && a.place.sentence === r.place.sentence,
  );
  if (r.variant === "plain" && adjusted.length === 1 && r.place.sentence === f.place.sentence) out.push(...compareAdjusted(asShare(r), adjusted[0], k, df2));
  const cases = casesOf(f, claims);
  if (cases && cases.wrong) {
    out.push(
      finding(f, {
        message: `With ${cases.n} cases and ${k} predictor${k === 1 ? "" : "s"} the residual degrees of freedom are ${cases.n} − ${k} − 1 = ${cases.n - k - 1}; printed are ${f.df2!.text}.`,
        detail: cases.same
          ? "Right only if the model has no intercept or some cases were left out."
          : "No larger sample is reported. Right only if the model has no intercept or counts several observations of a case.",
        related: [{ message: `${cases.n} cases`, range: cases.range }],
      }),
    );
  }
  return out.some((o) => o.outcome === "finding") ? out : [...out, consistent(f), consistent(r)];
}

/** Adjusted R² = 1 − (1 − R²)(df₁ + df₂)/df₂ (Ezekiel, 1930). */
function compareAdjusted(share: Interval, adjusted: RSquared, k: number, df2: number): Outcome[] {
  const factor = (k + df2) / df2;
  const expected = { low: 1 - (1 - share.low) * factor, high: 1 - (1 - share.high) * factor };
  if (meets(expected, asShare(adjusted))) return [consistent(adjusted)];
  const places = Math.max(2, adjusted.value.decimals) + 1;
  return [
    finding(adjusted, {
      message: `Adjusted R² follows from R² and ${k} and ${df2} degrees of freedom as ${show((expected.low + expected.high) / 2, places)}; printed is ${adjusted.value.text}.`,
      detail: `1 − (1 − R²)(df₁ + df₂)/df₂ lies between ${show(expected.low, places)} and ${show(expected.high, places)}.`,
    }),
  ];
}

function asShare(r: RSquared): Interval {
  return r.value.percent ? scale(r.value.interval, 0.01) : r.value.interval;
}

/** 1 − R² as an interval. */
function scaleResidual(share: Interval, variant: RSquared["variant"], k: number, df2: number): Interval {
  const factor = variant === "adjusted" ? df2 / (k + df2) : 1;
  return { low: Math.max(0, (1 - share.high) * factor), high: Math.min(1, (1 - share.low) * factor) };
}

const fOf = (residual: number, k: number, df2: number): number => (residual <= 0 ? Infinity : ((1 - residual) / k) * (df2 / residual));

function casesOf(f: TestStatistic, claims: Claims): { n: number; wrong: boolean; same: boolean; range: { start: number; end: number } } | undefined {
  const total = f.df!.value + f.df2!.value + 1;
  if (!Number.isInteger(total) || f.df!.decimals > 0 || f.df2!.decimals > 0) return undefined;
  const samples = claims.of("sample-size").filter((s) => !s.approximate && (s.role === "sample" || s.role === "part" || s.role === "test"));
  const same = samples.filter((s) => s.place.sentence === f.place.sentence && /N\s?=/.test(s.text));
  if (same.length === 1 && f.n === undefined) return { n: same[0].reported.value, wrong: same[0].reported.value !== total, same: true, range: same[0].range };
  const all = claims.of("sample-size", { every: true }).map((s) => s.reported.value);
  const largest = samples.filter((s) => s.role === "sample").sort((a, b) => b.reported.value - a.reported.value)[0];
  if (!largest || Math.max(...all.filter((n) => n !== undefined)) > 50 * largest.reported.value) return undefined;
  const own = claims
    .of("sample-size")
    .filter((s) => s.role !== "required" && s.role !== "population")
    .map((s) => s.reported.value);
  return { n: largest.reported.value, wrong: total > Math.max(...own), same: false, range: largest.range };
}
