import { type Warning } from "../errors";
import { isRefusal, isScalePoint, normalised, type WordScale, wordScales } from "./answer-words";
import { type DraftColumn, type DraftNumeric, type DraftText, narrow } from "./draft";
import { list } from "./names";
import { numberOf } from "./number-text";

/** More different answers than this are no scale. */
const mostAnswers = 16;
const longestAnswer = 200;

/**
 * Columns of answer words ("Strongly agree", "5 - Always", 非常同意) as numbers with value labels.
 *
 * Columns in the same words share one scale, so that an item on which nobody chose the lowest answer is coded as the others are.
 * Among numbered or known answers, "prefer not to say" and its like are missing. Everything that is done stands in a warning.
 */
export function readAnswerWords(columns: readonly DraftColumn[]): { columns: DraftColumn[]; warnings: Warning[] } {
  const candidates = columns.map((column) => (column.kind === "text" && !column.declared ? distinctAnswers(column) : undefined));
  const out = [...columns];
  const warnings = new Scales();
  const refusals = new Map<string, string[]>();
  const replace = (c: number, { answers, refused }: Answers, coding: ReadonlyMap<string, number>): void => {
    out[c] = coded(columns[c] as DraftText, answers, coding);
    for (const word of refused) refusals.set(word, [...(refusals.get(word) ?? []), columns[c].name]);
  };

  const codes = candidates.map((answers) => answers && answerCodes(answers));
  const isCoded = codes.filter((one) => one !== undefined).length >= fewestCoded;
  const waiting: { c: number; answers: Answers; scale: WordScale }[] = [];
  candidates.forEach((answers, c) => {
    if (!answers) return;
    const numbered = numberedAnswers(answers.answers) ?? (isCoded ? codes[c] : undefined);
    if (numbered) {
      replace(c, answers, numbered);
      warnings.note(out[c] as DraftNumeric);
      return;
    }
    const scale = wordScales.find(({ points }) => tellsApart(points, answers.answers));
    if (scale) waiting.push({ c, answers, scale });
  });

  shareScales(waiting);
  for (const scale of new Set(waiting.map((one) => one.scale))) {
    const group = waiting.filter((one) => one.scale === scale);
    const used = new Set(group.flatMap(({ answers }) => answers.answers.map((answer) => pointOf(scale.points, answer))));
    if (used.size < 3) continue;
    const points = pointsInUse(scale, used);
    for (const { c, answers } of group) {
      replace(c, answers, new Map(answers.answers.map((answer) => [answer, points.indexOf(pointOf(scale.points, answer)) + 1])));
      warnings.note(out[c] as DraftNumeric);
    }
  }
  return { columns: out, warnings: [...warnings.all(), ...refusalWarnings(refusals)] };
}

interface Answers {
  /** as written */
  readonly answers: readonly string[];
  readonly refused: readonly string[];
}

function distinctAnswers(column: DraftText): Answers | undefined {
  const distinct = new Set<string>();
  for (const value of column.values) {
    if (value === "") continue;
    if (value.length > longestAnswer) return undefined;
    distinct.add(value);
    if (distinct.size > mostAnswers) return undefined;
  }
  const answers = [...distinct].filter((answer) => !isRefusal(answer));
  return answers.length === 0 ? undefined : { answers, refused: [...distinct].filter(isRefusal) };
}

/** The shortest scale in use that has all these points. Four or five that only the whole scale has are a mixture that is in no list, and counted as they are. */
function pointsInUse({ scales, points }: WordScale, used: ReadonlySet<number>): readonly number[] {
  const inUse = scales.find((candidate) => [...used].every((point) => candidate.includes(point))) ?? points.map((_, point) => point);
  const mixture = inUse.length === points.length && points.length > used.size && (used.size === 4 || used.size === 5);
  return mixture ? [...used].sort((a, b) => a - b) : inUse;
}

interface Waiting {
  readonly answers: Answers;
  scale: WordScale;
}

/** An item in which nobody gave the answer that decides the scale goes with the items in the same words that decide it. */
function shareScales(waiting: readonly Waiting[]): void {
  const wordsOf = new Map(waiting.map((one) => [one, new Set(one.answers.answers.map(normalised))]));
  for (const one of waiting) {
    const better = waiting.find(
      (other) =>
        other.scale !== one.scale &&
        [...wordsOf.get(one)!].some((word) => wordsOf.get(other)!.has(word)) &&
        tellsApart(other.scale.points, one.answers.answers) &&
        !tellsApart(one.scale.points, other.answers.answers),
    );
    if (better) one.scale = better.scale;
  }
}

/** Whether each answer is a point of the scale, and words that differ are different points: "important" and "very important" are two answers. */
function tellsApart(points: WordScale["points"], answers: readonly string[]): boolean {
  const words = new Set(answers.map(normalised));
  const found = new Set(answers.map((answer) => pointOf(points, answer)));
  return !found.has(-1) && found.size === words.size;
}

const pointOf = (points: WordScale["points"], answer: string): number => {
  const word = normalised(answer);
  return points.findIndex((words) => words.includes(word));
};

