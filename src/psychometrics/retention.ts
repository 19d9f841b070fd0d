import type { Matrix } from "ml-matrix";
import { eigenvaluesOf, flatten } from "../numerics/eigen";
import { accelerationFactor } from "./acceleration";
import type { AnalysisSettings, CorrelationKind, ParallelVariant, Retention, RetentionCriterion } from "./analysis";
import { empiricalKaiser } from "./empirical-kaiser";
import { kaiserCount } from "./kaiser";
import { minimumAveragePartial } from "./map";
import { permutedNull } from "./null-correlations";
import { parallelAnalysis } from "./parallel-analysis";
import { spectrum } from "./spectrum";

export interface RetentionOptions {
  /** the answers, for permuting them; absent: normal data are all that can be compared with */
  readonly data?: { readonly columns: () => readonly Float64Array[]; readonly correlation: CorrelationKind; readonly missing: AnalysisSettings["missing"] };
  readonly signal?: AbortSignal;
  readonly progress?: (fraction: number) => void;
}

/**
 * What each criterion says about the number of factors of a correlation matrix.
 * Sources: at the functions of its parts.
 *
 * @param R correlations, p × p
 * @param n rows of the data that parallel analysis imitates
 */
export async function retention(
  R: Matrix,
  n: number,
  settings: Pick<AnalysisSettings, "iterations" | "seed" | "parallel">,
  options: RetentionOptions = {},
): Promise<Retention> {
  const eigenvalues = Array.from(eigenvaluesOf(flatten(R), R.rows));
  const kaiser = kaiserCount(eigenvalues);
  const map = averagePartials(R, 2);
  const map4 = averagePartials(R, 4);
  const ekc = empiricalKaiser(eigenvalues, n);
  const parallel = settings.iterations > 0 ? await parallelOf(R, n, settings, options) : null;
  const acceleration = accelerationFactor(eigenvalues);

  const criteria: RetentionCriterion[] = [
    ...(parallel
      ? [
          {
            id: "parallel" as const,
            criterion: `Parallel analysis (${variantInWords(parallel.variant)})`,
            factors: parallel.factors,
            basis: "eigenvalues beyond those of data without factors",
          },
        ]
      : []),
    ...(map
      ? [
          {
            id: "map" as const,
            criterion: "Minimum average partial (Velicer, 1976)",
            factors: map.factors,
            basis: "components until the rest shares least with single items",
          },
        ]
      : []),
    ...(map4
      ? [
          {
            id: "map4" as const,
            criterion: "Minimum average partial, fourth powers (Velicer et al., 2000)",
            factors: map4.factors,
            basis: "as MAP, with weight on the largest partial correlations",
          },
        ]
      : []),
    {
      id: "ekc",
      criterion: "Empirical Kaiser criterion (Braeken & van Assen, 2017)",
      factors: ekc.factors,
      basis: "eigenvalues beyond their expectation after the larger ones",
    },
    { id: "kaiser", criterion: "Kaiser's criterion", factors: kaiser, basis: "eigenvalues above 1, which sampling error alone often gives" },
    ...(acceleration === null
      ? []
      : [
          {
            id: "acceleration" as const,
            criterion: "Sharpest bend of the scree (acceleration factor)",
            factors: acceleration,
            basis: "the sharpest bend, which favours few factors",
          },
        ]),
  ];
  return { eigenvalues, kaiser, parallel, map, map4, ekc, criteria };
}

async function parallelOf(
  R: Matrix,
  n: number,
  settings: Pick<AnalysisSettings, "iterations" | "seed" | "parallel">,
  { data, signal, progress }: RetentionOptions,
): Promise<Retention["parallel"]> {
  const variant = settings.parallel ?? { eigenvalues: "pca", data: data && data.correlation !== "pearson" ? "permuted" : "normal", threshold: "percentile95" };
  const observed = spectrum(variant.eigenvalues, flatten(R), R.rows);
  if (!observed) return null; // a singular R has no squared multiple correlations, and the warning about it says so
  const permute = variant.data === "permuted" ? data : undefined;
  const { factors, factorsByMean, ...simulated } = await parallelAnalysis(observed, n, {
    iterations: settings.iterations,
    seed: settings.seed,
    spectrum: variant.eigenvalues,
    draws: permute && ((stream) => permutedNull(permute.columns(), permute.correlation, stream)),
    signal,
    progress,
  });
  return {
    ...simulated,
    factors: variant.threshold === "mean" ? factorsByMean : factors,
    ...(variant.eigenvalues === "pca" ? {} : { observed: Array.from(observed) }),
    variant: permute ? variant : { ...variant, data: "normal" },
  };
}

/**
 * "components, normal data, 95th percentile"
 *
 * @internal
 */
export function variantInWords(variant: ParallelVariant | undefined): string {
  const { eigenvalues, data, threshold } = variant ?? { eigenvalues: "pca", data: "normal", threshold: "percentile95" };
  const spectra = { pca: "components", smc: "squared multiple correlations on the diagonal", minres: "communalities of one factor on the diagonal" };
  return `${spectra[eigenvalues]}, ${data === "normal" ? "normal data" : "permuted answers"}, ${threshold === "mean" ? "mean" : "95th percentile"}`;
}

/** The average partial exists up to the number of components that leaves every item some variance. */
function averagePartials(R: Matrix, power: 2 | 4): { values: number[]; factors: number } | null {
  const { values, factors } = minimumAveragePartial(R, power);
  const end = values.indexOf(null);
  const defined = (end < 0 ? values : values.slice(0, end)) as number[];
  return defined.length > 0 ? { values: defined, factors } : null;
}
