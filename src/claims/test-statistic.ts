import type { Sentence } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import type { Reported } from "./number";
import { pClauseAt, pStarts, type ReportedP } from "./p-clause";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { headsIn, parseTest } from "./test-grammar";

export type TestName = "t" | "F" | "chi-square" | "z" | "r" | "Q";

/** A reported test: the statistic with its degrees of freedom, and the p value that is printed with it. Listed under the name of its distribution. */
export interface TestStatistic extends ClaimBase<"test-statistic"> {
  readonly test: TestName;
  readonly listedAs: TestName;
  /** as printed: "χ²", "H", "Q_M" */
  readonly symbol: string;
  readonly value: Reported;
  /** degrees of freedom; of F those of the numerator */
  readonly df?: Reported;
  /** of F: those of the denominator */
  readonly df2?: Reported;
  readonly n?: Reported;
  readonly p?: ReportedP;
  /** the sentence speaks of a one-tailed test */
  readonly oneTailed: boolean;
  /** why the statistic does not follow the textbook distribution with these df, where it does not: a rank correlation */
  readonly approximate?: string;
}

/** A p value printed without a test next to it. */
export interface PValueClaim extends ClaimBase<"p-value"> {
  readonly p: ReportedP;
}

const oneTailed = /\b(?:one|1)[- –]?(?:tailed|sided)\b|(?<!non-|non|bi|uni)\bdirectional\b|\beinseitig/i;

/**
 * Test results in running text: "t(28) = 2.20, p = .036", "F(1, 28) = 4.84, MSE = 3.2, p < .05", "χ²(2, N = 120) = 6.20; p = .045", "F_1,29 > 4", "z = 2.2, p = .03", "r(28) = .36", "Q_M(1) = 4.2",
 * "t = 2.20, df = 28, p = .036". Symbols, brackets and separators as authors vary them; letters that merely look like one ("R2(12)", "test (15)") are left alone.
 */
const recogniser: Recogniser = {
  name: "test-statistic",
  sentence(sentence, context) {
    if (!/[=<>≤≥]|\bp[- ]value|\bp (?:of|was|is) 0?[.,]/i.test(sentence.text)) return [];
    const tests = testsIn(sentence, context);
    const taken = new Set(tests.flatMap((t) => (t.p ? [t.p.start] : [])));
    return [...tests, ...loosePValues(sentence, context, taken)];
  },
};

export default recogniser;

function testsIn(sentence: Sentence, context: RecogniserContext): TestStatistic[] {
  const { mapped, text } = sentence;
  const heads = headsIn(text);
  const tails = oneTailed.test(text);
  const out: TestStatistic[] = [];
  let from = 0;
  for (const head of heads) {
    if (head.start < from) continue;
    const found = parseTest(mapped, head, context.decimal);
    if (!found) continue;
    const { df, df2, n, p, end } = found;
    // "t(28) = 2.20, r = .38, p = .036": the r is the size of the effect, the p that of t
    if (head.test === "r" && !df && p && out.some((t) => t.p?.start === p.start)) continue;
    out.push({
      kind: "test-statistic",
      listedAs: head.test,
      test: head.test,
      symbol: head.symbol,
      value: found.value,
      df,
      df2,
      n,
      p,
      oneTailed: tails,
      approximate: head.approximate,
      text: text.slice(head.start, end),
      range: rangeOf(mapped, head.start, end),
      place: context.place({ sentence, at: head.start }),
      values: valuesOf(head.test, found.value, df, df2, n, p),
    });
    from = found.valueEnd;
  }
  return out;
}

/** The fields of contract.md. */
export function valuesOf(test: TestName, statistic: Reported, df?: Reported, df2?: Reported, n?: Reported, p?: ReportedP): Record<string, unknown> {
  return {
    statistic: statistic.value,
    ...(statistic.relation === "=" ? {} : { statisticComparison: statistic.relation }),
    ...(test === "F" ? { ...(df ? { df1: df.value } : {}), ...(df2 ? { df2: df2.value } : {}) } : df ? { df: df.value } : {}),
    ...(n ? { n: n.value } : {}),
    ...(p ? { ...(p.value === undefined ? {} : { p: p.value }), pComparison: p.comparison } : {}),
  };
}

/** "the groups did not differ, p = 1.20": decimals that no count named p has, no unit after them, and words of a test before them. */
function impossible(text: string, p: ReportedP): boolean {
  const before = text.slice(Math.max(0, p.start - 160), p.start);
  const tested =
    /signific|differ|correlat|associat|related|effect|predict|interaction|t[- ]test|ANOVA|χ|Mann|Wilcoxon|Kruskal|signifikan|untersch|Zusammenhang|korreli/i.test(
      before,
    );
  return (
    p.comparison === "=" &&
    p.decimals >= 2 &&
    tested &&
    !p.several &&
    /^ ?(?:[.,;)\]]|$)/.test(text.slice(p.end, p.end + 2)) &&
    !/pressure|power|exponent|norm|Minkowski|price|density|dipole|order|parameter|shape|model/i.test(text)
  );
}

function loosePValues(sentence: Sentence, context: RecogniserContext, taken: ReadonlySet<number>): PValueClaim[] {
  const out: PValueClaim[] = [];
  for (const match of sentence.text.matchAll(pStarts)) {
    if (taken.has(match.index) || /[*†‡]\s?$/.test(sentence.text.slice(Math.max(0, match.index - 2), match.index))) continue; // "* p < .05": what stars mean
    const p = pClauseAt(sentence.mapped, match.index, context.decimal);
    if (!p || p.comparison === "ns" || (p.value! > 1 && !p.explicit && !impossible(sentence.text, p))) continue;
    out.push({
      kind: "p-value",
      p,
      text: p.text,
      range: p.range,
      place: context.place({ sentence, at: p.start }),
      values: { p: p.value, pComparison: p.comparison },
    });
  }
  return out;
}
