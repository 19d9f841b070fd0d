import type { Analysis } from "../psychometrics/analysis";
import { count, percent, probability, proportion, quantity } from "./number";
import type { TableOptions } from "./options";
import type { Cell, Inline, TableColumn, TableRow } from "./table";

type Value = number | null | undefined;

const known = (value: Value): number | null => (value === undefined || value === null || !Number.isFinite(value) ? null : value);

/** Cells by what they hold: the printed text and the value behind it. */
export const label = (text: string): Cell => ({ text });
export const ofQuantity = (value: Value, decimals: number): Cell => ({ text: quantity(value, decimals), value: known(value) });
export const ofProportion = (value: Value, decimals: number): Cell => ({ text: proportion(value, decimals), value: known(value) });
export const ofPercent = (value: Value, decimals: number): Cell => ({ text: percent(value, decimals), value: known(value) });
export const ofCount = (value: Value): Cell => ({ text: count(value), value: known(value) });
export const ofProbability = (value: Value): Cell => ({ text: probability(value), value: known(value) });

export const stub = (header: string): TableColumn => ({ key: "label", header: [header], align: "left" });
export const column = (key: string, ...header: Inline[]): TableColumn => ({ key, header, align: "right" });

/** A row that names those below it. */
export const headingRow = (text: string, width: number): TableRow => ({
  key: `heading:${text}`,
  heading: true,
  cells: Array.from({ length: width }, (_, i) => ({ text: i === 0 ? text : "" })),
});

/** The start of a row about an item: its key, its question, and the stub with its name, and its question where that is asked for. */
export function itemRows({ items }: Analysis, options: TableOptions): (name: string, cells: readonly Cell[], key?: string) => TableRow {
  const questions = new Map(items.map((item) => [item.name, item.label]));
  return (name, cells, key = name) => {
    const question = questions.get(name);
    const text = options.labels && question && question !== name ? `${name} ${question}` : name;
    return { key, ...(question ? { question } : {}), cells: [label(text), ...cells] };
  };
}
