import type { AnalysisSettings } from "../analysis";

/**
 * Whether a rotation works on rows of length 1 (Kaiser, 1958), unless the settings say: SPSS always; psych for varimax and promax alone.
 * Geomin, bifactor and target are defined on the loadings themselves, and SPSS does not have them.
 */
export function usesKaiser({ rotation, convention, kaiser }: Pick<AnalysisSettings, "rotation" | "convention" | "kaiser">): boolean {
  if (rotation === "none") return false;
  if (kaiser !== undefined) return kaiser;
  if (rotation === "varimax" || rotation === "promax") return true;
  return convention === "spss" && ["quartimax", "equamax", "parsimax", "oblimin"].includes(rotation);
}
