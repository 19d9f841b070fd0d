import type { Matrix } from "ml-matrix";
import type { Residuals } from "./analysis";
import { residualCorrelations } from "./discrepancy";

/**
 * Residual correlations of a solution.
 * Source: definition.
 *
 * @param R correlations, p × p
 * @param loadings unrotated, p × m
 */
export function residualsOf(R: Matrix, items: readonly string[], loadings: Matrix): Residuals {
  const matrix = residualCorrelations(R, loadings);
  const pairs: Residuals["largest"][number][] = [];
  for (let i = 0; i < items.length; i++) for (let j = 0; j < i; j++) pairs.push({ items: [items[j], items[i]], residual: matrix.get(i, j) });
  const count = pairs.filter(({ residual }) => Math.abs(residual) > 0.05).length;
  return {
    matrix: matrix.to2DArray(),
    largest: pairs.sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual)).slice(0, 10),
    above05: { count, percent: pairs.length > 0 ? (100 * count) / pairs.length : 0 },
  };
}
