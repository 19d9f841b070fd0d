import type { Interval } from "./interval";

/**
 * GRIM (Brown & Heathers, 2017, Social Psychological and Personality Science 8, 363–369): whether the mean of whole numbers can be what is printed.
 * The sum of n answers to each of k items is a whole number, so that the mean is a multiple of 1/(nk).
 *
 * @param mean the values the printed mean stands for
 * @param n people
 * @param items items averaged a person
 * @returns the sums that give such a mean (over all items, n · k answers); empty where none does
 */
export function possibleSums(mean: Interval, n: number, items = 1): readonly number[] {
  const answers = n * items;
  const noise = 1e-9;
  const first = Math.ceil(mean.low * answers - noise);
  const last = Math.floor(mean.high * answers + noise);
  return last - first > 10000 ? [first, last] : Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** Whether GRIM can tell anything: with as many answers as the mean has steps, every mean is possible. */
export const grimHasPower = (n: number, decimals: number, items = 1): boolean => n * items < 10 ** decimals;

/**
 * GRIMMER (Anaya, 2016; Allard, 2018): whether mean and standard deviation of whole numbers can be what is printed. For a sum S of n whole numbers, the sum of squares is whole, of the
 * parity of S, and SS = SD²(n − 1) + S²/n. Averages of k items are k times finer: the test is then of the people's sums.
 *
 * @param mean, sd the values the printed numbers stand for
 */
export function grimmer(mean: Interval, sd: Interval, n: number, items = 1): "consistent" | "mean" | "sd" {
  const sums = possibleSums(mean, n, items);
  if (sums.length === 0) return "mean";
  const low = Math.max(0, sd.low) * items;
  const high = sd.high * items;
  const fits = sums.some((S) => {
    const least = low ** 2 * (n - 1) + S ** 2 / n;
    const most = high ** 2 * (n - 1) + S ** 2 / n;
    const noise = 1e-9 * Math.max(1, most);
    const first = Math.ceil(least - noise);
    const last = Math.floor(most + noise);
    if (last > first) return true;
    return last === first && (first - S) % 2 === 0;
  });
  return fits ? "consistent" : "sd";
}
