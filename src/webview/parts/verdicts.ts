import { type Analysis, type Factorability, type Reliability } from "../../psychometrics/analysis";
import { usesKaiser } from "../../psychometrics/rotation/kaiser-normalization";
import { type Inline } from "../../tables/table";
import { count, probability, proportion, quantity } from "../../tables/number";

/** The one line that opens each section of the panel. */
export type Verdict = readonly Inline[];

export function sampleVerdict({ sample }: Pick<Analysis, "sample">): string {
  const out = sample.rows - sample.used;
  const left = out > 0 ? ` · ${count(out)} left out for a missing answer` : "";
  return `${out > 0 ? `${count(sample.used)} of ${count(sample.rows)}` : count(sample.rows)} respondents · ${count(sample.items.length)} items${left}`;
}

export function itemsVerdict({ items }: Pick<Analysis, "items">): Verdict {
  const means = known(items.map((item) => item.mean));
  const missing = items.reduce((sum, item) => sum + item.missing, 0);
  if (means.length === 0) return [];
  const [low, high] = [quantity(Math.min(...means)), quantity(Math.max(...means))];
  return [
    { italic: "M" },
    `${low === high ? ` = ${low}` : ` from ${low} to ${high}`} · ${missing === 0 ? "no answer missing" : `${count(missing)} ${missing === 1 ? "answer" : "answers"} missing`}`,
  ];
}

export function reliabilityVerdict(scales: readonly Reliability[]): Verdict {
  const alphas = known(scales.map((scale) => scale.alpha));
  if (alphas.length === 0) return ["α cannot be computed"];
  if (alphas.length > 1) return [`α from ${proportion(Math.min(...alphas))} to ${proportion(Math.max(...alphas))}`];
  const ci = scales[0].alphaCi;
  return [`α = ${proportion(alphas[0])}${ci ? `, 95% CI [${proportion(ci[0])}, ${proportion(ci[1])}]` : ""}`];
}

/** Kaiser's (1974) words for the value. */
export function adequacyWord(kmo: number): string {
  const words: [number, string][] = [
    [0.9, "marvelous"],
    [0.8, "meritorious"],
    [0.7, "middling"],
    [0.6, "mediocre"],
    [0.5, "miserable"],
  ];
  return words.find(([least]) => kmo >= least)?.[1] ?? "unacceptable";
}

export function factorabilityVerdict(factorability: Factorability | null): Verdict {
  if (!factorability) return [];
  const { kmo, bartlett } = factorability;
  const parts: Inline[] = kmo === null ? ["KMO does not exist"] : [`KMO ${proportion(kmo)} (${adequacyWord(kmo)})`];
  if (bartlett.chiSquare === null) return parts;
  const p = probability(bartlett.p);
  return [...parts, ` · Bartlett χ²(${count(bartlett.df)}) = ${quantity(bartlett.chiSquare)}, `, { italic: "p" }, /^[<>]/.test(p) ? ` ${p}` : ` = ${p}`];
}

const extractions = { pca: "principal components", paf: "principal axis", minres: "minimum residual", ml: "maximum likelihood" } as const;

/** "principal axis, varimax with Kaiser normalization, 4 factors" */
export function solutionVerdict({ settings, solution }: Pick<Analysis, "settings" | "solution">): Verdict {
  if (!solution) return [];
  const { extraction, rotation } = settings;
  const rotated = rotation === "none" || solution.factors === 1 ? "unrotated" : `${rotation}${usesKaiser(settings) ? " with Kaiser normalization" : ""}`;
  const one = extraction === "pca" ? "component" : "factor";
  const trouble = !solution.converged
    ? " · did not converge"
    : solution.heywood.length > 0
      ? ` · communality at 1 or beyond: ${solution.heywood.join(", ")}`
      : "";
  return [`${extractions[extraction]}, ${rotated}, ${solution.factors} ${one}${solution.factors === 1 ? "" : "s"}${trouble}`];
}

export function varianceVerdict({ solution }: Pick<Analysis, "solution">): Verdict {
  if (!solution) return [];
  const { extraction, rotation } = solution.variance;
  const total = (rotation.at(-1)?.cumulative ?? extraction.at(-1)?.cumulative) as number | null | undefined;
  return typeof total === "number"
    ? [`${quantity(total, 1)}% of the variance by ${solution.factors === 1 ? "one factor" : `${solution.factors} factors`}`]
    : [];
}

export function correlationsVerdict({ solution }: Pick<Analysis, "solution">): Verdict {
  const phi = solution?.factorCorrelations ?? [];
  const sizes = phi.flatMap((row, i) => row.slice(0, i).map(Math.abs));
  return sizes.length > 0 ? ["|", { italic: "r" }, `| from ${proportion(Math.min(...sizes))} to ${proportion(Math.max(...sizes))}`] : [];
}

/** "2 minima in the starts of the rotation; the lowest is shown" */
export function startsVerdict({ solution, settings }: Pick<Analysis, "settings" | "solution">): string | undefined {
  if (solution?.optima === undefined) return undefined;
  const starts = `${(settings.starts ?? 8) + 1} starts of the ${settings.rotation} rotation`;
  return solution.optima === 1 ? `All ${starts} end in one minimum.` : `The ${starts} end in ${solution.optima} different minima; the lowest is shown.`;
}

export function residualsVerdict({ solution }: Pick<Analysis, "solution">): string {
  const { above05, largest } = solution!.residuals!;
  const most = largest[0] ? `, at most ${proportion(Math.abs(largest[0].residual), 3)}` : "";
  return `${above05.count} of the pairs above .05 (${above05.percent.toFixed(0)}%)${most}`;
}

export function uncertaintyVerdict({ uncertainty }: Pick<Analysis, "uncertainty">, running: boolean): Verdict {
  if (!uncertainty) return [running ? "drawing samples…" : "bootstrap intervals of loadings, of α and of the number of factors"];
  const { replications, solved, factors } = uncertainty;
  const [most] = Object.entries(factors).sort(([, a], [, b]) => b - a);
  const number = most ? ` · ${most[0]} ${most[0] === "1" ? "factor" : "factors"} in ${Math.round(100 * most[1])}% of the samples` : "";
  return [`${count(solved)} of ${count(replications)} samples had a solution${number}`];
}

const known = (values: readonly (number | null)[]) => values.filter((value): value is number => value !== null);
