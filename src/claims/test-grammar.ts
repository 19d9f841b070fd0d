import type { Mapped } from "../manuscript/mapped";
import type { Relation, Reported } from "./number";
import type { ReportedP } from "./p-clause";
import { numberAt, relationAt } from "./statistic-number";
import type { TestName } from "./test-statistic";
import { type Degrees, degreesAfter } from "./test-degrees";
import { readTail } from "./test-tail";

/** The name of a test in a sentence. */
export interface Head {
  readonly test: TestName;
  readonly symbol: string;
  readonly start: number;
  /** where its degrees of freedom or its relation start */
  readonly end: number;
  /** the symbol is a test only with degrees of freedom in brackets: G(12), X(3), H(2) */
  readonly needsDf: boolean;
  readonly approximate?: string;
}

const boundary = "(?<![\\p{L}\\p{N}_^])";
const noLetter = "(?![\\p{L}])";
const heads: readonly { readonly test: TestName; readonly pattern: RegExp; readonly needsDf?: boolean; readonly approximate?: string }[] = [
  { test: "t", pattern: new RegExp(`${boundary}t(?:s${noLetter}|[- ]?(?:tests?|values?|statistics?|ratio|Test|Werte?)${noLetter}|${noLetter})`, "gu") },
  {
    test: "F",
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}_^]|χ²/)(?:Δ ?)?F(?:s${noLetter}|[-_ ]?\\{?(?:change|Change|cha|diff|Welch|W|inc)\\}?${noLetter}|[- ]?(?:tests?|values?|statistics?|ratio|Test|Werte?)${noLetter}|[12](?= ?\\(\\d)|'s${noLetter}|${noLetter})`,
      "gu",
    ),
  },
  {
    test: "chi-square",
    pattern: new RegExp(
      `${boundary}(?:Δ ?)?(?:(?:χ|chi|Chi|\\\\chi|X)(?: ?(?:\\^ ?\\{?2\\}?|²|_2|2|[- ]?[Ss]quared?|-?[Qq]uadrat))s?(?:[- ](?:values?|statistics?|tests?))?|[xc](?: ?\\^ ?2|²|2)(?= ?\\())${noLetter}(?!\\s?/)`,
      "gu",
    ),
  },
  { test: "chi-square", pattern: new RegExp(`${boundary}(?:[GL](?:\\^?2|²)|[GHXχ]|LR(?: ?χ²)?)(?= ?[([{]?)${noLetter}`, "gu"), needsDf: true },
  { test: "z", pattern: new RegExp(`${boundary}[zZ](?:s${noLetter}|[- ]?(?:scores?|values?|tests?|statistics?|Werte?)${noLetter}|${noLetter})`, "gu") },
  { test: "r", pattern: new RegExp(`${boundary}r(?:s(?= ?[([])|_?\\{?(?:pb|partial|p)\\}?${noLetter}|${noLetter})`, "gu") },
  {
    test: "r",
    pattern: new RegExp(`${boundary}(?:r_\\{?[sS]\\}?|rₛ|r_?\\{?(?:Spearman|rho|sp)\\}?|(?:Spearman's )?(?:ρ|rho))${noLetter}`, "gu"),
    needsDf: true,
    approximate: "p of a rank correlation depends on the method",
  },
  {
    test: "Q",
    pattern: new RegExp(`${boundary}Q(?:[-_ ]?\\{?(?:between|within|model|residual|total|error|bet|w|b|B|W|M|E|T|R)\\}?)?${noLetter}(?= ?[([=])`, "gu"),
    needsDf: true,
  },
];

/** Every place of a sentence that may name a test, left to right. */
export function headsIn(text: string): Head[] {
  const out: Head[] = [];
  for (const { test, pattern, needsDf, approximate } of heads) {
    for (const match of text.matchAll(pattern)) {
      const symbol = match[0].trim();
      out.push({
        test,
        symbol,
        start: match.index,
        end: match.index + match[0].length,
        needsDf: needsDf ?? false,
        approximate: symbol === "rs" ? "p of a rank correlation depends on the method" : approximate,
      });
    }
  }
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

export interface ParsedTest extends Degrees {
  readonly value: Reported;
  readonly p?: ReportedP;
  readonly valueEnd: number;
  readonly end: number;
}

/** Reads on from a head: degrees of freedom, relation, value, and what follows as far as it belongs to the result. */
export function parseTest(mapped: Mapped, head: Head, decimal: "." | ","): ParsedTest | undefined {
  const text = mapped.text;
  const before = degreesAfter(mapped, head, decimal);
  if (before === "unreadable" || (head.needsDf && !before?.df)) return undefined;
  const at = before ? before.end : head.end;
  const relation = relationAt(text, at) ?? valueWords(text, at, head);
  if (!relation) return undefined;
  const statistic = numberAt(mapped, relation.end, decimal, relation.relation);
  if (!statistic || statistic.percent || /^\s?(?:\^|°)/.test(text.slice(statistic.end, statistic.end + 2))) return undefined;
  if (/^ ?[-–] ?[.\d]/.test(text.slice(statistic.end, statistic.end + 4)) || /^ ?to ?[.\d]/.test(text.slice(statistic.end, statistic.end + 5)))
    return undefined; // a range of statistics
  const tail = readTail(mapped, statistic.end, head, decimal);
  const df = before?.df ?? tail.df;
  const df2 = before?.df ? before.df2 : tail.df2;
  if ((head.test === "z" || head.test === "r") && !tail.p && !df) return undefined; // "z = 1.96" in a formula, r as an effect size
  if (head.test === "t" && !tail.p && !df && /s$/.test(head.symbol)) return undefined;
  return { value: statistic, df, df2, n: before?.n ?? tail.n, p: tail.p, valueEnd: statistic.end, end: tail.p?.end ?? statistic.end };
}

/** "a t value of 2.20", "the chi-square statistic was 12.3": only where the head is spelled out. */
function valueWords(text: string, at: number, head: Head): { relation: Relation; end: number } | undefined {
  if (!/value|statistic|quare|uadrat|Wert/.test(head.symbol)) return undefined;
  const match = /^(?: (?:value|statistic))? (?:of|was|is|=|von|betrug) /.exec(text.slice(at, at + 24));
  return match ? { relation: "=", end: at + match[0].length } : undefined;
}
