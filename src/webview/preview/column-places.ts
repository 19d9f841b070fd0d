/** Where the columns of a grid stand, side by side. All lengths in pixels. */
export interface ColumnPlaces {
  /** of each column, and of the end of the last */
  readonly lefts: Float64Array;
  readonly narrowest: number;
}

export function columnPlaces(widths: readonly number[]): ColumnPlaces {
  const lefts = new Float64Array(widths.length + 1);
  widths.forEach((width, c) => (lefts[c + 1] = lefts[c] + width));
  return { lefts, narrowest: widths.reduce((least, width) => Math.min(least, width), Infinity) };
}

export const widthOfAll = ({ lefts }: ColumnPlaces): number => lefts[lefts.length - 1];

/** The column at a distance from the left, the last where it is beyond. */
export function columnAt({ lefts }: ColumnPlaces, x: number): number {
  let low = 0;
  let high = lefts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (lefts[middle] <= x) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The scroll offset that brings a column into a view of this width, with as little movement as can be; what is wider shows its beginning. */
export function leftShowing({ lefts }: ColumnPlaces, left: number, view: number, column: number): number {
  if (lefts[column] < left) return lefts[column];
  return Math.min(lefts[column], Math.max(left, lefts[column + 1] - view));
}
