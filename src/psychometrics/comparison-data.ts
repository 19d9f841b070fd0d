import { eigenvaluesOf, flatten } from "../numerics/eigen";
import { random, type Random } from "../numerics/random";
import { rankSumLess } from "../numerics/rank-sum";
import type { Retention } from "./analysis";
import { comparisonPopulation, POPULATION } from "./comparison-population";
import { degreesOfFreedom } from "./fit";
import { moments } from "./moments";
import { breath, inSlices } from "./slices";

/** A further factor is kept while its eigenvalues come nearer with a p below this: a liberal level, as the authors found best. */
const LEVEL = 0.3;

/**
 * Comparison data (Ruscio & Roche, 2012): for 1, 2, … factors, samples of the size of the data are drawn from a population that has so many factors and
 * the items' own distributions; the number is the last one whose eigenvalues come nearer to the observed ones than those of one factor less. How near a sample
 * comes is the root mean square difference of its p eigenvalues; the samples of two numbers are compared by the rank-sum test at the level .30. At least one
 * factor is found. Reference: an R program written from the paper, `test/fixtures/comparison-data.R`.
 *
 * @param columns answers of the p items, NaN where missing; under pairwise deletion each item has its own distribution
 * @param n rows of a sample
 * @param options.samples of each number of factors; the authors take 500
 * @throws the signal's reason when aborted
 */
export async function comparisonData(
  columns: readonly Float64Array[],
  missing: "listwise" | "pairwise",
  n: number,
  options: { readonly samples: number; readonly seed: number; readonly signal?: AbortSignal; readonly progress?: (fraction: number) => void },
): Promise<NonNullable<Retention["comparisonData"]>> {
  const { samples, seed, signal, progress } = options;
  const p = columns.length;
  const names = columns.map((_, i) => String(i));
  const { correlation } = moments(names, columns, missing);
  const observed = eigenvaluesOf(flatten(correlation), p);
  const answers = columns.map((values) => values.filter((value) => !Number.isNaN(value)));
  const stream = random(seed);
  const most = mostFactors(p);
  const steps: { factors: number; rmsr: number; p: number | null }[] = [];
  let before: Float64Array | null = null;
  for (let m = 1; m <= most; m++) {
    const population = await comparisonPopulation(correlation, answers, m, stream, () => breath(signal));
    const distances = new Float64Array(samples);
    let at = 0;
    await inSlices(samples, { signal }, () => (distances[at++] = distance(sampleEigenvalues(population, p, n, stream), observed)));
    const probability: number | null = before && rankSumLess(distances, before);
    steps.push({ factors: m, rmsr: distances.reduce((sum, value) => sum + value, 0) / samples, p: probability });
    if (probability !== null && !(probability < LEVEL)) break;
    before = distances;
    progress?.(m / most);
  }
  const last = steps[steps.length - 1];
  const factors = last.p === null || last.p < LEVEL ? last.factors : last.factors - 1;
  return { samples, population: POPULATION, seed, level: LEVEL, steps, factors };
}

/** The largest number of factors that leaves degrees of freedom, at least 1. */
function mostFactors(p: number): number {
  let most = 1;
  while (degreesOfFreedom(p, most + 1) >= 0 && most + 1 < p / 2) most++;
  return most;
}

/** Eigenvalues of the correlations of n rows drawn with replacement; an item that does not vary among them correlates with none. */
function sampleEigenvalues(population: Float64Array, p: number, n: number, stream: Random): Float64Array {
  const sums = new Float64Array(p);
  const products = new Float64Array(p * p);
  for (let drawn = 0; drawn < n; drawn++) {
    const row = stream.index(POPULATION) * p;
    for (let i = 0; i < p; i++) {
      const value = population[row + i];
      sums[i] += value;
      for (let j = 0, at = i * p; j <= i; j++, at++) products[at] += value * population[row + j];
    }
  }
  for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) products[i * p + j] -= (sums[i] * sums[j]) / n;
  const scale = sums.map((_, i) => (products[i * p + i] > 1e-15 ? 1 / Math.sqrt(products[i * p + i]) : 0));
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) products[i * p + j] = products[j * p + i] = products[i * p + j] * scale[i] * scale[j];
    products[i * p + i] = 1;
  }
  return eigenvaluesOf(products, p);
}

const distance = (a: Float64Array, b: Float64Array) => Math.sqrt(a.reduce((sum, value, k) => sum + (value - b[k]) ** 2, 0) / a.length);
