import { Matrix } from "ml-matrix";
import { minimumResiduals } from "./minres";
import { oblimin } from "./rotation/criteria";
import { rotateFromStarts } from "./rotation/random-starts";
import { rotate } from "./rotation/rotate";
import { schmidLeiman } from "./schmid-leiman";
import { squaredMultipleCorrelations } from "./smc";

/** Beyond this many group factors one general factor explains nothing that a reader asks about, and takes minutes. */
const MOST_FACTORS = 12;

/** How much of the variance of a sum score is due to one general factor, and to all common factors. */
export interface HierarchicalOmega {
  /** group factors below the general one */
  readonly factors: number;
  /** (Σ general loadings)² / ΣR */
  readonly hierarchical: number;
  /** 1 − Σ uniquenesses / ΣR */
  readonly total: number;
}

/**
 * ω hierarchical and ω total (McDonald, 1999, chap. 6; Zinbarg, Revelle, Yovel & Li, 2005, eqs. 4–5) of standardized items, from minres factors rotated by
 * oblimin and transformed after Schmid & Leiman (1957). The denominator is the observed variance of the sum. Items are taken as they are keyed:
 * `psych::omega` turns negative ones round first, and agrees once they are reversed.
 *
 * @param R correlations of the k items, k × k
 * @param factors group factors, at least 3: fewer do not determine the general factor
 * @returns null where the items are too few for the factors or their sum does not vary
 * @throws ScreeError where R is singular
 */
export function hierarchicalOmega(R: Matrix, items: readonly string[], factors: number): HierarchicalOmega | null {
  const total = R.sum();
  if (factors < 3 || factors > MOST_FACTORS || factors >= R.rows || !(total > 0)) return null;
  const extraction = minimumResiduals(R, factors, squaredMultipleCorrelations(R, items, "ω hierarchical"));
  // near the optimum already, so that one start is enough, as in psych
  const varimax = rotate(extraction.loadings, { rotation: "varimax", convention: "psych", extraction: "minres", seed: 1 });
  const { loadings, phi } = rotateFromStarts(varimax.loadings, oblimin(), "oblique", { starts: 0, seed: 1 });
  const { general, uniquenesses } = schmidLeiman(loadings, phi ?? Matrix.eye(factors));
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return { factors, hierarchical: sum(general) ** 2 / total, total: 1 - sum(uniquenesses) / total };
}
