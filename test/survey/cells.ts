import { type DraftColumn } from "../../src/survey/draft";
import { type Column, type Survey } from "../../src/survey/survey";

/** A column as plain values; null where a number is missing. */
export const cells = (column: Column | DraftColumn): (number | string | null)[] =>
  column.kind === "text" ? [...column.values] : Array.from(column.values, (value) => (value === column.sentinel || Number.isNaN(value) ? null : value));

/** A survey as plain values, by column name. */
export const tableOf = (survey: Survey): Record<string, (number | string | null)[]> =>
  Object.fromEntries(survey.columns.map((column) => [column.name, cells(column)]));
