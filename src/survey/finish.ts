import { readAnswerWords } from "./answer-scales";
import { type ColumnCorrections, corrected, withGivenRoles, withMissingWords } from "./corrections";
import { type DraftColumn, type DraftSurvey } from "./draft";
import { leftOut } from "./left-out";
import { withMissingCodes } from "./missing-codes";
import { distinctNames } from "./names";
import { type Looked, rolesOf } from "./roles";
import { suspectValues } from "./suspect-values";
import { type CountedColumns } from "./stream/counted";
import { type Column, type Survey } from "./survey";

export interface Finishing extends ColumnCorrections {
  readonly missingCodes?: readonly number[];
  readonly missingWords?: readonly string[];
}

/**
 * Reads answer words as scales, makes the user's codes missing, gives every column its role and says what was done and what is left out.
 * What the user says of a column goes before what the rules say.
 *
 * @param counted of a file whose rows were not kept: the columns then hold each different value once
 * @throws ScreeError those of `corrected`
 */
export function finishSurvey(draft: DraftSurvey, finishing: Finishing = {}, counted?: CountedColumns): Survey {
  const { source, rows, headerRows, layout } = draft;
  const { missingCodes = [], missingWords = [] } = finishing;
  const naming = distinctNames(
    draft.columns.map((column) => column.name),
    source,
  );
  const named = draft.columns.map((column, c) => ({ ...column, name: naming.names[c] }));
  const told = corrected(withMissingWords(named, missingWords), finishing, source, counted?.weight);
  const read = readAnswerWords(told.columns);
  const roles = (columns: readonly DraftColumn[]) => withGivenRoles(columns, rolesOf(columns, rows, counted?.facts), finishing);
  const first = roles(read.columns);
  const coded = withMissingCodes(read.columns, missingCodes, (c) => !["identifier", "date", "timing"].includes(first[c].role));
  const looked = missingCodes.length > 0 ? roles(coded) : first;
  const asked = new Map(finishing.instructed?.map(({ column, answer }) => [column, answer]));
  const columns = coded.map((column, c) => withRole(column, looked[c], rows, asked.get(column.name)));
  const warnings = [
    ...draft.warnings,
    ...naming.warnings,
    ...told.warnings,
    ...read.warnings,
    ...leftOut(columns),
    ...suspectValues(columns, headerRows, counted),
  ];
  return { source, rows, columns, warnings, ...(headerRows ? { headerRows } : {}), ...(layout ? { layout } : {}) };
}

function withRole(column: DraftColumn, { role, reason, valid }: Looked, rows: number, instructedAnswer?: string): Column {
  const { declared: _, ...kept } = column;
  return { ...kept, role, roleReason: reason, missing: rows - valid, ...(instructedAnswer === undefined ? {} : { instructedAnswer }) };
}

/** The names that the columns of a draft will have. */
export const namesOf = ({ columns, source }: DraftSurvey): string[] =>
  distinctNames(
    columns.map(({ name }) => name),
    source,
  ).names;
