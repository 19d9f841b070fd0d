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
  const counts = new Map<string, { rows: number; missing: number[] }>();
  for (let word = 0; word < Math.ceil(rows / 32); word++) {
    const any = masks.reduce((bits, mask) => bits | mask[word], 0);
    for (let bit = 0; bit < 32 && word * 32 + bit < rows; bit++) {
      const missing = (any >>> bit) & 1 ? items.flatMap((_, i) => ((masks[i][word] >>> bit) & 1 ? [i] : [])) : [];
      const key = missing.join();
      const known = counts.get(key);
      if (known) known.rows++;
      else counts.set(key, { rows: 1, missing });
    }
  }
  return patternsOf(
    [...counts.values()],
    items.map(({ name }) => name),
    rows,
  );
}

/**
 * The same of patterns that are counted already, each once.
 * Source: definition.
 *
 * @param counted places of the items without an answer, in the order of the file
 */
export function patternsOf(
  counted: readonly { readonly rows: number; readonly missing: readonly number[] }[],
  items: readonly string[],
  rows: number,
): MissingPatterns {
  const all = [...counted].sort((a, b) => b.rows - a.rows);
  const listed = all.slice(0, mostListed);
  const beyond = all.slice(mostListed);
  const sumOf = (patterns: readonly { readonly rows: number }[]) => patterns.reduce((sum, pattern) => sum + pattern.rows, 0);
  return {
    complete: sumOf(all.filter(({ missing }) => missing.length === 0)),
    pairs: pairwise(all, items.length, rows),
    share: rows > 0 ? all.reduce((sum, pattern) => sum + pattern.rows * pattern.missing.length, 0) / (rows * items.length) : 0,
    patterns: listed.map(({ rows, missing }) => ({ rows, missing: missing.map((i) => items[i]) })),
    others: { patterns: beyond.length, rows: sumOf(beyond) },
  };
}

/** A bit a row, set where the answer is missing. */
function missingMask(values: Float64Array): Uint32Array {
  const mask = new Uint32Array(Math.ceil(values.length / 32));
  for (let row = 0; row < values.length; row++) if (values[row] !== values[row]) mask[row >>> 5] |= 1 << (row & 31);
  return mask;
}

/** n of a pair: the rows but for those of patterns that lack one of the two. */
function pairwise(patterns: readonly { readonly rows: number; readonly missing: readonly number[] }[], p: number, rows: number): MissingPatterns["pairs"] {
  const lacking = new Float64Array(p);
  const both = new Float64Array(p * p);
  for (const { rows, missing } of patterns) {
    missing.forEach((i, at) => {
      lacking[i] += rows;
      for (const j of missing.slice(0, at)) both[i * p + j] += rows;
    });
  }
  let least = rows;
  let most = 0;
  let sum = 0;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) {
      const n = rows - lacking[i] - lacking[j] + both[i * p + j];
      least = Math.min(least, n);
      most = Math.max(most, n);
      sum += n;
    }
  }
  const pairs = (p * (p - 1)) / 2;
  return { least, most: pairs > 0 ? most : rows, mean: pairs > 0 ? sum / pairs : rows };
}
