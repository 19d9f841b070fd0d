import type { Matrix } from "ml-matrix";
import { cholesky, logDeterminant } from "../numerics/cholesky";
import { minimise, type SimpleStructure } from "./cfa-likelihood";
import { ScreeError, type Warning } from "../errors";
import { pOfChiSquare, pOfZ } from "../numerics/p-values";
import { noncentralityAt } from "../numerics/noncentral-chi-square";
import { comparativeFit, tuckerLewis } from "./fit";
import type { Interval, Scale } from "./analysis";
import { squaredMultipleCorrelations } from "./smc";

export interface ConfirmatoryLoading {
  readonly factor: string;
  readonly item: string;
  /** completely standardized */
  readonly loading: number;
  readonly se: number | null;
  readonly ci: Interval | null;
  readonly p: number | null;
}

export interface ConfirmatoryFit {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number | null;
  readonly cfi: number | null;
  readonly tli: number | null;
  readonly rmsea: number | null;
  readonly rmseaCi: Interval | null;
  readonly srmr: number;
}

export interface Confirmatory {
  readonly n: number;
  readonly factors: readonly string[];
  readonly loadings: readonly ConfirmatoryLoading[];
  readonly residualVariances: Readonly<Record<string, number>>;
  readonly factorCorrelations: Matrix;
  readonly fit: ConfirmatoryFit;
  readonly iterations: number;
  readonly converged: boolean;
}

const Z95 = 1.959963984540054;

/**
 * Confirmatory factor analysis of simple structure: every item on one factor, factors correlated, errors not (Jöreskog, 1969), by maximum
 * likelihood on the correlations; the model is scale invariant, so its standardized solution is that of the covariances. χ² = n·F, as lavaan
 * has it. Standard errors of the standardized values by the delta method from the expected information.
 * A factor is reflected so that its first item loads positively. Reference: `lavaan::cfa`, `standardizedSolution`.
 *
 * @param R correlations of all items of the factors, p × p
 * @param items the p names
 * @param factors at least one; each names two items or more, a single factor three or more; no item twice
 * @throws ScreeError `factor-too-small`, `item-on-two-factors`, `unknown-item`, `singular-correlations`, `indefinite-correlations`
 */
export function confirmatoryFactorAnalysis(
  R: Matrix,
  items: readonly string[],
  factors: readonly Scale[],
  n: number,
): { result: Confirmatory; warnings: Warning[] } {
  const owner = factorOfItems(items, factors);
  const used = items.flatMap((_, i) => (owner[i] >= 0 ? [i] : []));
  const S = R.selection(used, used);
  const names = used.map((i) => items[i]);
  squaredMultipleCorrelations(S, names, "Confirmatory factor analysis");
  const structure: SimpleStructure = { p: used.length, m: factors.length, owner: used.map((i) => owner[i]) };
  const { model, covariances, discrepancy, iterations, converged } = minimise(S, structure);

  const sign = factors.map((_, f) => (model.loadings[structure.owner.indexOf(f)] < 0 ? -1 : 1));
  const loadings = names.map((item, i): ConfirmatoryLoading => {
    const f = structure.owner[i];
    const total = Math.sqrt(model.loadings[i] ** 2 + model.residuals[i]);
    const loading = (sign[f] * model.loadings[i]) / total;
    const se = covariances && n > 0 ? standardError(covariances, i, i + structure.p, model.loadings[i], model.residuals[i], total, n) : null;
    return {
      factor: factors[f].name,
      item,
      loading,
      se,
      ci: se === null ? null : [loading - Z95 * se, loading + Z95 * se],
      p: se === null || se === 0 ? null : pOfZ(loading / se),
    };
  });

  const phi = model.phi.clone();
  for (let a = 0; a < factors.length; a++) for (let b = 0; b < factors.length; b++) phi.set(a, b, sign[a] * sign[b] * phi.get(a, b));
  const residualVariances = names.map((_, i) => model.residuals[i] / (model.loadings[i] ** 2 + model.residuals[i]));
  return {
    result: {
      n,
      factors: factors.map(({ name }) => name),
      loadings,
      residualVariances: Object.fromEntries(names.map((name, i) => [name, residualVariances[i]])),
      factorCorrelations: phi,
      fit: confirmatoryFit(S, model.implied, discrepancy, n, 2 * structure.p + (structure.m * (structure.m - 1)) / 2),
      iterations,
      converged,
    },
    warnings: [...(converged ? [] : [notConverged(iterations)]), ...improper(names, residualVariances, phi, factors)],
  };
}

