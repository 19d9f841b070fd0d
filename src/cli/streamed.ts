import { basename } from "node:path";
import { ScreeError } from "../errors";
import { type Analysis, type AnalysisSettings, type Selection } from "../psychometrics/analysis";
import { type Given } from "./arguments";
import { carelessOptions } from "./careless-options";
import { type Io } from "./io";
import { finishingOf } from "./reading";

/** A delimited file from this size on is streamed unasked; in memory it takes several times its size. */
export const streamedFrom = 64 << 20;

/** The most that Node reads into memory at once. */
const mostInMemory = 2 ** 31 - 1;

/** What looks at rows, beside a bootstrap and permuted parallel analysis, which the analysis itself refuses. */
const rowOptions = [...Object.keys(carelessOptions), "careless", "target", "scores", "scores-out", "as"];

/** Formats that are no delimited text. */
const others = /\.(?:sav|zsav|dta|xlsx|xlsm|parquet|json|jsonl|ndjson)$/i;

/**
 * The analysis of a delimited file without keeping its rows, where `--stream` asks for it or the file is large; otherwise undefined.
 * @throws ScreeError `needs-rows`, those of `analyzeStream`
 */
export async function streamedAnalysis(given: Given, io: Io, settings: AnalysisSettings, selection: Selection): Promise<Analysis | undefined> {
  const [path] = given.words;
  const stream = given.words.length === 1 && path !== "-" && !given.has("study") && !given.has("matrix") ? io.files.stream?.bind(io.files) : undefined;
  if (!stream || others.test(path)) {
    if (given.has("stream"))
      throw new ScreeError("not-streamed", "Only a delimited text file that is named on the command line can be streamed.", {
        hint: "Leave --stream out, or save the data as CSV.",
      });
    return undefined;
  }
  const file = await stream(path);
  const rows = rowOptions.find((option) => given.has(option));
  const mayStay = !given.has("stream") && file.size <= mostInMemory;
  const permutes = settings.parallel ? settings.parallel.data === "permuted" : settings.correlation !== "pearson" && settings.iterations > 0;
  const needed = rows !== undefined || settings.bootstrap || settings.comparisonData || permutes;
  if (mayStay && (needed || file.size < streamedFrom)) return undefined;
  if (rows !== undefined) throw needsRows(`--${rows}`);
  const { analyzeStream } = await import("../psychometrics/counted/analyze-stream");
  const reading = {
    encoding: given.value("encoding"),
    delimiter: given.value("delimiter"),
    finishing: (names: readonly string[]) => finishingOf(given, names),
  };
  return analyzeStream({ name: basename(path), ...file }, reading, selection, settings);
}

export const needsRows = (what: string): ScreeError =>
  new ScreeError("needs-rows", `${what} ${/^[A-Z].*s$|program$/.test(what) ? "need" : "needs"} rows, which a file that is streamed does not keep.`, {
    hint: "Leave it out, or analyse a part of the file that fits in memory.",
  });
