import { rangeOf } from "../manuscript/mapped";
import { divide, type Interval, scale } from "../numerics/interval";
import type { ClaimBase } from "./claim";
import { magnitudeAfter } from "./magnitude";
import { numbersIn, type Reported } from "./number";
import type { Recogniser } from "./recogniser";

/** A count and the percentage that it is said to be of a named whole: "384 thousand, or 38.0% of all registered users". */
export interface Share extends ClaimBase<"share"> {
  readonly count: Reported;
  /** 1000 for "384 thousand" */
  readonly magnitude: number;
  readonly percent: Reported;
  /** the words that name the whole, folded: "registered users" */
  readonly whole: string;
  /** the sizes of the whole that count and percentage allow */
  readonly implied: Interval;
}

const whole = /^\s?(?:%|per ?cent|percent|Prozent)\s(?:of|der|des|aller|von|de los|de las|des|de todos los) ((?:[\p{L}'-]+ ?){1,6})/u;
/** Where the name of the whole ends. */
const stop =
  /\b(?:had|has|have|were|was|are|is|who|which|that|and|or|in|at|by|from|with|said|reported|used|visited|bought|owned|lived|answered|haben|hatten|waren|sind|die|der|und)\b.*$/u;

const share: Recogniser = {
  name: "share",
  sentence(sentence, context) {
    if (sentence.section.role === "references" || (!sentence.text.includes("%") && !/per ?cent|Prozent/i.test(sentence.text))) return [];
    const numbers = numbersIn(sentence.mapped, context.decimal);
    return numbers.flatMap((percent, i): Share[] => {
      if (!percent.percent || percent.value <= 0 || percent.value > 100 || percent.relation !== "=") return [];
      const named = whole.exec(sentence.text.slice(percent.end, percent.end + 120));
      const label = named ? labelOf(named[1]) : "";
      const count = countBefore(sentence.text, numbers, i);
      // the variance that components explain is not made up of what is counted: "Component 1 accounted for 30.1% of the variance"
      if (!label || !count || /varian[czs]|varianz/.test(label)) return [];
      const { factor } = magnitudeAfter(sentence.text, count.end);
      const implied = scale(divide(scale(count.interval, factor), percent.interval), 100);
      const to = percent.end + named![0].length;
      return [
        {
          kind: "share",
          count,
          magnitude: factor,
          percent,
          whole: label,
          implied,
          text: sentence.text.slice(percent.start, to).trim(),
          range: rangeOf(sentence.mapped, percent.start, percent.end),
          place: { ...context.place({ sentence, at: percent.start }), source: "this" },
          values: { count: count.value * factor, percent: percent.value, whole: label },
        },
      ];
    });
  },
};

const labelOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(stop, "")
    .replace(/\b(?:all|the|these|those|our|total|overall|allen?|aller)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** The count before a percentage in its clause: no other percentage, no end of clause and no growth ("an increase of") between them. */
function countBefore(text: string, numbers: readonly Reported[], i: number): Reported | undefined {
  for (let j = i - 1; j >= 0; j--) {
    const n = numbers[j];
    const between = text.slice(n.end, numbers[i].start);
    if (n.percent || between.length > 110 || between.includes(";")) return undefined;
    if (isYear(text, n)) continue;
    if (n.decimals < 0 || n.words || n.value <= 0) return undefined;
    const before = text.slice(Math.max(0, n.start - 40), n.start);
    if (/\b(?:growth|increase|decrease|rise|drop|up|more|fewer|less|another|additional|than)\b[^,;]{0,20}$/i.test(before)) return undefined;
    return n;
  }
  return undefined;
}

function isYear(text: string, n: Reported): boolean {
  return (
    n.value >= 1800 &&
    n.value <= 2100 &&
    /^\d{4}$/.test(n.text) &&
    magnitudeAfter(text, n.end).length === 0 &&
    /(?:\b(?:in|of|since|by|until|from|end|im|seit|bis|\p{Lu}\p{Ll}{2,9})\s|[(,]\s?)$/u.test(text.slice(Math.max(0, n.start - 14), n.start))
  );
}

export default share;
