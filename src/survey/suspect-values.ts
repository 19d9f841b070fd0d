import { type Warning } from "../errors";
import { isRefusal } from "./answer-words";
import { countBytes } from "./column-facts";
import { list } from "./names";
import { type CountedColumns } from "./stream/counted";
import { type Column, type NumericColumn } from "./survey";

/** Codes in use for "no answer". */
const codes = new Set([-9999, -999, -99, -98, -97, -9, -8, -7, -1, 0, 8, 9, 66, 77, 88, 97, 98, 99, 666, 777, 888, 997, 998, 999, 9999, 99999]);

/** A scale has at most this many points. */
const mostPoints = 11;

/**
 * Values in items that look like missing codes or slips: 9 or 99 beyond a gap on a five-point scale, a code whose label says "no answer", a 7 or 55 where every
 * other item has 1 to 5. Nothing is changed; the warning says where they are and how to make them missing.
 *
 * @param headerRows rows of the file above the first row of answers, so that rows are numbered as in the file
 */
export function suspectValues(columns: readonly Column[], headerRows = 0, counted?: CountedColumns): Warning[] {
  const items = columns.filter((column): column is NumericColumn => column.kind === "numeric" && column.role === "item");
  const counts = items.map((item) => (counted ? weighted(item, columns.indexOf(item), counted) : frequencies(item)));
  const warnings: Warning[] = [];

  const everywhere = new Set(counts.flatMap((count) => [...count.keys()]));
  const suspects = new Map<number, string[]>();
  const labelled = new Set<number>();
  items.forEach((item, i) => {
    for (const value of counts[i].keys()) {
      const refused = item.valueLabels?.has(value) && isRefusal(item.valueLabels.get(value)!);
      if (refused) labelled.add(value);
      if (refused || (codes.has(value) && beyondGap(value, [...counts[i].keys()], everywhere)))
        suspects.set(value, [...(suspects.get(value) ?? []), item.name]);
    }
  });
  for (const [code, names] of suspects) {
    // A single 8 or 9 may be a number of siblings; in several items it is a code.
    if (code >= 0 && code < surelyNoPoint && names.length < 2 && !labelled.has(code)) suspects.delete(code);
  }
  for (const [code, names] of suspects) {
    const message = `${code} in ${list(names)} looks like a code for a missing answer and is counted as an answer. If it is one, declare it: missing codes ${code}.`;
    warnings.push({ code: "suspect-missing-code", message, data: { value: code, columns: names } });
  }

  const usual = usualRange(counts, suspects);
  if (!usual) return warnings;
  items.forEach((item, i) => {
    const odd = [...counts[i].keys()].filter((value) => (value < usual.low || value > usual.high) && !suspects.has(value));
    const cells = odd.reduce((sum, value) => sum + counts[i].get(value)!, 0);
    if (odd.length === 0 || !isRare(cells, item.missing + total(counts[i]))) return;
    const entries = rowsWith(item, new Set(odd));
    const found = counted ? entries.flatMap((entry) => counted.rows(columns.indexOf(item), entry)).sort((a, b) => a - b) : entries;
    const rows = found.map((row) => row + 1 + headerRows);
    const shown = cells > rows.length ? `${rows.slice(0, 12).join(", ")} and ${cells - 12} more` : list(rows.map(String));
    const message = `${item.name} has ${list(odd.map(String))} in ${rows.length === 1 ? "row" : "rows"} ${shown} of the file; the other items have ${usual.low} to ${usual.high}.`;
    warnings.push({ code: "value-out-of-range", message, data: { column: item.name, values: odd, rows } });
  });
  return warnings;
}

const total = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((sum, times) => sum + times, 0);

/** Of a column whose rows were counted. */
function weighted({ values, sentinel }: NumericColumn, c: number, counted: CountedColumns): Map<number, number> {
  const counts = new Map<number, number>();
  values.forEach((value: number, entry: number) => {
    const weight = counted.weight(c, entry);
    if (value !== sentinel && value === value && weight > 0) counts.set(value, (counts.get(value) ?? 0) + weight);
  });
  return counts;
}

/** Values of items, and how often each occurs. Items have few distinct values, and mostly a byte each: those are counted in an array. */
function frequencies({ values, sentinel }: NumericColumn): Map<number, number> {
  const counts = new Map<number, number>();
  if (values instanceof Int8Array) {
    countBytes(values).forEach((times, byte) => {
      if (times > 0 && byte - 128 !== sentinel) counts.set(byte - 128, times);
    });
    return counts;
  }
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === sentinel || value !== value) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Beyond this, no scale has points, and a code is one without regard to the gap. */
const surelyNoPoint = 66;

/**
 * The others are whole numbers close together and this one stands apart: three or more above them with nothing between in any item
 * (so that an eleven-point scale with rare answers is not suspected), or below zero and two or more under them.
 */
function beyondGap(value: number, distinct: readonly number[], everywhere: ReadonlySet<number>): boolean {
  const others = distinct.filter((one) => one !== value && !(codes.has(one) && (one < -1 || one >= 7)));
  if (others.length < 2 || others.length > mostPoints || !others.every(Number.isInteger)) return false;
  const low = Math.min(...others);
  const high = Math.max(...others);
  if (high - low >= mostPoints) return false;
  if (value < low) return value < 0 && low - value > 1;
  if (value >= surelyNoPoint) return true;
  return value - high >= 3 && ![...everywhere].some((one) => one > high && one < value && !codes.has(one));
}

/** An item in which so few rows have a value may have it by a slip. */
const isRare = (times: number, rows: number): boolean => times <= Math.max(3, rows * 0.02);

/**
 * The range of the values that half of the items or more have, where three in four items have no other but by a slip: four items or more.
 * What a quarter of the items have is no slip.
 */
function usualRange(counts: readonly ReadonlyMap<number, number>[], suspects: ReadonlyMap<number, unknown>): { low: number; high: number } | undefined {
  const holders = new Map<number, number>();
  for (const count of counts) for (const value of count.keys()) if (!suspects.has(value)) holders.set(value, (holders.get(value) ?? 0) + 1);
  const common = [...holders].filter(([, items]) => items * 2 >= counts.length).map(([value]) => value);
  if (counts.length < 4 || common.length < 2) return undefined;
  const [low, high] = [Math.min(...common), Math.max(...common)];
  const isOutside = (value: number) => !suspects.has(value) && (value < low || value > high);
  if ([...holders].some(([value, items]) => isOutside(value) && items * 4 >= counts.length)) return undefined;
  const agree = counts.filter((count) => [...count].every(([value, times]) => !isOutside(value) || isRare(times, total(count))));
  return agree.length >= counts.length * 0.75 ? { low, high } : undefined;
}

function rowsWith({ values }: NumericColumn, wanted: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) if (wanted.has(values[row])) rows.push(row);
  return rows;
}
