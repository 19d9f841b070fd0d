import { answers, type NumericColumn } from "../survey/survey";

/**
 * The answers of a reverse-keyed item turned round: x → lowest + highest possible answer − x.
 *
 * The possible answers are those that the file labels. Without labels they are the answers given; but where this item lacks no more than one
 * end category of those given to all items together, it was on the same scale and the common range is taken (an item of a five-point
 * scale that nobody answered with 1).
 * Source: definition.
 *
 * @param column the item
 * @param all the items that were asked with it
 * @returns answers, NaN where missing, length rows
 */
export function reflected(column: NumericColumn, all: readonly NumericColumn[]): Float64Array {
  const [low, high] = responseRange(column, all);
  return answers(column).map((value) => low + high - value);
}

/** Lowest and highest possible answer to an item. Source: definition. */
export function responseRange(column: NumericColumn, all: readonly NumericColumn[]): [number, number] {
  const labelled = [...(column.valueLabels?.keys() ?? [])].filter((code) => !column.userMissing?.includes(code));
  const own = observedRange(column);
  if (labelled.length > 1 && Math.min(...labelled) <= own[0] && Math.max(...labelled) >= own[1]) return [Math.min(...labelled), Math.max(...labelled)];
  const ranges = all.map(observedRange);
  const low = Math.min(own[0], ...ranges.map((range) => range[0]));
  const high = Math.max(own[1], ...ranges.map((range) => range[1]));
  const lacking = own[0] - low + (high - own[1]);
  return lacking <= 1 ? [low, high] : own;
}

function observedRange(column: NumericColumn): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of column.values) {
    if (value === column.sentinel || Number.isNaN(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
