/** Words for the points of an answer scale, from the lowest to the highest; the words of a point mean the same. */
export interface WordScale {
  readonly family: string;
  readonly language: string;
  readonly points: readonly (readonly string[])[];
  /** which points make up the scales in use, the shorter first; absent: any that occur */
  readonly scales: readonly (readonly number[])[];
}

/** Of the seven points: 3, 4, 5, 6 and 7 in use. */
export const symmetric = [
  [1, 3, 5],
  [0, 1, 5, 6],
  [0, 2, 4, 6],
  [0, 1, 3, 5, 6],
  [0, 2, 3, 4, 6],
  [1, 2, 3, 4, 5],
  [0, 1, 2, 4, 5, 6],
  [0, 1, 2, 3, 4, 5, 6],
];

/** For comparison: one case, one kind of apostrophe and space, no numbering or full stop at the ends. */
export function normalised(answer: string): string {
  return answer
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s{1,99}/g, " ")
    .replace(/^[\s"'“”]{1,9}|[\s"'“”.。!]{1,9}$/g, "");
}

/** A line a point, the lowest first, with | between words that mean the same. */
export const wordScale = (family: string, language: string, scales: readonly (readonly number[])[], text: string): WordScale => ({
  family,
  language,
  points: text
    .trim()
    .split("\n")
    .map((line) => line.trim().split("|").map(normalised)),
  scales,
});
