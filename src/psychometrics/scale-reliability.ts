import type { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings, Reliability, Scale } from "./analysis";
import type { ChosenItems, Item } from "./chosen-items";
import { conventionOf } from "./convention";
import { correlations } from "./correlation";
import { asWarning } from "./factorability";
import { completeRows, momentsOf, type Moments } from "./moments";
import { personMeans, reliability } from "./reliability";
import { itemsThatVary } from "./varying-items";

/** Items with the rows they are analysed over, and what was computed from those. */
export interface Analysed {
  readonly items: readonly Item[];
  readonly rows: Int32Array;
  readonly waist: Moments;
  /** of the kind asked for, p × p */
  readonly correlation: Matrix;
}

/**
 * The reliability of a scale of the analysis. A scale within the items analysed shares their rows; any other has rows of its own.
 * What cannot be computed is null, with a warning.
 * Sources: at the functions of its parts.
 */
export function scaleReliability(
  scale: Scale,
  analysed: Analysed,
  chosen: ChosenItems,
  settings: AnalysisSettings,
): { reliability: Reliability; warnings: readonly Warning[] } {
  const chosenNames = new Set(chosen.items.map((item) => item.name));
  try {
    if (scale.items.every((name) => chosenNames.has(name))) return ofItems(scale, part(analysed, scale.items), settings);
    const { items, waist, warnings } = itemsThatVary(scale.items.map(chosen.item), settings);
    const rows = settings.missing === "listwise" ? completeRows(items.map(({ values }) => values)) : analysed.rows;
    const correlation = settings.correlation === "polychoric" ? correlations(items, rows, waist, settings).matrix : waist.correlation;
    const result = ofItems(scale, { items, rows, waist, correlation }, settings);
    return { ...result, warnings: [...warnings, ...result.warnings] };
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    return { reliability: unknownReliability(scale), warnings: [{ ...asWarning(error), message: `Scale ${scale.name}: ${error.message}` }] };
  }
}

/** Those of the items analysed that belong to a scale, in the order analysed. */
function part(analysed: Analysed, names: readonly string[]): Analysed {
  const at = analysed.items.flatMap((item, i) => (names.includes(item.name) ? [i] : []));
  if (at.length === analysed.items.length) return analysed;
  const items = at.map((i) => analysed.items[i]);
  const waist = momentsOf(
    analysed.waist,
    items.map(({ name }) => name),
  );
  return { items, rows: analysed.rows, waist, correlation: analysed.correlation.selection(at, at) };
}

function ofItems(scale: Scale, { items, rows, waist, correlation }: Analysed, settings: AnalysisSettings) {
  const reversed = new Set(items.filter((item) => item.reversed).map(({ name }) => name));
  const columns = items.map(({ values }) => values);
  return reliability(
    scale,
    waist,
    reversed,
    personMeans(columns, rows),
    conventionOf(settings, "guttman"),
    settings.correlation === "polychoric" ? correlation : undefined,
  );
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
