import type { Sentence } from "../manuscript/manuscript";
import { blockOf } from "./column-role";
import type { Component } from "./component";
import { componentAdjective, componentNoun, isFactorAnalytic, previousSentence, speaksOfAnalysis } from "./factor-words";
import { numbersIn, type Reported } from "./number";
import { numbersBetween } from "./numbers-from";
import { ordinalBefore } from "./ordinal";
import { rangePhrase } from "./range-phrase";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { eigenvalueClaim, type EigenvalueClaim, percentClaim, type VariancePercentClaim } from "./variance-claims";
import { varianceTable } from "./variance-table";

/** Eigenvalues and percentages of variance, from "Total variance explained" tables in the layouts of SPSS, psych and by hand, and from sentences. */
const variance: Recogniser = {
  name: "variance",
  table: (table, context) => varianceTable(table, context),
  sentence: (sentence, context) => (isFactorAnalytic(context.manuscript) ? [...eigenvaluesIn(sentence, context), ...percentagesIn(sentence, context)] : []),
};
export default variance;

const mention = /(?:eigen-?values?|eigenwerte?s?n?|autovalor(?:es)?|valeurs? propres?)/gi;
const limit =
  /(?:greater|larger|higher|bigger|more|less|smaller|lower) than|above|over|exceed\w*|below|under|at least|minimum|größer|über|mindestens|mayor|superior|[<>≥≤]|criterion|rule|cut-?off|-one\b/i;

/** "the eigenvalue of the first factor was 4.54", "eigenvalues of 4.54, 1.56 and 1.03", "eigenvalues above 1 (4.54, 1.56)", "largest eigenvalue being 84.324". */
function eigenvaluesIn(sentence: Sentence, context: RecogniserContext): EigenvalueClaim[] {
  const text = sentence.text;
  const out = new Map<number, EigenvalueClaim>();
  const block = blockOf(text);
  for (const match of text.matchAll(mention)) {
    if (/random|simulated|parallel|adjusted|criterion/i.test(text.slice(Math.max(0, match.index - 30), match.index))) continue;
    const found = valuesAfter(sentence, match.index + match[0].length, context);
    // "ranged from 1.64 to 5.23": the limits, in no order of the components
    const limits = found.length === 2 && rangePhrase(text, found[0], found[1]) !== undefined;
    const plural =
      !limits &&
      found.length > 1 &&
      /s$|e$|en$/i.test(match[0]) &&
      !/(?:factors?|components?) ?\d|second|third|last|remaining|next|other|smallest/i.test(text.slice(Math.max(0, match.index - 40), found[0].start));
    found.forEach((n, i) => {
      const component = plural
        ? { label: `component ${i + 1}`, ordinal: i + 1 }
        : found.length > 1
          ? undefined
          : (ordinalBefore(text, n.start, match.index) ?? ordinalAfter(text, n.end));
      out.set(n.start, { ...eigenvalueClaim(n, ""), component, block, place: context.place({ sentence }) });
    });
  }
  return [...out.values()];
}

/** "With an eigenvalue of 4.54, the first factor …". */
function ordinalAfter(text: string, end: number): Component | undefined {
  const lead = /^,? (?:the |die |der )?(?:\p{L}+ ){1,2}(?=[^\p{L}]|explain|alone|account|had|was)/iu.exec(text.slice(end, end + 60));
  const named = lead ? ordinalBefore(text, end + lead[0].length + 1, end) : undefined;
  return named && named.at > end ? named : undefined;
}

const listGlue = /^ ?(?:\([^()]{0,40}\))?,? ?(?:and|und|y|e|et|to|for [^,;]{1,20},)? ?$/i;
const otherSubject = /[;]|%|\bvarian|explain|account|loading|alpha|KMO|χ|item|table|figure/i;

