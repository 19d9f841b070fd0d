import { ScreeError } from "../errors";
import type { Analysis } from "../psychometrics/analysis";
import { nearestName } from "../psychometrics/selection";
import antiImage from "./anti-image";
import bootstrap from "./bootstrap";
import careless from "./careless";
import carelessComparison from "./careless-comparison";
import carelessIndices from "./careless-indices";
import communalities from "./communalities";
import correlations from "./correlations";
import descriptives from "./descriptives";
import factorCorrelations from "./factor-correlations";
import { withDataNotes } from "./exclusion-note";
import fit from "./fit";
import factorScores from "./factor-scores";
import largestResiduals from "./largest-residuals";
import interItem from "./inter-item";
import itemStatistics from "./item-statistics";
import type { TableKind } from "./kind";
import kmoBartlett from "./kmo-bartlett";
import loadingIntervals from "./loading-intervals";
import loadings from "./loadings";
import missingPatterns from "./missing-patterns";
import type { TableOptions } from "./options";
import parallelAnalysis from "./parallel-analysis";
import reliability from "./reliability";
import reliabilityCoefficients from "./reliability-coefficients";
import residuals from "./residuals";
import retention from "./retention";
import schmidLeiman from "./schmid-leiman";
import splitHalf from "./split-half";
import structure from "./structure";
import type { Table } from "./table";
import variance from "./variance";

/** Every kind of table, in the order of a paper. */
export const tableKinds: readonly TableKind[] = [
  descriptives,
  correlations,
  reliability,
  reliabilityCoefficients,
  splitHalf,
  interItem,
  itemStatistics,
  kmoBartlett,
  antiImage,
  retention,
  parallelAnalysis,
  variance,
  communalities,
  loadings,
  structure,
  factorCorrelations,
  schmidLeiman,
  fit,
  residuals,
  largestResiduals,
  loadingIntervals,
  bootstrap,
  factorScores,
  missingPatterns,
  carelessIndices,
  careless,
  carelessComparison,
];

export const isTableId = (id: string): boolean => tableKinds.some((kind) => kind.id === id);

/**
 * The table of an id.
 * @throws ScreeError `unknown-table`; `no-table` where this analysis has none of that kind
 */
export function makeTable(id: string, analysis: Analysis, options: TableOptions = {}): Table {
  const kind = tableKinds.find((one) => one.id === id);
  if (!kind) {
    const ids = tableKinds.map((one) => one.id);
    const near = nearestName(id, ids);
    throw new ScreeError("unknown-table", `There is no table "${id}".`, {
      hint: near ? `Did you mean "${near}"?` : `The tables are ${ids.join(", ")}.`,
      data: { table: id },
    });
  }
  const reason = kind.unavailable(analysis);
  if (reason)
    throw new ScreeError("no-table", `There is no ${id} table: ${reason}.`, { hint: "Choose another table or change the analysis.", data: { table: id } });
  return withDataNotes(kind.make(analysis, options), analysis);
}

/** All tables that an analysis has, but for those that are made on request. */
export function allTables(analysis: Analysis, options: TableOptions = {}): readonly Table[] {
  return tableKinds
    .filter((kind) => !kind.onRequest && kind.unavailable(analysis) === undefined)
    .map((kind) => withDataNotes(kind.make(analysis, options), analysis));
}
