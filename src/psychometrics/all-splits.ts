import type { Matrix } from "ml-matrix";
import { random } from "../numerics/random";

/** Beyond this many divisions a random sample of them is taken. */
const MOST_SPLITS = 100_000;
const SAMPLED = 10_000;

/** λ₄ over the divisions of the items into halves; of an odd number, one half has one item more. */
export interface AllSplits {
  readonly splits: number;
  /** whether the divisions are a random sample; then `max` is a lower limit of the largest */
  readonly sampled: boolean;
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

/**
 * Guttman's (1945) λ₄, 4 cov(A, B) / var(A + B), over all divisions of the items into two halves: for an even number of items its mean is α.
 * Every division is counted once (for odd numbers `psych::splitHalf` enumerates only half of them).
 *
 * @param C covariances or correlations of the k items, k × k
 * @returns null with fewer than 2 items or a sum score without variance
 */
export function allSplits(C: Matrix, seed = 1): AllSplits | null {
  const k = C.rows;
  const total = C.sum();
  if (k < 2 || !(total > 0)) return null;
  const size = Math.floor(k / 2);
  const splits = k % 2 === 0 ? choose(k, size) / 2 : choose(k, size);
  let count = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  const see = (within: number, acrossAndWithin: number) => {
    const lambda4 = (4 * (acrossAndWithin - within)) / total;
    count++;
    sum += lambda4;
    min = Math.min(min, lambda4);
    max = Math.max(max, lambda4);
  };
  const sampled = splits > MOST_SPLITS;
  if (sampled) sampleHalves(C, size, seed, see);
  else everyHalf(C, size, k % 2 === 0, see);
  return { splits: count, sampled, min, mean: sum / count, max };
}

/** Called with a half's variance, and with the sum of its items' covariances with all items: their difference is the covariance of the halves. */
type See = (within: number, acrossAndWithin: number) => void;

function everyHalf(C: Matrix, size: number, firstStays: boolean, see: See): void {
  const k = C.rows;
  const rowSums = C.sum("row");
  const chosen: number[] = [];
  const extend = (from: number, within: number, all: number): void => {
    if (chosen.length === size) return see(within, all);
    for (let i = from; i <= k - (size - chosen.length); i++) {
      // of an even number of items each division has two halves: the one with the first item stands for both
      if (firstStays && chosen.length === 0 && i > 0) return;
      let joint = C.get(i, i);
      for (const other of chosen) joint += 2 * C.get(i, other);
      chosen.push(i);
      extend(i + 1, within + joint, all + rowSums[i]);
      chosen.pop();
    }
  };
  extend(0, 0, 0);
}

function sampleHalves(C: Matrix, size: number, seed: number, see: See): void {
  const k = C.rows;
  const rowSums = C.sum("row");
  const stream = random(seed);
  const order = Array.from({ length: k }, (_, i) => i);
  for (let draw = 0; draw < SAMPLED; draw++) {
    let within = 0;
    let all = 0;
    for (let at = 0; at < size; at++) {
      const other = at + stream.index(k - at);
      [order[at], order[other]] = [order[other], order[at]];
      const item = order[at];
      within += C.get(item, item);
      for (let before = 0; before < at; before++) within += 2 * C.get(item, order[before]);
      all += rowSums[item];
    }
    see(within, all);
  }
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return Math.round(result);
}
