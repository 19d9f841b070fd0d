import type { Item } from "./chosen-items";

/** Which answers are missing together, and how many rows each way of deletion leaves. */
export interface MissingPatterns {
  /** rows with an answer to every item: listwise N */
  readonly complete: number;
  /** rows behind the pairs of items: pairwise N, the least, the most and their mean */
  readonly pairs: { readonly least: number; readonly most: number; readonly mean: number };
  /** share of the answers that are missing */
  readonly share: number;
  /** the commonest first, complete rows among them; ties in the order of the file */
  readonly patterns: readonly MissingPattern[];
  /** patterns beyond those listed, and the rows that have them */
  readonly others: { readonly patterns: number; readonly rows: number };
}

export interface MissingPattern {
  readonly rows: number;
  /** items without an answer; empty for complete rows */
  readonly missing: readonly string[];
}

/** The most patterns that anybody looks through. */
const mostListed = 50;

/** Patterns of missing answers (Little & Rubin, 2020, sec. 1.2): each set of items that lacks an answer in some row, with its number of rows. */
export function missingPatterns(items: readonly Item[]): MissingPatterns {
  const rows = items[0]?.values.length ?? 0;
  const masks = items.map(({ values }) => missingMask(values));
  const counts = new Map<string, { rows: number; missing: string[] }>();
  for (let word = 0; word < Math.ceil(rows / 32); word++) {
    const any = masks.reduce((bits, mask) => bits | mask[word], 0);
    for (let bit = 0; bit < 32 && word * 32 + bit < rows; bit++) {
      const missing = (any >>> bit) & 1 ? items.flatMap((_, i) => ((masks[i][word] >>> bit) & 1 ? [i] : [])) : [];
      const key = missing.join();
      const known = counts.get(key);
      if (known) known.rows++;
      else counts.set(key, { rows: 1, missing: missing.map((i) => items[i].name) });
    }
  }
  const all = [...counts.values()].sort((a, b) => b.rows - a.rows);
  const listed = all.slice(0, mostListed);
  const beyond = all.slice(mostListed);
  const lacking = masks.map((mask) => mask.reduce((sum, word) => sum + ones(word), 0));
  return {
    complete: counts.get("")?.rows ?? 0,
    pairs: pairwise(masks, lacking, rows),
    share: rows > 0 ? lacking.reduce((a, b) => a + b, 0) / (rows * items.length) : 0,
    patterns: listed,
    others: { patterns: beyond.length, rows: beyond.reduce((sum, pattern) => sum + pattern.rows, 0) },
  };
}

/** A bit a row, set where the answer is missing. */
function missingMask(values: Float64Array): Uint32Array {
  const mask = new Uint32Array(Math.ceil(values.length / 32));
  for (let row = 0; row < values.length; row++) if (values[row] !== values[row]) mask[row >>> 5] |= 1 << (row & 31);
  return mask;
}

/** n of a pair = rows − missingᵢ − missingⱼ + missing in both. */
function pairwise(masks: readonly Uint32Array[], lacking: readonly number[], rows: number): MissingPatterns["pairs"] {
  let least = rows;
  let most = 0;
  let sum = 0;
  let pairs = 0;
  masks.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      let both = 0;
      if (lacking[i] > 0 && lacking[j] > 0) for (let word = 0; word < a.length; word++) both += ones(a[word] & masks[j][word]);
      const n = rows - lacking[i] - lacking[j] + both;
      least = Math.min(least, n);
      most = Math.max(most, n);
      sum += n;
      pairs++;
    }
  });
  return { least, most: pairs > 0 ? most : rows, mean: pairs > 0 ? sum / pairs : rows };
}

/** Bits that are set (Warren, 2012, fig. 5-2). */
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
