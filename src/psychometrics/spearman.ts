/**
 * Ranks with ties at their mean (Spearman, 1904): Pearson's correlation of these is Spearman's ρ.
 *
 * @param values NaN where missing; NaN stays
 */
export function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys())
    .filter((row) => !Number.isNaN(values[row]))
    .sort((a, b) => values[a] - values[b]);
  const out = new Float64Array(values.length).fill(NaN);
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && values[order[end]] === values[order[first]]) end++;
    for (let k = first; k < end; k++) out[order[k]] = (first + 1 + end) / 2;
    first = end;
  }
  return out;
}
