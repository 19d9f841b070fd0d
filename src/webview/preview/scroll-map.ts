/** Browsers cut elements off near 33 million pixels (Firefox near 17): a taller table is scrolled by a bar of this height. */
export const tallest = 8_000_000;

/** How the rows of a table lie under a scroll bar. All lengths in pixels. */
export interface ScrollMap {
  readonly rowHeight: number;
  readonly rows: number;
  /** of the rows that are seen */
  readonly view: number;
}

/** The greatest offset of the first pixel seen. */
export const lastTop = ({ rows, rowHeight, view }: ScrollMap): number => Math.max(0, rows * rowHeight - view);

/** The height of what is scrolled, the rows alone. */
export const scrolledHeight = ({ rows, rowHeight, view }: ScrollMap): number => Math.max(view, Math.min(rows * rowHeight, tallest));

/** How many pixels of the table go by for one of the scroll bar; 1 where it fits. */
export function scaleOf(map: ScrollMap): number {
  const range = scrolledHeight(map) - map.view;
  return range > 0 ? lastTop(map) / range : 1;
}

export const clampTop = (map: ScrollMap, top: number): number => Math.min(lastTop(map), Math.max(0, top));

export const topOfScroll = (map: ScrollMap, scrollTop: number): number => clampTop(map, scrollTop * scaleOf(map));
export const scrollOfTop = (map: ScrollMap, top: number): number => clampTop(map, top) / scaleOf(map);

/** The offset that brings a row into view, with as little movement as can be. */
export function topShowing(map: ScrollMap, top: number, row: number): number {
  const start = row * map.rowHeight;
  if (start < top) return clampTop(map, start);
  const end = start + map.rowHeight - map.view;
  return clampTop(map, Math.max(top, end));
}

/** The same that brings it into the middle, where it is not in view. */
export function topCentring(map: ScrollMap, top: number, row: number): number {
  const start = row * map.rowHeight;
  if (start >= top && start + map.rowHeight <= top + map.view) return top;
  return clampTop(map, start - (map.view - map.rowHeight) / 2);
}
