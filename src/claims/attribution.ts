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
const yardstick =
  /\S (?:according to|following|see|cf\.?|per|(?:recommended|suggested|proposed|described|developed) (?:by|in)|(?:formula|method|procedure|criteri\w+|rule|bands?|labels?|guidelines?|recommendations?|tables?|equation|test) (?:of|by|from|in)|nach) (?:the )?$/i;

/** Where a sentence turns to what somebody else found. */
function theirs(text: string): readonly number[] {
  return [...text.matchAll(narrative)].filter((match) => !yardstick.test(text.slice(Math.max(0, match.index - 40), match.index))).map((match) => match.index);
}

const contrast = /[;:]|,? (?:whereas|while|unlike|but|although|though|in contrast|contrary|compared|hingegen|dagegen|während|anders)\b/i;

/**
 * Whose result a sentence reports. In an introduction or review of the literature, a sentence with a citation speaks of others; elsewhere only a narrative citation ("Smith (2019) found")
 * or words such as "previous studies" do, because a method section cites its formulas while it reports its own figures.
 *
 * @param at where in the sentence the claim stands: in "Unlike Dunn (2019), who found three factors, we found four" the nearer of "Dunn" and "we" before it decides
 */
export function attribution(section: Section, sentence?: Sentence, at?: number): Place["source"] {
  if (section.role === "references") return "literature";
  if (!sentence) return "this";
  const text = sentence.text;
  const quoted = theirs(text);
  const own = ours.test(text);
  if (quoted.length > 0 && at !== undefined) return nearest(text, quoted, at);
  if (!own && (section.role === "introduction" || section.role === "literature") && (cited.test(text) || review.test(text))) return "literature";
  if (!own && (quoted.length > 0 || review.test(text))) return "literature";
  if (hypothetical.test(text) && !own && section.role !== "results") return "hypothetical";
  return "this";
}

function nearest(text: string, quoted: readonly number[], at: number): Place["source"] {
  const their = Math.max(-1, ...quoted.filter((q) => q <= at));
  const own = [...text.slice(0, at).matchAll(new RegExp(ours.source, "gi"))].at(-1)?.index ?? -1;
  if (own > their) return "this";
  if (their >= 0) return "literature";
  // Before any citation: the citation speaks of it too ("Three factors were found by Dunn (2019)"), unless a contrast parts them.
  return contrast.test(text.slice(at, quoted[0])) ? "this" : "literature";
}
