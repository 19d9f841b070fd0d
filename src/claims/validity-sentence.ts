import type { Sentence } from "../manuscript/manuscript";
import { numbersIn, type Reported } from "./number";
import type { RecogniserContext } from "./recogniser";
import type { AverageVarianceClaim, CompositeReliabilityClaim } from "./validity";

const noun = /\b(?:factor )?(?:loadings?|Faktorladungen|Ladungen)\b(?: (?:of|are|were|being|was|is|von|betrugen|sind|waren)| ?[=:])? ?\(?$/i;
const glue = /^ ?(?:, ?(?:and |und )?|and |und |& |; ?)$/i;
const measure =
  /(?:\b(AVE|average variance extracted|durchschnittlich erfasste Varianz)|\b(CR|composite reliability|Faktorreliabilität))(?: \((?:AVE|CR)\))?(?: (?:of|was|is|betrug|von)| ?[=:])? ?$/i;
/** Several constructs, some of the loadings only, or loadings of another kind. */
const uncertain =
  /respectively|jeweils|unstandardi[sz]ed|\b(?:factors|constructs|scales|subscales|dimensions|Faktoren|Konstrukte|Skalen|Dimensionen|both|each|all|every|mean|highest|lowest|weakest|strongest|including|include[sd]?|such as|e\.g|except|remaining|other|rang(?:e|es|ed|ing)|between|from|cross-?loadings?|negative|reversed?|after|before|average (?:AVE|CR)|drop\w*|delet\w*|remov\w*|rose|increas\w*|improv\w*|exceed\w*|below|above|threshold|recommend\w*)\b/i;
const named = /\b(?:factor|construct|scale|subscale|dimension|Faktor|Konstrukt|Skala|Dimension) [“"']?(\p{Lu}[\p{L}-]{2,30})/u;

/** "The factor Trust has loadings of .82, .79 and .79, with AVE = .64 and CR = .84": one construct with all its loadings in one sentence. */
export function validityInSentence(sentence: Sentence, context: RecogniserContext): (AverageVarianceClaim | CompositeReliabilityClaim)[] {
  const { text } = sentence;
  if (
    sentence.table ||
    sentence.block === "reference" ||
    !/\b(?:AVE|CR)\b|variance extracted|composite reliability|erfasste Varianz|Faktorreliabilität/i.test(text) ||
    uncertain.test(text)
  )
    return [];
  const numbers = numbersIn(sentence.mapped, context.decimal).filter((n) => !n.words);
  const from = numbers.findIndex((n) => noun.test(text.slice(Math.max(0, n.start - 40), n.start)));
  if (from < 0) return [];
  const loadings: Reported[] = [numbers[from]];
  for (const n of numbers.slice(from + 1)) {
    if (!glue.test(text.slice(loadings[loadings.length - 1].end, n.start))) break;
    loadings.push(n);
  }
  if (loadings.length < 2 || loadings.some((n) => n.decimals < 2 || n.percent || n.relation !== "=" || Math.abs(n.value) > 1)) return [];
  const found = numbers.flatMap((reported) => {
    const match = measure.exec(text.slice(Math.max(0, reported.start - 50), reported.start));
    return match && reported.decimals >= 1 && reported.relation === "=" && !reported.percent ? [{ reported, average: match[1] !== undefined }] : [];
  });
  // a second AVE, CR or list of loadings is of another construct; a number of items has to be that of the loadings
  const several =
    [true, false].some((average) => found.filter((f) => f.average === average).length > 1) ||
    (text.match(/\b(?:loadings?|Ladungen|Faktorladungen)\b/gi) ?? []).length > 1;
  const items = numbersIn(sentence.mapped, context.decimal).filter((n) =>
    /^[ -](?:\p{L}+ )?(?:items?|indicators?|statements?|Indikatoren|Aussagen)\b/iu.test(text.slice(n.end, n.end + 30)),
  );
  if (several || items.some((n) => n.value !== loadings.length)) return [];
  const construct = named.exec(text)?.[1] ?? "this construct";
  return found.map(({ reported, average }) => ({
    kind: average ? "average-variance-extracted" : "composite-reliability",
    text: reported.text,
    range: reported.range,
    reported,
    construct,
    loadings,
    place: context.place({ sentence, at: reported.start }),
    values: { value: reported.value, construct },
  }));
}