/** "5 - Strongly agree", "5 = …", "5. …", "5 (…)", "Strongly agree (5)", and plain numbers among them; every answer needs its own number. */
function numberedAnswers(answers: readonly string[]): Map<string, number> | undefined {
  const numbers = answers.map((answer) => {
    const text = answer.trim();
    const plain = numberOf(text);
    if (!Number.isNaN(plain)) return plain;
    const number = /^(-?\d{1,3})\s{0,3}[-–—=.:)(、：]\s{0,3}[^\d\s]/.exec(text) ?? /\D\((-?\d{1,3})\)$/.exec(text);
    if (number) return Number(number[1]);
    const spaced = /^(-?\d{1,3})\s{1,3}(\D.{0,200})$/.exec(text);
    return spaced && isKnown(spaced[2]) ? Number(spaced[1]) : NaN;
  });
  if (answers.length < 2 || numbers.some(Number.isNaN) || new Set(numbers).size < numbers.length) return undefined;
  const words = answers.map((answer, a) => withoutNumber(answer.trim(), numbers[a])).filter((word, a) => word !== String(numbers[a]));
  if (words.length > 1 && new Set(words).size === 1) return undefined; // "1. form", "2. form" count forms; they are no answers
  return new Map(answers.map((answer, a) => [answer, numbers[a]]));
}

const isKnown = (answer: string): boolean => isScalePoint(normalised(answer));

/** LimeSurvey's codes of answers: A1, A2, … or AO01, AO02, …. One such column may be a group; three are the items of an array. */
const answerCode = /^AO?0?(\d{1,2})$/;
const fewestCoded = 3;

function answerCodes({ answers }: Answers): Map<string, number> | undefined {
  const numbers = answers.map((answer) => Number(answerCode.exec(answer)?.[1] ?? NaN));
  return numbers.some(Number.isNaN) ? undefined : new Map(answers.map((answer, a) => [answer, numbers[a]]));
}

function coded(column: DraftText, answers: readonly string[], coding: ReadonlyMap<string, number>): DraftNumeric {
  const doubles = Float64Array.from(column.values, (value) => coding.get(value) ?? NaN);
  const { kind: _, values: __, ...kept } = column;
  const valueLabels = new Map<number, string>();
  for (const answer of [...answers].sort((a, b) => coding.get(a)! - coding.get(b)!)) {
    const value = coding.get(answer)!;
    if (!valueLabels.has(value)) valueLabels.set(value, withoutNumber(answer.trim(), value));
  }
  const plain = [...valueLabels].every(([value, label]) => numberOf(label) === value);
  return { ...kept, kind: "numeric", ...narrow(doubles), ...(plain ? {} : { valueLabels }) };
}

/** "5 - Strongly agree" → "Strongly agree". */
function withoutNumber(answer: string, value: number): string {
  const start = String(value);
  const rest = answer.startsWith(start)
    ? answer.slice(start.length).replace(/^[\s\-–—=.:)(、：]{1,5}/, "")
    : answer.endsWith(`(${start})`)
      ? answer.slice(0, -start.length - 2)
      : answer;
  return rest.trim().replace(/^([^(]{1,200})\)$/, "$1") || answer;
}

/** One warning for all columns with the same scale. */
class Scales {
  private readonly scales: { names: string[]; labels: ReadonlyMap<number, string> }[] = [];
  private readonly plain: string[] = [];

  note({ name, valueLabels }: DraftNumeric): void {
    if (!valueLabels) {
      this.plain.push(name);
      return;
    }
    const known = this.scales.find(({ labels }) => sameWhereBoth(labels, valueLabels));
    if (known) {
      known.names.push(name);
      known.labels = new Map([...known.labels, ...valueLabels].sort(([a], [b]) => a - b));
    } else this.scales.push({ names: [name], labels: valueLabels });
  }

  all(): Warning[] {
    const scales = this.scales.map(({ names, labels }): Warning => {
      const shown = [...labels].map(([value, label]) => (label === String(value) ? label : `${value} ${label}`)).join(", ");
      return {
        code: "answer-words",
        message: `${list(names)}: answers in words are read as ${shown}.`,
        data: { columns: names, scale: Object.fromEntries(labels) },
      };
    });
    if (this.plain.length === 0) return scales;
    const message = `${list(this.plain)}: numbers that are written as text, or stand among words, are read as numbers.`;
    return [...scales, { code: "numbers-in-text", message, data: { columns: this.plain } }];
  }
}

const sameWhereBoth = (a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean => {
  const shared = [...a.keys()].filter((value) => b.has(value));
  return shared.length > 0 && shared.every((value) => normalised(a.get(value)!) === normalised(b.get(value)!));
};

function refusalWarnings(refusals: ReadonlyMap<string, readonly string[]>): Warning[] {
  return [...refusals].map(([word, names]) => ({
    code: "refusal-words",
    message: `"${word}" is read as missing in ${list(names)}.`,
    data: { word, columns: names },
  }));
}
