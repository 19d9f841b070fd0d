import { ScreeError, type Warning } from "../errors";
import { answers, type Column, type NumericColumn, type Survey } from "../survey/survey";
import type { Interval } from "./analysis";

/** A panel's ratings, item by item. */
export interface ExpertRatings {
  readonly items: readonly string[];
  readonly experts: readonly string[];
  /** items × experts; null where an expert gave none */
  readonly ratings: readonly (readonly (number | null)[])[];
  readonly itemsIn: "rows" | "columns";
  readonly warnings: readonly Warning[];
}

/**
 * Reads a file of ratings either way round: a first column with names, the other columns numbers. Which way, unless told, the names say ("Expert 1",
 * "E1", "Rater 2"); where they do not, there are more items than experts.
 *
 * @throws ScreeError `no-ratings`
 * @internal
 */
export function expertRatings(survey: Survey, told?: "rows" | "columns"): ExpertRatings {
  const named = nameColumn(survey);
  const rated = survey.columns.filter((column): column is NumericColumn => column !== named && column.kind === "numeric");
  if (rated.length === 0 || survey.rows === 0)
    throw new ScreeError("no-ratings", `${survey.source} holds no ratings.`, {
      hint: "Give a table of numbers, an item in each row and an expert in each column.",
    });
  const down = Array.from({ length: survey.rows }, (_, row) => (named && nameAt(named, row)) || String(row + 1));
  const across = rated.map(({ name }) => name);
  const judged = told ?? byNames(down, across);
  const itemsIn = judged ?? (down.length >= across.length ? "rows" : "columns");
  const columns = rated.map((column) => Array.from(answers(column), (value) => (Number.isNaN(value) ? null : value)));
  const other = survey.columns.filter((column) => column !== named && column.kind === "text").map(({ name }) => name);
  return {
    items: itemsIn === "rows" ? down : across,
    experts: itemsIn === "rows" ? across : down,
    ratings: itemsIn === "rows" ? down.map((_, row) => columns.map((column) => column[row])) : columns,
    itemsIn,
    warnings: [
      ...(judged ? [] : [assumed(itemsIn, down.length, across.length)]),
      ...(other.length > 0
        ? [
            {
              code: "text-left-out",
              message: `${other.join(", ")} ${other.length === 1 ? "holds" : "hold"} text and ${other.length === 1 ? "was" : "were"} left out.`,
              data: { columns: other },
            },
          ]
        : []),
    ],
  };
}

/** The first column, where it is text, or numbers the rows under a heading that says so. */
function nameColumn({ columns }: Survey): Column | undefined {
  const [first] = columns;
  if (first?.kind === "text") return first;
  if (!first || !/^(?:items?|no\.?|number|id|question|experts?|raters?|judges?|ข้อ(?:ที่)?|ลำดับ(?:ที่)?|ผู้เชี่ยวชาญ)$/iu.test(first.name.trim())) return undefined;
  return new Set(first.values).size === first.values.length ? first : undefined;
}

const nameAt = (column: Column, row: number): string => (column.kind === "text" ? column.values[row].trim() : String(column.values[row]));

const expertName =
  /^(?:(?:experts?|raters?|judges?|reviewers?|panell?ists?|sme|ผู้เชี่ยวชาญ(?:คนที่|ท่านที่)?|คนที่|专家|專家|専門家)[\s_.-]{0,3}\p{N}{0,3}[A-Z]?|(?:e|ex|exp|r|j)[\s_.-]?\p{N}{1,3})$/iu;

function byNames(down: readonly string[], across: readonly string[]): "rows" | "columns" | undefined {
  const areExperts = (names: readonly string[]) => names.filter((name) => expertName.test(name)).length > names.length / 2;
  if (areExperts(across) === areExperts(down)) return undefined;
  return areExperts(across) ? "rows" : "columns";
}

const assumed = (itemsIn: "rows" | "columns", down: number, across: number): Warning => ({
  code: "orientation-assumed",
  message: `The names do not say which are items and which experts; the ${itemsIn} were taken to be the items, as there are ${down} rows and ${across} columns.`,
  data: { itemsIn },
});

/**
 * The scale that ratings were given on: −1 to 1 where −1 occurs; 1 to 4 or 1 to 5 by the highest rating, with a warning, as an end nobody chose cannot be seen.
 *
 * @throws ScreeError `scale-unknown`
 * @internal
 */
export function ratingScale({ ratings }: Pick<ExpertRatings, "ratings">, source: string): { scale: Interval; warnings: Warning[] } {
  const values = [...new Set(ratings.flat().filter((rating) => rating !== null))].sort((a, b) => a - b);
  if (values.length === 0)
    throw new ScreeError("no-ratings", `${source} holds no ratings.`, { hint: "Give a table of numbers, an item in each row and an expert in each column." });
  const [low, high] = [values[0], values[values.length - 1]];
  if (low === -1 && values.every((value) => [-1, 0, 1].includes(value))) return { scale: [-1, 1], warnings: [] };
  if (low >= 1 && (high === 4 || high === 5) && values.every(Number.isInteger)) {
    const message = `The scale of the ratings was taken to be 1 to ${high}, the highest one given.`;
    return { scale: [1, high], warnings: [{ code: "scale-assumed", message, data: { scale: [1, high] } }] };
  }
  throw new ScreeError("scale-unknown", `${source}: ratings from ${low} to ${high} do not say what scale they were given on.`, {
    hint: "Name its ends, such as -1 and 1, or 1 and 4.",
  });
}
