import type { Range } from "../manuscript/mapped";
import { minus, probability, proportion, quantity } from "../tables/number";
import type { BoundValue } from "./bound-keys";

/** The number that stands before a marker `<!-- scree:v … -->`. */
export interface PrintedNumber {
  readonly text: string;
  readonly range: Range;
}

/** At most this many characters before the marker are looked at: a number with its comparison sign, and emphasis that closes. */
const reach = 48;
const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/**
 * Finds the number that ends right before `at`: ".81", "−0.5", "2,120.72", "< .001", "four". Emphasis, "%", "$" or a bracket may stand between it and the marker.
 */
export function numberBefore(source: string, at: number): PrintedNumber | undefined {
  const from = Math.max(0, at - reach);
  const text = source.slice(from, at);
  const end = text.length - /[\s*_$%)\]]{0,6}$/.exec(text)![0].length;
  const before = text.slice(0, end);
  const match = /(?:[<>≤≥][ \u00a0]?)?[-\u2212\u2013]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})?(?:\.\d{1,15})?$/.exec(before);
  const found =
    match && /\d/.test(match[0]) ? match[0] : /(?<![\p{L}\p{N}])(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/iu.exec(before)?.[0];
  if (!found) return undefined;
  // "5–7": the dash of a range belongs to the range
  const dash = /^[-\u2212\u2013]/.test(found) && /[\d\p{L}]$/u.test(before.slice(0, -found.length)) ? 1 : 0;
  return { text: found.slice(dash), range: { start: from + end - found.length + dash, end: from + end } };
}

/** A value in the dress of the number that it replaces: as many decimals, with or without leading zero, in words where words stood. */
export function printLike(printed: string, { value, kind }: BoundValue): string {
  if (value === null) return "—";
  const word = words.indexOf(printed.toLowerCase());
  if (word >= 0) {
    const spelled = Number.isInteger(value) && value >= 0 && value < words.length ? words[value] : quantity(value, 0);
    return /^\p{Lu}/u.test(printed) ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled;
  }
  const decimals = /\.(\d+)$/.exec(printed)?.[1].length ?? 0;
  const dress = (text: string) => (printed.includes(minus) || !/[-\u2013]/.test(printed) ? text : text.replace(minus, /[-\u2013]/.exec(printed)![0]));
  const leadingZero = /(?:^|[^\d.])0\./.test(printed);
  if (kind === "probability") return probabilityLike(printed, value, Math.max(decimals, 1), leadingZero);
  if (kind === "count") return dress(grouped(printed, quantity(value, decimals)));
  const bare = kind === "proportion" && Math.abs(value) <= 1 && !leadingZero && /^[^\d]*(?:\.|1)/.test(printed);
  return dress(bare ? proportion(value, decimals) : grouped(printed, quantity(value, decimals)));
}

/** Thousands stay without a comma where the author wrote none. */
const grouped = (printed: string, text: string): string => (/\d{4}/.test(printed) ? text.replace(/,/g, "") : text);

/** "< .05" stays as long as it is true. */
function probabilityLike(printed: string, p: number, decimals: number, leadingZero: boolean): string {
  const limit = Number(/[\d.]+$/.exec(printed)?.[0]);
  if ((printed.startsWith("<") && p < limit) || (printed.startsWith(">") && p > limit)) return printed;
  const text = probability(p, decimals);
  const spaced = /^[<>]\S/.test(printed) ? text.replace(" ", "") : text;
  return leadingZero ? spaced.replace(/(?<!\d)\./, "0.") : spaced;
}