/** The numbers that a mention of eigenvalues is followed by; counts ("of the five components") and limits ("above 1") before them are passed over. */
function valuesAfter(sentence: Sentence, from: number, context: RecogniserContext): Reported[] {
  const text = sentence.text;
  const out: Reported[] = [];
  let last = from;
  let afterLimit = false;
  for (const n of numbersBetween(numbersIn(sentence.mapped, context.decimal), from, from + 400)) {
    const gap = text.slice(last, n.start);
    if (gap.length > (out.length === 0 ? 70 : 25) || otherSubject.test(gap)) break;
    if (out.length > 0 && !listGlue.test(gap)) break;
    if (afterLimit && !/^ ?(?:were retained |were extracted )?[(:,]? ?(?:of |namely |i\.e\.,? )?$/i.test(gap)) break;
    const isLimit = n.relation !== "=" || limit.test(gap);
    if (out.length === 0 && (isLimit || n.words || n.decimals < 1)) {
      if (
        !isLimit &&
        !/^ ?(?:\p{L}+ ){0,2}(?:factors?|components?|faktor|komponente)/iu.test(text.slice(n.end, n.end + 40)) &&
        !/(?:factor|component)s? ?$/i.test(gap)
      )
        break;
      afterLimit = isLimit;
      last = n.end;
      continue;
    }
    if (n.words || n.percent || n.decimals < 1 || isLimit) break;
    out.push(n);
    afterLimit = false;
    last = n.end;
  }
  return out;
}

const componentNouns = new RegExp(`\\b${componentNoun}\\b`, "iu");
const varianceWord = /varian[cz]|varianz|varianza|variância/i;
const plural = "(?:factors|components|dimensions|Faktoren|Komponenten|Dimensionen|factores|componentes|dimensiones|fatores|facteurs|composantes)";
const pluralNouns = new RegExp(`\\b${plural}\\b`, "iu");
const several = new RegExp(
  `\\b(?:these|the|all|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}|zwei|drei|vier|fünf|sechs|sieben|acht|neun)(?: \\p{L}+){0,2}? (?:${componentAdjective} )?${plural}\\b|[- ](?:factor|component)(?:ial)? (?:solution|structure|model)\\b`,
  "giu",
);
const explainedBy = new RegExp(
  `^ ?%? of the (?:total )?varian\\p{L}+ (?:was|were|is|are|could be|can be) (?:explained|accounted for|captured) by (?:the |all |these )(?:\\p{L}+ ){0,2}${plural}\\b`,
  "iu",
);
/** "Of the variance, 59.64% is due to the five components" */
const dueTo = new RegExp(
  `^ ?%? (?:is|was|are|were) (?:due to|explained by|accounted for by|attributable to) (?:the |all |these )(?:\\p{L}+ |\\d{1,2} )?${plural}\\b`,
  "iu",
);
const plain =
  /\bthe (?:final |rotated |whole )?solution\b|together|in total|total of|cumulativ\w*|jointly|combined|collectively|altogether|zusammen|insgesamt|gemeinsam|en conjunto|en total/gi;

/** "accounted for 28.37% of the variance", "all four together for 50.55%", "erklären zusammen 49,7 % der Varianz". */
function percentagesIn(sentence: Sentence, context: RecogniserContext): VariancePercentClaim[] {
  const text = sentence.text;
  if (!varianceWord.test(text)) return [];
  const before = /\b(?:they|these|those|together|it|sie|zusammen|solution|Lösung)\b/i.test(text)
    ? (previousSentence(sentence, context.manuscript)?.text ?? "")
    : "";
  if (![text, before].some((t) => speaksOfAnalysis(t) || componentNouns.test(t))) return [];
  if (/regress|predictor|R²|R\^2|η|\beta\b|ANOVA|between-(?:person|group)|within-/i.test(text)) return [];
  const block = blockOf(text);
  // "Four components were found. They account for 53.3% of the variance": those of the sentence before, together
  const anaphor = /^(?:They|These|Sie|Diese) /.test(text) && before.search(pluralNouns) >= 0 && (text.match(/%/g) ?? []).length === 1;
  return numbersIn(sentence.mapped, context.decimal).flatMap((n) => {
    if (!n.percent || n.relation !== "=") return [];
    if (
      /(?:at least|minimum|more than|less than|above|below|exceed\w*|threshold|recommended|over|confidence|nearly|almost|about|approximately|around)(?: \w+){0,2} ?$/i.test(
        text.slice(Math.max(0, n.start - 40), n.start),
      )
    )
      return [];
    const { scope, component } = anaphor ? { scope: "total" as const, component: undefined } : subjectOf(text, n);
    return [{ ...percentClaim(n, scope, 1), component, block, place: context.place({ sentence }) }];
  });
}

/** Whose share it is: of one component ("the first factor"), or of all together; whichever is named last before the number. */
function subjectOf(text: string, n: Reported): { scope: VariancePercentClaim["scope"]; component?: Component } {
  const window = Math.max(0, n.start - 300);
  const before = text.slice(window, n.start);
  const one = ordinalBefore(text, n.start, window);
  const at = Math.max(lastMatch(before, plain), lastMatch(before, several));
  if (
    /^ ?(?:%|per ?cent)?,? ?(?:of the (?:total )?variance,? )?(?:in all|in total|altogether|together|overall|cumulatively|in sum|insgesamt|zusammen)\b(?! ?(?:\p{L}+ ){0,3}\.?\d)/iu.test(
      text.slice(n.end, n.end + 80),
    )
  )
    return { scope: "total" };
  // "48.2% of the variance was explained by the five components"
  if (dueTo.test(text.slice(n.end, n.end + 80))) return { scope: "total" };
  if (explainedBy.test(text.slice(n.end, n.end + 110))) return { scope: "total" };
  if (one && one.at > window + at) return { scope: "component", component: one };
  if (at >= 0 && !/respectively|jeweils/i.test(text.slice(n.end, n.end + 300)) && !listed(text, n)) return { scope: "total" };
  return { scope: one ? "component" : "unstated", component: one };
}

/** One of a list of percentages ("12.8%, 10.3%, and 6.6% of the variance")? Those are components'. */
function listed(text: string, n: Reported): boolean {
  return (
    /\d ?(?:%|per ?cent),? (?:and |und )?$/.test(text.slice(Math.max(0, n.start - 18), n.start)) ||
    /^ ?(?:%|per ?cent),? (?:and |und )?\d[\d.,]* ?(?:%|per ?cent)/.test(text.slice(n.end, n.end + 34))
  );
}

function lastMatch(text: string, pattern: RegExp): number {
  let at = -1;
  for (const match of text.matchAll(pattern)) at = match.index + match[0].length;
  return at;
}
