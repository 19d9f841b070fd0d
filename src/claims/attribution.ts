import type { Section, Sentence } from "../manuscript/manuscript";
import { memoised } from "../manuscript/memo";
import type { Place } from "./claim";

/** "(Horn, 1965)", "Smith and Lee (2019)", "[12]", "[@horn1965]": the sentence leans on somebody. */
const cited =
  /\(\s?(?:e\.g\.,? |see |cf\. )?\p{Lu}[\p{L}'’-]+(?:,? (?:&|and|et al\.?|und|y|e)[^()]{0,80})?,? ?(?:19|20)\d\d|\p{Lu}[\p{L}'’-]+(?:(?:,? (?:&|and|und|et|y|e) \p{Lu}[\p{L}'’-]+)|,? et al\.?)? \(\s?(?:19|20)\d\d|\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,6}\]|\[-?@[\w:-]+/u;

/** A narrative citation: "López (2020) analysed … and reported a single factor". */
const narrative = /\p{Lu}[\p{L}'’-]+(?:(?:,? (?:&|and|und|et|y|e) \p{Lu}[\p{L}'’-]+)|,? et al\.?)?,? \(\s?(?:19|20)\d\d[a-z]?\s?\)/gu;
const ours = /\b(?:we|our|ours|the present study|this study|the current study|in this (?:study|sample|survey)|wir|unsere[rn]?)\b/i;
const hypothetical =
  /\b(?:hypothesi[sz]ed?|expected|assum(?:e|ed|ing)|would (?:have|be|give|need|imply)|should (?:be|exceed)|rule of thumb|cut-?off|criterion of|threshold|recommended|if (?:the|a|an) )\b/i;
const review =
  /\b(?:previous|prior|earlier|past|other) (?:stud(?:y|ies)|research|work|survey|samples?|validation)\b|\boriginal (?:scale|questionnaire|version|study|validation|authors)\b/i;

/** Words that make a citation the source of a yardstick or a method, not of the result: "…, meritorious according to Kaiser (1974)", "computed with the formula of Cochran (1977)". */
const yardstick =
  /\S (?:according to|following|see|cf\.?|per|(?:recommended|suggested|proposed|described|developed) (?:by|in)|(?:formula|method|procedure|criteri\w+|rule|bands?|labels?|guidelines?|recommendations?|tables?|equation|test) (?:of|by|from|in)|nach) (?:the )?$/i;

const contrast = /[;:]|,? (?:whereas|while|unlike|but|although|though|in contrast|contrary|compared|hingegen|dagegen|während|anders)\b/i;

/** What of a sentence does not depend on where a claim stands in it; read once, however many claims it holds. */
const traits = memoised(20_000, (text: string) => ({
  /** where it turns to what somebody else found */
  theirs: [...text.matchAll(narrative)].filter((match) => !yardstick.test(text.slice(Math.max(0, match.index - 40), match.index))).map((match) => match.index),
  /** where words for the authors end, and begin */
  ours: [...text.matchAll(new RegExp(ours.source, "gi"))].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  contrasts: [...text.matchAll(new RegExp(contrast.source, "gi"))].map((match) => match.index),
  own: ours.test(text),
  leans: cited.test(text) || review.test(text),
  review: review.test(text),
  hypothetical: hypothetical.test(text),
}));

/**
 * Whose result a sentence reports. In an introduction or review of the literature, a sentence with a citation speaks of others; elsewhere only a narrative citation ("Smith (2019) found")
 * or words such as "previous studies" do, because a method section cites its formulas while it reports its own figures.
 *
 * @param at where in the sentence the claim stands: in "Unlike Dunn (2019), who found three factors, we found four" the nearer of "Dunn" and "we" before it decides
 */
export function attribution(section: Section, sentence?: Sentence, at?: number): Place["source"] {
  if (section.role === "references") return "literature";
  if (!sentence) return "this";
  const found = traits(sentence.text);
  if (found.theirs.length > 0 && at !== undefined) return nearest(found, at);
  if (!found.own && (section.role === "introduction" || section.role === "literature") && found.leans) return "literature";
  if (!found.own && (found.theirs.length > 0 || found.review)) return "literature";
  if (found.hypothetical && !found.own && section.role !== "results") return "hypothetical";
  return "this";
}

function nearest({ theirs, ours: own, contrasts }: ReturnType<typeof traits>, at: number): Place["source"] {
  const their = theirs[countBefore(theirs, (start) => start <= at) - 1] ?? -1;
  const our = own[countBefore(own, ({ end }) => end <= at) - 1]?.start ?? -1;
  if (our > their) return "this";
  if (their >= 0) return "literature";
  // Before any citation: the citation speaks of it too ("Three factors were found by Dunn (2019)"), unless a contrast parts them.
  const turn = contrasts[countBefore(contrasts, (start) => start < at)];
  return turn !== undefined && turn < theirs[0] ? "this" : "literature";
}

/** How many of an ordered list come before the first that does not hold, by halving. */
function countBefore<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
