import { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";
import { aligned, congruenceOf } from "./alignment";

/** Loadings of items on factors, from an analysis or from a table. */
export interface Loadings {
  readonly items: readonly string[];
  readonly names: readonly string[];
  /** p × m */
  readonly loadings: readonly (readonly number[])[];
}

export interface SolutionComparison {
  /** the items that both have, in the order of the first */
  readonly items: readonly string[];
  /** Tucker's congruence of every factor of the first with every factor of the second, m × k */
  readonly congruence: readonly (readonly number[])[];
  /** where both have as many factors: the second's loadings with its factors in the order and direction of the first's, p × m; otherwise null */
  readonly matched: { readonly loadings: readonly (readonly number[])[]; readonly congruence: readonly number[] } | null;
  /** root mean square of the differences of matched loadings, and the largest with its place */
  readonly difference: { readonly rms: number; readonly largest: { readonly item: string; readonly factor: string; readonly difference: number } } | null;
}

/**
 * How alike two factor solutions are: congruence of their factors (Tucker, 1951) over the items that both have, and the differences of loadings once the factors
 * of the second are put in the order and direction of the first's.
 *
 * @throws ScreeError `nothing-to-compare`: fewer than two items in common
 */
export function compareSolutions(first: Loadings, second: Loadings): SolutionComparison {
  const rows = first.items.flatMap((item, i) => (second.items.includes(item) ? [{ item, i, j: second.items.indexOf(item) }] : []));
  if (rows.length < 2)
    throw new ScreeError("nothing-to-compare", `The two solutions have ${rows.length === 0 ? "no item" : "only one item"} in common.`, {
      hint: "Items are matched by their names.",
    });
  const a = new Matrix(rows.map(({ i }) => [...first.loadings[i]]));
  const b = new Matrix(rows.map(({ j }) => [...second.loadings[j]]));
  const congruence = Array.from({ length: a.columns }, (_, f) => Array.from({ length: b.columns }, (_, g) => congruenceOf(a.getColumn(f), b.getColumn(g))));
  const items = rows.map(({ item }) => item);
  if (a.columns !== b.columns) return { items, congruence, matched: null, difference: null };

  const { loadings } = aligned(b, Matrix.eye(b.columns), a);
  const differences = Matrix.sub(a, loadings);
  const [row, column] = Matrix.abs(differences).maxIndex();
  return {
    items,
    congruence,
    matched: { loadings: loadings.to2DArray(), congruence: first.names.map((_, f) => congruenceOf(a.getColumn(f), loadings.getColumn(f))) },
    difference: {
      rms: Math.sqrt(differences.to1DArray().reduce((sum, value) => sum + value * value, 0) / (a.rows * a.columns)),
      largest: { item: items[row], factor: first.names[column], difference: differences.get(row, column) },
    },
  };
}
