import { ScreeError } from "../errors";

/**
 * How many people to ask, by the formulas that questionnaire papers cite. Each returns the formula's value, a real number:
 * `Math.ceil` keeps the margin promised; Krejcie and Morgan's published table rounds half up instead (`Math.round`).
 */

/**
 * Krejcie & Morgan (1970), Educational and Psychological Measurement 30, 607–610: s = χ²NP(1−P) / (d²(N−1) + χ²P(1−P)).
 *
 * @param population N, at least 1
 * @param options `chiSquare` of 1 df at the confidence wanted, `p` the proportion, `margin` d; those of the published table unless given
 */
export function krejcieMorgan(
  population: number,
  { chiSquare = 3.841, p = 0.5, margin = 0.05 }: { chiSquare?: number; p?: number; margin?: number } = {},
): number {
  requirePopulation(population);
  requireShare("proportion", p);
  requireShare("margin of error", margin);
  const spread = chiSquare * p * (1 - p);
  return (spread * population) / (margin ** 2 * (population - 1) + spread);
}

/** Yamane (1967), Statistics: An introductory analysis: n = N / (1 + Ne²), with e the margin of error. */
export function yamane(population: number, margin = 0.05): number {
  requirePopulation(population);
  requireShare("margin of error", margin);
  return population / (1 + population * margin ** 2);
}

/**
 * Cochran (1977), Sampling techniques, eqs. 4.1–4.2: n₀ = z²p(1−p)/e², and n = n₀ / (1 + (n₀−1)/N) for a finite population.
 *
 * @param settings `p` proportion, `margin` e, `z` normal deviate of the confidence (1.96 for 95 %)
 * @param population N; absent: unlimited
 */
export function cochran({ p = 0.5, margin = 0.05, z = 1.96 }: { p?: number; margin?: number; z?: number } = {}, population?: number): number {
  requireShare("proportion", p);
  requireShare("margin of error", margin);
  const unlimited = (z ** 2 * p * (1 - p)) / margin ** 2;
  if (population === undefined) return unlimited;
  requirePopulation(population);
  return unlimited / (1 + (unlimited - 1) / population);
}

export interface Stratum {
  readonly name: string;
  readonly population: number;
}

/**
 * Proportional allocation of a sample to strata (Cochran, 1977, sect. 5.5): n·Nₕ/N, made whole by largest remainders, so that the parts add up to n.
 *
 * @throws ScreeError `sample-exceeds-population`
 */
export function allocate(sample: number, strata: readonly Stratum[]): { name: string; population: number; exact: number; sample: number }[] {
  if (!Number.isInteger(sample) || sample < 1) {
    throw new ScreeError("sample-size-invalid", `A sample of ${sample} cannot be allocated.`, { hint: "Give a whole number of 1 or more." });
  }
  strata.forEach((stratum) => requirePopulation(stratum.population, ` of stratum ${stratum.name}`));
  const total = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  if (sample > total) {
    throw new ScreeError("sample-exceeds-population", `The sample, ${sample}, is larger than the strata together, ${total}.`, {
      hint: "Ask everyone, or check the sizes of the strata.",
    });
  }

  const parts = strata.map((stratum) => {
    const exact = (sample * stratum.population) / total;
    return { name: stratum.name, population: stratum.population, exact, sample: Math.floor(exact) };
  });
  const left = sample - parts.reduce((sum, part) => sum + part.sample, 0);
  const byRemainder = [...parts].sort((a, b) => b.exact - b.sample - (a.exact - a.sample));
  for (const part of byRemainder.slice(0, left)) part.sample++;
  return parts;
}

function requirePopulation(population: number, of = ""): void {
  if (!(Number.isFinite(population) && population >= 1)) {
    throw new ScreeError("population-invalid", `The population${of} is ${population}; it has to be a number of 1 or more.`, {
      hint: "Give the number of people the sample is drawn from.",
    });
  }
}

function requireShare(what: string, value: number): void {
  if (!(value > 0 && value < 1)) {
    throw new ScreeError("share-invalid", `The ${what} is ${value}; it has to lie between 0 and 1.`, { hint: "Write 5 % as 0.05." });
  }
}
