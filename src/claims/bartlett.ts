import { headerOf, type ManuscriptTable, type Sentence } from "../manuscript/manuscript";
import type { Range } from "../manuscript/mapped";
import type { ClaimBase, Place } from "./claim";
import { isFactorAnalytic, previousSentence } from "./factor-words";
import { numbersIn, type Reported, soleNumber } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** Bartlett's test of sphericity, as far as it is printed. */
export interface BartlettClaim extends ClaimBase<"bartlett"> {
  readonly chiSquare?: Reported;
  readonly df?: Reported;
  readonly p?: Reported;
}

/** "Bartlett's test of sphericity gave χ²(120) = 4,028.11, p < .001", or the rows of SPSS's table. */
const bartlett: Recogniser = {
  name: "bartlett",
  sentence: (sentence, context) => fromSentence(sentence, context),
  table: (table, context) => fromTable(table, context),
};
export default bartlett;

/** Bartlett's other tests: of equal variances, of canonical roots. */
const otherBartlett =
  /Mauchly|homogene|homosc|heterosc|equal(?:ity of)? varianc|Gleichheit der Varianz|gleiche Varianz|Greenhouse|canonical|kanonisch|\broots?\b|K-squared/i;
const spherical = /spheric|sphär|esferic|sphéric|KMO|Kaiser[-–]Meyer|factorab|factor analy|correlation matri|Faktorenanalyse|Korrelationsmatri/i;
const ofVariances = /\bvariances\b|Varianzen|analysis of variance|ANOVA|Varianzanalyse|\bgroups?\b|Gruppen/i;

function fromSentence(sentence: Sentence, context: RecogniserContext): BartlettClaim[] {
  const { text } = sentence;
  const at = text.search(/bartlett|sphericity/i);
  if (at < 0 || otherBartlett.test(text)) return [];
  const here = `${previousSentence(sentence, context.manuscript)?.text ?? ""} ${text}`;

  const numbers = numbersIn(sentence.mapped, context.decimal).filter((n) => n.start > at && !n.words);
  const before = (n: Reported, length = 24) => text.slice(Math.max(0, n.start - length), n.start);
  const chiSquare = numbers.find((n) => {
    const gap = /(?:χ ?\^?²?2?|chi-?squared?(?: value| statistic)?|Chi-Quadrat)([^;]{0,40}?)(?:=|was|of|:|betrug|is|were) ?$/i.exec(before(n, 60))?.[1];
    return gap !== undefined && gap.split("(").length === gap.split(")").length && !/\b(?:df|p|N|n) ?[=<>]? ?$/.test(before(n));
  });
  const df = numbers.find(
    (n) =>
      n !== chiSquare &&
      n.decimals === 0 &&
      (/\bd\.?f\.? ?(?:=|:|of)? ?\(?$/i.test(before(n)) ||
        /(?:χ ?\^?²?2?|chi-?squared?) ?\( ?$/i.test(before(n)) ||
        /^ ?degrees? of freedom|^ ?df\b/i.test(text.slice(n.end, n.end + 20))),
  );
  const p = numbers.find((n) => /\bp(?:-?value)? ?(?:=|<|>|≤|≥|was|of)? ?(?:<|less than )? ?$/i.test(before(n)) && n.value <= 1 && n.decimals > 0);
  if (!chiSquare && !df) return [];
  // the test of equal variances has a degree of freedom less than there are groups: few
  if (!spherical.test(here) && (ofVariances.test(here) || ((df?.value ?? 0) < 10 && !isFactorAnalytic(context.manuscript)))) return [];
  return [claim({ chiSquare, df, p }, context.place({ sentence }))];
}

function fromTable(table: ManuscriptTable, context: RecogniserContext): BartlettClaim[] {
  const across = fromColumns(table, context);
  if (across) return [across];
  const start = table.rows.findIndex((r) => r.cells.some((c) => /bartlett|sphericity/i.test(c.text)));
  if (start < 0) return [];
  const found: { chiSquare?: Reported; df?: Reported; p?: Reported } = {};
  for (const row of table.rows.slice(start, start + 4)) {
    const label = row.cells.map((c) => c.text).join(" ");
    const n = [...row.cells]
      .reverse()
      .map((c) => soleNumber(c.mapped, context.decimal))
      .find((x) => x);
    if (!n) continue;
    if (/chi|χ/i.test(label)) found.chiSquare ??= n;
    else if (/\bd\.?f\b|degrees|Freiheitsgrade/i.test(label)) found.df ??= n;
    else if (/\bsig|\bp\b|p-value|Signifikanz/i.test(label)) found.p ??= n;
  }
  return found.chiSquare || found.df ? [claim(found, context.place({ table }))] : [];
}

/** A table of the test alone with columns χ², df and p, as jamovi prints it. */
function fromColumns(table: ManuscriptTable, context: RecogniserContext): BartlettClaim | undefined {
  const headers = Array.from({ length: table.width }, (_, c) => headerOf(table, c).trim());
  if (!/bartlett|sphericity/i.test(`${table.caption?.text ?? ""} ${headers.join(" ")}`) || table.rows.length !== 1) return undefined;
  const at = (pattern: RegExp): Reported | undefined => {
    const c = headers.findIndex((h) => pattern.test(h));
    return c < 0 ? undefined : soleNumber(table.rows[0].cells[c].mapped, context.decimal);
  };
  const found = { chiSquare: at(/χ|chi/i), df: at(/^df$|\bdf$|degrees/i), p: at(/^p$|^sig|p-value/i) };
  return found.chiSquare || found.df ? claim(found, context.place({ table })) : undefined;
}

function claim(found: { chiSquare?: Reported; df?: Reported; p?: Reported }, place: Place): BartlettClaim {
  const parts = [found.chiSquare, found.df, found.p].flatMap((r) => (r ? [r.range] : []));
  const range: Range = { start: Math.min(...parts.map((r) => r.start)), end: Math.max(...parts.map((r) => r.end)) };
  const df = found.df ? `(${found.df.text})` : "";
  return {
    kind: "bartlett",
    text: `Bartlett's test: χ²${df}${found.chiSquare ? ` = ${found.chiSquare.text}` : ""}${found.p ? `, p ${found.p.relation} ${found.p.text}` : ""}`,
    range,
    place,
    values: { statistic: found.chiSquare?.value ?? null, df: found.df?.value ?? null, p: found.p?.value ?? null },
    ...found,
  };
}
