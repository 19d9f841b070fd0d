import { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../../errors";
import { type Survey } from "../../survey/survey";
import { aligned, congruenceOf } from "../alignment";
import { type Analysis, type AnalysisSettings, type Selection } from "../analysis";
import { analyze, type AnalyzeOptions } from "../analyze";
import { type CarelessComparison, type ComparedResults } from "./report";

/**
 * What a paper reports of all rows, and of those that are left when some are taken away: α, KMO, number of factors, loadings.
 * Loadings are compared at the number of factors of all rows, those of the smaller sample aligned by congruence.
 * Source: definition; Meade & Craig (2012) on reporting results with and without careless rows.
 */
export async function compared(
  all: Survey,
  without: Survey,
  selection: Selection,
  settings: AnalysisSettings,
  running: AnalyzeOptions = {},
): Promise<{ comparison: CarelessComparison | null; warnings: readonly Warning[] }> {
  const plain: AnalysisSettings = { ...settings, bootstrap: undefined, compareUpTo: undefined };
  const quiet = { signal: running.signal };
  const whole = await analyze(all, selection, plain, quiet);
  running.progress?.(0.5, "without the flagged rows");
  try {
    const part = await analyze(without, selection, plain, quiet);
    const factors = whole.solution?.factors;
    const same = factors === undefined || part.solution?.factors === factors ? part : await analyze(without, selection, { ...plain, factors }, quiet);
    return { comparison: { all: results(whole), without: results(part), loadings: loadingsOf(whole, same) }, warnings: [] };
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    return { comparison: null, warnings: [{ code: "no-comparison", message: `Without the flagged rows there are no results to compare: ${error.message}` }] };
  }
}

const results = ({ sample, reliability, factorability, retention, solution, settings }: Analysis): ComparedResults => ({
  rows: sample.rows,
  used: sample.used,
  alpha: reliability.map(({ scale, alpha, alphaCi }) => ({ scale, alpha, ci: alphaCi })),
  kmo: factorability?.kmo ?? null,
  factors: typeof settings.factors === "number" ? settings.factors : (solution?.factors ?? (retention ? 0 : null)),
  eigenvalues: retention?.eigenvalues ?? [],
});

function loadingsOf(all: Analysis, without: Analysis): CarelessComparison["loadings"] {
  const { solution, sample } = all;
  const items = sample.items.filter((item) => without.sample.items.includes(item));
  if (!solution || without.solution?.factors !== solution.factors || items.length < 2) return null;
  const rowsOf = ({ sample, solution }: Analysis) => items.map((item) => solution!.loadings[sample.items.indexOf(item)]);
  const before = new Matrix(rowsOf(all) as number[][]);
  const after = aligned(new Matrix(rowsOf(without) as number[][]), new Matrix(without.solution.factorCorrelations as number[][]), before).loadings;
  let largest = { item: items[0], factor: solution.names[0], difference: 0 };
  items.forEach((item, i) => {
    solution.names.forEach((factor, k) => {
      const difference = after.get(i, k) - before.get(i, k);
      if (Math.abs(difference) > Math.abs(largest.difference)) largest = { item, factor, difference };
    });
  });
  return {
    factors: solution.factors,
    items,
    all: before.to2DArray(),
    without: after.to2DArray(),
    congruence: solution.names.map((_, k) => congruenceOf(before.getColumn(k), after.getColumn(k))),
    largest,
  };
}
