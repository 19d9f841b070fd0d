import type { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";
import type { Analysis, AnalysisSettings, Reliability, Scale, Selection } from "./analysis";
import type { AnalyzeOptions } from "./analyze";
import { conventionOf } from "./convention";
import { factorStructure } from "./factor-structure";
import { ofPublished } from "./indefinite";
import { fromCovariance, momentsOf } from "./moments";
import { reliability } from "./reliability";
import { expandItems } from "./selection";

/** A published correlation matrix, with the number of rows that it was computed from. */
export interface PublishedMatrix {
  /** p × p */
  readonly R: Matrix;
  readonly items: readonly string[];
  readonly n: number;
  readonly source: string;
  /** items whose correlations have changed their signs */
  readonly reversed?: readonly string[];
  /** whose reliability is reported; absent: one scale of all items */
  readonly scales?: readonly Scale[];
}

/**
 * A published matrix of the items selected, in their order; the correlations of reversed items change their signs, as those of reflected answers would.
 *
 * @throws ScreeError `unknown-item`
 * @internal
 */
export function selectedFrom(published: PublishedMatrix, { items: wanted, reverse = [], scales }: Selection): PublishedMatrix {
  const items = wanted?.length ? expandItems(wanted, published.items) : published.items;
  const reversed = expandItems(reverse, published.items).filter((item) => items.includes(item));
  const at = items.map((name) => published.items.indexOf(name));
  const R = published.R.selection(at, at);
  for (const item of reversed) {
    const i = items.indexOf(item);
    R.mulRow(i, -1).mulColumn(i, -1);
  }
  const own = scales?.map((scale) => ({ name: scale.name, items: expandItems(scale.items, items) }));
  return { ...published, items, R, reversed, ...(own && { scales: own }) };
}

/**
 * The analysis of a published correlation matrix: everything but what needs the answers. Reliability is that of standardized items.
 * Sources: at the functions of its parts.
 *
 * @throws ScreeError `not-a-correlation-matrix`, `too-few-items`, `too-few-rows`
 */
export async function analyzeMatrix(published: PublishedMatrix, settings: AnalysisSettings, options: AnalyzeOptions = {}): Promise<Analysis> {
  const { R, items, n, source, reversed = [], scales = [{ name: "all", items }] } = published;
  checkPublished(published);
  const waist = fromCovariance(items, n, new Float64Array(items.length), R);
  const reliabilities = scales.map((scale) =>
    reliability(scale, momentsOf(waist, scale.items), new Set(reversed), { mean: null, sd: null }, conventionOf(settings, "guttman")),
  );
  const factored = await factorStructure({ R, items, n }, settings, options);
  return {
    settings,
    sample: { file: source, rows: n, used: n, items, reversed },
    items: items.map((name) => ({ name, n, missing: 0, mean: null, sd: null, min: null, max: null, skewness: null, kurtosis: null, frequencies: {} })),
    correlation: R.to2DArray(),
    reliability: reliabilities.map((result) => withoutMeans(result.reliability)),
    ...factored.results,
    solution: withoutDeletion(factored.results.solution),
    warnings: [
      {
        code: "matrix-only",
        message: `${source} is a correlation matrix: means, standard deviations and raw α are unknown, and α is that of standardized items.`,
      },
      ...reliabilities.flatMap((result) => result.warnings),
      ...factored.warnings.map(ofPublished),
    ],
  };
}

/** Of standardized items there are no sums of answers. */
const withoutMeans = (of: Reliability): Reliability => ({
  ...of,
  perItem: of.perItem.map(({ meanIfDeleted: _mean, varianceIfDeleted: _variance, ...item }) => item),
});

/** How missing answers were treated is known to who had them. */
const withoutDeletion = (solution: Analysis["solution"]): Analysis["solution"] =>
  solution && { ...solution, method: solution.method.replace(", listwise deletion", "") };

function checkPublished({ R, items, n, source }: PublishedMatrix): void {
  const p = items.length;
  if (p < 2)
    throw new ScreeError("too-few-items", `${source}: a correlation matrix of ${p} item has nothing to factor.`, { hint: "At least two items are needed." });
  if (!(n >= 3)) throw new ScreeError("too-few-rows", `N = ${n} is too small; at least 3 rows are needed.`, { hint: "Give the N of the published matrix." });
  const bad = (message: string) =>
    new ScreeError("not-a-correlation-matrix", `${source}: ${message}`, { hint: "Check the figures against the published table." });
  if (R.rows !== p || R.columns !== p) throw bad(`the matrix has ${R.rows} rows and ${R.columns} columns for ${p} items.`);
  for (let i = 0; i < p; i++) {
    if (Math.abs(R.get(i, i) - 1) > 1e-6) throw bad(`the correlation of ${items[i]} with itself is ${R.get(i, i)}, not 1.`);
    for (let j = 0; j < i; j++) {
      const r = R.get(i, j);
      if (!(Math.abs(r) <= 1)) throw bad(`the correlation of ${items[i]} with ${items[j]} is ${r}.`);
      if (Math.abs(r - R.get(j, i)) > 1e-9) throw bad(`the correlation of ${items[i]} with ${items[j]} is ${r} in one half and ${R.get(j, i)} in the other.`);
    }
  }
}
