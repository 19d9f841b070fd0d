import { ScreeError } from "../../errors";
import { type Counted } from "../../survey/stream/count-delimited";
import { countedColumns } from "../../survey/stream/counted";
import { ColumnTally } from "../../survey/stream/tally";
import { type NumericColumn, type Survey } from "../../survey/survey";
import { type Analysis, type AnalysisSettings, type Selection } from "../analysis";
import { type AnalyzeOptions } from "../analyze";
import { inSlices } from "../slices";
import { analysisOfCounts } from "./analysis-of-counts";
import { addTo, answersIn, countsOf, planOf } from "./plan";

const block = 1 << 16;

/**
 * The analysis of a survey of many rows from the cross-tables of its items, which are counted from its columns as they are: the same results as from the rows.
 *
 * @returns undefined where only the rows give it: an item has more than 127 different answers
 * @throws ScreeError those of `analyze`; the signal's reason when aborted
 * @internal
 */
export async function analyzeColumns(
  survey: Survey,
  selection: Selection,
  settings: AnalysisSettings,
  options: AnalyzeOptions = {},
): Promise<Analysis | undefined> {
  try {
    return await counted(survey, selection, settings, options);
  } catch (error) {
    if (error instanceof ScreeError && ["too-many-answers", "needs-rows"].includes(error.code)) return undefined;
    throw error;
  }
}

async function counted(survey: Survey, selection: Selection, settings: AnalysisSettings, { signal, progress }: AnalyzeOptions): Promise<Analysis> {
  const known = await distinctAnswers(survey, signal);
  const constant = new Set<string>();
  for (;;) {
    const plan = planOf(known, selection, settings, constant, new Map());
    const counts = countsOf(plan, settings);
    const columns = plan.places.map((c) => survey.columns[c] as NumericColumn);
    const codes = columns.map(() => new Uint8Array(Math.min(block, survey.rows)));
    const tallies = columns.map(() => new ColumnTally("numeric"));
    await inBlocks(survey.rows, { signal, progress: (fraction) => progress?.(0.2 + 0.6 * fraction, "counting answers") }, (from, rows) => {
      columns.forEach((column, at) => addBlock(tallies[at], column, from, rows, codes[at]));
      addTo(counts, codes, rows, (at) => tallies[at]);
    });
    const flat = counts.sets[0].n < 3 ? [] : plan.main.filter((name) => answersIn(counts.sets[0], known, plan, name) < 2);
    if (flat.length > 0 && plan.main.length > flat.length) flat.forEach((name) => constant.add(name));
    else return analysisOfCounts(known, counts, plan, settings, { signal, progress: (fraction, stage) => progress?.(0.8 + 0.2 * fraction, stage) });
  }
}

/** The survey with each different answer once in its columns of numbers. */
async function distinctAnswers(survey: Survey, signal?: AbortSignal): Promise<Counted> {
  const tallies = survey.columns.map(({ kind }) => new ColumnTally(kind));
  await inBlocks(survey.rows, { signal }, (from, rows) =>
    survey.columns.forEach((column, c) => column.kind === "numeric" && addBlock(tallies[c], column, from, rows)),
  );
  const columns = survey.columns.map((column, c) =>
    column.kind === "text" ? { ...column, values: [] } : { ...column, values: Float64Array.from(tallies[c].values as number[]), sentinel: NaN },
  );
  return {
    survey: { ...survey, columns },
    tallies,
    offset: () => 0,
    counted: countedColumns(tallies, survey.rows),
    places: columns.map((_, c) => c),
  };
}

function addBlock(tally: ColumnTally, { values, sentinel }: NumericColumn, from: number, rows: number, codes?: Uint8Array): void {
  tally.addNumbers({ values: values.subarray(from, from + rows), sentinel }, rows, from, codes);
}

async function inBlocks(rows: number, options: { signal?: AbortSignal; progress?: (fraction: number) => void }, work: (from: number, rows: number) => void) {
  let from = 0;
  await inSlices(Math.ceil(rows / block), options, () => {
    work(from, Math.min(block, rows - from));
    from += block;
  });
}
