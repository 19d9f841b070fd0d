import type { Matrix } from "ml-matrix";
import type { Convention, ExtractionMethod, RotationMethod } from "../analysis";
import { geomin, oblimin } from "./criteria";
import { orthomax, orthomaxWeight, spssSweeps, toTheOptimum } from "./orthomax";
import { promax } from "./promax";
import { rotateFromStarts } from "./random-starts";
import { normalized, ordered, type Rotated } from "./rotated";

/** Random starts of a rotation with local minima. */
const STARTS = 8;

/**
 * Rotates loadings as the convention's program does. Columns come in descending order of what they explain and sum to no less than zero.
 *
 * @param loadings unrotated, p × m
 * @param seed of the random starts
 */
export function rotate(loadings: Matrix, method: RotationMethod, convention: Convention, extraction: ExtractionMethod, seed: number): Rotated {
  if (method === "none" || loadings.columns < 2) return { loadings, phi: null, iterations: 0, converged: true };
  const kaiser = usesKaiser(method, convention);
  if (method === "oblimin" || method === "geomin") {
    const criterion = method === "oblimin" ? oblimin() : geomin();
    return ordered(normalized(loadings, kaiser, (rows) => rotateFromStarts(rows, criterion, "oblique", { starts: STARTS, seed })));
  }

  const rule = convention === "spss" ? spssSweeps : toTheOptimum;
  const weight = orthomaxWeight[method === "promax" ? "varimax" : method](loadings.rows, loadings.columns);
  const rotated = ordered(normalized(loadings, kaiser, (rows) => orthomax(rows, weight, rule)));
  if (method !== "promax") return rotated;
  const rows = convention === "spss" ? "spss" : extraction === "pca" ? "stats" : "psych-fa";
  const oblique = { ...rotated, ...promax(rotated.loadings, rows) };
  // SPSS leaves promax columns in the order of its varimax step
  return convention === "spss" ? ordered(oblique, (loadings) => new Array<number>(loadings.columns).fill(1)) : ordered(oblique);
}

/** Kaiser normalization: SPSS always; psych for varimax and promax alone. Geomin is defined on the loadings themselves (Browne, 2001). */
export function usesKaiser(method: RotationMethod, convention: Convention): boolean {
  if (method === "none" || method === "geomin") return false;
  return convention === "spss" || method === "varimax" || method === "promax";
}
