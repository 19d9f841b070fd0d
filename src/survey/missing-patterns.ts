import type { NumericColumn } from "./survey";

/** Which answers are missing together, and how many rows that leaves. */
export interface MissingPatterns {
  /** rows with an answer to every item */
  readonly complete: number;
  /** rows with an answer to both of two items: the fewest and the most of any pair */
  readonly pairs: { readonly least: number; readonly most: number };
  /** sets of items that are missing together and nothing else, the most frequent first */
  readonly patterns: readonly { readonly items: readonly string[]; readonly rows: number }[];
  /** further patterns, and their rows */
  readonly others: { readonly patterns: number; readonly rows: number };
}

/**
 * Rows are grouped by the set of items that they lack: most rows lack none, and few sets occur, so that the pairs are counted over sets and not over rows.
 *
 * @param columns the items, of equal length
 * @param most patterns told one by one
 */
export function missingPatterns(columns: readonly NumericColumn[], rows: number, most = 12): MissingPatterns {
  const lacking = new Map<number, number[]>();
  columns.forEach(({ values, sentinel }, c) => {
    for (let row = 0; row < rows; row++) {
      const value = values[row];
      if (value !== sentinel && value === value) continue;
      const known = lacking.get(row);
      if (known) known.push(c);
      else lacking.set(row, [c]);
    }
  });
  const sets = new Map<string, { columns: readonly number[]; rows: number }>();
  for (const set of lacking.values()) {
    const key = set.join();
    const known = sets.get(key);
    if (known) known.rows++;
    else sets.set(key, { columns: set, rows: 1 });
  }
  const sorted = [...sets.values()].sort((a, b) => b.rows - a.rows || a.columns.length - b.columns.length);
  const told = sorted.slice(0, most);
  const rest = sorted.slice(most);
  return {
    complete: rows - lacking.size,
    pairs: pairCounts(sorted, columns.length, rows),
    patterns: told.map((set) => ({ items: set.columns.map((c) => columns[c].name), rows: set.rows })),
    others: { patterns: rest.length, rows: rest.reduce((sum, set) => sum + set.rows, 0) },
  };
}

/** n(i, j) = rows − missing(i) − missing(j) + missing(i and j) */
function pairCounts(sets: readonly { readonly columns: readonly number[]; readonly rows: number }[], p: number, rows: number): { least: number; most: number } {
  const both = Array.from({ length: p }, () => new Float64Array(p));
  for (const { columns, rows: times } of sets) for (const i of columns) for (const j of columns) both[i][j] += times;
  let [least, most] = [rows, 0];
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) {
      const n = rows - both[i][i] - both[j][j] + both[i][j];
      least = Math.min(least, n);
      most = Math.max(most, n);
    }
  }
  return { least, most: Math.max(least, most) };
}
