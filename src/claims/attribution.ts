import type { Section, Sentence } from "../manuscript/manuscript";
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
const yardstick = /\S (?:according to|following|see|cf\.?|per|(?:recommended|suggested|proposed|described|developed) (?:by|in)|(?:formula|method|procedure|criteri\w+|rule|bands?|labels?|guidelines?|recommendations?|tables?|equation|test) (?:of|by|from|in)|nach) (?:the )?$/i;

/** Does a sentence tell what somebody else found? */
function theirs(text: string): boolean {
  return [...text.matchAll(narrative)].some((match) => !yardstick.test(text.slice(Math.max(0, match.index - 40), match.index)));
}

/**
 * Whose result a sentence reports. In an introduction or review of the literature, a sentence with a citation speaks of others; elsewhere only a narrative citation ("Smith (2019) found")
 * or words such as "previous studies" do, because a method section cites its formulas while it reports its own figures.
 */
export function attribution(section: Section, sentence?: Sentence): Place["source"] {
  if (section.role === "references") return "literature";
  if (!sentence) return "this";
  const text = sentence.text;
  const own = ours.test(text);
  if (!own && (section.role === "introduction" || section.role === "literature") && (cited.test(text) || review.test(text))) return "literature";
  if (!own && (theirs(text) || review.test(text))) return "literature";
  if (hypothetical.test(text) && !own && section.role !== "results") return "hypothetical";
  return "this";
}
