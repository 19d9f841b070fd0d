/**
 * Longest run of the same answer in a row's items, in the order of the questionnaire (Johnson, 2005). A missing answer ends a run.
 * Reference: `careless::longstring`.
 *
 * @param columns p columns of answers, NaN where missing
 * @returns a length for each row; 0 where nothing is answered
 */
export function longstrings(columns: readonly Float64Array[]): Int32Array {
  const rows = columns[0]?.length ?? 0;
  const longest = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let run = 0;
    let last = NaN;
    for (const column of columns) {
      const answer = column[row];
      run = answer === last ? run + 1 : Number.isNaN(answer) ? 0 : 1;
      last = answer;
      if (run > longest[row]) longest[row] = run;
    }
  }
  return longest;
}
