import { type Mapped, slice } from "../manuscript/mapped";
import type { Relation, Reported } from "./number";
import { nsAt, pClauseAt, type ReportedP } from "./p-clause";
import { numberAt, relationAt } from "./statistic-number";
import type { TestName } from "./test-statistic";

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
  { test: "F", pattern: new RegExp(`(?<![\\p{L}\\p{N}_^]|χ²/)(?:Δ ?)?F(?:s${noLetter}|[-_ ]?\\{?(?:change|Change|cha|diff|Welch|W|inc)\\}?${noLetter}|[- ]?(?:tests?|values?|statistics?|ratio|Test|Werte?)${noLetter}|[12](?= ?\\(\\d)|'s${noLetter}|${noLetter})`, "gu") },
  { test: "chi-square", pattern: new RegExp(`${boundary}(?:Δ ?)?(?:(?:χ|chi|Chi|\\\\chi|X)(?: ?(?:\\^ ?\\{?2\\}?|²|_2|2|[- ]?[Ss]quared?|-?[Qq]uadrat))s?(?:[- ](?:values?|statistics?|tests?))?|[xc](?: ?\\^ ?2|²|2)(?= ?\\())${noLetter}(?!\\s?/)`, "gu") },
  { test: "chi-square", pattern: new RegExp(`${boundary}(?:[GL](?:\\^?2|²)|[GHXχ]|LR(?: ?χ²)?)(?= ?[([{]?)${noLetter}`, "gu"), needsDf: true },
  { test: "z", pattern: new RegExp(`${boundary}[zZ](?:s${noLetter}|[- ]?(?:scores?|values?|tests?|statistics?|Werte?)${noLetter}|${noLetter})`, "gu") },
  { test: "r", pattern: new RegExp(`${boundary}r(?:s(?= ?[([])|_?\\{?(?:pb|partial|p)\\}?${noLetter}|${noLetter})`, "gu") },
  { test: "r", pattern: new RegExp(`${boundary}(?:r_\\{?[sS]\\}?|rₛ|r_?\\{?(?:Spearman|rho|sp)\\}?|(?:Spearman's )?(?:ρ|rho))${noLetter}`, "gu"), needsDf: true, approximate: "p of a rank correlation depends on the method" },
  { test: "Q", pattern: new RegExp(`${boundary}Q(?:[-_ ]?\\{?(?:between|within|model|residual|total|error|bet|w|b|B|W|M|E|T|R)\\}?)?${noLetter}(?= ?[([=])`, "gu"), needsDf: true },
];

