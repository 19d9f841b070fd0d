import type { Claims } from "../claims/claim";
import type { TestName, TestStatistic } from "../claims/test-statistic";
import { type Check, consistent, type Context, finding, type Fix, type Looked, type Outcome, unchecked } from "./check";
import { judge, type Judgement } from "./p-judgement";
import { showP } from "./show";

/** The p value of a test follows from its statistic and degrees of freedom. Where the decision at α changes with it, `p-decision` reports it instead. */
const check: Check = {
  id: "p-value",
  severity: "warning",
  summary: "A p value does not follow from its test statistic and degrees of freedom.",
  explain: `p is recomputed from t, F, χ², z, r or Q and the printed degrees of freedom. The statistic stands for all values that round to it, and so does p;
a warning is given only where no pair of them fits (Nuijten, Hartgerink, van Assen, Epskamp & Wicherts, 2016, rounding as there).
One-tailed p values are accepted where that sentence says so (where most tests of a kind carry half of their p, or the text says of its tests at large that they are one-tailed, it is information); p values adjusted for several tests or for sphericity where the text mentions it; rank correlations, exact, bootstrapped and
permutation tests are not recomputed. r(30) is read as 30 degrees of freedom, and accepted if it fits with 30 as n.
A t without degrees of freedom is bounded by the normal distribution from below, and from above by the degrees of freedom that the smallest sample leaves (3 in prose).`,
  examples: {
    flagged: [
      "The groups differed, ==t(28) = 2.20, p = .03==.",
      "The model was significant, ==F(2, 28) = 4.20, p = .003==.",
      "The association was weak, ==χ²(1, N = 120) = 6.20, p = .031==.",
      "It held in both samples, ==r(118) = .25, p < .001==.",
    ],
    clean: [
      "The groups differed, t(28) = 2.20, p = .036.",
      "The groups differed as predicted, t(28) = 2.20, p = .018, one-tailed.",
      "The model was significant, *F*(2, 28) = 4.84, *p* < .05, η²ₚ = .26.",
      "Post hoc tests with Bonferroni correction were used. The first group differed, t(28) = 2.20, p = .109.",
    ],
  },

  check(claims, context) {
    const oneTailed = oneTailedKinds(claims, context);
    return claims.of("test-statistic", { every: true }).flatMap((claim): readonly Outcome[] => {
      const result = judge(claim, claims, context);
      if (!heldAgainst(claim))
        return [result.outcome === "consistent" ? looked(claim, result) : withComputed(unchecked(claim, "it is quoted, not reported of this study"), result)];
      if (result.outcome !== "contradicted") return [looked(claim, result)];
      const numbers = withComputed(unchecked(claim, ""), result);
      return result.flips
        ? [numbers]
        : [
            numbers,
            finding(claim, {
              ...describe(claim, result),
              ...(shortened(claim, result) || result.declared || (result.halved && oneTailed.has(claim.test)) ? { severity: "information" as const } : {}),
            }),
          ];
    });
  },
};

export default check;

/** A full test result is held against its own numbers unless it is quoted or made up. */
export function heldAgainst(claim: TestStatistic): boolean {
  const { source, sentence } = claim.place;
  return (
    source === "this" ||
    (source === "hypothetical" &&
      !/\b(?:e\.g\.|for example|for instance|suppose|imagine|hypothetical|would|zum Beispiel|z\.\s?B\.)/i.test(sentence?.text ?? ""))
  );
}

/** The kinds of test that carry half of their two-tailed p in most places of the paper: they are one-tailed, said or not. */
function oneTailedKinds(claims: Claims, context: Context): ReadonlySet<TestName> {
  const balance = new Map<TestName, { halved: number; whole: number }>();
  for (const claim of claims.of("test-statistic")) {
    if (!claim.p) continue;
    const count = balance.get(claim.test) ?? { halved: 0, whole: 0 };
    const judged = judge(claim, claims, context);
    if (judged.outcome === "contradicted" && judged.halved) count.halved++;
    else if (judged.outcome === "consistent" && judged.tails !== 1) count.whole++;
    balance.set(claim.test, count);
  }
  return new Set([...balance].filter(([, { halved, whole }]) => halved >= 3 && halved > whole).map(([test]) => test));
}

/** "p = .001" for a p below .0005: "p < .001" is meant. */
function shortened(claim: TestStatistic, { computed }: Judgement): boolean {
  const p = claim.p!;
  return (
    p.comparison === "=" &&
    p.value !== undefined &&
    p.decimals >= 3 &&
    Math.abs(p.value - 10 ** -p.decimals) < 1e-12 &&
    computed !== undefined &&
    computed.interval.high < p.value
  );
}

function looked(claim: TestStatistic, result: Exclude<Judgement, { outcome: "contradicted" }>): Looked {
  return withComputed(result.outcome === "consistent" ? consistent(claim) : unchecked(claim, result.reason), result);
}

function withComputed(base: Looked, result: Judgement): Looked {
  const { computed } = result;
  if (!computed) return base;
  const tails: Record<string, number> = result.outcome === "consistent" && result.tails === 1 ? { tails: 1 } : {};
  return { ...base, computed: { p: computed.p, pInterval: [computed.interval.low, computed.interval.high], ...tails } };
}

/**
 * "F(28, 2) = 4.84, p = .016": exchanged, the degrees of freedom give the p to its third decimal, which chance does once in some hundred times, and an F
 * hardly has more of them above than below. Where p is less exact, either may be wrong.
 */
function exchangeDf(claim: TestStatistic, { exchanged }: { readonly exchanged: boolean }): readonly Fix[] {
  const { df, df2, p } = claim;
  if (!exchanged || !df || !df2 || p?.comparison !== "=" || p.decimals < 3 || p.value! < 0.002) return [];
  if (df.decimals > 0 || df2.decimals > 0 || df.value < 2 * df2.value || df2.value > 10) return [];
  const edits = [
    { range: df.range, newText: df2.text },
    { range: df2.range, newText: df.text },
  ];
  return [{ title: `Exchange the degrees of freedom: F(${df2.text}, ${df.text})`, edits }];
}

/** The message both rules share. */
export function describe(
  claim: TestStatistic,
  result: Extract<Judgement, { outcome: "contradicted" }>,
): { message: string; detail: string; fixes: readonly Fix[] } {
  const { computed } = result;
  const test = claim.text.slice(0, claim.p ? Math.max(0, claim.text.indexOf(claim.p.text)) : undefined).replace(/[\s,;:([]+$/, "");
  const [low, high] = [showP(computed.interval.low), showP(computed.interval.high)];
  const limits = low === high ? `is ${low}` : `lies between ${low} and ${high}`;
  const unknown =
    computed.p !== null
      ? ""
      : claim.test === "t"
        ? ` for any number of degrees of freedom from ${result.fewestDf} up`
        : " for any number of cases between half the smallest and the largest that the text reports";
  return {
    message: `The p of ${test || claim.symbol} ${computed.p === null ? limits : `is ${showP(computed.p)}`}; printed is ${claim.p!.comparison === "ns" ? `"${claim.p!.text}"` : claim.p!.text}.`,
    detail: [
      // where both ends print the same, rounding has nothing to add
      ...(low === high && unknown === "" ? [] : [`With rounding of the statistic p ${limits}${unknown}.`]),
      ...result.possibilities,
    ].join(" "),
    fixes: exchangeDf(claim, result),
  };
}
