/** An item's answers as ranks of its categories: all that ordinal statistics look at. */
export interface Coded {
  /** the different answers, ascending */
  readonly categories: readonly number[];
  /** position of each row's answer among the categories; −1 where missing. Length: rows */
  readonly codes: Int16Array;
  /** rows in each category */
  readonly counts: Float64Array;
}

/**
 * The categories of an item.
 * Source: definition.
 *
 * @param values answers, NaN where missing
 */
export function coded(values: Float64Array): Coded {
  const categories = [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const position = new Map(categories.map((value, at) => [value, at]));
  const codes = Int16Array.from(values, (value) => position.get(value) ?? -1);
  const counts = new Float64Array(categories.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  return { categories, codes, counts };
}

/** How often two items were answered with each pair of categories: enough for Pearson, Spearman and polychoric correlations alike. */
export interface Contingency {
  readonly rows: number;
  readonly columns: number;
  /** row-major */
  readonly counts: Float64Array;
  readonly n: number;
}

/** Cross-table of two items over the rows where both are answered. Source: definition. */
export function contingency(x: Coded, y: Coded): Contingency {
  const rows = x.categories.length;
  const columns = y.categories.length;
  const counts = new Float64Array(rows * columns);
  let n = 0;
  for (let row = 0; row < x.codes.length; row++) {
    const a = x.codes[row];
    const b = y.codes[row];
    if (a < 0 || b < 0) continue;
    counts[a * columns + b]++;
    n++;
  }
  return { rows, columns, counts, n };
}
