import { version } from "../version";
import type { AnalysisSettings, CorrelationKind, ExtractionMethod, RotationMethod } from "./analysis";
import type { ConventionChoice } from "./convention";
import { usesKaiser } from "./rotation/kaiser-normalization";

const extractions: Record<ExtractionMethod, string> = {
  pca: "Principal component analysis",
  paf: "Principal axis factoring",
  minres: "Minimum residual (unweighted least squares) factor analysis",
  ml: "Maximum likelihood factor analysis",
};
const rotations: Record<Exclude<RotationMethod, "none">, (settings: AnalysisSettings) => string> = {
  varimax: () => "varimax rotation",
  quartimax: () => "quartimax rotation",
  equamax: () => "equamax rotation",
  parsimax: () => "parsimax rotation",
  promax: ({ kappa = 4 }) => `promax rotation (kappa = ${kappa})`,
  oblimin: ({ delta = 0 }) => `direct oblimin rotation (delta = ${delta})`,
  geomin: () => "geomin rotation (delta = .01)",
  bifactor: () => "orthogonal bifactor rotation (bi-quartimin)",
  target: () => "oblique target rotation",
};
const kinds: Record<CorrelationKind, string> = { pearson: "Pearson", spearman: "Spearman", polychoric: "polychoric" };

const choiceWords: Record<ConventionChoice, string> = {
  skewness: "skewness and kurtosis",
  guttman: "Guttman's bounds",
  "pairwise-n": "the N of tests",
  "varimax-stop": "the end of the rotation",
  promax: "promax",
  variance: "the variance after rotation",
  fit: "RMSEA and TLI",
};

/**
 * What a method section has to say so that another program can repeat the analysis: extraction, correlations, items, N, number of factors and
 * who chose it, rotation with its constants, convention and software.
 * Source: reporting standards of factor analysis (Henson & Roberts, 2006; APA, 2020).
 */
export function methodSentence(
  settings: AnalysisSettings,
  { items, n, factors, factorsFrom }: { items: number; n: number; factors: number; factorsFrom: string },
): string {
  const unit = settings.extraction === "pca" ? "component" : "factor";
  const rows = settings.missing === "listwise" ? `N = ${Math.round(n)}, listwise deletion` : "pairwise deletion";
  const what = `${extractions[settings.extraction]} of the ${kinds[settings.correlation]} correlations of ${items} items (${rows})`;
  const number = `${factors} ${unit}${factors === 1 ? "" : "s"} (${factorsFrom})`;
  const [own, other] = settings.convention === "spss" ? ["SPSS", "R's psych"] : ["R's psych", "SPSS"];
  const convention = `conventions of ${own}${settings.except?.length ? `, but of ${other} for ${settings.except.map((choice) => choiceWords[choice]).join(", ")}` : ""}`;
  return `${what}; ${number}; ${rotationPhrase(settings, factors)}; ${convention}; Scree ${version}.`;
}

function rotationPhrase(settings: AnalysisSettings, factors: number): string {
  if (settings.rotation === "none" || factors < 2) return "no rotation";
  return `${rotations[settings.rotation](settings)} ${usesKaiser(settings) ? "with" : "without"} Kaiser normalization`;
}
