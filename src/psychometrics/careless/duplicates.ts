/** With fewer answers, or answers all alike, two people agree by chance. */
const fewestAnswers = 8;

/**
 * For each row the first earlier row with the same answers to every item, −1 where there is none.
 * Rows with fewer than eight answers, or all answers alike (they are straight-liners), are left out.
 *
 * @param columns p columns of answers, NaN where missing
 */
export function duplicatedRows(columns: readonly Float64Array[]): Int32Array {
  const rows = columns[0]?.length ?? 0;
  const out = new Int32Array(rows).fill(-1);
  const first = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const answers = columns.map((column) => column[row]);
    const answered = answers.filter((answer) => !Number.isNaN(answer));
    if (answered.length < fewestAnswers || new Set(answered).size < 2) continue;
    const key = answers.join();
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else out[row] = earlier;
  }
  return out;
}
