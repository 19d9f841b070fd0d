import { version } from "../version";
import type { AnalysisSettings, CorrelationKind, ExtractionMethod, RotationMethod } from "./analysis";
import { usesKaiser } from "./rotation/rotate";

const extractions: Record<ExtractionMethod, string> = {
  pca: "Principal component analysis",
  paf: "Principal axis factoring",
  minres: "Minimum residual (unweighted least squares) factor analysis",
  ml: "Maximum likelihood factor analysis",
};
const rotations: Record<Exclude<RotationMethod, "none">, string> = {
  varimax: "varimax rotation",
  quartimax: "quartimax rotation",
  equamax: "equamax rotation",
  promax: "promax rotation (kappa = 4)",
  oblimin: "direct oblimin rotation (delta = 0)",
  geomin: "geomin rotation (delta = .01)",
};
const kinds: Record<CorrelationKind, string> = { pearson: "Pearson", spearman: "Spearman", polychoric: "polychoric" };

/**
 * What a method section has to say so that another program can repeat the analysis: extraction, correlations, items, N, number of factors and
 * who chose it, rotation with its constants, convention and software.
 */
export function methodSentence(settings: AnalysisSettings, { items, n, factors, factorsFrom }: { items: number; n: number; factors: number; factorsFrom: string }): string {
  const unit = settings.extraction === "pca" ? "component" : "factor";
  const rows = settings.missing === "listwise" ? `N = ${Math.round(n)}, listwise deletion` : "pairwise deletion";
  const what = `${extractions[settings.extraction]} of the ${kinds[settings.correlation]} correlations of ${items} items (${rows})`;
  const number = `${factors} ${unit}${factors === 1 ? "" : "s"} (${factorsFrom})`;
  const convention = settings.convention === "spss" ? "conventions of SPSS" : "conventions of R's psych";
  return `${what}; ${number}; ${rotationPhrase(settings, factors)}; ${convention}; Scree ${version}.`;
}

function rotationPhrase({ rotation, convention }: AnalysisSettings, factors: number): string {
  if (rotation === "none" || factors < 2) return "no rotation";
  return `${rotations[rotation]} ${usesKaiser(rotation, convention) ? "with" : "without"} Kaiser normalization`;
}
