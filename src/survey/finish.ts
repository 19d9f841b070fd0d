import { readAnswerWords } from "./answer-scales";
import { type DraftColumn, type DraftSurvey } from "./draft";
import { leftOut } from "./left-out";
import { withMissingCodes } from "./missing-codes";
import { distinctNames } from "./names";
import { type Looked, rolesOf } from "./roles";
import { suspectValues } from "./suspect-values";
import { type Column, type Survey } from "./survey";

/** Reads answer words as scales, makes the user's codes missing, gives every column its role and says what was done and what is left out. */
export function finishSurvey(draft: DraftSurvey, missingCodes: readonly number[] = []): Survey {
  const { source, rows } = draft;
  const naming = distinctNames(
    draft.columns.map((column) => column.name),
    source,
  );
  const read = readAnswerWords(draft.columns.map((column, c) => ({ ...column, name: naming.names[c] })));
  const first = rolesOf(read.columns, rows);
  const coded = withMissingCodes(read.columns, missingCodes, (c) => !["identifier", "date", "timing"].includes(first[c].role));
  const roles = missingCodes.length > 0 ? rolesOf(coded, rows) : first;
  const columns = coded.map((column, c) => withRole(column, roles[c], rows));
  return { source, rows, columns, warnings: [...draft.warnings, ...naming.warnings, ...read.warnings, ...leftOut(columns), ...suspectValues(columns)] };
}

function withRole(column: DraftColumn, { role, reason, valid }: Looked, rows: number): Column {
  const { declared: _, ...kept } = column;
  return { ...kept, role, roleReason: reason, missing: rows - valid };
}
