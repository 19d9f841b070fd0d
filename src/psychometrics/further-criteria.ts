import type { Warning } from "../errors";
import type { AnalysisSettings, FitOfNumber, Retention, RetentionCriterion } from "./analysis";
import { comparisonData } from "./comparison-data";
import { factorSequence } from "./factor-sequence";
import type { Correlated } from "./factor-structure";
import { hullMethod } from "./hull";
import { nextEigenvalueSufficiency } from "./nest";
import { ranks } from "./spearman";

export interface FurtherCriteria {
  readonly results: Pick<Retention, "sequence" | "nest" | "comparisonData">;
  readonly criteria: readonly RetentionCriterion[];
  readonly warnings: readonly Warning[];
}

/** A model this close is close (Browne & Cudeck, 1993). */
const CLOSE = 0.05;

/** Fewer draws than 19 could never be below .05. */
const LEAST_DRAWS = 100;

/**
 * The criteria of the number of factors that take long enough to be asked for: the fits of 1, 2, … factors with what BIC, RMSEA, the Hull method and the next
 * eigenvalue sufficiency test choose from them (`compareUpTo`), and comparison data (`comparisonData`).
 * Sources are at the single criteria: Ruscio & Roche (2012), Lorenzo-Seva, Timmerman & Kiers (2011), Achim (2017), Browne & Cudeck (1993), Schwarz (1978).
 *
 * @throws the signal's reason when aborted
 */
export async function furtherCriteria(
  correlated: Correlated,
  settings: AnalysisSettings,
  options: { signal?: AbortSignal; progress?: (fraction: number) => void },
): Promise<FurtherCriteria> {
  const parts = [
    ...(settings.compareUpTo ? [await comparedFits(correlated, settings, settings.compareUpTo, options.signal)] : []),
    ...(settings.comparisonData ? [await byComparisonData(correlated, settings, settings.comparisonData, options)] : []),
  ];
  return {
    results: Object.assign({}, ...parts.map((part) => part.results)) as FurtherCriteria["results"],
    criteria: parts.flatMap((part) => part.criteria),
    warnings: parts.flatMap((part) => part.warnings),
  };
}

async function comparedFits({ R, items, n }: Correlated, settings: AnalysisSettings, upTo: number, signal?: AbortSignal): Promise<FurtherCriteria> {
  const sequence = factorSequence(R, items, n, settings, upTo);
  const none = { factors: 0, fit: 0, df: (items.length * (items.length - 1)) / 2 }; // the null model, where CFI is 0
  const hull = hullMethod([none, ...sequence.flatMap(({ factors, cfi, df }) => (cfi === null ? [] : [{ factors, fit: cfi, df }]))]);
  const withBic = sequence.filter((row) => row.bic !== null);
  const least = withBic.reduce<FitOfNumber | null>((best, row) => (best && best.bic! <= row.bic! ? best : row), null);
  const close = sequence.find(({ rmsea }) => rmsea !== null && rmsea <= CLOSE);
  const iterations = Math.max(settings.iterations, LEAST_DRAWS);
  const nest = await nextEigenvalueSufficiency(R, items, n, upTo, { ...settings, iterations }, signal);
  const found = (id: RetentionCriterion["id"], factors: number | null | undefined, criterion: string, basis: string): RetentionCriterion[] =>
    factors === null || factors === undefined ? [] : [{ id, criterion, factors, basis }];
  return {
    results: { sequence, nest },
    criteria: [
      ...found("bic", least?.factors, "BIC of factor models", "the model with the best balance of fit and parameters"),
      ...found("rmsea", close?.factors, "RMSEA of factor models, at most .05", "the first close fit"),
      ...found("hull", hull, "Hull method (CFI; Lorenzo-Seva et al., 2011)", "the number after which more factors hardly fit better"),
      ...found("nest", nest?.factors, "Next eigenvalue sufficiency test (Achim, 2017)", "the first model whose data reach the next eigenvalue"),
    ],
    warnings: nest
      ? []
      : [{ code: "no-nest", message: `The next eigenvalue sufficiency test found no sufficient number up to ${upTo}, or a model on the way has no solution.` }],
  };
}

async function byComparisonData(
  { items, n, data }: Correlated,
  settings: AnalysisSettings,
  samples: number,
  options: { signal?: AbortSignal; progress?: (fraction: number) => void },
): Promise<FurtherCriteria> {
  const without = (message: string): FurtherCriteria => ({ results: {}, criteria: [], warnings: [{ code: "no-comparison-data", message }] });
  if (!data) return without("Comparison data imitate the distributions of the answers, and there are no rows to take these from; they were left out.");
  if (items.length < 3) return without("Comparison data take at least three items; they were left out.");
  const ranked = settings.correlation === "spearman";
  const columns = ranked ? data.columns().map(ranks) : data.columns();
  const result = await comparisonData(columns, settings.missing, Math.floor(n), { samples, seed: settings.seed, ...options });
  return {
    results: { comparisonData: result },
    criteria: [
      {
        id: "comparison-data",
        criterion: `Comparison data (Ruscio & Roche, 2012; ${ranked ? "Spearman" : "Pearson"} correlations)`,
        factors: result.factors,
        basis: "eigenvalues of artificial data distributed as the answers",
      },
    ],
    warnings: [],
  };
}