function factorOfItems(items: readonly string[], factors: readonly Scale[]): number[] {
  const owner = new Array<number>(items.length).fill(-1);
  factors.forEach((factor, f) => {
    const least = factors.length === 1 ? 3 : 2;
    if (factor.items.length < least) {
      throw new ScreeError("factor-too-small", `The factor ${factor.name} has ${factor.items.length} item(s); ${least} are the least that determine it.`, {
        hint: "Give it more items, or leave it out.",
      });
    }
    for (const item of factor.items) {
      const i = items.indexOf(item);
      if (i < 0)
        throw new ScreeError("unknown-item", `The factor ${factor.name} names ${item}, which is not among the items.`, {
          hint: "Check the spelling of the item.",
        });
      if (owner[i] >= 0) {
        throw new ScreeError(
          "item-on-two-factors",
          `${item} belongs to both ${factors[owner[i]].name} and ${factor.name}; in a simple structure every item has one factor.`,
          {
            hint: "Leave it out of one of them.",
          },
        );
      }
      owner[i] = f;
    }
  });
  return owner;
}

/** Delta method for λ/√(λ² + θ). */
function standardError(covariances: Matrix, atLoading: number, atResidual: number, loading: number, residual: number, total: number, n: number): number | null {
  const byLoading = residual / total ** 3;
  const byResidual = -loading / (2 * total ** 3);
  const variance =
    byLoading ** 2 * covariances.get(atLoading, atLoading) +
    2 * byLoading * byResidual * covariances.get(atLoading, atResidual) +
    byResidual ** 2 * covariances.get(atResidual, atResidual);
  return variance >= 0 ? Math.sqrt(variance / n) : null;
}

/** χ² = nF; RMSEA and its limits divide by n; SRMR over the p(p + 1)/2 elements (Bentler, 1995). */
function confirmatoryFit(S: Matrix, implied: Matrix, discrepancy: number, n: number, parameters: number): ConfirmatoryFit {
  const p = S.rows;
  const df = (p * (p + 1)) / 2 - parameters;
  const chiSquare = n * discrepancy;
  const nullDf = (p * (p - 1)) / 2;
  const nullChiSquare = -n * logDeterminant(cholesky(S)!);
  let squares = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) squares += (S.get(i, j) - implied.get(i, j) / Math.sqrt(implied.get(i, i) * implied.get(j, j))) ** 2;
  const srmr = Math.sqrt(squares / ((p * (p + 1)) / 2));
  if (df <= 0) return { chiSquare, df, p: null, cfi: null, tli: null, rmsea: null, rmseaCi: null, srmr };
  const limit = (probability: number) => Math.sqrt(noncentralityAt(probability, chiSquare, df) / (df * n));
  return {
    chiSquare,
    df,
    p: pOfChiSquare(chiSquare, df),
    cfi: comparativeFit(chiSquare, df, nullChiSquare, nullDf),
    tli: tuckerLewis(chiSquare, df, nullChiSquare, nullDf),
    rmsea: Math.sqrt(Math.max((chiSquare - df) / (df * n), 0)),
    rmseaCi: [limit(0.95), limit(0.05)],
    srmr,
  };
}

const notConverged = (iterations: number): Warning => ({
  code: "not-converged",
  message: `The confirmatory model has not converged after ${iterations} iterations.`,
  data: { iterations },
});

function improper(items: readonly string[], residuals: readonly number[], phi: Matrix, factors: readonly Scale[]): Warning[] {
  const warnings: Warning[] = [];
  const heywood = items.filter((_, i) => residuals[i] <= 0);
  if (heywood.length > 0) {
    warnings.push({
      code: "heywood-case",
      message: `Improper solution: the residual variance of ${heywood.join(", ")} is not positive.`,
      data: { items: heywood },
    });
  }
  for (let a = 0; a < phi.rows; a++) {
    for (let b = 0; b < a; b++) {
      if (Math.abs(phi.get(a, b)) < 1) continue;
      warnings.push({
        code: "factor-correlation-beyond-one",
        message: `Improper solution: the factors ${factors[b].name} and ${factors[a].name} correlate at ${phi.get(a, b).toFixed(2)}.`,
      });
    }
  }
  return warnings;
}
