import { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../../errors";
import { type Counted } from "../../survey/stream/count-delimited";
import { excludedIn } from "../../survey/without-rows";
import { type Analysis, type AnalysisSettings, type Reliability, type Scale } from "../analysis";
import { type AnalyzeOptions, rowsOfTests, withGeneralFactor, withoutKurtosis } from "../analyze";
import { type Item } from "../chosen-items";
import { type Coded } from "../contingency";
import { conventionOf } from "../convention";
import { descriptivesOfCounts } from "../descriptives";
import { emptyCategories } from "../empty-category";
import { factorStructure } from "../factor-structure";
import { asWarning } from "../factorability";
import { type Moments, momentsOf } from "../moments";
import { polychoric, thresholds } from "../polychoric";
import { latentMatrix, MOST_CATEGORIES } from "../polychoric-matrix";
import { reliability } from "../reliability";
import { type Counts, type Plan } from "./plan";
import { momentsOfCounts, momentsOfTable, ranked } from "./moments-of-counts";
import { type PersonMeans } from "./person-means";
import { type RowSet } from "./row-set";

/** Items counted over the same rows, with their answers by code. */
interface Rows {
  readonly set: RowSet;
  readonly items: readonly Item[];
  readonly values: readonly Float64Array[];
  readonly waist: Moments;
}

/** An analysis from the cross-tables of its items, key by key as `analyze` has it from the rows. Sources: at the functions of its parts. */
export async function analysisOfCounts(
  counted: Counted,
  { sets, persons }: Counts,
  plan: Plan,
  settings: AnalysisSettings,
  options: AnalyzeOptions,
): Promise<Analysis> {
  const { survey } = counted;
  const main = rowsOf(counted, sets[0], plan, settings);
  const { waist } = main;
  const R = correlations(main, settings);
  let apart = 0;
  const reliabilities = plan.chosen.scales.map((scale, s) => {
    const own = plan.apart.includes(scale.items) ? sets[1 + apart++] : undefined;
    return ofScale(scale, own ? () => rowsOf(counted, own, plan, settings) : () => part(main, scale), R.matrix, settings, own !== undefined, persons[s]);
  });
  const n = rowsOfTests(waist, settings);
  const factored = await factorStructure({ R: R.matrix, items: waist.items, n: n.n }, settings, options);
  const distinct = main.items.map((_, i) => main.set.categories(i, main.values[i]));
  const patterns = main.set.patterns?.patterns();
  const widest = Math.max(...distinct.map((values) => values.length));
  const padded = main.items.map((item, i) => ({ ...item, values: Float64Array.from({ length: widest }, (_, at) => distinct[i][at] ?? NaN) }));
  return {
    settings,
    sample: {
      file: survey.source,
      rows: survey.rows,
      used: waist.n,
      items: waist.items,
      reversed: main.items.filter((item) => item.reversed).map(({ name }) => name),
      ...excludedIn(survey),
      ...(patterns && { missing: patterns }),
    },
    items: main.items.map((item, i) => descriptivesOfCounts(item, main.set.counts(i, main.values[i]), conventionOf(settings, "skewness"))),
    correlation: R.matrix.to2DArray(),
    reliability: reliabilities.map((result) => withGeneralFactor(result.reliability, R.matrix, waist.items, factored.results.solution?.factors ?? 0)),
    ...factored.results,
    warnings: [
      ...plan.chosen.warnings,
      ...plan.constant,
      ...emptyCategories(padded, Int32Array.from(padded[0].values.keys()), settings.correlation === "polychoric"),
      ...withoutKurtosis(waist.n, settings),
      ...n.warnings,
      ...R.warnings,
      ...reliabilities.flatMap((result) => result.warnings),
      ...factored.warnings,
      ...normalParallel(settings),
    ],
  };
}

/** Ordinal correlations are compared with permuted answers where there are rows to permute. */
function normalParallel({ correlation, iterations, parallel }: AnalysisSettings): Warning[] {
  if (correlation === "pearson" || iterations === 0 || parallel) return [];
  const message = `Parallel analysis compares with normal data: permuted answers, which are usual for ${correlation === "spearman" ? "Spearman's" : "polychoric"} correlations, need rows.`;
  return [{ code: "parallel-normal", message }];
}

function rowsOf(counted: Counted, set: RowSet, { chosen }: Plan, { missing }: AnalysisSettings): Rows {
  const items = set.items.map(({ name }) => chosen.item(name));
  const values = items.map(({ name, values }) => {
    const c = counted.survey.columns.findIndex((column) => column.name === name);
    return Float64Array.from([NaN, ...values.slice(counted.offset(c))]);
  });
  const names = items.map(({ name }) => name);
  const waist = momentsOfCounts(names, (i, j) => set.contingency(i, j, values[i], values[j]), set.n, counted.survey.rows, missing);
  return { set, items, values, waist };
}

function correlations({ set, values, waist }: Rows, { correlation }: AnalysisSettings): { matrix: Matrix; warnings: readonly Warning[] } {
  if (correlation === "pearson") return { matrix: waist.correlation, warnings: [] };
  const table = (i: number, j: number) => set.contingency(i, j, values[i], values[j]);
  if (correlation === "spearman") {
    const matrix = Matrix.eye(values.length);
    for (let i = 0; i < values.length; i++) {
      for (let j = 0; j < i; j++) {
        const { covariance, varianceX, varianceY } = momentsOfTable(ranked(table(i, j)));
        const rho = Math.max(-1, Math.min(1, covariance / Math.sqrt(varianceX * varianceY)));
        matrix.set(i, j, rho);
        matrix.set(j, i, rho);
      }
    }
    return { matrix, warnings: [] };
  }
  const margins = values.map((own, i) => marginOf(set, i, own));
  const measured = margins.map(({ categories }) => categories.length > MOST_CATEGORIES);
  const other = waist.items.find((_, i) => measured[i]);
  if (other !== undefined)
    throw new ScreeError(
      "needs-rows",
      `${other} has more than ${MOST_CATEGORIES} different answers; its polyserial correlations need rows, which a file that is streamed does not keep.`,
      {
        hint: "Leave it out, or ask for Pearson or Spearman correlations.",
      },
    );
  const limits = margins.map(thresholds);
  return latentMatrix(waist.items, measured, (i, j) => {
    const counts = table(i, j);
    return { rho: polychoric(counts, limits[i], limits[j], waist.correlation.get(i, j)).rho, empty: counts.counts.includes(0) };
  });
}

function marginOf(set: RowSet, i: number, values: Float64Array): Coded {
  const counts = [...set.counts(i, values)].sort(([a], [b]) => a - b);
  return { categories: counts.map(([value]) => value), codes: new Int16Array(0), counts: Float64Array.from(counts, ([, count]) => count) };
}

/** Those of the items analysed that belong to a scale, in the order analysed. */
function part(main: Rows, scale: Scale): Rows {
  const at = main.items.flatMap(({ name }, i) => (scale.items.includes(name) ? [i] : []));
  const names = at.map((i) => main.items[i].name);
  return { ...main, items: at.map((i) => main.items[i]), waist: momentsOf(main.waist, names) };
}

function ofScale(
  scale: Scale,
  rows: () => Rows,
  R: Matrix,
  settings: AnalysisSettings,
  apart: boolean,
  persons?: PersonMeans,
): { reliability: Reliability; warnings: readonly Warning[] } {
  try {
    const own = rows();
    const reversed = new Set(own.items.filter((item) => item.reversed).map(({ name }) => name));
    const latent = settings.correlation !== "polychoric" ? undefined : apart ? correlations(own, settings).matrix : latentOf(own, R, settings, scale);
    return reliability(scale, own.waist, reversed, persons ? persons.result : personsOf(own.waist), conventionOf(settings, "guttman"), latent);
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    const none = { omegaTotal: null, lambda6: null, averageInterItem: null, splitHalf: null, mean: null, sd: null, perItem: [] };
    const unknown = { scale: scale.name, items: scale.items, n: 0, alpha: null, alphaCi: null, standardizedAlpha: null, ...none };
    return { reliability: unknown, warnings: [{ ...asWarning(error), message: `Scale ${scale.name}: ${error.message}` }] };
  }
}

function latentOf(own: Rows, R: Matrix, _: AnalysisSettings, scale: Scale): Matrix {
  const at = own.set.items.flatMap(({ name }, i) => (scale.items.includes(name) ? [i] : []));
  return R.selection(at, at);
}

/** Mean and standard deviation of the persons' scale means: of complete rows they follow from the moments, m = Σmᵢ/k and s² = Σᵢⱼ sᵢⱼ/k². */
function personsOf({ means, covariance, items }: Moments): { mean: number; sd: number } {
  const k = items.length;
  return { mean: means.reduce((a, b) => a + b, 0) / k, sd: Math.sqrt(Math.max(0, covariance.sum())) / k };
}
