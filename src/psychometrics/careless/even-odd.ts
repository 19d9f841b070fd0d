/**
 * Even–odd consistency (Jackson, 1976; Johnson, 2005): within a person, the correlation across scales of the mean of a scale's odd items with the mean of its even
 * items, stepped up by Spearman–Brown, 2r/(1 + r), and not below −1. Low where answers do not hang together within scales. Reference: `careless::evenodd` (which changes the sign).
 *
 * @param scales for each scale its columns of answers, NaN where missing, reverse-worded items already reflected
 * @returns NaN for rows with fewer than three scales answered on both sides, or without variation
 */
export function evenOddConsistency(scales: readonly (readonly Float64Array[])[]): Float64Array {
  const rows = scales[0]?.[0]?.length ?? 0;
  return Float64Array.from({ length: rows }, (_, row) => {
    const odd: number[] = [];
    const even: number[] = [];
    for (const scale of scales) {
      const [a, b] = [0, 1].map((side) => mean(scale.filter((_, item) => item % 2 === side).map((column) => column[row])));
      if (Number.isNaN(a) || Number.isNaN(b)) continue;
      odd.push(a);
      even.push(b);
    }
    if (odd.length < 3) return NaN;
    const r = Math.max(-1, Math.min(1, correlation(odd, even))); // beyond −1 by a rounding error the denominator changes its sign
    return Math.max(-1, (2 * r) / (1 + r));
  });
}

function mean(values: readonly number[]): number {
  const answered = values.filter((value) => !Number.isNaN(value));
  return answered.length === 0 ? NaN : answered.reduce((sum, value) => sum + value, 0) / answered.length;
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    xx += (x[i] - mx) ** 2;
    yy += (y[i] - my) ** 2;
    xy += (x[i] - mx) * (y[i] - my);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : NaN;
}
