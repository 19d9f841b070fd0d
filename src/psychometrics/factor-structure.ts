import type { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings, Factorability, Retention, Solution } from "./analysis";
import type { AnalyzeOptions } from "./analyze";
import { asWarning, factorability } from "./factorability";
import { furtherCriteria } from "./further-criteria";
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
 * Sources: at the functions of its parts.
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
  const criteria = await retention(R, n, settings, {
    data,
    signal,
    progress: (fraction) => progress?.(0.1 + (settings.comparisonData ? 0.4 : 0.7) * fraction, "parallel analysis"),
  });
  const further = await furtherCriteria({ R, items, n, data }, settings, {
    signal,
    progress: (fraction) => progress?.(0.5 + 0.3 * fraction, "comparison data"),
  });
  const decision = numberOfFactors(settings.factors, criteria, p);
  progress?.(0.8, "extraction and rotation");
  const solved = extract({ R, items, n, factors: decision.factors, factorsFrom: decision.from, settings });
  progress?.(1, "done");
  return {
    results: {
      factorability: adequacy.factorability,
      retention: { ...criteria, ...further.results, criteria: [...(criteria.criteria ?? []), ...further.criteria] },
      solution: solved.solution,
    },
    warnings: [...warnings, ...further.warnings, ...decision.warnings, ...solved.warnings],
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
