import { readDelimited } from "./csv";
import { finishSurvey } from "./finish";
import { type Survey } from "./survey";

export interface SurveyOptions {
  /** the file's name: for messages, and for its extension where the content does not say what it is */
  readonly name: string;
  /** codes that stand for "no answer", such as 99 or -9 */
  readonly missingCodes?: readonly number[];
  /** of a text file; absent: recognised */
  readonly encoding?: string;
  /** of a text file; absent: recognised */
  readonly delimiter?: string;
  /** of a workbook; absent: the first */
  readonly sheet?: string;
  readonly signal?: AbortSignal;
}

/**
 * Reads a data file of any supported format: the content decides, then the file name extension.
 *
 * @throws ScreeError what is wrong with the file, and where; the signal's reason when cancelled
 */
export async function readSurvey(bytes: Uint8Array, options: SurveyOptions): Promise<Survey> {
  options.signal?.throwIfAborted();
  return finishSurvey(await readDelimited(bytes, options), options.missingCodes);
}
