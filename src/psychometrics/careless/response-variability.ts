/**
 * Intra-individual response variability (Dunn, Heggestad, Shanock & Theilgard, 2018): the standard deviation (divisor n − 1) of a row's answers.
 * Small where somebody answers everything alike. Reference: `careless::irv`.
 *
 * @param columns p columns of answers, NaN where missing
 * @returns NaN for rows with fewer than two answers
 */
export function responseVariability(columns: readonly Float64Array[]): Float64Array {
  const rows = columns[0]?.length ?? 0;
  return Float64Array.from({ length: rows }, (_, row) => {
    const answers = columns.map((column) => column[row]).filter((answer) => !Number.isNaN(answer));
    if (answers.length < 2) return NaN;
    const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
    return Math.sqrt(answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0) / (answers.length - 1));
  });
}
