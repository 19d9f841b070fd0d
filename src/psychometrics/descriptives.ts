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
  const valid = values.filter((value) => !Number.isNaN(value));
  const n = valid.length;
  if (n === 0) return { name, label, n, missing, mean: null, sd: null, min: null, max: null, skewness: null, kurtosis: null, frequencies: {} };

  const mean = valid[0] + valid.reduce((sum, value) => sum + (value - valid[0]), 0) / n;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const value of valid) {
    const d = value - mean;
    m2 += d ** 2;
    m3 += d ** 3;
    m4 += d ** 4;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  m2 /= n;
  m3 /= n;
  m4 /= n;
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
    frequencies: frequencies(valid),
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

function frequencies(valid: Float64Array): Record<string, number> {
  const counts = new Map<number, number>();
  for (const value of valid) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MOST_CATEGORIES) return {};
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => a - b).map(([value, count]) => [String(value), count]));
}
