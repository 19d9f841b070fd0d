import type { VariancePercentClaim } from "../claims/variance-claims";
import { type Interval, sum } from "../numerics/interval";
import type { VarianceBlock } from "./variance-lines";

/** What the first components of a table explain together, in one of the two ways that it prints it. */
export interface VarianceSum {
  readonly interval: Interval;
  /** "28.37 + 9.77" or "the cumulative percentage 38.14" */
  readonly terms: string;
  readonly block: VarianceBlock;
  /** the last figure that it rests on */
  readonly at: VariancePercentClaim;
}

/** The variance of the first `count` components of a block: the sum of their percentages, where all are printed, and the cumulative percentage of the last. */
export function varianceSums(block: VarianceBlock, count: number): VarianceSum[] {
  const lines = block.lines.slice(0, count);
  const list = lines.flatMap((l) => l.percent ?? []);
  const cumulative = lines[count - 1]?.cumulative;
  return [
    ...(list.length === count ? [{ interval: sum(list.map((c) => c.percent)), terms: sumInWords(list), block, at: list[count - 1] }] : []),
    ...(cumulative ? [{ interval: cumulative.percent, terms: `the cumulative percentage ${cumulative.reported.text}`, block, at: cumulative }] : []),
  ];
}

export const sumInWords = (list: readonly VariancePercentClaim[]): string => list.map((c) => c.reported.text).join(" + ");
