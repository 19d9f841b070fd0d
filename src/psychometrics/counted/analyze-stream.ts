import { ScreeError } from "../../errors";
import { type Finishing } from "../../survey/finish";
import { type Beginning, beginningOf, type StreamedFile, type StreamOptions } from "../../survey/stream/beginning";
import { type Counted, countDelimited, type Looker } from "../../survey/stream/count-delimited";
import { type ColumnTally } from "../../survey/stream/tally";
import { type Analysis, type AnalysisSettings, type Selection } from "../analysis";
import { type AnalyzeOptions } from "../analyze";
import { analysisOfCounts } from "./analysis-of-counts";
import { addTo, answersIn, type Counts, countsOf, type Plan, planOf, roomFor, signature } from "./plan";

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
    const analysis = await analysisOfCounts(known, found, whole, settings, {
      signal: options.signal,
      progress: (fraction, stage) => options.progress?.(0.8 + 0.2 * fraction, stage),
    });
    const message = `${file.name} was read without keeping its rows; the answers to each pair of items were counted.`;
    return { ...analysis, warnings: [...analysis.warnings, { code: "streamed", message }] };
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

interface Found extends Counts {
  readonly counted: Counted;
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
  const room = [...plan.items.values()];
  let counts = countsOf(plan, settings);
  const makeLooker = (): Looker => {
    counts = countsOf(plan, settings);
    return {
      columns: plan.places,
      add(codes, rows, tallies) {
        const tallyOf = (at: number): ColumnTally => tallies[plan.places[at]];
        const narrow = room.filter(({ at, size }) => tallyOf(at).values.length >= size);
        narrow.forEach(({ name, at }) => sizes.set(name, roomFor(tallyOf(at).values.length)));
        if (narrow.length > 0) return false;
        addTo(counts, codes, rows, tallyOf);
        return true;
      },
    };
  };
  const counted = await countDelimited(file, begun, finishing, options, makeLooker);
  return counted && { counted, ...counts };
}

function refuseRows(settings: AnalysisSettings): void {
  const asked = [
    ...(settings.bootstrap ? ["a bootstrap"] : []),
    ...(settings.comparisonData ? ["comparison data"] : []),
    ...(settings.parallel?.data === "permuted" ? ["parallel analysis of permuted answers"] : []),
  ];
  if (asked.length === 0) return;
  throw new ScreeError(
    "needs-rows",
    `A file that is streamed keeps no rows, which ${asked.join(" and ")} ${asked.length === 1 && !settings.comparisonData ? "needs" : "need"}.`,
    {
      hint: "Leave it out, or analyse a part of the file that fits in memory.",
    },
  );
}
