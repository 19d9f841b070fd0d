import type { AnalysisSettings, Convention } from "./analysis";

/**
 * The choices in which SPSS and R's psych differ and that have no setting of their own (Kaiser normalization, the stop of principal axes, κ and δ have):
 * the type of skewness and kurtosis · of what Guttman's bounds are · the N of χ² under pairwise deletion · where varimax and its kin end · whose promax ·
 * the variance after an oblique rotation · RMSEA and TLI of exploratory models.
 */
export const conventionChoices = ["skewness", "guttman", "pairwise-n", "varimax-stop", "promax", "variance", "fit"] as const;
export type ConventionChoice = (typeof conventionChoices)[number];

/**
 * Whose way a choice is made in: that of the run's convention, or the other's where the choice is excepted.
 *
 * @internal
 */
export function conventionOf({ convention, except }: Pick<AnalysisSettings, "convention" | "except">, choice: ConventionChoice): Convention {
  if (!except?.includes(choice)) return convention;
  return convention === "spss" ? "psych" : "spss";
}
