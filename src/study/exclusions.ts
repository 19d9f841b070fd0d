import { ScreeError } from "../errors";
import { findCareless, withoutCareless } from "../psychometrics/careless/careless-survey";
import { type CarelessReport } from "../psychometrics/careless/report";
import { type Survey } from "../survey/survey";
import { withoutNumberedRows } from "../survey/without-rows";
import { select } from "./select";
import { type Study } from "./study";

/**
 * The survey without the rows that the study leaves out. Careless rows are those flagged among all rows, by all items of the study, so that every analysis of it
 * has the same.
 *
 * @throws ScreeError `unknown-row`, those of `findCareless`, with the name of the study file
 */
export function withoutExcluded(study: Study, survey: Survey): Survey {
  const { careless, rows } = study.reading.exclude;
  return ofStudy(study, () => {
    const report = careless ? carelessOf(study, survey) : undefined;
    const attentive = report ? withoutCareless(survey, report) : survey;
    const gone = new Set(attentive.excluded?.rows);
    return withoutNumberedRows(
      attentive,
      rows.filter((row) => !gone.has(row)),
    );
  });
}

/** Careless responding among all rows of the study's data, looked for as the study says. */
export const carelessOf = (study: Study, survey: Survey): CarelessReport =>
  findCareless(survey.excluded?.of ?? survey, select(study, { name: "", settings: study.analyses[0].settings }, survey), study.reading.careless);

function ofStudy<T>({ path }: Study, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ScreeError) || error.message.startsWith(path)) throw error;
    throw new ScreeError(error.code, `${path}: ${error.message}`, { hint: error.hint, data: { ...error.data }, cause: error });
  }
}
