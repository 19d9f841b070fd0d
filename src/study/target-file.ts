import { ScreeError } from "../errors";
import { nearestName } from "../psychometrics/selection";
import { answers, type NumericColumn, type Survey } from "../survey/survey";

/** The loadings that a target rotation should come near to: an item a row, null where a loading is free. */
export type Target = (number | null)[][];

/**
 * A target in the order of the items analysed, from a table with the items' names in its first column and a factor in each other; a blank or "NA" leaves a
 * loading free.
 *
 * @throws ScreeError `bad-target`
 */
export function targetFor(items: readonly string[], table: Survey): Target {
  const bad = (message: string, hint: string) => new ScreeError("bad-target", `${table.source}: ${message}`, { hint });
  const [first, ...others] = table.columns;
  const factors = others.filter((column): column is NumericColumn => column.kind === "numeric");
  const text = others.find((column) => column.kind === "text");
  if (first?.kind !== "text" || factors.length < 2)
    throw bad("a target has the items' names in its first column and two factors or more in the others.", "Write item,F1,F2 and a line for each item.");
  if (text) throw bad(`the column ${text.name} holds text.`, "Give the loadings wanted, such as 0 or .7, and leave free ones blank.");
  const columns = factors.map(answers);
  const rows = new Map(first.values.map((name, at) => [name.trim(), columns.map((column) => (Number.isNaN(column[at]) ? null : column[at]))]));
  return inOrderOf(items, rows, bad);
}

/** The rows of a target in the order of the items analysed. @throws what `bad` makes of a row too many or too few */
export function inOrderOf(
  items: readonly string[],
  rows: ReadonlyMap<string, readonly (number | null)[]>,
  bad: (message: string, hint: string, item?: string) => ScreeError,
): Target {
  const strange = [...rows.keys()].find((name) => !items.includes(name));
  if (strange !== undefined) {
    const near = nearestName(strange, items);
    throw bad(`${strange} is not among the items analysed.`, near ? `Did you mean ${near}?` : "Leave it out.", strange);
  }
  return items.map((item) => {
    const row = rows.get(item);
    if (row === undefined) throw bad(`there is no line for ${item}.`, "Give a line for each item analysed.");
    return [...row];
  });
}
