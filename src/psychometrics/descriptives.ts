import type { Convention, ItemSummary } from "./analysis";

/** Beyond this many different answers a table of frequencies is a list of the data. */
const MOST_CATEGORIES = 20;

/**
 * Number, mean, standard deviation, extremes, shape and frequencies of an item's answers.
 *
 * Shape under `spss` is G₁ and G₂ of Joanes & Gill (1998), "type 2" (SPSS, SAS, Excel); under `psych` b₁ and b₂, "type 3" (R's psych).
 * Both are excess kurtosis: 0 for a normal distribution.
 *
 * @param values answers, NaN where missing
 * @param missing number of missing answers to report, which listwise deletion does not change
 */
export function descriptives(name: string, label: string | undefined, values: Float64Array, missing: number, convention: Convention): ItemSummary {
  const counts = frequencies(values);
  const moments = counts ? momentsOfFrequencies(counts) : weightedMoments(values.filter((value) => !Number.isNaN(value)));
  return summary({ name, label, missing }, moments, counts, convention);
}

/** The same of an item's frequencies, however many different answers it has. Source: as `descriptives`. */
export function descriptivesOfCounts(
  item: Pick<ItemSummary, "name" | "label" | "missing">,
  counts: ReadonlyMap<number, number>,
  convention: Convention,
): ItemSummary {
  return summary(item, momentsOfFrequencies(counts), counts.size > MOST_CATEGORIES ? null : counts, convention);
}

const momentsOfFrequencies = (counts: ReadonlyMap<number, number>) => weightedMoments([...counts.keys()], [...counts.values()]);

function summary(
  { name, label, missing }: Pick<ItemSummary, "name" | "label" | "missing">,
  { n, mean, m2, m3, m4, min, max }: ReturnType<typeof weightedMoments>,
  counts: ReadonlyMap<number, number> | null,
  convention: Convention,
): ItemSummary {
  if (n === 0) return { name, label, n, missing, mean: null, sd: null, min: null, max: null, skewness: null, kurtosis: null, frequencies: {} };

  const varies = max > min;
  return {
    name,
    label,
    n,
    missing,
    mean,
    sd: n > 1 ? Math.sqrt((m2 * n) / (n - 1)) : null,
    min,
    max,
    skewness: varies ? skewness(m3 / m2 ** 1.5, n, convention) : null,
    kurtosis: varies ? kurtosis(m4 / m2 ** 2, n, convention) : null,
    frequencies: counts ? Object.fromEntries([...counts].sort(([a], [b]) => a - b).map(([value, count]) => [String(value), count])) : {},
  };
}

/** @param g1 m₃ / m₂^(3/2) */
function skewness(g1: number, n: number, convention: Convention): number | null {
  if (convention === "psych") return g1 * ((n - 1) / n) ** 1.5;
  return n > 2 ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : null;
}

/** @param b m₄ / m₂² */
function kurtosis(b: number, n: number, convention: Convention): number | null {
  if (convention === "psych") return b * ((n - 1) / n) ** 2 - 3;
  return n > 3 ? ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (b - 3) + 6) : null;
}

/** How often each answer was given; null where there are too many different ones. Of ratings, these counts are all that the other figures need. */
function frequencies(values: Float64Array): Map<number, number> | null {
  const counts = new Map<number, number>();
  for (const value of values) {
    const before = counts.get(value);
    if (before !== undefined) counts.set(value, before + 1);
    else if (!Number.isNaN(value)) {
      counts.set(value, 1);
      if (counts.size > MOST_CATEGORIES) return null;
    }
  }
  return counts;
}

/** Number, mean, central moments (divisor n) and extremes of values that come `weights` times, or once each. */
function weightedMoments(values: ArrayLike<number>, weights?: readonly number[]) {
  const origin = values[0] ?? 0;
  let n = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let k = 0; k < values.length; k++) {
    const weight = weights ? weights[k] : 1;
    n += weight;
    sum += weight * (values[k] - origin);
    if (values[k] < min) min = values[k];
    if (values[k] > max) max = values[k];
  }
  const mean = origin + sum / n;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (let k = 0; k < values.length; k++) {
    const d = values[k] - mean;
    const square = (weights ? weights[k] : 1) * d * d;
    m2 += square;
    m3 += square * d;
    m4 += square * d * d;
  }
  return { n, mean, m2: m2 / n, m3: m3 / n, m4: m4 / n, min, max };
}
