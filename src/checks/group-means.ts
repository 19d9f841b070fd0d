import type { Reported } from "../claims/number";
import { divide, hull, type Interval, subtract } from "../numerics/interval";

export interface Group {
  readonly mean: Reported;
  readonly sd: Reported;
}

/** "M = 24.39, SD = 6.17" and "24.39 (SD = 6.17)", "3,055.7 g (SD = 752.7)" among the numbers of a text, left to right. */
export function groupsIn(text: string, all: readonly Reported[]): readonly Group[] {
  const numbers = all.filter((n) => !n.words && !n.percent);
  const out: Group[] = [];
  numbers.forEach((sd, i) => {
    if (i === 0 || !/\bSDs? ?(?:=|of|:)? ?$/.test(text.slice(Math.max(0, sd.start - 8), sd.start))) return;
    const mean = numbers[i - 1];
    const between = text.slice(mean.end, sd.start);
    const named = /(?<![\p{L}])M(?:_?\{?\p{L}{0,12}\}?)? ?= ?$/u.test(text.slice(Math.max(0, mean.start - 18), mean.start));
    if (named ? between.length < 24 : /^ ?(?:(?:g|kg|mg|cm|mm|m|s|ms|points?|years|hours|minutes) )?[([] ?SD/.test(between)) out.push({ mean, sd });
  });
  return out;
}

/**
 * |M₁ − M₂| over a standard deviation; none unless there are exactly two groups. Where the group sizes are known (`pooled`), over each single one (Glass) and their mean square;
 * else over any value between the two, because the pooled one lies there.
 */
export function meanDifferences(groups: readonly Group[], pooled: boolean): readonly Interval[] {
  if (groups.length !== 2) return [];
  const [a, b] = groups;
  const difference = subtract(a.mean.interval, b.mean.interval);
  const size =
    difference.low >= 0
      ? difference
      : difference.high <= 0
        ? { low: -difference.high, high: -difference.low }
        : { low: 0, high: Math.max(-difference.low, difference.high) };
  if (Math.min(a.sd.interval.low, b.sd.interval.low) <= 0) return [];
  if (!pooled) return [divide(size, hull(a.sd.interval, b.sd.interval))];
  const meanSquare = (x: number, y: number) => Math.sqrt((x * x + y * y) / 2);
  const average = { low: meanSquare(a.sd.interval.low, b.sd.interval.low), high: meanSquare(a.sd.interval.high, b.sd.interval.high) };
  return [a.sd.interval, b.sd.interval, average].map((sd) => divide(size, sd));
}
