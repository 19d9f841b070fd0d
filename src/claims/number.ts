import { type Mapped, type Range, rangeOf } from "../manuscript/mapped";
import { memoised } from "../manuscript/memo";
import { type Interval, rounding } from "../numerics/interval";
import { numberWords } from "./number-words";

export type Relation = "=" | "<" | ">" | "≤" | "≥" | "≈";

/** A number as a manuscript prints it. */
export interface Reported {
  /** as printed, sign included, relation and per cent sign not: "-.973", "1,248", "twenty-four" */
  readonly text: string;
  readonly value: number;
  /** places printed after the decimal sign (trailing zeros count); negative for "×10³" forms that were scaled up */
  readonly decimals: number;
  readonly relation: Relation;
  /** the values it can stand for by rounding; a half-line after < or > */
  readonly interval: Interval;
  readonly range: Range;
  /** where it stands in the text it was found in */
  readonly start: number;
  readonly end: number;
  readonly percent: boolean;
  /** spelled out: "four" */
  readonly words: boolean;
}

const cache = new WeakMap<Mapped, Map<string, readonly Reported[]>>();

/** Every number of a text, left to right: digits and words. Parts of words ("Q1", "F2"), ordinals ("5th") and superscripts are not numbers. */
export function numbersIn(mapped: Mapped, decimal: "." | "," = "."): readonly Reported[] {
  let byDecimal = cache.get(mapped);
  if (!byDecimal) cache.set(mapped, (byDecimal = new Map()));
  let found = byDecimal.get(decimal);
  if (!found) byDecimal.set(decimal, (found = read[decimal](mapped.text).map((n) => ({ ...n, range: rangeOf(mapped, n.start, n.end) }))));
  return found;
}

/** A number without its place in the source: the same text is read once, wherever it stands. */
type Placeless = Omit<Reported, "range">;
const reader = (decimal: "." | ",") =>
  memoised(50_000, (text): readonly Placeless[] => [...digits(text, decimal), ...spelledOut(text)].sort((a, b) => a.start - b.start));
const read = { ".": reader("."), ",": reader(",") };

/** The single number that a cell or phrase consists of (stars, per cent sign, brackets and a relation aside), or undefined. */
export function soleNumber(mapped: Mapped, decimal: "." | "," = "."): Reported | undefined {
  const numbers = numbersIn(mapped, decimal).filter((n) => !n.words);
  if (numbers.length !== 1) return undefined;
  const [n] = numbers;
  const rest = mapped.text.slice(0, n.start) + mapped.text.slice(n.end);
  return /[\p{L}\d]/u.test(rest.replace(/\^[a-z]\b/g, "").replace(unit, "")) ? undefined : n;
}

/** A unit behind the number of a cell. */
const unit = /^ ?(?:kg|mg|g|km|cm|mm|ml|ms|s|min|h|years?|yrs?|months?|weeks?|days?|points?|EUR|USD|CNY|yuan)$/i;

