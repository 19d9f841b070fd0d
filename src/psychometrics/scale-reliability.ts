import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings, Reliability, Scale } from "./analysis";
import type { ChosenItems, Item } from "./chosen-items";
import { asWarning } from "./factorability";
import { completeRows, momentsOf, type Moments } from "./moments";
import { personMeans, reliability } from "./reliability";
import { itemsThatVary } from "./varying-items";

/**
 * The reliability of a scale of the analysis. A scale within the items analysed shares their rows; any other has rows of its own.
 *
 * @param items the items analysed
 * @param rows the rows analysed
 * @param waist the moments of those
 */
export function scaleReliability(
  scale: Scale,
  items: readonly Item[],
  rows: Int32Array,
  waist: Moments,
  chosen: ChosenItems,
  settings: AnalysisSettings,
): { reliability: Reliability; warnings: readonly Warning[] } {
  const analysed = new Set(waist.items);
  const outside = scale.items.filter((name) => !analysed.has(name) && !chosen.items.some((item) => item.name === name));
  try {
    if (outside.length === 0) {
      const own = items.filter((item) => scale.items.includes(item.name));
      return ofItems(
        scale,
        own,
        rows,
        own.length === items.length
          ? waist
          : momentsOf(
              waist,
              own.map(({ name }) => name),
            ),
        settings,
      );
    }
    const own = itemsThatVary(scale.items.map(chosen.item), settings);
    const ownRows = settings.missing === "listwise" ? completeRows(own.items.map(({ values }) => values)) : rows;
    const result = ofItems(scale, own.items, ownRows, own.waist, settings);
    return { ...result, warnings: [...own.warnings, ...result.warnings] };
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    return { reliability: unknownReliability(scale), warnings: [{ ...asWarning(error), message: `Scale ${scale.name}: ${error.message}` }] };
  }
}

function ofItems(scale: Scale, items: readonly Item[], rows: Int32Array, waist: Moments, settings: AnalysisSettings) {
  const reversed = new Set(items.filter((item) => item.reversed).map(({ name }) => name));
  const persons = personMeans(
    items.map(({ values }) => values),
    rows,
  );
  return reliability(scale, waist, reversed, persons, settings.convention);
}

const unknownReliability = ({ name, items }: Scale): Reliability => ({
  scale: name,
  items,
  n: 0,
  alpha: null,
  alphaCi: null,
  standardizedAlpha: null,
  omegaTotal: null,
  lambda6: null,
  averageInterItem: null,
  splitHalf: null,
  mean: null,
  sd: null,
  perItem: [],
});
