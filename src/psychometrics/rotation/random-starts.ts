import { Matrix } from "ml-matrix";
import { flatten } from "../../numerics/eigen";
import { type Random, random } from "../../numerics/random";
import type { Criterion } from "./criteria";
import { descend, type Descent, orthonormalised } from "./gradient-projection";
import type { Rotated } from "./rotated";

/** Two starts end in the same minimum when their criteria differ by no more than this share. */
const SAME = 1e-6;

/**
 * Rotation by gradient projection from the unrotated axes and from random ones: criteria such as geomin have local minima,
 * and only the lowest found is reported, with the number of different ones.
 * Source: Jennrich (2002); Browne (2001) on local minima and random starts.
 *
 * @param loadings unrotated, p × m
 * @param starts random starts beside the unrotated axes
 */
export function rotateFromStarts(
  loadings: Matrix,
  criterion: Criterion,
  kind: "oblique" | "orthogonal",
  { starts, seed }: { starts: number; seed: number },
): Rotated {
  const p = loadings.rows;
  const m = loadings.columns;
  const a = flatten(loadings);
  const generator = random(seed);
  const from = [flatten(Matrix.eye(m)), ...Array.from({ length: starts }, () => randomAxes(generator, m))];
  const rough = from.map((start) => descend(a, p, m, criterion, kind, start, { tolerance: 1e-5, maxIterations: 1000 }));
  const values: number[] = [];
  for (const { value } of rough) if (!values.some((known) => Math.abs(known - value) <= SAME * (1 + Math.abs(known)))) values.push(value);

  // of starts that end in the same minimum the first is kept: the unrotated axes, where they reach it
  const lowest = Math.min(...rough.map(({ value }) => value));
  const best = rough.find(({ value }) => value - lowest <= SAME * (1 + Math.abs(lowest))) as Descent;
  const fine = descend(a, p, m, criterion, kind, best.rotation, { tolerance: 1e-10, maxIterations: 5000 });
  const T = Matrix.from1DArray(m, m, fine.rotation);
  return {
    loadings: Matrix.from1DArray(p, m, fine.loadings),
    phi: kind === "oblique" ? T.transpose().mmul(T) : null,
    iterations: best.iterations + fine.iterations,
    converged: fine.converged,
    optima: values.length,
  };
}

/** Orthogonal axes, uniformly distributed. */
function randomAxes(generator: Random, m: number): Float64Array {
  return orthonormalised(
    Float64Array.from({ length: m * m }, () => generator.normal()),
    m,
  );
}
