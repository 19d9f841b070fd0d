/** How programs write "no value": R, pandas and SPSS (NA, NaN, .), spreadsheets (#N/A, #NULL!), databases (NULL), 问卷星 ("empty", "skipped"). */
const words = new Set(["", ".", "NA", "na", "N/A", "n/a", "NaN", "nan", "NAN", "NULL", "null", "#N/A", "#n/a", "#NULL!", "(空)", "(跳过)"]);

/** in bytes of UTF-8 */
export const longestMissingWord = 8;

/** Whether a cell, without the spaces around it, says that there is no value. */
export function isMissingWord(text: string): boolean {
  return words.has(text);
}
