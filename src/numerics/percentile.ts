/**
 * Percentile by linear interpolation between order statistics (Hyndman & Fan, 1996, definition 7; R's default).
 *
 * @param sorted ascending, not empty
 * @param share between 0 and 1
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
