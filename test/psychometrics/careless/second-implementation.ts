/** The indices of careless responding a second time, row by row and as their definitions read, for comparison. `null` is a missing answer. */
export type Answers = readonly (number | null)[];

/** Johnson (2005): write the answers as a string of runs and take the longest. */
export function longest(row: Answers): number {
  const runs: number[][] = [];
  row.forEach((answer, i) => {
    if (answer === null) return;
    const before = i > 0 ? row[i - 1] : null;
    if (before === answer) runs[runs.length - 1].push(answer);
    else runs.push([answer]);
  });
  return runs.reduce((most, run) => Math.max(most, run.length), 0);
}

export function sd(row: Answers): number | null {
  const given = row.filter((answer) => answer !== null);
  if (given.length < 2) return null;
  const squares = given.reduce((sum, a) => sum + a * a, 0);
  const sum = given.reduce((a, b) => a + b, 0);
  return Math.sqrt(Math.max(0, (squares - (sum * sum) / given.length) / (given.length - 1)));
}

/** Spearman–Brown of the correlation over scales of the means of items 1, 3, 5, … and 2, 4, 6, …. */
export function evenOdd(row: Answers, scales: readonly (readonly number[])[]): number | null {
  const halves = scales.map((items) =>
    [0, 1].map((side) => {
      const given = items.flatMap((item, at) => (at % 2 === side && row[item] !== null ? [row[item]!] : []));
      return given.length > 0 ? given.reduce((a, b) => a + b, 0) / given.length : null;
    }),
  );
  const pairs = halves.filter(([odd, even]) => odd !== null && even !== null) as number[][];
  if (pairs.length < 3) return null;
  const [x, y] = [0, 1].map((side) => pairs.map((pair) => pair[side]));
  const n = pairs.length;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const sxy = n * sum(x.map((a, i) => a * y[i])) - sum(x) * sum(y);
  const sxx = n * sum(x.map((a) => a * a)) - sum(x) ** 2;
  const syy = n * sum(y.map((a) => a * a)) - sum(y) ** 2;
  if (sxx < 1e-9 || syy < 1e-9) return null;
  const r = Math.min(1, Math.max(-0.9999999999, sxy / Math.sqrt(sxx * syy)));
  return Math.max(-1, (2 * r) / (1 + r));
}

/** (x − m)′ S⁻¹ (x − m) with the inverse by Gauss–Jordan elimination, over complete rows. */
export function mahalanobis(rows: readonly Answers[]): (number | null)[] {
  const complete = rows.filter((row) => row.every((answer) => answer !== null)) as number[][];
  const [n, p] = [complete.length, rows[0].length];
  const mean = Array.from({ length: p }, (_, j) => complete.reduce((sum, row) => sum + row[j], 0) / n);
  const S = mean.map((_, i) => mean.map((_, j) => complete.reduce((sum, row) => sum + (row[i] - mean[i]) * (row[j] - mean[j]), 0) / (n - 1)));
  const inverse = gaussJordan(S);
  return rows.map((row) => {
    if (row.some((answer) => answer === null)) return null;
    const d = row.map((answer, j) => answer! - mean[j]);
    return d.reduce((sum, di, i) => sum + di * d.reduce((inner, dj, j) => inner + inverse[i][j] * dj, 0), 0);
  });
}

function gaussJordan(matrix: readonly (readonly number[])[]): number[][] {
  const p = matrix.length;
  const a = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < p; k++) {
    let pivot = k;
    for (let i = k; i < p; i++) if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) pivot = i;
    [a[k], a[pivot]] = [a[pivot], a[k]];
    const scale = a[k][k];
    a[k] = a[k].map((value) => value / scale);
    for (let i = 0; i < p; i++) {
      if (i === k) continue;
      const factor = a[i][k];
      a[i] = a[i].map((value, j) => value - factor * a[k][j]);
    }
  }
  return a.map((row) => row.slice(p));
}

/** Compares every pair of rows. */
export function duplicateOf(rows: readonly Answers[]): (number | null)[] {
  return rows.map((row, at) => {
    const given = row.filter((answer) => answer !== null);
    if (given.length < 8 || given.every((answer) => answer === given[0])) return null;
    const earlier = rows.slice(0, at).findIndex((other) => other.every((answer, j) => answer === row[j]));
    return earlier < 0 ? null : earlier;
  });
}
