import { ScreeError, type Warning } from "../../errors";
import { type Finishing } from "../../survey/finish";
import {
  type Beginning,
  beginningOf,
  type Counted,
  countDelimited,
  type Looker,
  type StreamedFile,
  type StreamOptions,
} from "../../survey/stream/count-delimited";
import { type ColumnTally, mostCodes } from "../../survey/stream/tally";
import { type Analysis, type AnalysisSettings, type Selection } from "../analysis";
import { type AnalyzeOptions } from "../analyze";
import { type ChosenItems, chooseItems } from "../chosen-items";
import { analysisOfCounts } from "./analysis-of-counts";
import { PatternCounts } from "./pattern-counts";
import { type CountedScale, PersonMeans } from "./person-means";
import { type CountedItem, RowSet } from "./row-set";

export interface StreamReading extends StreamOptions {
  /** bytes that are looked at first, to tell which columns are items */
  readonly firstLook?: number;
  /** what the user says of the columns of these names */
  readonly finishing?: (names: readonly string[]) => Finishing;
}

/** What the rest of a file says otherwise is found by reading it. */
const firstLook = 8 << 20;

/**
 * The analysis of a delimited file of any size without keeping its rows: the answers to each pair of items are counted while the file goes by, and all else
 * follows from the counts, as it would from the rows. What only rows can give (bootstrap, scores, permuted parallel analysis) is refused by name.
 *
 * The file is read again where it turns out not to be what its beginning promised: another column is an item, an item has more answers, a code stands for no answer.
 * Sources: at the functions of its parts.
 *
 * @throws ScreeError `needs-rows`, `too-many-answers`, those of the reader and of `analyze`; the signal's reason when aborted
 */
export async function analyzeStream(
  file: StreamedFile,
  reading: StreamReading,
  selection: Selection,
  settings: AnalysisSettings,
  options: AnalyzeOptions = {},
): Promise<Analysis> {
  refuseRows(settings);
  const begun = await beginningOf(file, reading);
  const finishing = reading.finishing?.(begun.names.filter((_, c) => begun.layout.header.names[c].trim() !== "")) ?? {};
  const streaming = { ...reading, signal: options.signal };
  let known = await withoutRefusal(() => countDelimited(file, begun, finishing, streaming, undefined, reading.firstLook ?? firstLook));
  const constant = new Set<string>();
  const sizes = new Map<string, number>();
  const first = known;
  const isPromising = first && (await withoutRefusal(() => planOf(first, selection, settings, constant, sizes)));
  if (!isPromising) known = await countDelimited(file, begun, finishing, streaming); // the whole file may be more than its beginning
  for (;;) {
    const plan = planOf(known!, selection, settings, constant, sizes);
    const progress = (fraction: number) => options.progress?.(0.8 * fraction, "counting answers");
    const found = await pass(file, begun, finishing, { ...streaming, progress }, plan, settings, sizes);
    if (!found) continue; // an item has more answers than there was room for: now there is more
    known = found.counted;
    const whole = planOf(known, selection, settings, constant, sizes);
    if (signature(whole) !== signature(plan)) continue;
    const flat = found.sets[0].n < 3 ? [] : whole.main.filter((name) => answersIn(found.sets[0], known!, whole, name) < 2);
    if (flat.length > 0 && whole.main.length > flat.length) {
      flat.forEach((name) => constant.add(name));
      continue;
    }
    return analysisOfCounts(known, found, whole, settings, {
      signal: options.signal,
      progress: (fraction, stage) => options.progress?.(0.8 + 0.2 * fraction, stage),
    });
  }
}

/** undefined where the beginning of a file alone would be refused. */
async function withoutRefusal<T>(work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ScreeError) return undefined;
    throw error;
  }
}

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

function planOf(
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
const roomFor = (values: number): number => 2 ** Math.ceil(Math.log2(values + 1));

function refuseMeasured(name: string, size: number): void {
  if (size <= mostCodes + 1) return;
  throw new ScreeError("too-many-answers", `${name} has more than ${mostCodes} different answers, which are not counted in a file that is streamed.`, {
    hint: "Leave it out, or analyse a part of the file that fits in memory.",
    data: { item: name },
  });
}

const signature = ({ main, apart, items, scales }: Plan): string =>
  JSON.stringify([
    main,
    apart,
    [...items.values()].map(({ name, size, missing }) => [name, size, [...missing].sort()]),
    scales.map(({ values }) => values.map((own) => [...own])),
  ]);

export interface Found {
  readonly counted: Counted;
  /** the main rows, then those of each scale apart */
  readonly sets: readonly RowSet[];
  /** of the scales, under pairwise deletion */
  readonly persons: readonly PersonMeans[];
}

async function pass(
  file: StreamedFile,
  begun: Beginning,
  finishing: Finishing,
  options: StreamOptions,
  plan: Plan,
  settings: AnalysisSettings,
  sizes: Map<string, number>,
): Promise<Found | undefined> {
  let sets: RowSet[] = [];
  let persons: PersonMeans[] = [];
  const room = [...plan.items.values()];
  const itemsOf = (names: readonly string[]) => names.map((name) => plan.items.get(name)!);
  const makeLooker = (): Looker => {
    sets = [plan.main, ...plan.apart].map((names, s) => new RowSet(itemsOf(names), settings.missing, s === 0 ? new PatternCounts(names) : undefined));
    persons = plan.scales.map((scale) => new PersonMeans(scale));
    return {
      columns: plan.places,
      add(codes, rows, tallies) {
        const tallyOf = (at: number): ColumnTally => tallies[plan.places[at]];
        const narrow = room.filter(({ at, size }) => tallyOf(at).values.length >= size);
        narrow.forEach(({ name, at }) => sizes.set(name, roomFor(tallyOf(at).values.length)));
        if (narrow.length > 0) return false;
        sets.forEach((set) => set.add(codes, rows, tallyOf));
        persons.forEach((scale) => scale.add(codes, rows));
        return true;
      },
    };
  };
  const counted = await countDelimited(file, begun, finishing, options, makeLooker);
  if (!counted) return undefined;
  return { counted, sets, persons };
}

/** Different answers to an item among the rows that are analysed. */
function answersIn(set: RowSet, { survey, offset }: Counted, { chosen, main }: Plan, name: string): number {
  const c = survey.columns.findIndex((column) => column.name === name);
  return set.categories(main.indexOf(name), [NaN, ...chosen.item(name).values.slice(offset(c))]).length;
}

function refuseRows(settings: AnalysisSettings): void {
  const asked = [...(settings.bootstrap ? ["a bootstrap"] : []), ...(settings.parallel?.data === "permuted" ? ["parallel analysis of permuted answers"] : [])];
  if (asked.length === 0) return;
  throw new ScreeError("needs-rows", `A file that is streamed keeps no rows, which ${asked.join(" and ")} ${asked.length === 1 ? "needs" : "need"}.`, {
    hint: "Leave it out, or analyse a part of the file that fits in memory.",
  });
}
