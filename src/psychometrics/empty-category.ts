import type { Warning } from "../errors";
import type { Item } from "./chosen-items";

/** An item with more different answers is measured, not rated in steps. */
const MOST_CATEGORIES = 20;

/**
 * Answers that most items have and an item has not: a category between its others that nobody chose, and with ordinal correlations, where the number of
 * categories counts, also one at an end. Nothing is wrong with such an item, but a category that nobody chose can be a code that got lost.
 * Source: definition; what an empty category does to polychoric correlations: Olsson (1979).
 *
 * @param rows rows that are analysed
 * @param ends whether categories at the ends are looked at too
 */
export function emptyCategories(items: readonly Item[], rows: Int32Array, ends: boolean): Warning[] {
  const rated = items.map((item) => ({ name: item.name, answers: categoriesOf(item, rows) })).filter(({ answers }) => answers !== null);
  const used = new Map<number, number>();
  for (const { answers } of rated) for (const answer of answers!) used.set(answer, (used.get(answer) ?? 0) + 1);
  const common = [...used.keys()].filter((answer) => 2 * used.get(answer)! >= rated.length).sort((a, b) => a - b);
  const lacking = rated.flatMap(({ name, answers }) => {
    const [low, high] = [Math.min(...answers!), Math.max(...answers!)];
    const missing = common.filter((answer) => !answers!.has(answer) && (ends || (answer > low && answer < high)));
    return missing.length > 0 ? [{ name, missing }] : [];
  });
  if (lacking.length === 0) return [];
  const shown = lacking.slice(0, 5).map(({ name, missing }) => `${name} with ${missing.join(" or ")}`);
  const more = lacking.length > 5 ? `, nor ${lacking.length - 5} more items with answers that the others have` : "";
  const message = `Nobody answered ${shown.join(", ")}${more}.`;
  return [{ code: "empty-category", message, data: { categories: Object.fromEntries(lacking.map(({ name, missing }) => [name, missing])) } }];
}

/** The different answers of an item of few whole-numbered ones, otherwise null. */
function categoriesOf({ values }: Item, rows: Int32Array): Set<number> | null {
  const answers = new Set<number>();
  for (const row of rows) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    answers.add(value);
    if (answers.size > MOST_CATEGORIES || !Number.isInteger(value)) return null;
  }
  return answers.size > 2 ? answers : null;
}
