import type { Analysis, AnalysisSettings } from "../psychometrics/analysis";
import { usesKaiser } from "../psychometrics/rotation/kaiser-normalization";
import { count } from "./number";
import type { Inline } from "./table";

/** The words that titles and notes share, so that all tables of a paper speak of one method in one way. */

export const oblique = (settings: AnalysisSettings): boolean => ["promax", "oblimin", "geomin", "target"].includes(settings.rotation);

/** "component" after a principal component analysis, otherwise "factor". */
export const dimension = (settings: AnalysisSettings): "component" | "factor" => (settings.extraction === "pca" ? "component" : "factor");

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const extractions = {
  pca: "principal component analysis",
  paf: "principal axis factoring",
  minres: "minimum residual (unweighted least squares) extraction",
  ml: "maximum likelihood extraction",
};

const rotations = {
  none: "no rotation",
  varimax: "varimax rotation",
  quartimax: "quartimax rotation",
  equamax: "equamax rotation",
  parsimax: "parsimax rotation",
  promax: "promax rotation",
  oblimin: "direct oblimin rotation",
  geomin: "geomin rotation",
  bifactor: "bifactor rotation",
  target: "target rotation",
};

const correlations = { pearson: "Pearson", spearman: "Spearman rank", polychoric: "polychoric" };

/** "Pearson", "Spearman rank", "polychoric" */
export const correlationWords = ({ correlation }: AnalysisSettings): string => correlations[correlation];

/** "Principal axis factoring with varimax rotation (Kaiser normalization)." */
export function methodSentence({ solution, settings }: Analysis): string {
  const { extraction, rotation, correlation } = settings;
  const rotated = rotation !== "none" && (solution?.factors ?? 2) > 1;
  const normalized = rotated && usesKaiser(settings) ? " (Kaiser normalization)" : "";
  const of = correlation === "pearson" ? "" : ` of ${correlations[correlation]} correlations`;
  return `${capitalized(extractions[extraction])}${of} with ${rotated ? rotations[rotation] : rotations.none}${normalized}.`;
}

/** "N = 308." with the number bound, so that a live table keeps it up to date. */
export function sampleSize({ sample, settings }: Analysis): readonly Inline[] {
  const pairwise = settings.missing === "pairwise" && sample.used < sample.rows;
  return [
    { italic: "N" },
    " = ",
    { text: count(pairwise ? sample.rows : sample.used), bound: pairwise ? "rows" : "n" },
    pairwise ? " (pairwise deletion of missing answers)." : ".",
  ];
}

/** " Q5 and Q11 were reverse-scored.", or nothing: the end of a general note. */
export function reversedSentence(reversed: readonly string[]): readonly string[] {
  if (reversed.length === 0) return [];
  return [` ${listed(reversed)} ${reversed.length === 1 ? "was" : "were"} reverse-scored.`];
}

export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
