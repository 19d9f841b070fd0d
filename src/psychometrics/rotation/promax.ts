import { inverse, type Matrix } from "ml-matrix";
import { ScreeError } from "../../errors";
import { rowLengths, scaleRows, type Rotated } from "./rotated";

/** Where the definitions of promax differ: which rows make the target, and which are regressed on it. */
export type PromaxRows = "spss" | "psych-fa" | "stats";

/**
 * Promax (Hendrickson & White, 1964): a power of the varimax loadings is the target of an oblique Procrustes rotation.
 * U = (V′V)⁻¹V′P, its columns scaled so that the factors have unit variance, Φ = (U′U)⁻¹.
 *
 * The target is sign(V)|V|^κ, with V the varimax loadings
 * - `spss`: P from rows of length 1, regression on the rows as they are;
 * - `psych-fa`: both on rows of length 1 (psych::fa);
 * - `stats`: both as they are (stats::promax, factanal, psych::principal).
 *
 * @param varimax p × m, rotated with Kaiser normalization
 * @throws ScreeError `no-promax` where the loadings are of lower rank than m
 */
export function promax(varimax: Matrix, rows: PromaxRows, power = 4): Pick<Rotated, "loadings" | "phi"> {
  const lengths = rowLengths(varimax);
  const unit = scaleRows(
    varimax,
    lengths.map((length) => 1 / length),
  );
  const base = rows === "psych-fa" ? unit : varimax;
  const target = (rows === "stats" ? varimax : unit).clone();
  for (let i = 0; i < target.rows; i++) for (let k = 0; k < target.columns; k++) target.set(i, k, target.get(i, k) * Math.abs(target.get(i, k)) ** (power - 1));

  const transposed = base.transpose();
  const U = inverted(transposed.mmul(base)).mmul(transposed.mmul(target));
  const scale = inverted(U.transpose().mmul(U)).diagonal().map(Math.sqrt);
  scale.forEach((factor, k) => U.mulColumn(k, factor));
  const pattern = base.mmul(U);
  return { loadings: rows === "psych-fa" ? scaleRows(pattern, lengths) : pattern, phi: inverted(U.transpose().mmul(U)) };
}

/** Factors of which one is a combination of the others, or has next to no loadings, leave nothing to invert. */
function inverted(matrix: Matrix): Matrix {
  try {
    return inverse(matrix);
  } catch (cause) {
    throw new ScreeError("no-promax", "Promax does not exist here: one of the factors has next to no loadings of its own.", {
      hint: "Extract fewer factors, or rotate by oblimin.",
      cause,
    });
  }
}
