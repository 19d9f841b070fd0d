/** How programs write "no value": R, pandas and SPSS (NA, NaN, .), spreadsheets (#N/A, #NULL!), databases (NULL). */
const words = new Set(["", ".", "NA", "na", "N/A", "n/a", "NaN", "nan", "NAN", "NULL", "null", "#N/A", "#n/a", "#NULL!"]);

export const longestMissingWord = 6;

/** Whether a cell, without the spaces around it, says that there is no value. */
export function isMissingWord(text: string): boolean {
  return words.has(text);
}
