import { ScreeError } from "../errors";
import { expandItems } from "../psychometrics/selection";
import { type Finishing } from "../survey/finish";
import { type Located, type Study } from "./study";

/**
 * What a study says of reading its data, column by column of the file.
 * @throws ScreeError `unknown-item` at its line of `scree.yaml`, with the nearest name
 */
export function correctionsOf(study: Study, names: readonly string[]): Finishing {
  const expand = (entry: Located<string>): string[] => {
    try {
      return expandItems([entry.value], names);
    } catch (error) {
      if (!(error instanceof ScreeError)) throw error;
      throw new ScreeError(error.code, `${study.path}, line ${entry.line}: ${error.message}`, {
        hint: error.hint,
        data: { ...error.data, file: study.path, line: entry.line, start: entry.start, end: entry.end },
      });
    }
  };
  const each = <T>(entries: readonly ({ readonly column: Located<string> } & T)[]) =>
    entries.flatMap((entry) => expand(entry.column).map((column) => ({ ...entry, column })));
  return {
    missingCodes: study.missingCodes,
    missingWords: study.missingWords,
    roles: each(study.reading.columns),
    answers: each(study.reading.answers),
    instructed: each(study.reading.instructed),
  };
}
