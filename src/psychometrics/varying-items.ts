import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings } from "./analysis";
import type { Item } from "./chosen-items";
import { moments, type Moments } from "./moments";

/** No answer is larger than this; its fourth power is still a number. Files use such numbers for missing answers (SPSS: −1.8e308). */
const LARGEST_ANSWER = 1e50;

/**
 * Leaves out the items that are the same in every row used or hold impossible numbers, with a warning each, and gives the moments of the others.
 * Leaving an item out can bring rows back, so this is repeated until nothing changes.
 *
 * @throws ScreeError `too-few-items`, `too-few-rows`, `no-common-rows`
 * @internal
 */
export function itemsThatVary(all: readonly Item[], settings: AnalysisSettings): { items: readonly Item[]; waist: Moments; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const leaveOut = (item: Item, code: string, why: string) =>
    warnings.push({ code, message: `${item.name} ${why} and was left out.`, data: { item: item.name } });
  let items = all.filter((item) => {
    const extreme = largest(item.values);
    if (extreme < 0) leaveOut(item, "constant-item", "has no answers");
    if (extreme > LARGEST_ANSWER) leaveOut(item, "values-too-large", `holds ${extreme.toPrecision(2)}, which must be a code for no answer,`);
    return extreme >= 0 && extreme <= LARGEST_ANSWER;
  });
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
      leaveOut(item, "constant-item", `has the same value ${constant.includes(item) ? "in all rows" : "in all rows that are complete"}`);
    }
    items = items.filter((item) => !still.includes(item));
  }
}

/** Largest answer without its sign; −1 where there is none. */
function largest(values: Float64Array): number {
  let most = -1;
  for (const value of values) if (Math.abs(value) > most) most = Math.abs(value);
  return most;
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
