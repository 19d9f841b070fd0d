import { type Mapped, rangeOf } from "../manuscript/mapped";
import { rounding } from "../numerics/interval";
import type { Relation, Reported } from "./number";

/** A number in the notation of test results: "-.36", "1,234.56", "2.120,72", "3.6e-2", "1.2 × 10^-5", "5%". */
const figure =
  /(\d{1,15}(?:[.,'\u202f]\d{1,15}){0,5}|[.,]\d{1,25})(?:[eE]([-+]?\d{1,3})(?![\p{L}\d])| ?[×x*·] ?10(?:\^\{?(-?\d{1,3})\}?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})))?/uy;

/** Signs that converters leave for a minus: an em dash, or up to three unreadable characters. */
const minus = /(?:\$?[-–—−]\$?\s?|[^\p{L}\p{N}\s.,;:()[\]{}=<>≤≥≈"'*$\\+/]{1,3})/uy;

/**
 * The number that starts at `at` (sign included), or undefined. Other than `numbersIn` it knows that a number stands here, so that ",002" and "0,002" are decimals
 * in any text, and three digits after a leading zero never a group of thousands.
 */
export function numberAt(mapped: Mapped, at: number, decimal: "." | ",", relation: Relation = "="): Reported | undefined {
  const text = mapped.text;
  minus.lastIndex = at;
  const sign = minus.exec(text);
  const from = sign ? at + sign[0].length : text[at] === "+" ? at + 1 : at;
  figure.lastIndex = from;
  const match = figure.exec(text);
  if (!match) return undefined;
  let body = match[1];
  let end = from + match[0].length;
  let power = Number(match[2] ?? match[3] ?? (match[4] ? fromSuperscript(match[4]) : 0));
  let clean = plain(body, decimal);
  if (clean === undefined) {
    // "2.20,14": the first number of a list
    body = /^(?:\d+(?:[.]\d+)?|[.,]\d+)/.exec(body)![0];
    clean = body.replace(",", ".");
    end = from + body.length;
    power = 0;
  }
  if (/^(?:[\p{L}_²³]|\^(?![a-z](?![\p{L}\d]))|\/\s?\d)/u.test(text.slice(end, end + 3)) && !/^(?:SD|SE|per\b|percent)/.test(text.slice(end, end + 7)))
    return undefined;
  const point = clean.indexOf(".");
  const decimals = (point < 0 ? 0 : clean.length - point - 1) - power;
  const value = Number(`${sign ? "-" : ""}${clean}e${power}`);
  if (!Number.isFinite(value)) return undefined;
  const interval =
    relation === "<" || relation === "≤"
      ? { low: -Infinity, high: value }
      : relation === ">" || relation === "≥"
        ? { low: value, high: Infinity }
        : rounding(value, decimals);
  return {
    text: (sign ? "-" : "") + text.slice(from, end),
    value,
    decimals,
    relation,
    interval,
    range: rangeOf(mapped, at, end),
    start: at,
    end,
    percent: /^ ?(?:%|per ?cent\b|Prozent\b)/.test(text.slice(end, end + 10)),
    words: false,
  };
}

/** Digits with a point as the decimal sign, or undefined where the body is no single number. */
function plain(body: string, decimal: "." | ","): string | undefined {
  const digits = body.replace(/['\u202f]/g, "");
  if (/^\d+$/.test(digits)) return digits;
  if (/^[.,]\d+$/.test(digits)) return digits.replace(",", ".");
  if (/^0[.,]\d+$/.test(digits)) return digits.replace(",", ".");
  const group = decimal === "." ? "," : ".";
  const parts = digits.split(/([.,])/);
  const separators = parts.filter((_, i) => i % 2 === 1);
  const groups = parts.filter((_, i) => i % 2 === 0);
  const last = separators[separators.length - 1];
  const grouped = (g: readonly string[]) => g.slice(1).every((x) => x.length === 3) && g[0].length <= 3;
  if (separators.length === 1) {
    if (last === group && groups[1].length === 3) return groups.join("");
    if (last === decimal || decimal === ",") return groups.join(".");
    return undefined; // "2,29" where the decimal sign is a point: two numbers
  }
  const before = separators.slice(0, -1);
  if (before.every((s) => s === before[0])) {
    if (last !== before[0] && grouped(groups.slice(0, -1))) return groups.slice(0, -1).join("") + "." + groups[groups.length - 1];
    if (last === before[0] && last === group && grouped(groups)) return groups.join("");
  }
  return undefined;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
function fromSuperscript(text: string): string {
  return Array.from(text, (c) => (c === "⁻" ? "-" : c === "⁺" ? "" : String(superscripts.indexOf(c)))).join("");
}

const relationSign = /\s{0,3}(<=|>=|<<|>>|[=<>≤≥≈])\s{0,3}/y;

/** "= ", "<", "≥" at a place: the relation, and where the number after it starts. "p = < .001" is "<", "> =" is "≥". */
export function relationAt(text: string, at: number): { relation: Relation; end: number } | undefined {
  relationSign.lastIndex = at;
  const first = relationSign.exec(text);
  if (!first) return undefined;
  let end = at + first[0].length;
  let sign = first[1];
  if (sign === "=" || sign === "<" || sign === ">") {
    relationSign.lastIndex = end;
    const second = relationSign.exec(text);
    if (second && (sign === "=" || second[1] === "=")) {
      sign = sign === "=" ? second[1] : sign + "=";
      end += second[0].length;
    }
  }
  return { relation: ({ "<=": "≤", ">=": "≥", "<<": "<", ">>": ">" } as Record<string, Relation>)[sign] ?? (sign as Relation), end };
}
