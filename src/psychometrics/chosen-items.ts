import { ScreeError, type Warning } from "../errors";
import { answers, type Column, type NumericColumn, type Survey } from "../survey/survey";
import type { Scale, Selection } from "./analysis";
import { reflected } from "./reflection";
import { expandItems } from "./selection";

/** An item ready to be analysed. */
export interface Item {
  readonly name: string;
  readonly label?: string;
  /** answers after reflection, NaN where missing; length: rows */
  readonly values: Float64Array;
  /** rows without an answer */
  readonly missing: number;
  readonly reversed: boolean;
}

/** What a selection means for a survey. */
export interface ChosenItems {
  /** the items that are correlated and factored, in the order chosen */
  readonly items: readonly Item[];
  /** scales with their items; an item that stands in no analysis of its own is fetched by name */
  readonly scales: readonly Scale[];
  readonly item: (name: string) => Item;
  readonly warnings: readonly Warning[];
}

/**
 * The items that a selection names, or every column that holds answers, with the reverse-keyed ones reflected.
 *
 * @throws ScreeError `unknown-item`, `not-numeric`, `too-few-items`
 * @internal
 */
export function chooseItems(survey: Survey, selection: Selection): ChosenItems {
  const names = survey.columns.map((column) => column.name);
  const byName = new Map(survey.columns.map((column) => [column.name, column]));
  const isAnswer = (name: string) => byName.get(name)?.kind === "numeric";
  const expand = (wanted: readonly string[]) => expandItems(wanted, names, isAnswer);

  const chosen = selection.items?.length
    ? expand(selection.items)
    : survey.columns.filter((column) => column.role === "item" && column.kind === "numeric").map(({ name }) => name);
  const scales = (selection.scales ?? []).map((scale) => ({ name: scale.name, items: expand(scale.items) }));
  const reverse = new Set(expand(selection.reverse ?? []));

  const numeric = (name: string) => numericColumn(byName.get(name)!, survey);
  const asked = [...new Set([...chosen, ...scales.flatMap((scale) => scale.items)])].map(numeric);
  if (chosen.length < 2) throw tooFewItems(survey, chosen, selection);

  const cache = new Map<string, Item>();
  const item = (name: string): Item => {
    const known = cache.get(name);
    if (known) return known;
    const column = numeric(name);
    const reversed = reverse.has(name);
    const made = { name, label: column.label, values: reversed ? reflected(column, asked) : answers(column), missing: column.missing, reversed };
    cache.set(name, made);
    return made;
  };
  return {
    items: chosen.map(item),
    scales: scales.length > 0 ? scales : [{ name: "all", items: chosen }],
    item,
    warnings: [...relevantWarnings(survey, selection), ...unusedReverse(reverse, asked)],
  };
}

function numericColumn(column: Column, survey: Survey): NumericColumn {
  if (column.kind === "numeric") return column;
  throw new ScreeError("not-numeric", `${survey.source}: ${column.name} holds text, which has no correlations (${column.roleReason}).`, {
    hint: "Leave it out, or code its answers as numbers.",
    data: { item: column.name },
  });
}

function tooFewItems(survey: Survey, chosen: readonly string[], selection: Selection): ScreeError {
  const found = chosen.length === 0 ? "no item" : `only one item, ${chosen[0]},`;
  const others = survey.columns.filter((column) => column.kind === "numeric" && !chosen.includes(column.name));
  const names = others.slice(0, 8).map((column) => `${column.name} (${column.roleReason})`);
  const hint = selection.items?.length
    ? "Name at least two."
    : names.length > 0
      ? `${others.every((column) => column.role === "constant") ? "Items need answers that differ" : "Name the items"}; left out were ${names.join(", ")}${others.length > 8 ? ", …" : ""}.`
      : "At least two columns of numbers are needed; check the separator and the header of the file.";
  return new ScreeError("too-few-items", `${survey.source}: ${found} to analyse; a correlation needs two.`, { hint, data: { items: chosen } });
}

/** Once the user has named the items, why other columns are no items is no news. */
function relevantWarnings(survey: Survey, selection: Selection): readonly Warning[] {
  return selection.items?.length ? survey.warnings.filter((warning) => warning.data?.leftOut !== true) : survey.warnings;
}

function unusedReverse(reverse: ReadonlySet<string>, asked: readonly NumericColumn[]): Warning[] {
  const used = new Set(asked.map((column) => column.name));
  const unused = [...reverse].filter((name) => !used.has(name));
  if (unused.length === 0) return [];
  return [
    {
      code: "reversed-not-used",
      message: `${unused.join(", ")} should be reversed, but the analysis does not use ${unused.length === 1 ? "it" : "them"}.`,
      data: { items: unused },
    },
  ];
}
