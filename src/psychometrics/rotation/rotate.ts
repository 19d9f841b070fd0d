import type { Matrix } from "ml-matrix";
import { ScreeError } from "../../errors";
import type { AnalysisSettings, RotationMethod, SolutionOverrides } from "../analysis";
import { conventionOf } from "../convention";
import { bifactor, type Criterion, geomin, oblimin, target } from "./criteria";
import { usesKaiser } from "./kaiser-normalization";
import { orthomax, orthomaxWeight, spssSweeps, toTheOptimum } from "./orthomax";
import { promax } from "./promax";
import { rotateFromStarts } from "./random-starts";
import { columnSumsOfSquares, normalized, ordered, type Rotated } from "./rotated";

/** Random starts of a rotation with local minima, unless told. */
const STARTS = 8;

export type RotationSettings = Pick<AnalysisSettings, "rotation" | "convention" | "except" | "extraction" | "seed"> &
  Pick<SolutionOverrides, "kaiser" | "kappa" | "delta" | "target" | "starts">;

/**
 * Rotates loadings as the convention's program does, but for the choices that the settings override. Columns come in descending order of what
 * they explain (the general factor of a bifactor rotation first, the factors of a target in its order) and sum to no less than zero.
 * Sources: at the functions of its parts.
 *
 * @param loadings unrotated, p × m
 * @param starts random ones, beside the axes given, of a rotation with local minima; 0 where the loadings are already near the minimum wanted
 * @throws ScreeError `delta-too-large`, `kappa-too-small`, `target-shape`
 */
export function rotate(loadings: Matrix, settings: RotationSettings, starts = settings.starts ?? STARTS): Rotated {
  const { rotation } = settings;
  if (rotation === "none" || loadings.columns < 2) return { loadings, phi: null, iterations: 0, converged: true };
  const projected = descent[rotation]?.(loadings, settings);
  if (projected) return byDescent(loadings, projected, settings, starts);

  const rule = conventionOf(settings, "varimax-stop") === "spss" ? spssSweeps : toTheOptimum;
  const weight = orthomaxWeight[rotation === "promax" ? "varimax" : (rotation as keyof typeof orthomaxWeight)](loadings.rows, loadings.columns);
  const rotated = ordered(normalized(loadings, usesKaiser(settings), (rows) => orthomax(rows, weight, rule)));
  return rotation === "promax" ? afterVarimax(rotated, settings) : rotated;
}

interface Projected {
  readonly criterion: Criterion;
  readonly kind: "oblique" | "orthogonal";
  /** how the columns are put in order; absent: by what they explain */
  readonly size?: (loadings: Matrix) => readonly number[];
}

/** The rotations that minimise a criterion by gradient projection. */
const descent: Partial<Record<RotationMethod, (loadings: Matrix, settings: RotationSettings) => Projected>> = {
  oblimin: (_loadings, { delta = 0 }) => {
    if (delta <= 0.8) return { criterion: oblimin(delta), kind: "oblique" };
    throw new ScreeError("delta-too-large", `The delta of direct oblimin is ${delta}; above .8 the factors collapse into one.`, {
      hint: "Use 0, or a negative number for less oblique factors.",
    });
  },
  geomin: () => ({ criterion: geomin(), kind: "oblique" }),
  bifactor: () => ({ criterion: bifactor, kind: "orthogonal", size: (loadings) => columnSumsOfSquares(loadings).map((sum, k) => (k === 0 ? Infinity : sum)) }),
  target: ({ rows, columns }, { target: wanted }) => {
    if (wanted?.length === rows && wanted.every((row) => row.length === columns)) return { criterion: target(wanted), kind: "oblique" };
    throw new ScreeError("target-shape", `A target rotation of ${rows} items and ${columns} factors needs a target of ${rows} rows and ${columns} columns.`, {
      hint: "Give the wanted loading of each item on each factor, null where it is free.",
    });
  },
};

function byDescent(loadings: Matrix, { criterion, kind, size }: Projected, settings: RotationSettings, starts: number): Rotated {
  const rotated = normalized(loadings, usesKaiser(settings), (rows) => rotateFromStarts(rows, criterion, kind, { starts, seed: settings.seed }));
  // a target has the signs that were wanted
  return settings.rotation === "target" ? rotated : ordered(rotated, size);
}

function afterVarimax(varimax: Rotated, { extraction, kappa = 4, ...settings }: RotationSettings): Rotated {
  const convention = conventionOf(settings, "promax");
  if (!(kappa > 1))
    throw new ScreeError("kappa-too-small", `The kappa of promax is ${kappa}; it has to be larger than 1.`, { hint: "Use 4, as SPSS and psych do." });
  const rows = convention === "spss" ? "spss" : extraction === "pca" ? "stats" : "psych-fa";
  const oblique = { ...varimax, ...promax(varimax.loadings, rows, kappa) };
  // SPSS leaves promax columns in the order of its varimax step
  return convention === "spss" ? ordered(oblique, (loadings) => new Array<number>(loadings.columns).fill(1)) : ordered(oblique);
}
