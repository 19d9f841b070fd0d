import { type CopyFormat, copyFormats, type Followed, type Problem } from "../protocol";
import { isFields, isList, isName, isOneOf, isText } from "./guards";

/** The small calculations, each with a page of its own. */
export const calculators = ["sample-size", "content-validity", "icc"] as const;
export type CalculatorName = (typeof calculators)[number];

/** What the fields of a page hold, by their ids. */
export type CalculatorValues = Readonly<Record<string, string>>;

export type Calculated = Followed;

export interface CalculatorField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** several lines */
  readonly lines?: number;
  readonly placeholder?: string;
  /** a choice among these, the first of them by default */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export type ToCalculator =
  | { readonly type: "form"; readonly title: string; readonly lead: string; readonly fields: readonly CalculatorField[] }
  | { readonly type: "calculated"; readonly result: Calculated }
  | { readonly type: "problem"; readonly problem: Problem }
  | { readonly type: "said"; readonly text: string };

export type FromCalculator =
  | { readonly type: "ready" }
  | { readonly type: "values"; readonly values: CalculatorValues }
  | { readonly type: "insert"; readonly table: string }
  | { readonly type: "copy"; readonly table: string; readonly format: CopyFormat };

/** What the page keeps over a reload. */
export interface CalculatorState {
  readonly uri: string;
  readonly values: CalculatorValues;
}

const isValues = (value: unknown): value is CalculatorValues => isFields(value) && Object.values(value).every((text) => isText(text, 20_000));

export function fromCalculator(value: unknown): FromCalculator | undefined {
  if (!isFields(value)) return undefined;
  const { type } = value;
  const known =
    type === "ready" ||
    (type === "values" && isValues(value.values)) ||
    (type === "insert" && isText(value.table)) ||
    (type === "copy" && isText(value.table) && isOneOf(value.format, copyFormats));
  return known ? (value as FromCalculator) : undefined;
}

export function toCalculator(value: unknown): ToCalculator | undefined {
  if (!isFields(value)) return undefined;
  const { type } = value;
  const known =
    (type === "form" && isName(value.title) && isList(value.fields, isFields)) ||
    (type === "calculated" && isFields(value.result) && Array.isArray(value.result.tables)) ||
    (type === "problem" && isFields(value.problem) && isText(value.problem.message, 10_000)) ||
    (type === "said" && isText(value.text));
  return known ? (value as unknown as ToCalculator) : undefined;
}

export function calculatorState(value: unknown): CalculatorState | undefined {
  if (!isFields(value) || !isText(value.uri, 10_000)) return undefined;
  return { uri: value.uri, values: isValues(value.values) ? value.values : {} };
}
