import type { Matrix } from "ml-matrix";
import { symmetricEigen } from "../numerics/eigen";

/**
 * The items to which an indefinite correlation matrix owes most of its impossibility: the three whose own correlations are the least possible, where three are
 * enough (r₁₂, r₁₃ and r₂₃ need 1 + 2r₁₂r₁₃r₂₃ − r²₁₂ − r²₁₃ − r²₂₃ ≥ 0), otherwise those that carry the combination of smallest, negative variance.
 * Source: determinants of correlation matrices (Olkin, 1981); definition.
 *
 * @param R correlations, p × p, with a negative eigenvalue
 */
export function contradictingItems(R: Matrix, items: readonly string[]): string[] {
  let least = -1e-12;
  let worst: readonly number[] = [];
  for (let i = 0; i < R.rows; i++)
    for (let j = 0; j < i; j++)
      for (let k = 0; k < j; k++) {
        const [a, b, c] = [R.get(i, j), R.get(i, k), R.get(j, k)];
        const determinant = 1 + 2 * a * b * c - a * a - b * b - c * c;
        if (determinant < least) [least, worst] = [determinant, [k, j, i]];
      }
  if (worst.length > 0) return worst.map((at) => items[at]);
  const { vectors } = symmetricEigen(R);
  const carried = vectors.getColumn(R.rows - 1).map((weight) => weight * weight);
  const bySize = [...carried.keys()].sort((a, b) => carried[b] - carried[a]);
  let share = 0;
  const named = bySize.filter((at) => {
    const needed = share < 0.8;
    share += carried[at];
    return needed;
  });
  return items.filter((_, at) => named.includes(at));
}
