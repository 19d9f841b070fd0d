import type { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings, Factorability, FitOfNumber, Retention, RetentionCriterion, Solution } from "./analysis";
import type { AnalyzeOptions } from "./analyze";
import { factorSequence } from "./factor-sequence";
import { asWarning, factorability } from "./factorability";
import { hullMethod } from "./hull";
import { numberOfFactors } from "./number-of-factors";
import { retention, type RetentionOptions } from "./retention";
import { solve } from "./solution";

/** The part of an analysis that follows from the correlations and the number of rows. */
export interface Structure {
  readonly factorability: Factorability;
  readonly retention: Retention;
  readonly solution: Solution | null;
}

/** Correlations and what is known of the data behind them. */
export interface Correlated {
  /** p × p */
  readonly R: Matrix;
  readonly items: readonly string[];
  /** rows that the tests use */
  readonly n: number;
  /** the answers, where there are any: for the variants of parallel analysis that permute them */
  readonly data?: RetentionOptions["data"];
}

/**
 * Factorability, number of factors and solution of a correlation matrix.
 *
 * @throws ScreeError `too-many-factors`, `too-few-factors`; the signal's reason when aborted
 */
export async function factorStructure(
  { R, items, n, data }: Correlated,
  settings: AnalysisSettings,
  options: AnalyzeOptions,
): Promise<{ results: Structure; warnings: Warning[] }> {
  const p = items.length;
  const { signal, progress } = options;
  signal?.throwIfAborted();
  if (typeof settings.factors === "number") numberOfFactors(settings.factors, { eigenvalues: [], kaiser: 0, parallel: null, map: null }, p);
  const adequacy = factorability(R, items, n);
  const warnings = [...(n <= p ? [fewRows(n, p)] : []), ...adequacy.warnings];

  progress?.(0.1, "number of factors");
  const criteria = await retention(R, n, settings, { data, signal, progress: (fraction) => progress?.(0.1 + 0.7 * fraction, "parallel analysis") });
  const compared = settings.compareUpTo ? comparedFits(R, items, n, settings, settings.compareUpTo) : undefined;
  const decision = numberOfFactors(settings.factors, criteria, p);
  progress?.(0.8, "extraction and rotation");
  const solved = extract({ R, items, n, factors: decision.factors, factorsFrom: decision.from, settings });
  progress?.(1, "done");
  return {
    results: {
      factorability: adequacy.factorability,
      retention: compared ? { ...criteria, sequence: compared.sequence, criteria: [...(criteria.criteria ?? []), ...compared.criteria] } : criteria,
      solution: solved.solution,
    },
    warnings: [...warnings, ...decision.warnings, ...solved.warnings],
  };
}

/** The sequence of fits, and what BIC and the Hull method choose from it. */
function comparedFits(
  R: Matrix,
  items: readonly string[],
  n: number,
  settings: AnalysisSettings,
  upTo: number,
): { sequence: FitOfNumber[]; criteria: RetentionCriterion[] } {
  const sequence = factorSequence(R, items, n, settings, upTo);
  const none = { factors: 0, fit: 0, df: (items.length * (items.length - 1)) / 2 }; // the null model, where CFI is 0
  const hull = hullMethod([none, ...sequence.flatMap(({ factors, cfi, df }) => (cfi === null ? [] : [{ factors, fit: cfi, df }]))]);
  const withBic = sequence.filter((row) => row.bic !== null);
  const least = withBic.reduce<FitOfNumber | null>((best, row) => (best && best.bic! <= row.bic! ? best : row), null);
  return {
    sequence,
    criteria: [
      ...(least
        ? [{ id: "bic" as const, criterion: "BIC of factor models", factors: least.factors, basis: "the model with the best balance of fit and parameters" }]
        : []),
      ...(hull === null
        ? []
        : [
            {
              id: "hull" as const,
              criterion: "Hull method (CFI; Lorenzo-Seva et al., 2011)",
              factors: hull,
              basis: "the number after which more factors hardly fit better",
            },
          ]),
    ],
  };
}

/** The solution, or the reason why there is none. */
function extract(input: Parameters<typeof solve>[0]): { solution: Solution | null; warnings: readonly Warning[] } {
  if (input.factors === 0) {
    const message = `${capital(input.factorsFrom)} finds no factor: no eigenvalue exceeds what uncorrelated items give. Nothing was extracted.`;
    return { solution: null, warnings: [{ code: "no-factors", message }] };
  }
  try {
    const { solution, warnings } = solve(input);
    return { solution, warnings: [...warnings, ...untestable(solution, input)] };
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    return { solution: null, warnings: [asWarning(error)] };
  }
}

/** A model that reproduces any correlations cannot be tested by them. */
function untestable({ fit, factors }: Solution, { items, settings }: Parameters<typeof solve>[0]): Warning[] {
  if (settings.extraction === "pca" || fit?.df !== 0) return [];
  const message = `${factors} ${factors === 1 ? "factor" : "factors"} of ${items.length} items ${factors === 1 ? "leaves" : "leave"} no degrees of freedom, so χ² and the indices that rest on it do not exist.`;
  return [{ code: "no-degrees-of-freedom", message }];
}

const fewRows = (n: number, p: number): Warning => ({
  code: "few-rows",
  message: `There are ${n < p ? "fewer rows" : "as many rows"} (${Math.floor(n)}) ${n < p ? "than" : "as"} items (${p}), so the correlations cannot be inverted and a factor model is not to be trusted.`,
  data: { rows: n, items: p },
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
