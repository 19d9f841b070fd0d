import type { ClaimBase } from "./claim";
import { numbersIn, type Reported } from "./number";
import type { Recogniser } from "./recogniser";

/** "41 of the 75 students (54.7%)": part, whole and percentage in one sentence. */
export interface PartOf extends ClaimBase<"part-of"> {
  readonly part: Reported;
  readonly whole: Reported;
  readonly percent: Reported;
}

const n = "(\\d{1,3}(?:[,.\\u202f]\\d{3})+|\\d{1,7})";
const p = "(?:\\((?:=|i\\.e\\.,?|or|about)? ?|(?:or|i\\.e\\.,?|das sind) |= ?)(\\d{1,3}(?:[.,]\\d{1,3})?) ?(?:%|per ?cent|Prozent)";
const forms = [
  // 41 of the 75 students (54.7%) · 41/75 (54.7%) · 41 out of 75, 54.7%
  new RegExp(
    `(?<![\\d.,/=≥≤<>])(?<![≥≤<>] )${n} ?(?:of|out of|von|der|/)(?: the| a total of| all| den| insgesamt)? ?${n}(?: [\\p{L}'-]{2,20}){0,4},? ${p}`,
    "gu",
  ),
  // 54.7% (41/75) · 54.7% (41 of 75)
  new RegExp(`(?<part>)(\\d{1,3}(?:[.,]\\d{1,3})?) ?% ?\\((?:n ?= ?)?${n} ?(?:of|out of|von|/)(?: the)? ?${n}\\)`, "gu"),
  // 54.7% of the sample (41 of 75)
  new RegExp(
    `(?<part>)(\\d{1,3}(?:[.,]\\d{1,3})?) ?% (?:of|der|des) (?:[\\p{L}'-]{2,20} ?){1,4}\\((?:n ?= ?)?${n} ?(?:of|out of|von|/)(?: the)? ?${n}\\)`,
    "gu",
  ),
  // Of the 75 students, 41 (54.7%)
  new RegExp(`(?<![\\p{L}])(?:Of|Out of|Von)(?: the| all| these| den)? ${n}(?: [\\p{L}'-]{2,20}){1,4}, ${n}(?: [\\p{L}'-]{2,20}){0,2} ${p}`, "gu"),
  // Von den 75 Studierenden waren 41 (54,7 %): the verb stands between
  new RegExp(
    `(?<![\\p{L}])Von(?: den| diesen| allen)? ${n}(?: [\\p{L}'-]{2,20}){1,3} (?!zwischen|gegen|neben|wegen|allen|denen|jenen|einen)(?:\\p{Ll}{2,14}en|sind) ${n}(?: [\\p{L}'-]{2,20}){0,2} ${p}`,
    "gu",
  ),
  // 75 students, of whom 41 (54.7%)
  new RegExp(`(?<![\\d.,/=])${n}(?: [\\p{L}'-]{2,20}){1,4}, (?:of whom|of which|davon) (?:only )?${n}(?: [\\p{L}'-]{2,20}){0,3} ${p}`, "gu"),
];

const partOf: Recogniser = {
  name: "part-of",
  sentence(sentence, context) {
    if (sentence.section.role === "references" || !/%|per ?cent|Prozent/i.test(sentence.text)) return [];
    const numbers = numbersIn(sentence.mapped, context.decimal);
    return forms.flatMap((form, f) =>
      [...sentence.text.matchAll(form)].flatMap((match): PartOf[] => {
        const inside = numbers.filter((x) => x.start >= match.index && x.end <= match.index + match[0].length && !x.words);
        if (inside.length !== 3) return [];
        const [a, b, c] = inside;
        const [part, whole, percent] = f === 0 ? [a, b, c] : f <= 2 ? [b, c, a] : [b, a, c];
        if (part.decimals !== 0 || whole.decimals !== 0 || part.value > whole.value || part.relation !== "=" || whole.value < 2 || !percent.percent) return [];
        const text = match[0];
        return [
          {
            kind: "part-of",
            part,
            whole,
            percent,
            text,
            range: percent.range,
            place: context.place({ sentence, at: match.index }),
            values: { part: part.value, whole: whole.value, percent: percent.value },
          },
        ];
      }),
    );
  },
};

export default partOf;
