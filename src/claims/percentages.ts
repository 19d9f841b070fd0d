import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { numbersIn, type Reported } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";
import type { Block, Sentence } from "../manuscript/manuscript";

/** Percentages of the answers to one question, listed in one sentence: "23.2% were very satisfied, 43.6% satisfied, …". */
export interface Percentages extends ClaimBase<"percentages"> {
  readonly percents: readonly Reported[];
  /** the words that belong to each */
  readonly labels: readonly string[];
  /** the answers form a scale from good to bad, or classes from lowest to highest, or the list says that it leaves none out */
  readonly exhaustive: boolean;
  /** the text says (or the paragraph does) that several answers could be given */
  readonly multiple: boolean;
}

const several =
  /\b(?:several|multiple|more than one|two or more|all that appl\p{L}*|up to (?:two|three|five|\d)) (?:answers?|responses?|choices?|options?|reasons?|selections?|could|apply)|\b(?:multiple|several)[- ](?:response|answer|choice)|add(?:s|ed)? up to more|sum (?:up )?to more|exceed(?:s|ed)? 100|Mehrfach\p{L}+|could (?:choose|select|name|tick|give) (?:several|more|multiple)|select all|tick all|check all|respuestas? múltiples?|plusieurs réponses/iu;
const positive =
  /\b(?:very|strongly|completely|fully|totally|extremely|excellent|good|great|satisfied|agreed?|agree|always|often|daily|high|likely|important|easy|sehr|stimm\p{L}+|zufrieden|immer|gut|voll)\b/iu;
const negative =
  /\b(?:dissatisfied|unsatisfied|disagreed?|disagree|never|rarely|seldom|poor|bad|useless|terrible|low|unlikely|unimportant|difficult|not at all|unhelpful|unzufrieden|nie|selten|schlecht|gar nicht|ungenügend)\b/iu;
const lowest = /\b(?:under|younger than|below|less than|fewer than|up to|unter|bis)\b/i;
const highest = /\b(?:over|older than|above|more than|or more|or older|and over|and above|über|mehr als|\+)/i;
const remainder = /\b(?:remaining|the rest|all others?|übrigen|restlichen)\b/i;
const comparing =
  /\b(?:varian[cz]e|varianz|confidence|CI|increase[sd]?|decrease[sd]?|rose|fell|grew|from|compared|versus|vs|respectively|whereas|while|accura\p{L}+|correct|interval|significance|margin|threshold|percentile|reliab\p{L}+|growth|than in|higher|lower|jeweils)\b/iu;

const percentages: Recogniser = {
  name: "percentages",
  document: (manuscript, context) =>
    manuscript.blocks.flatMap((block, i) => block.sentences.flatMap((s) => lists(s, block, manuscript.blocks[i + 1], context))),
};

function lists(sentence: Sentence, block: Block, next: Block | undefined, context: RecogniserContext): Percentages[] {
  const { text } = sentence;
  if (sentence.section.role === "references" || !/%|per ?cent|Prozent/i.test(text)) return [];
  const all = numbersIn(sentence.mapped, context.decimal);
  const percents = all.filter((n) => n.percent && n.value > 0 && n.value <= 100 && n.relation === "=");
  if (percents.length < 3 || percents.length > 40 || percents.length !== all.filter((n) => n.percent).length) return [];
  const first = percents[0].start;
  const last = percents[percents.length - 1];
  const gaps = percents.slice(1).map((n, i) => text.slice(percents[i].end, n.start));
  if (gaps.some((gap) => gap.length > 70 || /[;:]/.test(gap) || !/,|\band\b|\bund\b|\by\b|\bet\b/.test(gap))) return [];
  if (!/\b(?:and|und|y|et|e)\b[^,]{0,40}$/.test(gaps[gaps.length - 1])) return [];
  const tail = text.slice(last.end);
  if (comparing.test(text.slice(first, last.end)) || /\bvarian[cz]/i.test(text) || tail.length > 120) return [];
  if (new Set(wholes(text)).size > 1) return [];
  // "borrowing (71.3%)", "under 15 minutes 24.1%, 15 to 30 minutes 34.7%, …"
  const before = /\(\s?$/.test(text.slice(0, first)) || (/^[\s%.]*$/.test(tail) && /\p{L} $/u.test(text.slice(0, first)));
  const labels = percents.map((n, i) =>
    before
      ? text.slice(i === 0 ? Math.max(0, first - 40) : percents[i - 1].end, n.start)
      : text.slice(n.end, percents[i + 1]?.start ?? Math.min(text.length, n.end + 60)),
  );
  // "Several reasons could be ticked: speed (66.1%), hours (58.4%), …" speaks of its own percentages
  const own = (s: Sentence): boolean => s === sentence || (s.text.match(/\d ?%/g) ?? []).length < 2;
  const around = [...block.sentences.filter(own), ...(next?.sentences.slice(0, 1) ?? [])].map((s) => s.text).join(" ");
  return [
    {
      kind: "percentages",
      percents,
      labels,
      exhaustive: isScale(labels) || labels.some((l) => remainder.test(l)) || remainder.test(text.slice(Math.max(0, first - 30), last.end)),
      multiple: several.test(around),
      text: text.slice(first, last.end + 1),
      range: rangeOf(sentence.mapped, first, last.end),
      place: context.place({ sentence, at: first }),
      values: { percentages: percents.map((n) => n.value) },
    },
  ];
}

const wholes = (text: string): string[] => [...text.matchAll(/(?:%|percent|per cent) of (?:the |all |those )?([\p{L}-]+)/giu)].map((m) => m[1].toLowerCase());

/** "very short, short, long, very long": the two ends say "very", each of another word that stands without it, too. */
function betweenExtremes(labels: readonly string[]): boolean {
  const ends = [labels[0], labels[labels.length - 1]].map((l) => /\b(?:very|extremely|much too|far too|sehr) (\p{L}+)/iu.exec(l)?.[1].toLowerCase());
  const [a, b] = ends;
  if (!a || !b || a === b || labels.length < 4) return false;
  return [a, b].every((end) => labels.slice(1, -1).some((l) => new RegExp(`(?<!\\p{L})${end}(?!\\p{L})`, "iu").test(l)));
}

function isScale(labels: readonly string[]): boolean {
  if (betweenExtremes(labels)) return true;
  const good = labels.some((l) => positive.test(l) && !negative.test(l));
  const bad = labels.some((l) => negative.test(l));
  return labels.length >= 3 && ((good && bad) || (labels.some((l) => lowest.test(l)) && labels.some((l) => highest.test(l))));
}

export default percentages;
