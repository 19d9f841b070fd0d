import { ScreeError } from "../errors";
import { type ColumnCorrections } from "./corrections";
import { type DraftSurvey } from "./draft";
import { finishSurvey } from "./finish";
import { type Format, formatOf } from "./format";
import { type Survey } from "./survey";

export interface SurveyOptions extends ColumnCorrections {
  /** the file's name: for messages, and for its extension where the content does not say what it is */
  readonly name: string;
  /** codes that stand for "no answer", such as 99 or -9 */
  readonly missingCodes?: readonly number[];
  /** words that do, where the file has them in place of answers */
  readonly missingWords?: readonly string[];
  /** of the texts; absent: as the file says, or recognised */
  readonly encoding?: string;
  /** of a text file; absent: recognised */
  readonly delimiter?: string;
  /** of a workbook; absent: the first */
  readonly sheet?: string;
  readonly signal?: AbortSignal;
  /** told now and then how many rows have been read, where the format lets that be known */
  readonly progress?: (rows: number) => void;
  /** only so many rows, for a first look at SPSS, Stata and Parquet files, which give them without the others; those are neither read nor checked */
  readonly firstRows?: number;
}

/** Each reader is loaded when the first file of its kind is opened. */
const readers: { readonly [format in Format]: (bytes: Uint8Array, options: SurveyOptions) => Promise<DraftSurvey> } = {
  delimited: async (bytes, options) => (await import("./csv")).readDelimited(bytes, options),
  sav: async (bytes, options) => (await import("./sav")).readSav(bytes, options),
  dta: async (bytes, options) => (await import("./dta")).readDta(bytes, options),
  xlsx: async (bytes, options) => (await import("./xlsx")).readXlsx(bytes, options),
  parquet: async (bytes, options) => (await import("./parquet")).readParquet(bytes, options),
  json: async (bytes, options) => (await import("./json")).readJson(bytes, options),
};

/**
 * Reads a data file of any supported format: the content decides, then the file name extension.
 *
 * @throws ScreeError what is wrong with the file, and where; the signal's reason when cancelled
 */
export async function readSurvey(bytes: Uint8Array, options: SurveyOptions): Promise<Survey> {
  return finishSurvey(await readDraft(bytes, options), options);
}

/** The columns of a data file before anybody says what they are for: what is left is `finishSurvey`, which can be repeated with other corrections. */
export async function readDraft(bytes: Uint8Array, options: SurveyOptions): Promise<DraftSurvey> {
  options.signal?.throwIfAborted();
  if (bytes.length === 0)
    throw new ScreeError("empty-file", `${options.name} is empty.`, { hint: "Export or download it again.", data: { file: options.name } });
  return readers[formatOf(bytes, options.name)](bytes, options);
}
