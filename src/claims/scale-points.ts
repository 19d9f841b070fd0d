import type { Sentence } from "../manuscript/manuscript";
import { type Mapped, rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** The response scale that answers are given on. */
export interface ScalePoints extends ClaimBase<"scale-points"> {
  /** how many steps: 5 of "five-point scale"; undefined where only the ends are printed */
  readonly points?: number;
  /** lowest and highest value: 1 and 5 of "1 (never) to 5 (always)" */
  readonly ends?: { readonly low: number; readonly high: number };
  /** the name of the instrument in its sentence: "Trust Scale", "NPI"; undefined: the questionnaire at large */
  readonly instrument?: string;
}

const word = "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,3})";
const pointed = new RegExp(
  `(?<![\\p{L}\\d.])(${word})(?: ?- ?| )(?:points?|steps?|step|level|category|grade)(?:s)?(?:[ -](?:[\\p{L}'-]{2,16}[ -]){0,3}?(?:scales?|Likert\\p{L}*|responses?|format|rating|items?|questionnaire|answers?|agreement|frequency)|\\b)`,
  "giu",
);
/** "a scale with seven points", "rating scales of 5 categories" */
const ofPoints = new RegExp(
  `(?<=\\b[Ss]cales? (?:with|of|having) )(${word}) (?:response |answer |scale )?(?:points|steps|levels|categories|options)(?!\\p{L})`,
  "gu",
);
const german = /(?<!\p{L})(zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d{1,2})-?(?:stufige[rnms]?|Punkte?-?(?:Skala)?| Antwortstufen| Stufen)(?!\p{L})/giu;
const ends = [
  // 1 = strongly disagree, 5 = strongly agree · (1 = never to 7 = always)
  /(?<![\d.])(-?\d{1,3}) ?= ?([\p{L}"'][^=;()]{1,60}?)[,;–-]? ?(?:\b(?:to|and|through|bis|und|a|à)\b )?(?:\.{3} ?|… ?)?(-?\d{1,3}) ?= ?[\p{L}"']/gu,
  // from 1 (not at all) to 5 (very much)
  /(?<![\d.])(-?\d{1,3}) ?\(([^()\d]{2,60})\),? ?(?:to|bis|through|and|–|-|a|à) ?(-?\d{1,3}) ?\((?=[^()\d]{2,60}\))/gu,
  // on a scale from 1 to 5
  /\b(?:scales?|Skala|Skalen|range[ds]?|scored|rated|rating)(?: (?:was|were|is|are))?(?: (?:from|of|ranging from|that ranged from|running from|which ran from|von|between))( )(-?\d{1,3}) ?(?:to|and|bis|und|–|-) ?(-?\d{1,3})(?!\d|\.\d|%)/giu,
  // Answers from 1 to 5
  /\b(?:Answers?|Responses?|Ratings?|Antworten|answers|responses|ratings|points)(?: (?:were|are|was|is))?(?: (?:given|coded|scored|made|possible))? (?:from|von)( )([01]) ?(?:to|bis|–|-) ?(\d{1,2})(?!\d|\.\d|%| (?:years|items|minutes|Jahre))/gu,
];
const binary = /\b(?:scored|coded|kodiert|codiert) (?:as )?(0) (?:or|and|oder|und) (1)\b/i;
const values: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, zwei: 2, drei: 3, vier: 4, "fünf": 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10 }; // prettier-ignore
const named =
  /(?<![.!?] )(?<!^)\b((?:\p{Lu}[\p{L}'-]+ (?:of |for |and |the |in )?){1,6}(?:Scale|Inventory|Questionnaire|Index|Test|Checklist|Survey|Schedule|Measure)s?|[A-Z]{3,8}(?:-[A-Z\d]{1,5})?)\b/u;

const scalePoints: Recogniser = {
  name: "scale-points",
  sentence: (sentence, context) => (sentence.block === "heading" || sentence.section.role === "references" ? [] : read(sentence.mapped, sentence, context)),
};

/** Read first, because most sentences have none of these. */
const hint =
  /answers? |responses? |antworten |point|step|level|categor|grade|stufig|stufen|skala|scale|scored|coded|kodiert|rated|rating|\d ?= ?[\p{L}"']|\d ?\(/iu;

function read(mapped: Mapped, sentence: Sentence, context: RecogniserContext): ScalePoints[] {
  const text = mapped.text;
  if (!hint.test(text)) return [];
  const instrument = named.exec(text)?.[1];
  const base = (from: number, to: number) => ({
    kind: "scale-points" as const,
    statistic: false as const,
    instrument,
    text: text.slice(from, to),
    range: rangeOf(mapped, from, to),
    place: context.place({ sentence, at: from }),
  });
  const out: ScalePoints[] = [];
  for (const pattern of [pointed, ofPoints, german]) {
    for (const match of text.matchAll(pattern)) {
      const points = values[match[1].toLowerCase()] ?? Number(match[1]);
      const scaleWord = pattern === ofPoints || /scale|Likert|response|format|rating|item|agreement|frequency|stufig|Stufen|Skala|answer/i.test(match[0]);
      if (points >= 2 && points <= 101 && scaleWord) out.push({ ...base(match.index, match.index + match[0].length), points });
    }
  }
  for (const pattern of ends) {
    for (const match of text.matchAll(pattern)) {
      const low = Number(match[1].trim() === "" ? match[2] : match[1]);
      const high = Number(match[3]);
      if (high > low && high - low <= 100) out.push({ ...base(match.index, match.index + match[0].length), ends: { low, high } });
    }
  }
  const zero = binary.exec(text);
  if (zero) out.push({ ...base(zero.index, zero.index + zero[0].length), points: 2, ends: { low: 0, high: 1 } });
  return out;
}

/** The response scale that a text states, for those who read captions and notes: the widest of its printed ends, or 1 to the number of points. */
export function responseScale(texts: readonly Mapped[]): { low: number; high: number } | undefined {
  const place = {} as Sentence;
  const found = texts.flatMap((mapped) => read(mapped, place, { place: () => ({}) } as unknown as RecogniserContext));
  const printed = found.flatMap((c) => (c.ends ? [c.ends] : []));
  if (printed.length > 0) return { low: Math.min(...printed.map((e) => e.low)), high: Math.max(...printed.map((e) => e.high)) };
  const points = [...new Set(found.flatMap((c) => (c.points ? [c.points] : [])))];
  return points.length === 1 && points[0] > 2 ? { low: 1, high: points[0] } : undefined;
}

export default scalePoints;
