import type { Warning } from "../errors";
import { symmetricEigen } from "../numerics/eigen";
import { pOfR } from "../numerics/p-values";
import type { Moments } from "./moments";

/** Evidence must be this unlikely to come from an item that has nothing to do with its scale. */
const SIGNIFICANCE = 0.01;

/**
 * Items that look reverse-keyed: they correlate negatively with the rest of their scale, beyond chance, and lie on the other side of its first principal component
 * than most items (or, of as many on either side, than the first item). It is said, never done.
 * `data.items` has the evidence: the corrected item–rest correlation, and the loading on the first component with most items on its positive side.
 * Source: Nunnally & Bernstein (1994), chap. 8.
 *
 * @param moments of the scale's items and no others
 * @param itemRest correlation of each item with the sum of the others
 * @param reversed names of the items already reflected
 */
export function suggestedReversals(
  scale: string,
  { items, n, correlation }: Moments,
  itemRest: readonly (number | null)[],
  reversed: ReadonlySet<string>,
): Warning[] {
  if (items.length < 2) return [];
  const { values, vectors } = symmetricEigen(correlation);
  const side = items.map((_, i) => Math.sign(vectors.get(i, 0)));
  const balance = side.reduce((a, b) => a + b, 0);
  const most = Math.sign(balance) || side[0];
  const against = items.flatMap((item, i) => {
    const r = itemRest[i];
    const component = most * vectors.get(i, 0) * Math.sqrt(values[0]);
    return r !== null && r < 0 && side[i] !== most && pOfR(r, n - 2) < SIGNIFICANCE ? [{ item, itemRest: r, component }] : [];
  });
  if (against.length === 0) return [];
  const evidence = against
    .map(({ item, itemRest, component }) => {
      const already = reversed.has(item) ? ", already reversed" : "";
      return `${item} (item–rest r = ${printed(itemRest)}, first component ${printed(component)}${already})`;
    })
    .join(", ");
  const [who, they] = against.length > 1 ? ["Items that correlate", "they are"] : ["An item that correlates", "it is"];
  const message = `${who} negatively with the rest of ${scale === "all" ? "the items" : `the scale ${scale}`}: ${evidence}. If ${they} worded the other way round, reverse ${against.length > 1 ? "them" : "it"}.`;
  return [{ code: "reverse-keyed", message, data: { scale, items: against } }];
}

const printed = (r: number) => r.toFixed(2).replace("-", "−").replace("0.", ".");
