import type { Matrix } from "ml-matrix";
import type { Warning } from "../errors";
import { alphaIfDeleted, averageInterItem, cronbachAlpha, feldtInterval, itemRestCorrelations } from "./alpha";
import type { Convention, Halves, Reliability, Scale } from "./analysis";
import { allSplits } from "./all-splits";
import { errorVariances, guttmanBounds } from "./guttman";
import type { Moments } from "./moments";
import { oneFactorOmega, unstandardizedOmega } from "./omega";
import { suggestedReversals } from "./reverse-keyed";
import { firstHalf, oddHalf, splitHalf } from "./split-half";

/**
 * The reliability of the sum score of a scale.
 * Sources: at the functions of its parts.
 *
 * @param moments of the scale's items and no others
 * @param reversed names of the items that were reflected
 * @param persons mean and standard deviation of the persons' scale means
 * @param polychoric correlations of the items, where those are analysed
 */
export function reliability(
  scale: Scale,
  moments: Moments,
  reversed: ReadonlySet<string>,
  persons: { mean: number | null; sd: number | null },
  convention: Convention,
  polychoric?: Matrix,
): { reliability: Reliability; warnings: Warning[] } {
  const C = moments.covariance;
  const k = moments.items.length;
  const R = correlationsOf(moments);
  const alpha = cronbachAlpha(C);
  const ifDeleted = alphaIfDeleted(C);
  const itemRest = itemRestCorrelations(C);
  const bounded = convention === "spss" ? C : R;
  const { lambda1, lambda2, lambda3, lambda5, lambda6 } = guttmanBounds(bounded);
  const all = allSplits(bounded);
  const omegaTotal = oneFactorOmega(moments.correlation);
  const errors = errorVariances(R);
  const rest = restOf(moments);
  const spearmanBrown = k < 2 ? null : splitHalf(C, firstHalf(k)).spearmanBrown;
  const warnings = [
    ...undefinedAlpha(scale, alpha, k),
    ...undefinedBeside(scale, k, alpha, { ω: omegaTotal, λ6: lambda6, "split-half reliability": spearmanBrown }),
    ...suggestedReversals(scale.name, moments, itemRest, reversed),
  ];
  return {
    reliability: {
      scale: scale.name,
      items: moments.items,
      n: moments.n,
      alpha,
      alphaCi: alpha === null ? null : feldtInterval(alpha, moments.n, k),
      standardizedAlpha: cronbachAlpha(R),
      omegaTotal,
      omegaUnstandardized: unstandardizedOmega(R, moments.sds),
      lambda6,
      averageInterItem: averageInterItem(R),
      splitHalf: spearmanBrown,
      guttman: { lambda1, lambda2, lambda3, lambda4: all?.max ?? null, lambda5, lambda6 },
      ...(k < 2 ? {} : { halves: { firstSecond: halves(C, firstHalf(k)), oddEven: halves(C, oddHalf(k)), all } }),
      interItem: interItem(R),
      ...(polychoric ? { ordinalAlpha: cronbachAlpha(polychoric), ordinalOmega: oneFactorOmega(polychoric) } : {}),
      mean: persons.mean,
      sd: persons.sd,
      perItem: moments.items.map((item, i) => ({
        item,
        itemRest: itemRest[i],
        alphaIfDeleted: ifDeleted[i],
        reversed: reversed.has(item),
        ...rest[i],
        squaredMultipleCorrelation: errors && k > 1 ? 1 - errors[i] : null,
      })),
    },
    warnings,
  };
}

/** The correlations that belong to the covariances: pairwise, those are not quite the pairwise correlations, and standardized α is of the same data as α. */
function correlationsOf({ covariance, sds }: Moments) {
  const R = covariance.clone();
  for (let i = 0; i < R.rows; i++) for (let j = 0; j < R.rows; j++) R.set(i, j, i === j ? 1 : R.get(i, j) / (sds[i] * sds[j]));
  return R;
}

/** Mean and variance of the sum of the items without each in turn, as in SPSS's item-total statistics; null where no item is left. */
function restOf({ covariance, means }: Moments): { meanIfDeleted: number | null; varianceIfDeleted: number | null }[] {
  const all = covariance.sum();
  const sum = means.reduce((total, mean) => total + mean, 0);
  return covariance.sum("row").map((row, i) => ({
    meanIfDeleted: means.length > 1 ? sum - means[i] : null,
    varianceIfDeleted: means.length > 1 ? all - 2 * row + covariance.get(i, i) : null,
  }));
}

function halves(C: Matrix, first: readonly number[]): Halves {
  const { betweenForms, spearmanBrown, unequalLength, guttman, alphas } = splitHalf(C, first);
  return { correlation: betweenForms, spearmanBrown, unequalLength, guttman, ...(C.rows < 4 ? {} : { alphas }) };
}

/** Summary of the correlations between different items; the variance has divisor n − 1. */
function interItem(R: Matrix): NonNullable<Reliability["interItem"]> {
  const values: number[] = [];
  for (let i = 0; i < R.rows; i++) for (let j = 0; j < i; j++) values.push(R.get(i, j));
  if (values.length === 0) return { mean: null, min: null, max: null, variance: null };
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.length > 1 ? values.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (values.length - 1) : null;
  return { mean, min: values.reduce((a, b) => Math.min(a, b)), max: values.reduce((a, b) => Math.max(a, b)), variance };
}

function undefinedAlpha(scale: Scale, alpha: number | null, k: number): Warning[] {
  if (k < 2)
    return [{ code: "scale-too-short", message: `The scale ${scale.name} has ${k === 1 ? "one item" : "no items"}: a reliability needs at least two.` }];
  if (alpha === null) return [{ code: "no-alpha", message: `α of ${scale.name} does not exist: the sum of its items does not vary.` }];
  return [];
}

/** The coefficients that do not exist although α does, and why. */
function undefinedBeside(scale: Scale, k: number, alpha: number | null, coefficients: Readonly<Record<string, number | null>>): Warning[] {
  const missing = Object.keys(coefficients).filter((name) => coefficients[name] === null);
  if (alpha === null || missing.length === 0) return [];
  const why =
    k === 2
      ? "two items do not determine a factor, and leave one item when the other is deleted"
      : "some of its items can be computed from the others or cancel out, or no complete data could have its correlations";
  const message = `${missing.join(", ")} of the scale ${scale.name} ${missing.length === 1 ? "does" : "do"} not exist: ${why}.`;
  return [{ code: "no-coefficient", message, data: { scale: scale.name, coefficients: missing } }];
}

/**
 * Mean and standard deviation of the persons' means over the items they answered.
 * Source: definition.
 *
 * @param columns answers of the scale's items, NaN where missing
 * @param rows the rows to look at
 */
export function personMeans(columns: readonly Float64Array[], rows: Iterable<number>): { mean: number | null; sd: number | null } {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (const row of rows) {
    let sum = 0;
    let answered = 0;
    for (const column of columns) {
      if (Number.isNaN(column[row])) continue;
      sum += column[row];
      answered++;
    }
    if (answered === 0) continue;
    n++;
    const delta = sum / answered - mean;
    mean += delta / n;
    squares += delta * (sum / answered - mean);
  }
  return { mean: n > 0 ? mean : null, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null };
}
