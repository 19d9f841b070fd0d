import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings } from "./analysis";
import type { Item } from "./chosen-items";
import { moments, type Moments } from "./moments";

/**
 * Leaves out the items that are the same in every row used, with a warning each, and gives the moments of the others.
 * Leaving an item out can bring rows back, so this is repeated until nothing changes.
 *
 * @throws ScreeError `too-few-items`, `too-few-rows`, `no-common-rows`
 */
export function itemsThatVary(all: readonly Item[], settings: AnalysisSettings): { items: readonly Item[]; waist: Moments; warnings: Warning[] } {
  const answered = all.filter((item) => item.values.some((value) => !Number.isNaN(value)));
  const warnings: Warning[] = all
    .filter((item) => !answered.includes(item))
    .map((item) => ({ code: "constant-item", message: `${item.name} has no answers and was left out.`, data: { item: item.name } }));
  let items = answered;
  for (;;) {
    if (items.length < 2) {
      throw new ScreeError("too-few-items", `Fewer than two items vary, so there is nothing to correlate.`, {
        hint: "Choose items with different answers.",
        data: { items: items.map(({ name }) => name) },
      });
    }
    const constant = items.filter((item) => isConstant(item.values));
    const waist =
      constant.length > 0
        ? undefined
        : moments(
            items.map(({ name }) => name),
            items.map(({ values }) => values),
            settings.missing,
          );
    const still = waist ? items.filter((_, i) => !(waist.covariance.get(i, i) > 0)) : constant;
    if (waist && still.length === 0) return { items, waist, warnings };
    for (const item of still) {
      const where = constant.includes(item) ? "in all rows" : "in all rows that are complete";
      warnings.push({ code: "constant-item", message: `${item.name} has the same value ${where} and was left out.`, data: { item: item.name } });
    }
    items = items.filter((item) => !still.includes(item));
  }
}

function isConstant(values: Float64Array): boolean {
  let first = NaN;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(first)) first = value;
    else if (value !== first) return false;
  }
  return true;
}
