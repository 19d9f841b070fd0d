import type { ManuscriptTable, Sentence } from "../manuscript/manuscript";
import type { ClaimBase } from "./claim";
import { numbersIn, type Reported, soleNumber } from "./number";
import { numbersBetween } from "./numbers-from";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** The Kaiser–Meyer–Olkin measure of sampling adequacy of all items together. */
export interface KmoClaim extends ClaimBase<"kmo"> {
  readonly reported: Reported;
  /** Kaiser's (1974) word for it, as the paper uses it: "meritorious" */
  readonly label?: string;
  /** the paper calls it adequate, good, suitable … */
  readonly praised?: string;
  /** one number is given for "KMO and Bartlett's test" together */
  readonly withBartlett: boolean;
}

const name = /\bKMO(?![- ]?Bartlett)|Kaiser ?[-‐–— ,] ?Me[yi]er ?(?:[-‐–— ,]|and|&)* ?Olkin|measure of sampling adequacy/gi;
const bands = /marvell?ous|meritorious|middling|mediocre|miserable|unacceptable/i;
const praise =
  /\b(?:adequate|acceptable|good|very good|excellent|suitable|appropriate|satisfactory|sufficient|great|superb|marvell?ous|meritorious|middling|mediocre|geeignet|gut)\b/i;

/** "The data were suitable for factoring (KMO = .46)", "The data suited the analysis (KMO = .46)" */
const praiseBefore =
  /\b(?:data|items|correlations?|matrix|sample)\b (suited|justified|permitted|supported) [^.;()]{0,60}[(,:] ?(?:the )?$|(?:adequacy|data|items?|correlations?|matrix|sample|Daten|Items)\b[^.;()]{0,30}\b(?:was|were|is|are|proved|war|waren)\b[^.;()]{0,20}?\b(adequate|acceptable|good|excellent|suitable|appropriate|satisfactory|sufficient|factorable|geeignet|gut)\b[^.;()]{0,40}[(,:] ?(?:the )?$/i;

/** "The KMO index was .898 (meritorious)", "Kaiser-Meyer-Olkin-Maß betrug 0,86", SPSS's "KMO and Bartlett's Test" table. */
const kmo: Recogniser = {
  name: "kmo",
  sentence: (sentence, context) => fromSentence(sentence, context),
  table: (table, context) => fromTable(table, context),
};
export default kmo;

function fromSentence(sentence: Sentence, context: RecogniserContext): KmoClaim[] {
  const { text } = sentence;
  const numbers = numbersIn(sentence.mapped, context.decimal);
  const seen = new Set<number>();
  return [...text.matchAll(name)].flatMap((match) => {
    const end = match.index + match[0].length;
    const n = numbersBetween(numbers, end, end + 110).find((x) => !x.words && x.decimals >= 1);
    if (!n || seen.has(n.start) || n.percent) return [];
    const gap = text.slice(end, n.start);
    const bartlett = /bartlett|sphericity/i.test(gap);
    if (
      /[;]|χ|chi|\bp ?[<=>]|alpha|eigen|varian|loading|individual|each item|per item|items? (?:rang|had|were)|MSA|recommend|threshold|minimum|cut-?off|criteri|exceed|should|at least|above|greater|over |higher|between|range|[<>≥≤]/i.test(
        gap,
      )
    )
      return [];
    if (n.relation !== "=" || (bartlett && !/(?:\bwas|\bwere|\bis|\bare|\bof|\bbetrug|\bist|\bwar|=|:) ?$/.test(gap))) return [];
    seen.add(n.start);
    const around = text.slice(n.end, n.end + 160);
    const label = bands.exec(around.slice(0, 60)) ?? bands.exec(text.slice(Math.max(0, match.index - 30), match.index));
    const negated = /\b(?:not|in|un|less than|below|barely|nicht) ?$/i;
    const praised = praise.exec(around);
    const before = praiseBefore.exec(text.slice(Math.max(0, match.index - 90), match.index));
    const ok =
      praised && !negated.test(around.slice(0, praised.index))
        ? praised[0]
        : before && !/\bnot\b|nicht/i.test(before[0])
          ? (before[1] ?? before[2])
          : undefined;
    return [claim(n, { label: label?.[0], praised: ok, withBartlett: bartlett, place: context.place({ sentence }) })];
  });
}

function fromTable(table: ManuscriptTable, context: RecogniserContext): KmoClaim[] {
  return table.rows.flatMap((row) => {
    const titled = /\bKMO\b|sampling adequacy/i.test(`${table.caption?.text ?? ""} ${table.header.map((r) => r.cells.map((c) => c.text).join(" ")).join(" ")}`);
    const label = row.cells.findIndex(
      (c) => (titled && /^overall\b/i.test(c.text.trim())) || (/\bKMO\b|Kaiser.{0,3}Me[yi]er|sampling adequacy/i.test(c.text) && !/item/i.test(c.text)),
    );
    if (label < 0 || row.cells.filter((c) => soleNumber(c.mapped, context.decimal)).length !== 1) return [];
    const cell = row.cells.find((c, i) => i > label && soleNumber(c.mapped, context.decimal));
    const n = cell && soleNumber(cell.mapped, context.decimal);
    if (!n || n.decimals < 1) return [];
    return [claim(n, { withBartlett: false, place: { ...context.place({ table }), cell } })];
  });
}

const claim = (reported: Reported, rest: Pick<KmoClaim, "label" | "praised" | "withBartlett" | "place">): KmoClaim => ({
  kind: "kmo",
  text: `KMO = ${reported.text}`,
  range: reported.range,
  reported,
  values: { value: reported.value },
  ...rest,
});