/** Every place of a sentence that may name a test, left to right. */
export function headsIn(text: string): Head[] {
  const out: Head[] = [];
  for (const { test, pattern, needsDf, approximate } of heads) {
    for (const match of text.matchAll(pattern)) {
      const symbol = match[0].trim();
      out.push({ test, symbol, start: match.index, end: match.index + match[0].length, needsDf: needsDf ?? false, approximate: symbol === "rs" ? "p of a rank correlation depends on the method" : approximate });
    }
  }
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Degrees {
  readonly df?: Reported;
  readonly df2?: Reported;
  readonly n?: Reported;
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
  if (/^ ?[-–] ?[.\d]/.test(text.slice(statistic.end, statistic.end + 4)) || /^ ?to ?[.\d]/.test(text.slice(statistic.end, statistic.end + 5))) return undefined; // a range of statistics
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

const open = /[_~]?\s?[([{]/y;
const label = /^(df_?\{?\d?\}?|d\.f\.|gl|FG|dl|ν|[Nn])\s?[=:]?\s?/;

/** "(28)", "(1, 28)", "(2, N = 120)", "(df = 2)", "[1, 28]", "_1,29", "₁,₂₉", "28": degrees of freedom directly after the symbol. */
function degreesAfter(mapped: Mapped, head: Head, decimal: "." | ","): (Degrees & { end: number }) | "unreadable" | undefined {
  const text = mapped.text;
  open.lastIndex = head.end;
  const bracket = open.exec(text);
  if (!bracket) return subscript(mapped, head, decimal);
  const from = head.end + bracket[0].length;
  const close = text.slice(from, from + 60).search(/[)\]}]/);
  if (close < 0) return "unreadable";
  const end = from + close + (text[from + close + 1] === "~" ? 2 : 1);
  const degrees = degreesIn(slice(mapped, from, from + close), head.test, decimal);
  if (!degrees) return relationAt(text, end) ? "unreadable" : undefined;
  return { ...degrees, end };
}

function subscript(mapped: Mapped, head: Head, decimal: "." | ","): (Degrees & { end: number }) | undefined {
  const pattern = head.test === "chi-square" || head.test === "r" || head.test === "z" ? /_\{?(\d{1,6}(?:\.\d{1,4})?)\}?(?=\s?[=<>≤≥])/y : /_?\{?(\d{1,6}(?:\.\d{1,4})?(?:, ?\d{1,6}(?:\.\d{1,4})?)?)\}?(?=\s?[=<>≤≥])/y;
  pattern.lastIndex = head.end;
  const match = pattern.exec(mapped.text) ?? lowered(mapped.text, head.end);
  if (!match) return undefined;
  const from = head.end + match[0].indexOf(match[1]);
  const inner = slice(mapped, from, from + match[1].length);
  const degrees = degreesIn(head.end === from || /[₀-₉]/.test(match[1]) ? { ...inner, text: inner.text.replace(/[₀-₉]/g, (c) => String(c.charCodeAt(0) - 0x2080)) } : inner, head.test, decimal);
  return degrees && { ...degrees, end: head.end + match[0].length };
}

function lowered(text: string, at: number): RegExpExecArray | null {
  const pattern = /([₀-₉]{1,6}(?:[,‚] ?[₀-₉]{1,6})?)(?=\s?[=<>≤≥])/y;
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The inside of the brackets as degrees of freedom (and N), or undefined where it holds anything else. */
function degreesIn(inside: Mapped, test: TestName, decimal: "." | ","): Degrees | undefined {
  const pieces = splitDegrees(inside.text, test, decimal);
  let n: Reported | undefined;
  const plain: Reported[] = [];
  for (const [from, to] of pieces) {
    const part = slice(inside, from, to);
    const piece = part.text;
    const lead = piece.length - piece.trimStart().length;
    const named = label.exec(piece.slice(lead));
    const number = numberAt(part, lead + (named?.[0].length ?? 0), decimal);
    if (!number || number.value < 0 || !/^\s?(?:df)?$/.test(piece.slice(number.end))) return undefined;
    if (named && /^[Nn]/.test(named[1])) n = number;
    else plain.push(number);
  }
  if (test === "F") return plain.length === 2 ? { df: plain[0], df2: plain[1], n } : undefined;
  if (plain.length === 2 && test === "chi-square" && !n && plain[1].decimals === 0) return { df: plain[0], n: plain[1] };
  if (plain.length > 1 || (plain.length === 0 && !n)) return undefined;
  return { df: plain[0], n };
}

/** Where the pieces between the separators stand: semicolons, else ", ", else a comma where two numbers must stand. */
function splitDegrees(text: string, test: TestName, decimal: "." | ","): [number, number][] {
  const by = /;/.test(text) ? /;/g : /, /.test(text) ? /, /g : /,(?=\s?(?:[Nn]|df)\b)/.test(text) ? /,(?=\s?(?:[Nn]|df)\b)/g : test === "F" || (decimal === "." && !/^\d{1,3}(?:,\d{3})+$/.test(text)) ? /[,/]/g : /\//g;
  const out: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(by)) {
    out.push([from, match.index]);
    from = match.index + match[0].length;
  }
  out.push([from, text.length]);
  return out;
}

const separators = /[\s,;:()[\]{}*†‡]+|(?:and|und|with|mit|at)\b|[a-d](?=[,;)])/y;
const dfClause = /(?:df_?\{?\d?\}?|d\.f\.|degrees of freedom|gl|FG|Freiheitsgrade)\s?[=:]\s?/y;
const trailingDf = /(\d{1,6}) ?(?:df\b|d\.f\.|degrees? of freedom|Freiheitsgrade)/y;
const sampleSize = /[Nn]\s?=\s?/y;
const interval = /\d\d(?:\.\d)?\s?% ?-?(?:CI|KI|CrI|HDI|IC|confidence intervals?|Konfidenzintervall|credible interval)[^[(\d]{0,20}[[(]?[^\])(;]{1,50}[\])]?/y;
const tails = /(?:(?:one|two|1|2)[- ](?:tailed|sided)|einseitig|zweiseitig)(?: test)?/y;
const verdict = /(?:which |that |it |and )?(?:was|is|were|are|being) (?:not |highly |very )?(?:statistically )?(?:significant|non-?significant)(?: at| with)?/y;
const assignment =
  /(?:(?:Cohen|Hedges|Glass|Cram[eé]r|Pearson|Kendall|Wilks|Pillai)['’]?s?['’]? |partial |adjusted |adj\. |standardized |generalized |observed |effect size |mean |Mean |approximate ){0,2}(?:difference|power|effect size|lambda|trace|Δ?\p{L}{1,5}(?:_?\{?\p{L}{0,8}\}?)?[²2]?(?:_\p{L}{1,8})?|[βηωεδΔφΛ]²?_?\p{L}{0,8}²?)\s?(?:=|<|>|≤|≥|≈)\s?/uy;
const stops = /(?:ts?|Fs?|χ²|χ2|chi2|X2|zs?|Z|Q)\s?(?:[([=<>]|_|\d)/y;

/** What follows the value: other quantities of the same result are passed over until its p value, or until anything else begins. */
function readTail(mapped: Mapped, from: number, head: Head, decimal: "." | ","): { df?: Reported; df2?: Reported; n?: Reported; p?: ReportedP } {
  const text = mapped.text;
  const found: { df?: Reported; df2?: Reported; n?: Reported; p?: ReportedP } = {};
  let at = from;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match && match[0].length > 0) at += match[0].length;
    return match && match[0].length > 0 ? match : null;
  };
  const bracketed = head.test === "F" ? /^\s?\((\d{1,4}), ?(\d{1,6}(?:\.\d+)?)\)/.exec(text.slice(from, from + 24)) : null;
  if (bracketed) {
    const inner = slice(mapped, from + bracketed[0].indexOf("(") + 1, from + bracketed[0].length - 1);
    Object.assign(found, degreesIn(inner, "F", decimal));
    at += bracketed[0].length;
  }
  for (let step = 0; step < 24 && at - from < 220; step++) {
    if (take(separators)) continue;
    const p = pClauseAt(mapped, at, decimal) ?? (text[at - 1] === " " || text[at - 1] === "(" ? nsAt(mapped, at) : undefined);
    if (p) return { ...found, p };
    if (take(interval) || take(tails) || take(verdict)) continue;
    const trailing = take(trailingDf);
    if (trailing) {
      found.df ??= numberAt(mapped, at - trailing[0].length, decimal);
      continue;
    }
    if (take(dfClause)) {
      const number = numberAt(mapped, at, decimal);
      if (!number) return found;
      at = number.end;
      if (!found.df) found.df = number;
      else if (head.test === "F") found.df2 ??= number;
      const second = head.test === "F" && !found.df2 ? /^(?:, ?|\/| and | & )(?=\d)/.exec(text.slice(at, at + 6)) : null;
      if (second) {
        found.df2 = numberAt(mapped, at + second[0].length, decimal);
        at = found.df2?.end ?? at;
      }
      continue;
    }
    if (take(sampleSize)) {
      found.n = numberAt(mapped, at, decimal);
      if (!found.n) return found;
      at = found.n.end;
      continue;
    }
    stops.lastIndex = at;
    if (stops.exec(text)) return found;
    if (take(assignment)) {
      const number = numberAt(mapped, at, decimal);
      if (!number) return found;
      at = number.end + (number.percent ? text.slice(number.end).indexOf("%") + 1 : 0);
      continue;
    }
    return found;
  }
  return found;
}
