/** With fewer answers, or answers all alike, two people agree by chance. */
const fewestAnswers = 8;

/**
 * For each row the first earlier row with the same answers to every item, −1 where there is none.
 * Rows with fewer than eight answers, or all answers alike (they are straight-liners), are left out.
 * Source: definition.
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

/**
 * How many of the other rows would have a row's answers if items had nothing to do with each other: (n − 1) Π pⱼ(xⱼ), over the items that the row answers.
 * People who agree with everybody else answer alike without copying.
 * Source: definition (expectation under independence).
 *
 * @param columns p columns of answers, NaN where missing
 * @returns for each of the rows asked for
 */
export function expectedAlike(columns: readonly Float64Array[], rows: readonly number[]): Map<number, number> {
  const shares = columns.map((column) => {
    const counts = new Map<number, number>();
    let n = 0;
    for (const answer of column) {
      if (Number.isNaN(answer)) continue;
      counts.set(answer, (counts.get(answer) ?? 0) + 1);
      n++;
    }
    return (answer: number) => (Number.isNaN(answer) ? 1 : counts.get(answer)! / n);
  });
  const others = (columns[0]?.length ?? 0) - 1;
  return new Map(rows.map((row) => [row, columns.reduce((chance, column, j) => chance * shares[j](column[row]), others)]));
}
