import type { Reported } from "../claims/number";
import type { Interval } from "../numerics/interval";
import type { Fix } from "./check";

/**
 * The fix that prints `value` for a number, dressed as the author dressed it: as many decimals, the same decimal sign, thousands and leading zero.
 * None where the number stands in another form (in words, as a power), where its sign would change, or where the source prints it more than once:
 * then it is no slip of one place, and correcting one would contradict the others.
 */
export function replaceNumber(at: Reported, value: number, source: string): readonly Fix[] {
  const printed = source.slice(at.range.start, at.range.end);
  const newText = printLike(printed, at, value);
  if (newText === undefined || newText === printed || occurrences(source, printed) !== 1) return [];
  return [{ title: `Replace ${printed} by ${newText}`, edits: [{ range: at.range, newText }] }];
}

/** The one figure of so many decimals that all values of an interval round to. */
export function soleRounding({ low, high }: Interval, decimals: number): number | undefined {
  const width = (high - low) * 1e-9;
  const [a, b] = [(low + width).toFixed(Math.max(decimals, 0)), (high - width).toFixed(Math.max(decimals, 0))];
  return a === b ? Number(a) : undefined;
}

function printLike(printed: string, { decimals, words }: Reported, value: number): string | undefined {
  const form = /^([-−–]?)(\d{0,12}|\d{1,3}(?:[,.'’\u202f\u2009\u00a0 ]\d{3}){1,4})(?:([.,])(\d{1,12}))?$/.exec(printed);
  if (!form || words || (form[4] ?? "").length !== decimals || value < 0 !== (form[1] !== "")) return undefined;
  const [, sign, whole, point = ""] = form;
  const [integer, fraction] = Math.abs(value).toFixed(decimals).split(".");
  const separator = /\D/.exec(whole)?.[0];
  const grouped = separator ? integer.replace(/\B(?=(?:\d{3})+$)/g, separator) : integer;
  return sign + (whole === "" && integer === "0" ? "" : grouped) + (fraction ? point + fraction : "");
}

function occurrences(source: string, printed: string): number {
  let count = 0;
  for (let at = source.indexOf(printed); at >= 0 && count < 2; at = source.indexOf(printed, at + 1)) {
    const [before, after] = [source.slice(Math.max(0, at - 2), at), source.slice(at + printed.length, at + printed.length + 2)];
    if (!/\d$|\d[.,]$/.test(before) && !/^\d|^[.,]\d/.test(after)) count++;
  }
  return count;
}