/** Digits with their separators. Thousands parted by a plain space are one number where nothing else can be meant: "N = 1 248", "1 000 000", a whole cell. */
const digitRun =
  /(?<=[=<>≤≥≈] ?|^)[1-9]\d{0,2}(?: \d{3})+(?!\.?\d| \d)(?=$|[^\d])|(?<![\d.,] ?)[1-9]\d{0,2}(?: \d{3}){2,4}(?! ?[\d.])|\d(?:[\d,.'\u202f]*\d)?|\.\d+/g;

/** Plain letters and digits of ASCII first: most characters are, and the full test is slow. */
const letter = /[\p{L}\p{N}]/u;
const isWordChar = (c: string): boolean => (c < "\u0080" ? /[A-Za-z0-9]/.test(c) : letter.test(c));

function digits(text: string, decimal: "." | ","): Placeless[] {
  const out: Placeless[] = [];
  if (!/\d/.test(text)) return out;
  for (const match of text.matchAll(digitRun)) {
    let start = match.index;
    let body = match[0];
    if (body[0] !== "." && text[start - 1] === "." && !isWordChar(text[start - 2] ?? " ")) {
      start--;
      body = "." + body;
    }
    const before = text[start - 1] ?? " ";
    if (before === "_" || before === "^" || isWordChar(before)) continue; // Q1, x_2
    const after = text[start + body.length] ?? " ";
    const behind = text.slice(start + body.length, start + body.length + 8);
    if ((after === "_" || isWordChar(after)) && !units.test(behind) && !exponent.test(behind)) continue;
    if (start < (out.at(-1)?.end ?? 0)) continue; // the exponent of the number before
    for (const piece of readings(body, decimal)) {
      const from = start + piece.offset;
      const to = from + piece.text.length;
      out.push(finish(text, from, to, piece.text, piece.value, piece.decimals, false));
    }
  }
  return out;
}

/** What may be written right behind a number. */
const units = /^(?:yuan|yrs?|years?|points?|items?|min|ms|s|kg|mg|g|km|cm|mm|m|ml|h|Hz|kHz|GB|MB)\b/;
/** "1.2e-3" */
const exponent = /^[eE]([-+]?\d{1,3})(?![\p{L}\d]|[.,]\d)/u;

interface Reading {
  readonly text: string;
  readonly value: number;
  readonly decimals: number;
  readonly offset: number;
}

const grouped = { ".": /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, ",": /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ };

/** One run of digits and separators as one number ("4,028.11", "0,86"), or as a list of them ("2,29"). */
function readings(body: string, decimal: "." | ","): Reading[] {
  const group = decimal === "." ? "," : ".";
  const plain = body.replace(/['\u202f ]/g, "");
  const one = (text: string, clean: string, offset: number): Reading => {
    const point = clean.indexOf(".");
    return { text, value: Number(clean), decimals: point < 0 ? 0 : clean.length - point - 1, offset };
  };
  if (/^\d*\.?\d*$/.test(plain) && (decimal === "." || !/^\d{1,3}\.\d{3}$/.test(plain))) return [one(body, plain, 0)];
  if (grouped[decimal].test(plain)) return [one(body, plain.split(group).join("").replace(decimal, "."), 0)];
  if (decimal === "," && /^\d*,\d+$/.test(plain)) return [one(body, plain.replace(",", "."), 0)];
  if (decimal === "," && /^\d+\.\d+$/.test(plain)) return [one(body, plain, 0)];
  // "2,29", "1,2,3", "1.2.3": pieces between commas, each a number of its own; dotted chains (versions, sections) are none
  const out: Reading[] = [];
  let offset = 0;
  for (const part of body.split(",")) {
    if (/^\d*\.?\d+$/.test(part)) out.push(one(part, part, offset));
    offset += part.length + 1;
  }
  return out;
}

function spelledOut(text: string): Placeless[] {
  return numberWords(text).map((w) => {
    const read = finish(text, w.start, w.end, text.slice(w.start, w.end), w.value, w.fraction ? 2 : 0, true);
    return w.fraction ? { ...read, relation: "≈", interval: { low: w.value - 0.05, high: w.value + 0.05 } } : read;
  });
}

function finish(text: string, from: number, to: number, printed: string, value: number, decimals: number, words: boolean): Placeless {
  let start = from;
  let signed = value;
  if (!words && /[=<>≤≥(,] ?- $/.test(text.slice(Math.max(0, from - 4), from))) {
    start = from - 2; // "r = - .45"
    signed = -value;
  } else if (!words && text[from - 1] === "-" && !/[)%\].]/.test(text[from - 2] ?? " ") && !isWordChar(text[from - 2] ?? " ")) {
    start = from - 1;
    signed = -value;
  }
  const next = text[to] === " " ? text[to + 1] : text[to];
  const power =
    words || next === undefined || !"×x*·eE".includes(next)
      ? null
      : (/^ ?[×x*·] ?10(?:\^\{?(-?\d{1,3})\}?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(-\d{1,2})(?!\d|[.,]\d))/.exec(text.slice(to, to + 14)) ??
        exponent.exec(text.slice(to, to + 8)));
  let end = to;
  if (power) {
    const raised = Number(power[1] ?? power[3] ?? fromSuperscript(power[2]));
    signed = Number(`${signed}e${raised}`);
    decimals -= raised;
    end = to + power[0].length;
  }
  const perMille = !words && !power && /^ ?‰/.exec(text.slice(to, to + 2));
  if (perMille) {
    signed /= 10;
    decimals += 1;
    end = to + perMille[0].length;
  }
  const relation = relationBefore(text, start);
  return {
    text: power || perMille ? text.slice(start, end) : start < from ? "-" + printed : printed,
    value: signed,
    decimals,
    relation,
    interval: intervalOf(signed, decimals, relation, words),
    start,
    end,
    percent: Boolean(perMille) || isPercent(text, end),
    words,
  };
}

function isPercent(text: string, end: number): boolean {
  const next = text[end] === " " ? text[end + 1] : text[end];
  return next === "%" || ((next === "p" || next === "P") && /^ ?(?:per ?cent|Prozent)\b/.test(text.slice(end, end + 10)));
}

function intervalOf(value: number, decimals: number, relation: Relation, words: boolean): Interval {
  if (relation === "<" || relation === "≤") return { low: -Infinity, high: value };
  if (relation === ">" || relation === "≥") return { low: value, high: Infinity };
  return words ? { low: value, high: value } : rounding(value, decimals);
}

function relationBefore(text: string, start: number): Relation {
  if (!"=<>≤≥≈~⩽⩾ ".includes(text[start - 1] ?? "a")) return "=";
  const sign = /(<=|>=|[=<>≤≥≈~⩽⩾])\s{0,2}$/.exec(text.slice(Math.max(0, start - 5), start))?.[1];
  if (!sign) return "=";
  return ({ "<=": "≤", "⩽": "≤", ">=": "≥", "⩾": "≥", "~": "≈" } as Record<string, Relation>)[sign] ?? (sign as Relation);
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
function fromSuperscript(text: string): string {
  return Array.from(text, (c) => (c === "⁻" ? "-" : c === "⁺" ? "" : String(superscripts.indexOf(c)))).join("");
}
