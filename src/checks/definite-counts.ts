import { addTo } from "./add-to";
import type { Claims } from "../claims/claim";
import { numbersIn, type Reported } from "../claims/number";
import type { Sentence } from "../manuscript/manuscript";
import { type Finding, finding } from "./check";
import { severalStudies } from "./main-sample";

/** A number of things that a sentence takes for known ("the seven schools"), or brings in. */
interface Mention {
  readonly n: Reported;
  readonly noun: string;
  readonly sentence: Sentence;
  readonly definite: boolean;
}

const things = /^ ((?:\p{Ll}{3,20} )?\p{Ll}{3,20}s)(?=[ .,;:)]|$)/u;
const known = /(?:^|\b)(?:[Tt]he|[Tt]hese|[Aa]ll|[Aa]ll the|[Oo]ur) $/;
const ended = /^(?: (?:were|was|are|have|had|agreed|agree|matter|mattered|took|gave|differ|differed|can|could|explain(?:ed)?)\b|[.,;:]|$)/;
const partial = /\b(?:first|last|other|another|further|remaining|only|least|most|next|previous|of|than|to|or|per|each|between|about|over|some) $/i;
const gone =
  /exclud|dropped|declin|refus|withdr|closed|merged|removed|added|invited|contacted|left out|no longer|subset|pilot|of which|of whom|two of|three of/i;
/** Measures, and what a paper has several sets of. */
const others =
  /(?:years|months|weeks|days|hours|minutes|seconds|times|points|items|questions|statements|factors|components|dimensions|scales|subscales|groups|studies|samples|models|steps|authors|participants|respondents|students|pupils|persons|patients|women|men|users|visitors|customers|members|cases|answers|variables|tests|conditions|levels|classes|categories|columns|rows|percents|figures|tables|hypotheses|standards|means|was|has|is|this|its|does)$/;

/**
 * "They attended eight schools. … The seven schools agreed": a number of things brought in once and taken for known once, one apart; or "these three predictors" of an abstract and "all four predictors" of the discussion.
 * Which is wrong cannot be told, so both are reported. Things counted oftener are judged by their majority.
 */
export function definiteCounts(claims: Claims, judged: ReadonlySet<number>): Finding[] {
  if (severalStudies(claims)) return [];
  const byNoun = new Map<string, Mention[]>();
  for (const m of mentions(claims)) addTo(byNoun, m.noun, m);
  return [...byNoun.values()].flatMap((list) => {
    const [first, second] = list;
    if (list.length !== 2 || first.n.value === second.n.value || !second.definite || first.sentence.blockIndex === second.sentence.blockIndex) return [];
    if (Math.abs(first.n.value - second.n.value) !== 1 || [first, second].some((m) => gone.test(m.sentence.text) || judged.has(m.n.range.start))) return [];
    if (!["discussion", "conclusion"].includes(second.sentence.section.role)) return [];
    return [first, second].map((m) => {
      const other = m === first ? second : first;
      return finding(
        { range: m.n.range },
        {
          message: `${m.n.text} ${m.noun} here, ${other.n.text} elsewhere.`,
          detail: "Which of the two is wrong cannot be told, unless another set is meant.",
          related: [{ message: `${other.n.text} ${other.noun} here`, range: other.n.range }],
        },
      );
    });
  });
}

function mentions(claims: Claims): Mention[] {
  const { manuscript } = claims;
  return manuscript.blocks.flatMap((block) =>
    block.kind === "reference" || ["introduction", "literature", "references"].includes(block.section.role)
      ? []
      : block.sentences.flatMap((sentence) =>
          numbersIn(sentence.mapped, manuscript.decimal).flatMap((n): Mention[] => {
            if (n.decimals !== 0 || n.percent || n.value < 2 || n.value > 60 || n.relation !== "=") return [];
            const before = sentence.text.slice(Math.max(0, n.start - 20), n.start);
            const after = things.exec(sentence.text.slice(n.end, n.end + 50));
            const noun = after?.[1].split(" ").pop();
            if (!after || !noun || others.test(noun) || partial.test(before) || /\d[\d.,]*[-–]?$/.test(before)) return [];
            const rest = sentence.text.slice(n.end + after[0].length, n.end + after[0].length + 30);
            return [{ n, noun, sentence, definite: known.test(before) && ended.test(rest) }];
          }),
        ),
  );
}
