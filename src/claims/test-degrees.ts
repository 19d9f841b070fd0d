import { type Mapped, slice } from "../manuscript/mapped";
import type { Reported } from "./number";
import { numberAt, relationAt } from "./statistic-number";
import type { Head } from "./test-grammar";
import type { TestName } from "./test-statistic";

/** Degrees of freedom as printed with a test, and the number of cases where it stands among them. */
export interface Degrees {
  readonly df?: Reported;
  readonly df2?: Reported;
  readonly n?: Reported;
}

const open = /[_~]?\s?[([{]/y;
const label = /^(df_?\{?\d?\}?|d\.f\.|gl|FG|dl|ν|[Nn])\s?[=:]?\s?/;

/** "(28)", "(1, 28)", "(2, N = 120)", "(df = 2)", "[1, 28]", "_1,29", "₁,₂₉", "28": degrees of freedom directly after the symbol. */
export function degreesAfter(mapped: Mapped, head: Head, decimal: "." | ","): (Degrees & { end: number }) | "unreadable" | undefined {
  const text = mapped.text;
  open.lastIndex = head.end;
  const bracket = open.exec(text);
  if (!bracket) return subscript(mapped, head, decimal);
  const from = head.end + bracket[0].length;
  const close = text.slice(from, from + 60).search(/[)\]}]/);
  if (close < 0) return "unreadable";
  const end = from + close + (text[from + close + 1] === "~" ? 2 : 1);
  const degrees = degreesIn(slice(mapped, from, from + close), head.test, decimal);
  if (!degrees) return relationAt(text, end) ? "unreadable" : undefined;
  return { ...degrees, end };
}

function subscript(mapped: Mapped, head: Head, decimal: "." | ","): (Degrees & { end: number }) | undefined {
  const pattern =
    head.test === "chi-square" || head.test === "r" || head.test === "z"
      ? /_\{?(\d{1,6}(?:\.\d{1,4})?)\}?(?=\s?[=<>≤≥])/y
      : /_?\{?(\d{1,6}(?:\.\d{1,4})?(?:, ?\d{1,6}(?:\.\d{1,4})?)?)\}?(?=\s?[=<>≤≥])/y;
  pattern.lastIndex = head.end;
  const match = pattern.exec(mapped.text) ?? lowered(mapped.text, head.end);
  if (!match) return undefined;
  const from = head.end + match[0].indexOf(match[1]);
  const inner = slice(mapped, from, from + match[1].length);
  const degrees = degreesIn(
    head.end === from || /[₀-₉]/.test(match[1]) ? { ...inner, text: inner.text.replace(/[₀-₉]/g, (c) => String(c.charCodeAt(0) - 0x2080)) } : inner,
    head.test,
    decimal,
  );
  return degrees && { ...degrees, end: head.end + match[0].length };
}

function lowered(text: string, at: number): RegExpExecArray | null {
  const pattern = /([₀-₉]{1,6}(?:[,‚] ?[₀-₉]{1,6})?)(?=\s?[=<>≤≥])/y;
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The inside of the brackets as degrees of freedom (and N), or undefined where it holds anything else. */
export function degreesIn(inside: Mapped, test: TestName, decimal: "." | ","): Degrees | undefined {
  const pieces = splitDegrees(inside.text, test, decimal);
  let n: Reported | undefined;
  const plain: Reported[] = [];
  for (const [from, to] of pieces) {
    const part = slice(inside, from, to);
    const piece = part.text;
    const lead = piece.length - piece.trimStart().length;
    const named = label.exec(piece.slice(lead));
    const number = numberAt(part, lead + (named?.[0].length ?? 0), decimal);
    if (!number || number.value < 0 || !/^\s?(?:df)?$/.test(piece.slice(number.end))) return undefined;
    if (named && /^[Nn]/.test(named[1])) n = number;
    else plain.push(number);
  }
  if (test === "F") return plain.length === 2 ? { df: plain[0], df2: plain[1], n } : undefined;
  if (plain.length === 2 && test === "chi-square" && !n && plain[1].decimals === 0) return { df: plain[0], n: plain[1] };
  if (plain.length > 1 || (plain.length === 0 && !n)) return undefined;
  return { df: plain[0], n };
}

/** Where the pieces between the separators stand: semicolons, else ", ", else a comma where two numbers must stand. */
function splitDegrees(text: string, test: TestName, decimal: "." | ","): [number, number][] {
  const by = /;/.test(text)
    ? /;/g
    : /, /.test(text)
      ? /, /g
      : /,(?=\s?(?:[Nn]|df)\b)/.test(text)
        ? /,(?=\s?(?:[Nn]|df)\b)/g
        : test === "F" || (decimal === "." && !/^\d{1,3}(?:,\d{3})+$/.test(text))
          ? /[,/]/g
          : /\//g;
  const out: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(by)) {
    out.push([from, match.index]);
    from = match.index + match[0].length;
  }
  out.push([from, text.length]);
  return out;
}
