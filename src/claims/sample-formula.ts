import type { Sentence } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { numbersIn, type Reported } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** A sample size said to follow from a published formula, with what the sentences around print of its terms. */
export interface SampleFormula extends ClaimBase<"sample-formula"> {
  readonly formula: "krejcie-morgan" | "yamane" | "cochran";
  /** the size said to follow */
  readonly size: Reported;
  /** `result`: what the formula asks for; `drawn`: the sample that was drawn by it and may be larger */
  readonly reading: "result" | "drawn";
  readonly population?: Reported;
  readonly margin?: number;
  readonly proportion?: number;
  readonly z?: number;
}

const names: readonly [SampleFormula["formula"], RegExp][] = [
  ["krejcie-morgan", /\bKrejcie\b/],
  ["yamane", /\bYamane\b|\bSlovin\b/i],
  ["cochran", /\bCochran\b(?!['’]?s? Q)/],
];
const asks =
  /(?:asks? for|gives?|gave|(?:computed|calculated|determined|estimated) (?:as|at|to be)|berechnet|yields?|yielded|requires?|required|needed|results? in|resulted in|leads? to|led to|returns?|came to|amounts? to|minimum(?: sample)?(?: size)?(?: of| was| is)?|at least|sample size (?:of|was|is|should be)|is|was|=|needs|suggests?|recommends?|calls? for|ergibt|ergab|ergeben sich|verlangt|erfordert|mindestens|sind|wären|werden)\s(?:a |an |the |about |approximately |sample |size |of |at least |minimum |required |einen? |Umfang |Stichprobe |von |mindestens ){0,6}$/i;
/** "a sample of 335 was needed", "335 respondents are required" */
const needed =
  /^\s?(?:[\p{L}-]+ ){0,2}?(?:(?:was|were|is|are|would be) (?:needed|required|necessary|recommended|suggested|sufficient)|(?:(?:sind|waren|wären) )?(?:nötig|erforderlich|notwendig))\b/iu;
const unit =
  /^\s?(?:\p{L}+ ){0,2}?(?:respondents?|participants?|people|persons|students?|samples?|subjects|questionnaires|individuals|teachers|employees|patients|cases|members|households|Personen|Befragte[nr]?|Studierende[nr]?|Teilnehme\p{L}+|Antworten|Fragebögen)\b/iu;

const sampleFormula: Recogniser = {
  name: "sample-formula",
  document: (manuscript, context) => manuscript.blocks.flatMap((block) => block.sentences.flatMap((sentence) => formulasOf(sentence, context))),
};

function formulasOf(sentence: Sentence, context: RecogniserContext): SampleFormula[] {
  if (sentence.block === "reference" || sentence.section.role === "references") return [];
  const formula = names.find(([, pattern]) => pattern.test(sentence.text))?.[0];
  if (!formula) return [];
  const numbers = numbersIn(sentence.mapped, context.decimal);
  const terms = termsOf(sentence.text);
  const population = populationIn(sentence, numbers) ?? populationBefore(sentence, context) ?? populationAround(sentence, context);
  const sizes = numbers.filter((n) => isSize(sentence.text, n, population));
  const stated = sizes.filter((n) => asks.test(sentence.text.slice(Math.max(0, n.start - 80), n.start)) || needed.test(sentence.text.slice(n.end, n.end + 60)));
  const chosen = stated.length === 1 ? stated : sizes;
  if (chosen.length !== 1) return [];
  const [size] = chosen;
  return [
    {
      kind: "sample-formula",
      formula,
      size,
      reading: stated.length === 1 ? "result" : "drawn",
      population,
      ...terms,
      text: size.text,
      range: rangeOf(sentence.mapped, size.start, size.end),
      place: { ...context.place({ sentence, at: size.start }), source: "this" },
      values: { formula, n: size.value, population: population?.value ?? null, ...terms },
    },
  ];
}

function isSize(text: string, n: Reported, population: Reported | undefined): boolean {
  if (n.decimals !== 0 || n.percent || n.words || n.value < 10 || n.start === population?.start || (population && n.value === population.value)) return false;
  if (/^\s?\)|^\s?[a-z]?\s?[;:]/.test(text.slice(n.end, n.end + 3)) && n.value >= 1900 && n.value <= 2099) return false; // "Cochran (1977)"
  if (n.value >= 1900 && n.value <= 2099 && n.text.length === 4 && !unit.test(text.slice(n.end, n.end + 40))) return false;
  if (/[,(]\s?$/.test(text.slice(0, n.start)) && n.value >= 1900 && n.value <= 2099 && n.text.length === 4) return false;
  if (/(?:\b[pzedPZEN]\b|margin|confidence|level)[^.;,]{0,12}[=≈of]\s?$/.test(text.slice(Math.max(0, n.start - 24), n.start))) return false;
  return (
    unit.test(text.slice(n.end, n.end + 50)) ||
    needed.test(text.slice(n.end, n.end + 60)) ||
    asks.test(text.slice(Math.max(0, n.start - 80), n.start)) ||
    /\bn\s?=\s?$/.test(text.slice(Math.max(0, n.start - 5), n.start))
  );
}

/** Proportion, margin of error and z, where the sentence prints them. */
function termsOf(text: string): { margin?: number; proportion?: number; z?: number } {
  const number = (match: RegExpExecArray | null) => (match ? Number(match[1].replace(",", ".")) : undefined);
  const percentMargin =
    /(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:%|percent|per cent|Prozent)\s(?:margin|sampling error|error|precision|Fehler|Stichprobenfehler)/i.exec(text) ??
    /(?:margin of error|sampling error|precision|Fehler\p{L}*|error)(?: level| rate)?\s?(?:of|was|is|=|von|set at|\()?\s?±?\s?(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:%|percent|Prozent)/iu.exec(
      text,
    );
  const shareMargin = /(?<!\p{L})(?:e|d|margin of error|sampling error|precision)\s?(?:of|=|was|is|von)\s?(0?[.,]\d{1,3})(?!\d)/iu.exec(text);
  const confidence = /(90|95|99)\s?(?:%|percent)[ -]confidence|confidence (?:level|interval) (?:of|at|=) (90|95|99)/i.exec(text);
  const margin = number(shareMargin) ?? (percentMargin ? number(percentMargin)! / 100 : undefined);
  const z =
    number(/(?<!\p{L})z\s?=\s?(\d[.,]\d{1,3})/iu.exec(text)) ?? (confidence ? { 90: 1.645, 95: 1.96, 99: 2.576 }[confidence[1] ?? confidence[2]] : undefined);
  return { margin, proportion: number(/(?<!\p{L})p\s?=\s?(0?[.,]\d{1,3})(?!\d)/iu.exec(text)), z };
}

function populationIn(sentence: Sentence, numbers: readonly Reported[]): Reported | undefined {
  return numbers.find((n) => {
    if (n.decimals !== 0 || n.percent || n.value < 10 || sentence.text[n.start - 1] === "(") return false;
    const before = sentence.text.slice(Math.max(0, n.start - 60), n.start);
    const after = sentence.text.slice(n.end, n.end + 50);
    return (
      /\b(?:population|Grundgesamtheit|universe|target group)\b(?! (?:was|is) unknown)[^.;,\d]{0,40}$/i.test(before) ||
      /\bN\s?=\s?$/.test(before) ||
      /\bwith a total of\s$/i.test(before) ||
      /^[^.;,\d]{0,40}\b(?:population|Grundgesamtheit)\b/i.test(after) ||
      /\b(?:among|out of|unter) (?:the |a total of |den |insgesamt )?$|\b(?:of the|von den|der) $/i.test(before)
    );
  });
}

/** "The museums had 9,000 visitors. For a population of this size …": the one number of the sentence before. */
function populationBefore(sentence: Sentence, context: RecogniserContext): Reported | undefined {
  const before = context.manuscript.blocks[sentence.blockIndex]?.sentences[sentence.index - 1];
  const counts = before ? numbersIn(before.mapped, context.decimal).filter((n) => n.decimals === 0 && !n.percent && !n.words && n.value >= 10) : [];
  const named = /\b(?:population of this size|this population|diese[rn]? Grundgesamtheit)\b/i.test(sentence.text);
  // "The clinics had 1,240 patients in that month. According to the formula of Yamane …"
  const had = before && counts.length === 1 && whole.test(before.text.slice(0, counts[0].start)) && unit.test(before.text.slice(counts[0].end));
  return counts.length === 1 && (named || had) ? counts[0] : undefined;
}

const whole =
  /^[^.;,()]{0,60}\b(?:had|has|have|employs?|employed|serves?|served|there (?:are|were)|enrolls?|enrolled|counts?|zählt|hat|hatten?)\s(?:a total of )?$/i;

/** The population given in the paragraph around the sentence, or anywhere in the section. */
function populationAround(sentence: Sentence, context: RecogniserContext): Reported | undefined {
  const near = context.manuscript.blocks.filter((b) => b.section === sentence.section && b.kind !== "reference");
  for (const block of near) {
    for (const s of block.sentences) {
      if (s === sentence) continue;
      const found = numbersIn(s.mapped, context.decimal).find((n) => {
        const before = s.text.slice(Math.max(0, n.start - 70), n.start);
        return (
          n.decimals === 0 &&
          !n.percent &&
          n.value >= 10 &&
          s.text[n.start - 1] !== "(" &&
          (/\b(?:population|Grundgesamtheit|target group)\b(?! (?:was|is) unknown)[^.;,\d]{0,50}$/i.test(before) ||
            /\bwith a total of\s$/i.test(before) ||
            /^[^.;,\d]{0,30}\bpopulation\b/i.test(s.text.slice(n.end, n.end + 40)))
        );
      });
      if (found) return found;
    }
  }
  return undefined;
}

export default sampleFormula;
