import { type LanguageModel } from "./encoding-languages";

/** Punctuation and signs of every code page, of which any language uses some. */
const signs = "“”‘’–—…•«»€£§°·№©®™²³½×±\u00a0、。（）：；，？！「」・～";
const shareOfSigns = 0.03;
const shareOfRest = 0.08;
/** A character that the language does not have: a mistake, a name, a word of another. */
const foreign = Math.log(2e-6);

/** Log probabilities of the characters beyond ASCII. */
type Table = ReadonlyMap<string, number>;
interface Probabilities {
  readonly beyond: Table;
  readonly ascii: Float64Array;
}
const tables = new Map<LanguageModel, Probabilities>();

function probabilitiesOf(model: LanguageModel): Probabilities {
  let known = tables.get(model);
  if (!known) tables.set(model, (known = { beyond: beyondAscii(model), ascii: asciiOf(model) }));
  return known;
}

function beyondAscii(model: LanguageModel): Table {
  const letters = [...new Set(model.letters)];
  const weight = (i: number): number => (model.decay > 0 ? Math.exp(-model.decay * i) : 1 / (i + 12));
  const total = letters.reduce((sum, _, i) => sum + weight(i), 0);
  const share = 1 - shareOfSigns - (model.rest ? shareOfRest : 0);
  const table = new Map<string, number>();
  for (const sign of signs) table.set(sign, Math.log(shareOfSigns / signs.length));
  letters.forEach((letter, i) => {
    const upper = letter.toUpperCase();
    const cased = upper !== letter && [...upper].length === 1;
    table.set(letter, Math.log((share * weight(i) * (cased ? 0.94 : 1)) / total));
    if (cased && !letters.includes(upper)) table.set(upper, Math.log((share * weight(i) * 0.06) / total));
  });
  return table;
}

const restSize = 6000;

/** Of ASCII: letters as frequent as the language has them, digits, spaces and line ends, marks of sentences and tables, other signs, control characters. */
function asciiOf({ ascii = "etaoinrshdlgucmvkpwbfyjzxq" }: LanguageModel): Float64Array {
  const total = [...ascii].reduce((sum, _, i) => sum + Math.exp(-0.1 * i), 0);
  return Float64Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    const place = ascii.indexOf(character.toLowerCase());
    if (place >= 0) return Math.log((0.7 * Math.exp(-0.1 * place)) / total) + (character < "a" ? -2.5 : 0);
    if (/[ 0-9\n]/.test(character)) return -2.8;
    if (/[,.;:?!()"'/\-\r\t]/.test(character)) return -3.4;
    return code < 32 ? -14 : -7;
  });
}

const isSmall = (character: string): boolean => character !== character.toUpperCase();
const isCapital = (character: string): boolean => character !== character.toLowerCase();
const isAsciiLetter = (character: string): boolean => /^[A-Za-z]$/.test(character);

/**
 * Log likelihood of a text under a language: each character by itself, and whether it may stand where it does
 * (two alphabets in one word, a capital after a small letter, a mark without its consonant).
 */
export function logLikelihood(text: string, model: LanguageModel): number {
  const { beyond: table, ascii } = probabilitiesOf(model);
  const beside = besides[model.script];
  let sum = 0;
  let before = "";
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 128) sum += ascii[code] + (code > 64 ? beside(before, character, table, model) : 0);
    else {
      const known = table.get(character);
      sum += known ?? (model.rest?.test(character) ? Math.log(shareOfRest / restSize) : foreign);
      sum += beside(before, character, table, model);
    }
    before = character;
  }
  return sum;
}

type Beside = (before: string, character: string, table: Table, model: LanguageModel) => number;

const isLetter = (character: string, table: Table): boolean => character > "\u007f" && table.has(character) && !signs.includes(character);
const mixed = Math.log(0.01);
const misplaced = Math.log(0.003);
const capitalInside = Math.log(0.004);

const caseBeside = (before: string, character: string): number => (isCapital(character) && before !== "" && isSmall(before) ? capitalInside : 0);

const besides: Readonly<Record<LanguageModel["script"], Beside>> = {
  latin: (before, character, table) => {
    const here = isLetter(character, table);
    if (!here) return isLetter(before, table) && isAsciiLetter(character) ? caseBeside(before, character) : 0;
    if (/[\u0300-\u0323]/.test(character)) return /[aeiouyAEIOUYăâêôơưĂÂÊÔƠƯ]/.test(before) ? 0 : misplaced;
    const afterLetter = isAsciiLetter(before) || isLetter(before, table);
    const doubled = isLetter(before, table) && !/[\u0300-\u0323]/.test(before) ? Math.log(0.15) : 0;
    return doubled + (afterLetter ? caseBeside(before, character) : Math.log(0.3));
  },
  alphabet: (before, character, table, { final }) => {
    const here = isLetter(character, table);
    const there = isLetter(before, table);
    if ((here && isAsciiLetter(before)) || (there && isAsciiLetter(character))) return mixed;
    if (!here || !there) return 0;
    return final?.includes(before) ? Math.log(0.01) : caseBeside(before, character);
  },
  thai: (before, character, table) => {
    const here = isLetter(character, table);
    if ((here && isAsciiLetter(before)) || (isLetter(before, table) && isAsciiLetter(character))) return mixed;
    const consonant = /^[\u0e01-\u0e2e]$/;
    if (/^[\u0e40-\u0e44]$/.test(before)) return consonant.test(character) ? 0 : misplaced;
    const mark = /^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]$/;
    return mark.test(character) && !consonant.test(before) && !mark.test(before) ? misplaced : 0;
  },
  ideographs: (before, character, table) =>
    (isLetter(character, table) && isAsciiLetter(before)) || (isLetter(before, table) && isAsciiLetter(character)) ? Math.log(0.05) : 0,
};
