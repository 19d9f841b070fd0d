import { ScreeError } from "../../errors";
import { duplicatedRows } from "./duplicates";
import { evenOddConsistency } from "./even-odd";
import { longstrings } from "./longstring";
import { mahalanobisDistances } from "./mahalanobis";
import { responseVariability } from "./response-variability";

export interface CarelessData {
  readonly items: readonly string[];
  /** p columns of answers in the order of the questionnaire, as they were given, NaN where missing */
  readonly columns: readonly Float64Array[];
  /** items of each scale, for the even–odd consistency */
  readonly scales?: readonly { readonly name: string; readonly items: readonly string[] }[];
  /** reverse-worded items: reflected for the even–odd consistency, and only there */
  readonly reverse?: readonly string[];
  /** response time of each row in seconds */
  readonly seconds?: Float64Array;
  /** "choose 'agree' here": the item, which is not one of `items`, and the answer that was asked for */
  readonly instructed?: readonly { readonly name: string; readonly answers: Float64Array; readonly expected: number }[];
}

/** Where an index begins to count. Defaults: Curran (2016), Johnson (2005), Huang et al. (2012). */
export interface CarelessThresholds {
  /** share of the items in one run of the same answer */
  readonly longstringShare: number;
  /** of D² */
  readonly mahalanobisP: number;
  readonly evenOdd: number;
  readonly secondsPerItem: number;
}
export const defaultThresholds: CarelessThresholds = { longstringShare: 0.5, mahalanobisP: 0.001, evenOdd: 0.3, secondsPerItem: 2 };

/** With fewer items a run of half of them is nothing unusual. */
const fewestItems = 8;

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
  /** why the row deserves a look, in words; empty for most */
  readonly reasons: readonly string[];
}

/**
 * Indices of careless responding for every row, and the reasons to look at some. Nothing is removed: each index flags careful people too,
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
  const consistency = evenOddConsistency(reflectedScales(data));
  const duplicates = duplicatedRows(columns);

  return Array.from({ length: columns[0].length }, (_, row): CarelessRow => {
    const evenOdd = consistency.length > 0 && !Number.isNaN(consistency[row]) ? consistency[row] : null;
    const perItem = seconds && seconds[row] >= 0 ? seconds[row] / p : null;
    const failed = instructed.filter(({ answers, expected }) => !Number.isNaN(answers[row]) && answers[row] !== expected).map(({ name }) => name);
    const reasons: string[] = [];
    if (p >= fewestItems && runs[row] > p * thresholds.longstringShare) reasons.push(`the same answer to ${runs[row]} items in a row`);
    const distance = distances[row];
    if (distance && distance.p < thresholds.mahalanobisP) reasons.push(`an unusual pattern (Mahalanobis D² = ${distance.squared.toFixed(1)}, ${p} items)`);
    if (evenOdd !== null && evenOdd < thresholds.evenOdd) reasons.push(`odd and even items of the scales do not agree (${evenOdd.toFixed(2)})`);
    if (duplicates[row] >= 0) reasons.push(`all answers as in row ${duplicates[row] + 1}`);
    if (perItem !== null && perItem < thresholds.secondsPerItem) reasons.push(`${perItem.toFixed(1)} seconds an item`);
    if (failed.length > 0) reasons.push(`another answer than instructed to ${failed.join(", ")}`);
    return {
      row,
      longstring: runs[row],
      variability: Number.isNaN(variability[row]) ? null : variability[row],
      mahalanobis: distance,
      evenOdd,
      duplicateOf: duplicates[row] >= 0 ? duplicates[row] : null,
      secondsPerItem: perItem,
      failedInstructions: failed,
      reasons,
    };
  });
}

/** Scales of two items or more; fewer than three scales give no consistency. */
function reflectedScales({ items, columns, scales = [], reverse = [] }: CarelessData): Float64Array[][] {
  const reversed = new Set(reverse);
  const wide = scales.map((scale) => scale.items.filter((item) => items.includes(item))).filter((members) => members.length >= 2);
  if (wide.length < 3) return [];
  return wide.map((members) => {
    const answers = members.map((item) => columns[items.indexOf(item)]);
    const given = answers.flatMap((column) => Array.from(column).filter((value) => !Number.isNaN(value)));
    const sum = given.reduce((low, value) => Math.min(low, value), Infinity) + given.reduce((high, value) => Math.max(high, value), -Infinity);
    return members.map((item, i) => (reversed.has(item) ? answers[i].map((value) => sum - value) : answers[i]));
  });
}
