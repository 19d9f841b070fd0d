import { type DraftColumn, type DraftSurvey } from "./draft";
import { leftOut } from "./left-out";
import { withMissingCodes } from "./missing-codes";
import { rolesOf, type Role } from "./roles";
import { type Column, type Survey } from "./survey";

/** Gives every column its role, makes the user's codes missing and says what is left out. */
export function finishSurvey(draft: DraftSurvey, missingCodes: readonly number[] = []): Survey {
  const { source, rows } = draft;
  const first = rolesOf(draft.columns, rows);
  const coded = withMissingCodes(draft.columns, missingCodes, (c) => !["identifier", "date", "timing"].includes(first[c].role));
  const roles = missingCodes.length > 0 ? rolesOf(coded, rows) : first;
  const columns = coded.map((column, c) => withRole(column, roles[c], rows));
  return { source, rows, columns, warnings: [...draft.warnings, ...leftOut(columns)] };
}

function withRole(column: DraftColumn, { role, reason }: Role, rows: number): Column {
  const { declared: _, ...kept } = column;
  return { ...kept, role, roleReason: reason, missing: missingIn(column, rows) };
}

function missingIn(column: DraftColumn, rows: number): number {
  let missing = 0;
  if (column.kind === "text") {
    for (const value of column.values) if (value === "") missing++;
    return missing;
  }
  const { values, sentinel } = column;
  for (let row = 0; row < rows; row++) if (values[row] === sentinel || values[row] !== values[row]) missing++;
  return missing;
}
