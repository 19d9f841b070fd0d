import type { Evaluation, Minimum } from "../numerics/optimise";
import { random } from "../numerics/random";

/** Minima whose values differ by no more than this share are one. */
const SAME = 1e-7;

/** Random starts after a Heywood case: ten, and with more than 70 items as many as would take no longer than a few seconds. */
export const startsFor = (p: number): number => Math.min(10, Math.floor(5e4 / (p * p)));

/**
 * The lowest minimum of a discrepancy function in the uniquenesses, from usual starts and, where an item ends at the bound, from random ones: with a Heywood
 * case the function often has several minima (Jöreskog, 1967, pp. 474–475), without one the usual starts have found the lowest of every data set looked at.
 *
 * @param usual starting values of ψ, p each
 * @param starts random starts after a Heywood case, from a fixed seed
 * @param minimise from starting values of ψ, p
 * @param atBound whether a minimum holds an item at the bound
 * @returns the lowest minimum that converged, and how many different ones there were
 */
export function lowestMinimum<E extends Evaluation>(
  usual: readonly Float64Array[],
  starts: number,
  minimise: (psi: Float64Array) => Minimum<E>,
  atBound: (minimum: Minimum<E>) => boolean,
): { minimum: Minimum<E>; minima: number } {
  const found = usual.map(minimise);
  if (starts > 0 && atBound(best(found))) {
    const stream = random(1);
    for (let start = 0; start < starts; start++) found.push(minimise(usual[0].map(() => 0.05 + 0.9 * stream.uniform())));
  }
  const values: number[] = [];
  for (const { at, converged } of found) if (converged && !values.some((known) => Math.abs(known - at.value) <= SAME * (1 + known))) values.push(at.value);
  return { minimum: best(found), minima: Math.max(values.length, 1) };
}

/** The first of those that are lowest; one that has not converged only where none has. */
function best<E extends Evaluation>(found: readonly Minimum<E>[]): Minimum<E> {
  const converged = found.filter((minimum) => minimum.converged);
  return (converged.length > 0 ? converged : found).reduce((lowest, next) => (next.at.value < lowest.at.value * (1 - 1e-9) ? next : lowest));
}
