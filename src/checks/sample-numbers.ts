import type { Claims } from "../claims/claim";
import { numbersIn } from "../claims/number";

/** How often each whole number is printed outside the abstract (or in it), in prose and tables, references left out. */
export function printed(claims: Claims, where: "abstract" | "body"): Map<number, number> {
  const { manuscript } = claims;
  const count = new Map<number, number>();
  const see = (n: number) => count.set(n, (count.get(n) ?? 0) + 1);
  for (const block of manuscript.blocks) {
    if (block.section.role === "references" || (block.section.role === "abstract") !== (where === "abstract")) continue;
    for (const s of block.sentences) for (const n of numbersIn(s.mapped, manuscript.decimal)) see(n.value);
  }
  if (where === "body")
    for (const t of manuscript.tables)
      for (const r of [...t.header, ...t.rows]) for (const c of r.cells) for (const n of numbersIn(c.mapped, manuscript.decimal)) see(n.value);
  return count;
}

/** Numbers that add up to `total`: two of the sizes printed, as groups or as excluded and remaining. */
export function isSum(total: number, claims: Claims): boolean {
  const sizes = claims
    .of("sample-size", { every: true })
    .map((c) => c.reported.value)
    .filter((v) => v < total);
  const set = new Set(sizes);
  return sizes.some((v) => set.has(total - v)) || sizes.some((v, i) => sizes.some((w, j) => j !== i && set.has(total - v - w)));
}

/** A slip of the pen: the digits in another order, or one of them changed. */
export function sameDigits(a: number, b: number): boolean {
  const [x, y] = [String(a), String(b)];
  return x.length === y.length && ([...x].filter((c, i) => c !== y[i]).length === 1 || anagram(a, b));
}

/** The same digits in another order. */
export const anagram = (a: number, b: number): boolean => a !== b && [...String(a)].sort().join("") === [...String(b)].sort().join("");

const lost =
  /exclud|missing|incomplete|\bvalid\b|usable|remain|discard|dropp|remov|delet|listwise|withdr|refus|declin|return|response rate|not (?:answer|complete|respond)|leaving|ausgeschl|fehlend|unvollst|gültig|Rücklauf|verblieb|entfern/gi;
const negated = /\b(?:no|none|nobody|without|never|keine[rnms]?|niemand|ohne)\b[^.;]{0,40}$/i;
export const saysLost = (text: string): boolean => [...text.matchAll(lost)].some((m) => !negated.test(text.slice(Math.max(0, m.index - 60), m.index)));

/** Another time, or some of the sample. */
export const laterOrPart =
  /retest|second|follow-up|wave|\bT[12]\b|time [12]|later|again|subsample|\bgroup|answered by|item|question \d|Messzeitpunkt|zweite|erneut|Wiederholung/i;

/** Does the paper say that some of the sample were lost, however many? */
export const losesSome = (claims: Claims): boolean =>
  claims.manuscript.blocks.some((b) => b.section.role !== "references" && b.sentences.some((s) => saysLost(s.text)));
