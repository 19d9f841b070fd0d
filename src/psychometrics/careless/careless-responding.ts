import { ScreeError } from "../../errors";
import { duplicatedRows, expectedAlike } from "./duplicates";
import { evenOddConsistency } from "./even-odd";
import { longstrings } from "./longstring";
import { mahalanobisDistances } from "./mahalanobis";
import { responseVariability } from "./response-variability";
import { type CarelessThresholds, defaultThresholds, fewestAnswers, fewestItems } from "./thresholds";

export interface CarelessData {
  readonly items: readonly string[];
  /** p columns of answers in the order of the questionnaire, as they were given, NaN where missing */
  readonly columns: readonly Float64Array[];
  /** items of each scale, for the even–odd consistency */
  readonly scales?: readonly { readonly name: string; readonly items: readonly string[] }[];
  /** reverse-worded items with their answers turned round: for the even–odd consistency, and only there */
  readonly reflected?: ReadonlyMap<string, Float64Array>;
  /** response time of each row in seconds */
  readonly seconds?: Float64Array;
  /** "choose 'agree' here": the item, which is not one of `items`, and the answer that was asked for */
  readonly instructed?: readonly { readonly name: string; readonly answers: Float64Array; readonly expected: number }[];
}

export interface CarelessRow {
  /** from 0, as in the data */
  readonly row: number;
  readonly longstring: number;
  readonly variability: number | null;
  readonly mahalanobis: { readonly squared: number; readonly p: number } | null;
  readonly evenOdd: number | null;
  /** an earlier row with the same answers */
  readonly duplicateOf: number | null;
  readonly secondsPerItem: number | null;
  readonly failedInstructions: readonly string[];
  /** the indices that are beyond their cut-offs; empty for most rows */
  readonly reasons: readonly CarelessIndex[];
}

export const carelessIndices = ["longstring", "variability", "even-odd", "mahalanobis", "duplicate", "time", "instructed"] as const;
export type CarelessIndex = (typeof carelessIndices)[number];

/**
 * Indices of careless responding for every row, and which of them are beyond their cut-offs. Nothing is removed: each index flags careful people too,
 * so a row with one reason is to be looked at and a row with several is likely careless (Curran, 2016; Meade & Craig, 2012).
 *
 * @throws ScreeError `too-few-items`: fewer than two
 */
export function carelessResponding(data: CarelessData, thresholds: CarelessThresholds = defaultThresholds): CarelessRow[] {
  const { items, columns, seconds, instructed = [] } = data;
  const p = columns.length;
  if (p < 2)
    throw new ScreeError("too-few-items", `Careless responding cannot be seen in ${p === 1 ? "one item" : "no items"}.`, { hint: "Name two items or more." });
  const runs = longstrings(columns);
  const variability = responseVariability(columns);
  const distances = mahalanobisDistances(items, columns);
  const wide = scalesOf(data);
  const consistency = evenOddConsistency(wide);
  const run = judgesRuns(columns, thresholds);
  const judged = wide.length >= thresholds.evenOddScales;
  const duplicates = duplicatedRows(columns);
  const alike = expectedAlike(
    columns,
    [...duplicates.keys()].filter((row) => duplicates[row] >= 0),
  );

  return Array.from({ length: columns[0].length }, (_, row): CarelessRow => {
    const indices = {
      row,
      longstring: runs[row],
      variability: Number.isNaN(variability[row]) ? null : variability[row],
      mahalanobis: distances[row],
      evenOdd: consistency.length > 0 && !Number.isNaN(consistency[row]) ? consistency[row] : null,
      duplicateOf: duplicates[row] >= 0 ? duplicates[row] : null,
      secondsPerItem: seconds && seconds[row] >= 0 ? seconds[row] / p : null,
      failedInstructions: instructed.filter(({ answers, expected }) => !Number.isNaN(answers[row]) && answers[row] !== expected).map(({ name }) => name),
    };
    return {
      ...indices,
      reasons: reasonsOf(indices, p, { run, consistency: judged, duplicate: (alike.get(row) ?? 0) < thresholds.duplicateChance }, thresholds),
    };
  });
}

/** @param judged what these data, or this row, allow to be judged */
function reasonsOf(
  row: Omit<CarelessRow, "reasons">,
  p: number,
  judged: { readonly run: boolean; readonly consistency: boolean; readonly duplicate: boolean },
  thresholds: CarelessThresholds,
): CarelessIndex[] {
  const beyond: Record<CarelessIndex, boolean> = {
    longstring: judged.run && row.longstring >= longestRun(p, thresholds),
    variability: thresholds.variability !== null && row.variability !== null && row.variability < thresholds.variability,
    "even-odd": judged.consistency && row.evenOdd !== null && row.evenOdd < thresholds.evenOdd,
    mahalanobis: row.mahalanobis !== null && row.mahalanobis.p < thresholds.mahalanobisP,
    duplicate: row.duplicateOf !== null && judged.duplicate,
    time: row.secondsPerItem !== null && row.secondsPerItem < thresholds.secondsPerItem,
    instructed: row.failedInstructions.length > 0,
  };
  return carelessIndices.filter((index) => beyond[index]);
}

/**
 * Whether a run of equal answers says anything: among eight items or more, most with four answers to choose from, or where the user says how long it must be.
 *
 * @internal
 */
export function judgesRuns(columns: readonly Float64Array[], { longstring }: CarelessThresholds): boolean {
  if (longstring !== undefined) return true;
  const rich = columns.filter((column) => hasAnswers(column, fewestAnswers)).length;
  return columns.length >= fewestItems && 2 * rich >= columns.length;
}

function hasAnswers(column: Float64Array, wanted: number): boolean {
  const found = new Set<number>();
  for (const answer of column) {
    if (Number.isNaN(answer)) continue;
    found.add(answer);
    if (found.size >= wanted) return true;
  }
  return false;
}

/** The run of equal answers from which on a row is flagged, in items. */
export const longestRun = (p: number, { longstring, longstringShare }: CarelessThresholds): number =>
  longstring ?? Math.max(fewestItems, Math.ceil(p * longstringShare));

/** Scales of two items or more, reverse-worded items turned round; fewer than three scales give no consistency. */
function scalesOf({ items, columns, scales = [], reflected }: CarelessData): Float64Array[][] {
  const wide = scales.map((scale) => scale.items.filter((item) => items.includes(item))).filter((members) => members.length >= 2);
  if (wide.length < 3) return [];
  return wide.map((members) => members.map((item) => reflected?.get(item) ?? columns[items.indexOf(item)]));
}
