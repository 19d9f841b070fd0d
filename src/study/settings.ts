import type { AnalysisSettings } from "../psychometrics/analysis";

/** The values that each setting can have, for the command line, `scree.yaml` and menus. */
export const settingValues = {
  missing: ["listwise", "pairwise"],
  correlation: ["pearson", "spearman", "polychoric"],
  extraction: ["pca", "paf", "minres", "ml"],
  rotation: ["none", "varimax", "quartimax", "equamax", "parsimax", "promax", "oblimin", "geomin", "bifactor"],
  convention: ["spss", "psych"],
} as const satisfies { [K in "missing" | "correlation" | "extraction" | "rotation" | "convention"]: readonly AnalysisSettings[K][] };

/** Kinds of polychoric correlations that go by names of their own: of items with two categories, and of rated with measured ones. */
export const otherNames: Readonly<Record<string, AnalysisSettings["correlation"]>> = { tetrachoric: "polychoric", mixed: "polychoric" };

/** Choices of a convention that can be made in the other's way. */
export { conventionChoices } from "../psychometrics/convention";

export const factorCriteria = ["kaiser", "parallel", "map"] as const;

/** Whole-number settings with their limits. */
export const wholeSettings: Record<"seed" | "iterations", readonly [least: number, most: number]> = { seed: [0, 2 ** 32 - 1], iterations: [0, 100_000] };
export const mostFactors = 1000;

/** What is computed on request: its name on the command line and in `scree.yaml`, the setting, and the limits of the number. */
export const requests: Record<Request, { readonly setting: keyof AnalysisSettings; readonly limits: readonly [least: number, most: number] }> = {
  compare: { setting: "compareUpTo", limits: [1, mostFactors] },
  "comparison-data": { setting: "comparisonData", limits: [2, 10_000] },
  bootstrap: { setting: "bootstrap", limits: [2, wholeSettings.iterations[1]] },
  starts: { setting: "starts", limits: [0, 1000] },
};
export type Request = "compare" | "comparison-data" | "bootstrap" | "starts";
