import type { Reported } from "./number";

/** The index of the first number at or after a place, by binary search: numbers stand in the order of the text. */
export function indexFrom(numbers: readonly Reported[], place: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle].start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The numbers between two places. */
export const numbersBetween = (numbers: readonly Reported[], from: number, to: number): readonly Reported[] =>
  numbers.slice(indexFrom(numbers, from), indexFrom(numbers, to));
