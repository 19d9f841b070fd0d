import { basename } from "node:path";
import { ScreeError } from "../errors";
import { type Analysis, type AnalysisSettings, type Selection } from "../psychometrics/analysis";
import { type Given } from "./arguments";
import { carelessOptions } from "./careless-options";
import { type Io } from "./io";
import { finishingOf } from "./reading";

/** A delimited file from this size on is streamed unasked; it and its columns would take half as much memory again. */
export const streamedFrom = 400 << 20;

/** Formats that are no delimited text. */
const others = /\.(?:sav|zsav|dta|xlsx|xlsm|parquet|json|jsonl|ndjson)$/i;

/**
 * The analysis of a delimited file without keeping its rows, where `--stream` asks for it or the file is large; otherwise undefined.
 * @throws ScreeError `needs-rows`, those of `analyzeStream`
 */
export async function streamedAnalysis(given: Given, io: Io, settings: AnalysisSettings, selection: Selection): Promise<Analysis | undefined> {
  const [path] = given.words;
  const stream = given.words.length === 1 && path !== "-" && !given.has("study") && !given.has("matrix") ? io.files.stream : undefined;
  if (!stream || others.test(path)) {
    if (given.has("stream"))
      throw new ScreeError("not-streamed", "Only a delimited text file that is named on the command line can be streamed.", {
        hint: "Leave --stream out, or save the data as CSV.",
      });
    return undefined;
  }
  const file = await stream(path);
  if (!given.has("stream") && file.size < streamedFrom) return undefined;
  const rows = ["careless", "exclude", "exclude-careless", ...Object.keys(carelessOptions), "target"].find((option) => given.has(option));
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
  new ScreeError("needs-rows", `${what} ${what.endsWith("s") ? "need" : "needs"} rows, which a file that is streamed does not keep.`, {
    hint: "Leave it out, or analyse a part of the file that fits in memory.",
  });
