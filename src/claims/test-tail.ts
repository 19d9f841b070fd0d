import { type Mapped, slice } from "../manuscript/mapped";
import type { Reported } from "./number";
import { nsAt, pClauseAt, type ReportedP } from "./p-clause";
import { numberAt } from "./statistic-number";
import { degreesIn } from "./test-degrees";
import type { Head } from "./test-grammar";

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

/** What the tail of a result holds. */
export interface Tail {
  df?: Reported;
  df2?: Reported;
  n?: Reported;
  p?: ReportedP;
}

/** A reader's place in the text, and what it has found. */
interface Reading {
  readonly mapped: Mapped;
  readonly head: Head;
  readonly decimal: "." | ",";
  readonly found: Tail;
  at: number;
}

/** Steps over `pattern` where it stands here. */
function take(reading: Reading, pattern: RegExp): string | undefined {
  pattern.lastIndex = reading.at;
  const match = pattern.exec(reading.mapped.text)?.[0];
  if (match) reading.at += match.length;
  return match || undefined;
}

/** Steps over a number here. */
function takeNumber(reading: Reading): Reported | undefined {
  const number = numberAt(reading.mapped, reading.at, reading.decimal);
  if (number) reading.at = number.end + (number.percent ? reading.mapped.text.slice(number.end).indexOf("%") + 1 : 0);
  return number;
}

/**
 * What follows the value of a test: other quantities of the same result (df, N, MSE, intervals, effect sizes) are passed over until its p value, or until anything else begins.
 * Bounded, so that a text is read in linear time however it goes on.
 */
export function readTail(mapped: Mapped, from: number, head: Head, decimal: "." | ","): Tail {
  const reading: Reading = { mapped, head, decimal, found: {}, at: from };
  if (head.test === "F") degreesInBrackets(reading);
  for (let step = 0; step < 24 && reading.at - from < 220; step++) {
    if (take(reading, separators)) continue;
    const before = mapped.text[reading.at - 1];
    const p = pClauseAt(mapped, reading.at, decimal) ?? (before === " " || before === "(" ? nsAt(mapped, reading.at) : undefined);
    if (p) return { ...reading.found, p };
    if (!passQuantity(reading)) break;
  }
  return reading.found;
}

/** One quantity of the result; false where something else stands. */
function passQuantity(reading: Reading): boolean {
  const { found, mapped, decimal } = reading;
  if (take(reading, interval) || take(reading, tails) || take(reading, verdict)) return true;
  const at = reading.at;
  if (take(reading, trailingDf)) {
    found.df ??= numberAt(mapped, at, decimal);
    return true;
  }
  if (take(reading, dfClause)) return degrees(reading);
  if (take(reading, sampleSize)) return (found.n = takeNumber(reading)) !== undefined;
  stops.lastIndex = at;
  if (stops.test(mapped.text)) return false;
  return take(reading, assignment) !== undefined && takeNumber(reading) !== undefined;
}

/** "df = 28", "df = 1, 28", "df1 = 1, df2 = 28". */
function degrees(reading: Reading): boolean {
  const { found, head, mapped } = reading;
  const number = takeNumber(reading);
  if (!number) return false;
  if (!found.df) found.df = number;
  else if (head.test === "F") found.df2 ??= number;
  const second = head.test === "F" && !found.df2 ? /^(?:, ?|\/| and | & )(?=\d)/.exec(mapped.text.slice(reading.at, reading.at + 6)) : null;
  if (second) {
    reading.at += second[0].length;
    found.df2 = takeNumber(reading);
  }
  return true;
}

/** "F = 4.84 (1, 28)". */
function degreesInBrackets(reading: Reading): void {
  const { mapped, at } = reading;
  const bracketed = /^\s?\((\d{1,4}), ?(\d{1,6}(?:\.\d+)?)\)/.exec(mapped.text.slice(at, at + 24));
  if (!bracketed) return;
  Object.assign(reading.found, degreesIn(slice(mapped, at + bracketed[0].indexOf("(") + 1, at + bracketed[0].length - 1), "F", reading.decimal));
  reading.at += bracketed[0].length;
}
