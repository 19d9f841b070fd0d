/**
 * One-to-one assignment of n rows to n columns with the largest sum: the Hungarian method with potentials (Kuhn, 1955; Jonker & Volgenant, 1987).
 *
 * @param gain n × n, row-major
 * @returns the column of each row
 */
export function bestAssignment(gain: ArrayLike<number>, n: number): number[] {
  // rows enter one at a time; `v` are the columns' potentials, index 0 a column outside the matrix
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    const least = new Float64Array(n + 1).fill(Infinity);
    const previous = new Int32Array(n + 1);
    const done = new Uint8Array(n + 1);
    rowOf[0] = row;
    let column = 0;
    while (rowOf[column] !== 0) {
      done[column] = 1;
      const at = rowOf[column];
      let next = 0;
      let delta = Infinity;
      for (let j = 1; j <= n; j++) {
        if (done[j]) continue;
        const slack = -gain[(at - 1) * n + j - 1] - u[at] - v[j];
        if (slack < least[j]) {
          least[j] = slack;
          previous[j] = column;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (done[j]) {
          u[rowOf[j]] += delta;
          v[j] -= delta;
        } else least[j] -= delta;
      }
      column = next;
    }
    for (; column !== 0; column = previous[column]) rowOf[column] = rowOf[previous[column]];
  }
  const columns = new Array<number>(n).fill(-1);
  for (let j = 1; j <= n; j++) columns[rowOf[j] - 1] = j - 1;
  return columns;
}
