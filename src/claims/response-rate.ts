import type { Sentence } from "../manuscript/manuscript";
import { memoised } from "../manuscript/memo";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { numbersIn, type Reported } from "./number";
import { people } from "./people";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** A rate of return with the counts printed beside it. */
export interface ResponseRate extends ClaimBase<"response-rate"> {
  readonly rate: Reported;
  /** whole numbers of the sentence (or of the one before), in the order printed */
  readonly counts: readonly Reported[];
}

const name =
  /\b(?:response|return|recovery|participation|completion|effective|valid|retrieval|usable)(?: response| return| recovery)? rate\b|\bRücklauf(?:quote|rate)?\b|\bAusschöpfungsquote\b|\btasa de respuesta\b|\btaux de réponse\b|\btaxa de resposta\b/iu;

/** "We sent out 520 questionnaires and got 286 back (55.0%)": those returned, with their share in brackets. */
const backOf =
  /\b(?:sent|mailed|distributed|handed|wrote|approached|invited|posted)\b[^.;%]{0,80}\b(?:(?:got|received) [\d,. ]+ (?:back|in return)|[\d,. ]+ (?:answered|replied|responded|came back|were returned)) ?\([\d.,]+ ?%\)/i;

const named = memoised(50_000, (text) => /rate|quote|rücklauf|tasa|taux|taxa/i.test(text) && name.test(text));

const responseRate: Recogniser = {
  name: "response-rate",
  document: (manuscript, context) => manuscript.blocks.flatMap((block) => block.sentences.flatMap((sentence) => ratesOf(sentence, context))),
};

function ratesOf(sentence: Sentence, context: RecogniserContext): ResponseRate[] {
  if (sentence.section.role === "references" || !(named(sentence.text) || backOf.test(sentence.text))) return [];
  const numbers = numbersIn(sentence.mapped, context.decimal);
  const rates = numbers.filter((n) => n.percent && n.value > 0 && n.value <= 100);
  if (rates.length !== 1) return [];
  const own = numbers.filter((n) => isCount(n, sentence.text));
  const before = own.length < 2 ? previous(sentence, context.manuscript.blocks[sentence.blockIndex]?.sentences ?? []) : undefined;
  const earlier = before ? numbersIn(before.mapped, context.decimal).filter((n) => isCount(n, before.text)) : [];
  const [rate] = rates;
  return [
    {
      kind: "response-rate",
      rate,
      counts: [...earlier, ...own],
      text: rate.text + "%",
      range: rangeOf(sentence.mapped, rate.start, rate.end),
      place: context.place({ sentence, at: rate.start }),
      values: { percent: rate.value, counts: [...earlier, ...own].map((n) => n.value) },
    },
  ];
}

const previous = (sentence: Sentence, siblings: readonly Sentence[]): Sentence | undefined => siblings.find((s) => s.index === sentence.index - 1);

const yearBefore = /(?:\b(?:in|of|since|until|by|im|January|February|March|April|May|June|July|August|September|October|November|December)|[,(]) ?$/;
const counted = new RegExp(`^ (?:\\p{L}+ ){0,2}?(?:${people})\\b`, "iu");

function isCount(n: Reported, text: string): boolean {
  if (n.decimals !== 0 || n.percent || n.value < 5 || !Number.isInteger(n.value)) return false;
  const after = text.slice(n.end, n.end + 40);
  if (n.value >= 1900 && n.value <= 2099 && n.text.length === 4 && yearBefore.test(text.slice(0, n.start)) && !counted.test(after)) return false;
  return !/^\s?(?:years?|months?|weeks?|days?|items?|minutes|Jahre|universit|schools?|hospitals?)/i.test(after);
}

export default responseRate;
