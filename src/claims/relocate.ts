import type { Sentence } from "../manuscript/manuscript";
import type { Claim } from "./claim";

/**
 * The claims of a sentence, for the same sentence at another place: what was recognised in a text is recognised once, however often the text around it changes.
 * Every source range moves by the same distance (a sentence moves as a whole), and what points to the old sentence, its section or its table points to the new ones.
 */
export function relocate(claims: readonly Claim[], from: Sentence, to: Sentence): readonly Claim[] {
  if (claims.length === 0 || from === to) return claims;
  const distance = (to.mapped.starts[0] ?? 0) - (from.mapped.starts[0] ?? 0);
  const swaps = new Map<unknown, unknown>([
    [from, to],
    [from.section, to.section],
    [from.mapped, to.mapped],
  ]);
  if (from.table && to.table) swaps.set(from.table, to.table);
  return claims.map((claim) => moved(claim, distance, swaps) as Claim);
}

function moved(value: unknown, distance: number, swaps: Map<unknown, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = swaps.get(value);
  if (known !== undefined) return known;
  const copy = copyOf(value, distance, swaps);
  return copy;
}

function copyOf(value: object, distance: number, swaps: Map<unknown, unknown>): unknown {
  if (Array.isArray(value)) return value.map((v) => moved(v, distance, swaps));
  if (isRange(value)) return { start: value.start + distance, end: value.end + distance };
  if ("starts" in value && "ends" in value) {
    const mapped = value as { text: string; starts: ArrayLike<number>; ends: ArrayLike<number> };
    return { text: mapped.text, starts: Array.from(mapped.starts, (s) => s + distance), ends: Array.from(mapped.ends, (e) => e + distance) };
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const out: Record<string, unknown> = {};
  swaps.set(value, out); // shared parts stay shared
  for (const [key, v] of Object.entries(value)) out[key] = moved(v, distance, swaps);
  return out;
}

/** A source range has a start and an end and nothing else; positions within a text (of a Reported) keep other company. */
function isRange(value: object): value is { start: number; end: number } {
  const keys = Object.keys(value);
  return keys.length === 2 && "start" in value && "end" in value;
}
