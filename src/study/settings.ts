import type { AnalysisSettings } from "../psychometrics/analysis";

/** The values that each setting can have, for the command line, `scree.yaml` and menus. */
export const settingValues = {
  missing: ["listwise", "pairwise"],
  correlation: ["pearson", "spearman", "polychoric"],
  extraction: ["pca", "paf", "minres", "ml"],
  rotation: ["none", "varimax", "quartimax", "equamax", "parsimax", "promax", "oblimin", "geomin", "bifactor"],
  convention: ["spss", "psych"],
} as const satisfies { [K in "missing" | "correlation" | "extraction" | "rotation" | "convention"]: readonly AnalysisSettings[K][] };

export const factorCriteria = ["kaiser", "parallel", "map"] as const;

/** Whole-number settings with their limits. */
export const wholeSettings: Record<"seed" | "iterations", readonly [least: number, most: number]> = { seed: [0, 2 ** 32 - 1], iterations: [0, 100_000] };
export const mostFactors = 1000;
