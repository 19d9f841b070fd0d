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
import { type CountedItem, RowSet } from "./row-set";

export interface StreamReading extends StreamOptions {
  /** what the user says of the columns of these names */
  readonly finishing?: (names: readonly string[]) => Finishing;
}

/** As much of the file tells first which columns are items; what the rest of it says otherwise is found by reading it. */
const firstLook = 8 << 20;

/**
 * The analysis of a delimited file of any size without keeping its rows: the answers to each pair of items are counted while the file goes by, and all else
 * follows from the counts, as it would from the rows. What only rows can give (bootstrap, scores, permuted parallel analysis) is refused by name.
 *
 * The file is read again where it turns out not to be what its beginning promised: another column is an item, an item has more answers, a code stands for no answer.
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
  let known = await countDelimited(file, begun, finishing, streaming, undefined, firstLook);
  const constant = new Set<string>();
  const sizes = new Map<string, number>();
  for (;;) {
    const plan = planOf(known!, selection, constant, sizes);
    const progress = (fraction: number) => options.progress?.(0.8 * fraction, "counting answers");
    const found = await pass(file, begun, finishing, { ...streaming, progress }, plan, settings);
    if (!found) continue; // an item has more answers than there was room for; `sizes` says how many
    known = found.counted;
    if (signature(planOf(known, selection, constant, sizes)) !== signature(plan)) continue;
    const flat = found.sets[0].n < 3 ? [] : plan.main.filter((name) => found.variation(name) === 0);
    if (flat.length > 0 && plan.main.length > flat.length) {
      flat.forEach((name) => constant.add(name));
      continue;
    }
    return analysisOfCounts(known, found.sets, plan, settings, {
      signal: options.signal,
      progress: (fraction, stage) => options.progress?.(0.8 + 0.2 * fraction, stage),
    });
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
}

function planOf({ survey, places, counted, tallies, offset }: Counted, selection: Selection, constant: Set<string>, sizes: Map<string, number>): Plan {
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
  return { chosen, main, apart, constant: warnings, items, places: names.map((name) => places[survey.columns.findIndex((column) => column.name === name)]) };
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

const signature = ({ main, apart, items }: Plan): string =>
  JSON.stringify([main, apart, [...items.values()].map(({ name, size, missing }) => [name, size, [...missing].sort()])]);

interface Found {
  readonly counted: Counted;
  /** the main rows, then those of each scale apart */
  readonly sets: readonly RowSet[];
  /** different answers of an item among the rows analysed, less one */
  variation(name: string): number;
}

async function pass(
  file: StreamedFile,
  begun: Beginning,
  finishing: Finishing,
  options: StreamOptions,
  plan: Plan,
  settings: AnalysisSettings,
): Promise<Found | undefined> {
  let sets: RowSet[] = [];
  const room = [...plan.items.values()];
  const makeLooker = (): Looker => {
    sets = [plan.main, ...plan.apart].map(
      (names) =>
        new RowSet(
          names.map((name) => plan.items.get(name)!),
          settings.missing,
        ),
    );
    return {
      columns: plan.places,
      add(codes, rows, tallies) {
        const tallyOf = (at: number): ColumnTally => tallies[plan.places[at]];
        if (room.some(({ at, size }) => tallyOf(at).values.length >= size)) return false;
        sets.forEach((set) => set.add(codes, rows, tallyOf));
        return true;
      },
    };
  };
  const counted = await countDelimited(file, begun, finishing, options, makeLooker);
  if (!counted) return undefined;
  const variation = (name: string): number => {
    const c = counted.survey.columns.findIndex((column) => column.name === name);
    const values = [NaN, ...plan.chosen.item(name).values.slice(counted.offset(c))];
    return sets[0].categories(plan.main.indexOf(name), values).length - 1;
  };
  return { counted, sets, variation };
}

function refuseRows(settings: AnalysisSettings): void {
  const asked = [...(settings.bootstrap ? ["a bootstrap"] : []), ...(settings.parallel?.data === "permuted" ? ["parallel analysis of permuted answers"] : [])];
  if (asked.length === 0) return;
  throw new ScreeError("needs-rows", `A file that is streamed keeps no rows, which ${asked.join(" and ")} ${asked.length === 1 ? "needs" : "need"}.`, {
    hint: "Leave it out, or analyse a part of the file that fits in memory.",
  });
}
