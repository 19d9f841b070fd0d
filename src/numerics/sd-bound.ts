import type { Interval } from "./interval";

/**
 * The largest standard deviation that n answers between `low` and `high` with a given mean can have: all of them at the two ends,
 * SD² = n/(n − 1) · (m − low)(high − m) (Bhatia & Davis, 2000, American Mathematical Monthly 107, 353–357, with the divisor n − 1).
 *
 * @param mean the values the printed mean stands for; the bound is the largest over them
 */
export function largestSd(mean: Interval, n: number, low: number, high: number): number {
  const spread = (m: number) => (m <= low || m >= high ? 0 : (m - low) * (high - m));
  const middle = (low + high) / 2;
  const best = mean.low <= middle && middle <= mean.high ? spread(middle) : Math.max(spread(mean.low), spread(mean.high));
  return Math.sqrt((n / (n - 1)) * best);
}

/**
 * DEBIT (Heathers & Brown, 2019): the standard deviations that a proportion allows, SD² = p(1 − p), with the divisor n − 1 or n.
 *
 * @param proportion the values the printed mean of 0/1 answers stands for
 * @param n people; without it, any number from 2 up
 */
export function binarySd(proportion: Interval, n?: number): Interval {
  const p = { low: Math.max(0, proportion.low), high: Math.min(1, proportion.high) };
  const variance = (x: number) => Math.max(0, x * (1 - x));
  const most = p.low <= 0.5 && p.high >= 0.5 ? 0.25 : Math.max(variance(p.low), variance(p.high));
  const least = Math.min(variance(p.low), variance(p.high));
  return { low: Math.sqrt(least) - 1e-9, high: Math.sqrt(most * (n === undefined ? 2 : n / (n - 1))) + 1e-9 };
}
