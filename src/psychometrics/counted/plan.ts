import { ScreeError, type Warning } from "../../errors";
import { type Counted } from "../../survey/stream/count-delimited";
import { type ColumnTally, mostCodes } from "../../survey/stream/tally";
import { type AnalysisSettings, type Selection } from "../analysis";
import { type ChosenItems, chooseItems } from "../chosen-items";
import { PatternCounts } from "./pattern-counts";
import { type CountedScale, PersonMeans } from "./person-means";
import { type CountedItem, RowSet } from "./row-set";

/** Which items are counted over which rows. */
export interface Plan {
  readonly chosen: ChosenItems;
  /** the items analysed, but for those that are the same in all rows */
  readonly main: readonly string[];
  /** scales with items outside the analysis have rows of their own */
  readonly apart: readonly (readonly string[])[];
  readonly constant: readonly Warning[];
  /** by name */
  readonly items: ReadonlyMap<string, CountedItem>;
  /** columns of the file that are looked at */
  readonly places: readonly number[];
  /** under pairwise deletion, the scales whose persons' means are taken over the answers given */
  readonly scales: readonly CountedScale[];
}

/**
 * @throws ScreeError `too-few-items`, `too-many-answers`, those of `chooseItems`
 * @internal
 */
export function planOf(
  { survey, places, counted, tallies, offset }: Counted,
  selection: Selection,
  { missing: deletion }: AnalysisSettings,
  constant: Set<string>,
  sizes: Map<string, number>,
): Plan {
  const chosen = chooseItems(survey, selection);
  const warnings: Warning[] = [];
  const varies = (name: string): boolean => {
    const c = survey.columns.findIndex((column) => column.name === name);
    const { distinct, valid } = counted.facts(survey.columns[c], c);
    if (valid > 0 && distinct > 1 && !constant.has(name)) return true;
    const why = valid === 0 ? "has no answers" : `has the same value ${constant.has(name) ? "in all rows that are complete" : "in all rows"}`;
    warnings.push({ code: "constant-item", message: `${name} ${why} and was left out.`, data: { item: name } });
    return false;
  };
  const main = chosen.items.map(({ name }) => name).filter(varies);
  if (main.length < 2)
    throw new ScreeError("too-few-items", "Fewer than two items vary, so there is nothing to correlate.", {
      hint: "Choose items with different answers.",
      data: { items: main },
    });
  const inMain = new Set(chosen.items.map(({ name }) => name));
  const apart = chosen.scales.map(({ items }) => items).filter((items) => !items.every((name) => inMain.has(name)));
  const names = [...new Set([...main, ...apart.flat()])];
  const items = new Map(
    names.map((name, at) => {
      const c = survey.columns.findIndex((column) => column.name === name);
      const { values } = tallies[c];
      const own = chosen.item(name).values;
      const missing = new Set(values.filter((_, code) => Number.isNaN(own[offset(c) + code])));
      const size = Math.max(sizes.get(name) ?? 8, roomFor(values.length));
      sizes.set(name, size);
      return [name, { name, at, size, missing }];
    }),
  );
  names.forEach((name) => refuseMeasured(name, items.get(name)!.size));
  const byCode = (name: string) =>
    Float64Array.from([NaN, ...chosen.item(name).values.slice(offset(survey.columns.findIndex((column) => column.name === name)))]);
  const members = (own: readonly string[]) => (apart.includes(own) ? own : main.filter((name) => own.includes(name)));
  const scales =
    deletion === "listwise"
      ? []
      : chosen.scales.map((scale) => members(scale.items)).map((own) => ({ at: own.map((name) => items.get(name)!.at), values: own.map(byCode) }));
  return {
    chosen,
    main,
    apart,
    constant: warnings,
    scales,
    items,
    places: names.map((name) => places[survey.columns.findIndex((column) => column.name === name)]),
  };
}

/** A power of two, so that codes are parts of one number; missing is a code too. */
export const roomFor = (values: number): number => 2 ** Math.ceil(Math.log2(values + 1));

function refuseMeasured(name: string, size: number): void {
  if (size <= mostCodes + 1) return;
  throw new ScreeError("too-many-answers", `${name} has more than ${mostCodes} different answers, which are not counted in a file that is streamed.`, {
    hint: "Leave it out, or analyse a part of the file that fits in memory.",
    data: { item: name },
  });
}

export const signature = ({ main, apart, items, scales }: Plan): string =>
  JSON.stringify([
    main,
    apart,
    [...items.values()].map(({ name, size, missing }) => [name, size, [...missing].sort()]),
    scales.map(({ values }) => values.map((own) => [...own])),
  ]);

/**
 * Different answers to an item among the rows that are analysed.
 * @internal
 */
export function answersIn(set: RowSet, { survey, offset }: Counted, { chosen, main }: Plan, name: string): number {
  const c = survey.columns.findIndex((column) => column.name === name);
  return set.categories(main.indexOf(name), [NaN, ...chosen.item(name).values.slice(offset(c))]).length;
}

/** What is counted of the rows of a plan. */
export interface Counts {
  /** the main rows, then those of each scale apart */
  readonly sets: readonly RowSet[];
  /** of the scales, under pairwise deletion */
  readonly persons: readonly PersonMeans[];
}

/** @internal */
export function countsOf({ main, apart, items, scales }: Plan, { missing }: AnalysisSettings): Counts {
  const itemsOf = (names: readonly string[]) => names.map((name) => items.get(name)!);
  return {
    sets: [main, ...apart].map((names, s) => new RowSet(itemsOf(names), missing, s === 0 ? new PatternCounts(names) : undefined)),
    persons: scales.map((scale) => new PersonMeans(scale)),
  };
}

/**
 * Counts rows. @param codes of the items of the plan
 * @internal
 */
export function addTo({ sets, persons }: Counts, codes: readonly Uint8Array[], rows: number, tallyOf: (at: number) => ColumnTally): void {
  sets.forEach((set) => set.add(codes, rows, tallyOf));
  persons.forEach((scale) => scale.add(codes, rows));
}
