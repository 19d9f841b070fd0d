import { addTo } from "./add-to";
import type { Claims } from "../claims/claim";
import type { SampleSize } from "../claims/sample-size";
import { memoised } from "../manuscript/memo";
import { onceFor } from "./once";

/** Places that speak of several studies, so that no single N is the sample's. */
const several =
  /\b(?:Stud(?:y|ies)|Experiments?|Samples?|Waves?|Phases?|Studien?|Experimente?) ?(?:[2-9]|[1-9] (?:and|to|&|–|-) [2-9]|two|II|B)\b|\b(?:two|three|four|five|several) (?:\p{L}+ ){0,2}(?:studies|experiments|samples|surveys|trials)\b/iu;

/** One sentence that names several of its own. */
const namesSeveral = memoised(
  50_000,
  (text) => several.test(text) && !/\bfuture|planned|previous|earlier|meta-anal/i.test(text) && !/\((?:19|20)\d\d|(?:19|20)\d\d\)/.test(text),
);

/** Whether a manuscript reports more than one study or sample of its own. */
export const severalStudies = onceFor((claims) =>
  claims.manuscript.blocks.some((block) => block.kind !== "reference" && block.sentences.some((s) => namesSeveral(s.text))),
);

/** The sizes given for those analysed, each with the claims that give it, most often given first. */
export function sampleSizes(claims: Claims): readonly { readonly value: number; readonly claims: readonly SampleSize[] }[] {
  const byValue = new Map<number, SampleSize[]>();
  for (const claim of claims.of("sample-size")) {
    if (claim.role !== "sample" || claim.approximate) continue;
    addTo(byValue, claim.reported.value, claim);
  }
  return [...byValue].map(([value, found]) => ({ value, claims: found })).sort((a, b) => b.claims.length - a.claims.length);
}

/** The size of the one sample that a manuscript analyses: given at least twice and more often than any other; undefined where several studies are reported. */
export function mainSample(claims: Claims): { readonly value: number; readonly claims: readonly SampleSize[] } | undefined {
  if (severalStudies(claims)) return undefined;
  const sizes = sampleSizes(claims);
  const [first, second] = sizes;
  if (first && first.claims.length >= 2 && (!second || second.claims.length < first.claims.length)) return first;
  // "352 commuters" of the abstract and "N = 352" under a table: given once as the sample's, and elsewhere in another role
  const [best, other] = sizes.map((s) => ({ ...s, places: placesOf(claims, s.value) })).sort((a, b) => b.places - a.places);
  return best && best.places >= 2 && (!other || other.places < 2) && inAbstract(claims, best.value) ? best : undefined;
}

const countsOf = (claims: Claims, value: number): readonly SampleSize[] =>
  claims.of("sample-size").filter((c) => c.reported.value === value && !c.approximate && ["sample", "part", "test"].includes(c.role));

const placesOf = (claims: Claims, value: number): number => new Set(countsOf(claims, value).map((c) => c.place.sentence ?? c.place.table)).size;

const inAbstract = (claims: Claims, value: number): boolean => countsOf(claims, value).some((c) => c.place.section.role === "abstract");
