import { type CarelessOptions } from "../psychometrics/careless/report";
import { type CarelessThresholds } from "../psychometrics/careless/thresholds";
import { nearestName } from "../psychometrics/selection";
import { type AnswerScale, type GivenRole, givenRoles, inOrder } from "../survey/given-roles";
import { type ItemList, type Located } from "./study";
import { type YamlValue } from "./yaml-nodes";

/** What a study says about reading its data, beside where they are. */
export interface DataKeys {
  /** `columns`: what a column is for, in place of what the rules say */
  readonly columns: readonly { readonly column: Located<string>; readonly role: GivenRole }[];
  /** `answers`: the words of an answer scale */
  readonly answers: readonly { readonly column: Located<string>; readonly scale: AnswerScale }[];
  /** `instructed`: items that only check attention */
  readonly instructed: readonly { readonly column: Located<string>; readonly answer: string }[];
  /** `exclude`: rows that are left out, by their numbers in the file, or those that are careless */
  readonly exclude: { readonly careless: boolean; readonly rows: readonly number[] };
  /** `careless`: looked for where the key stands */
  readonly careless?: CarelessOptions;
}

export const dataKeyNames = ["columns", "answers", "instructed", "exclude", "careless"] as const;

/**
 *     columns: { Q7: item, Age: group }
 *     answers: { Q1-Q5: [Never, Rarely, Often], Q9: { No: 0, Yes: 1 } }
 *     instructed: { Q12: 4 }
 *     exclude: careless            # or [17, 203-210], or { careless: true, rows: [17] }
 *     careless: { longstring: 10, even-odd: .3, mahalanobis: .001, seconds-per-item: 2, reasons: 2, timing: Duration }
 *
 * @throws ScreeError at its line: `unknown-value`, `wrong-type`, …
 */
export function readDataKeys(get: (key: (typeof dataKeyNames)[number]) => YamlValue | undefined): DataKeys {
  const careless = get("careless");
  const exclude = excluded(get("exclude"));
  return {
    columns: pairs(get("columns")).flatMap(({ key, value }) => key.texts().map((column) => ({ column, role: roleOf(value) }))),
    answers: pairs(get("answers")).flatMap(({ key, value }) => {
      const scale = scaleOf(value);
      return key.texts().map((column) => ({ column, scale }));
    }),
    instructed: pairs(get("instructed")).map(({ key, value }) => ({ column: key.text(), answer: value.text().value })),
    exclude,
    ...(careless && !isOff(careless) ? { careless: carelessOf(careless) } : exclude.careless ? { careless: {} } : {}),
  };
}

const pairs = (value: YamlValue | undefined) => (value && !value.isNull() ? [...value.map().values()] : []);

function roleOf(value: YamlValue): GivenRole {
  const text = value.text().value;
  const role = givenRoles.find((one) => one === text);
  if (role) return role;
  const near = nearestName(text, givenRoles);
  throw value.fail("unknown-value", `"${text}" is nothing that a column can be`, near ? `Did you mean "${near}"?` : `It is one of ${givenRoles.join(", ")}.`);
}

/** Words in their order, or words with their numbers. */
function scaleOf(value: YamlValue): AnswerScale {
  const scale = value.isMap()
    ? [...value.map()].map(([word, { value }]) => ({ word, value: value.number() }))
    : inOrder(value.texts().map(({ value }) => value));
  if (scale.length < 2)
    throw value.fail("wrong-type", "an answer scale has at least two answers", "Write [Never, Rarely, Often], from the lowest to the highest.");
  const numbers = new Set(scale.map(({ value }) => value));
  const words = new Set(scale.map(({ word }) => word.toLowerCase()));
  if (words.size < scale.length || numbers.size < scale.length)
    throw value.fail(
      "unknown-value",
      `the scale has ${words.size < scale.length ? "an answer" : "a number"} twice`,
      "Each answer stands once, with a number of its own.",
    );
  return scale;
}

const isOff = (value: YamlValue): boolean => value.isNull() || (!value.isMap() && ["off", "false", "no"].includes(value.text().value));

function excluded(value: YamlValue | undefined): DataKeys["exclude"] {
  if (!value || value.isNull()) return { careless: false, rows: [] };
  if (value.isMap()) {
    const entries = value.map(["careless", "rows"]);
    const careless = entries.get("careless")?.value;
    return { careless: careless !== undefined && !isOff(careless), rows: rowsOf(entries.get("rows")?.value) };
  }
  const words = value.texts();
  return {
    careless: words.some((word) => word.value === "careless"),
    rows: rowsOf(
      value,
      words.filter((word) => word.value !== "careless"),
    ),
  };
}

function rowsOf(value: YamlValue | undefined, words: ItemList = value?.texts() ?? []): number[] {
  return words.flatMap(({ value: text }) => {
    const rows = rowRanges(text);
    if (rows) return rows;
    throw value!.fail("wrong-type", `"${text}" is no row`, "Write careless, or row numbers of the file such as [17, 203-210].");
  });
}

/** "17", "203-210". */
export function rowRanges(text: string): number[] | undefined {
  const [, from, to] = /^(\d{1,9})(?:\s?[-–]\s?(\d{1,9}))?$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to ?? from)];
  if (from === undefined || last < first || last - first > 1_000_000) return undefined;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const thresholdKeys: Readonly<Record<string, { readonly name: keyof CarelessThresholds; readonly allowed: (n: number) => boolean; readonly hint: string }>> = {
  longstring: { name: "longstring", allowed: (n) => Number.isInteger(n) && n >= 2, hint: "It is the number of items in a run, 2 or more." },
  variability: { name: "variability", allowed: (n) => n > 0 && n < 100, hint: "It is a standard deviation above 0, such as .3." },
  "even-odd": { name: "evenOdd", allowed: (n) => n >= -1 && n <= 1, hint: "It is a correlation from -1 to 1, such as .3." },
  mahalanobis: { name: "mahalanobisP", allowed: (n) => n > 0 && n < 1, hint: "It is a probability, such as .001." },
  "duplicate-chance": { name: "duplicateChance", allowed: (n) => n > 0 && n <= 1, hint: "It is a number of rows above 0 and at most 1, such as .001." },
  "seconds-per-item": { name: "secondsPerItem", allowed: (n) => n > 0 && n < 3600, hint: "It is a number of seconds, such as 2." },
};
export const thresholdNames: readonly string[] = Object.keys(thresholdKeys);
export const carelessKeys: readonly string[] = [...thresholdNames, "reasons", "timing"];

function carelessOf(value: YamlValue): CarelessOptions {
  if (!value.isMap()) {
    const text = value.text().value;
    if (["on", "true", "yes"].includes(text)) return {};
    throw value.fail("wrong-type", `"${text}" is not possible here`, "Write careless: on, or its cut-offs such as careless: { longstring: 10 }.");
  }
  const entries = value.map(carelessKeys);
  const thresholds: Partial<Record<keyof CarelessThresholds, number>> = {};
  for (const [key, { value }] of entries)
    if (key in thresholdKeys)
      thresholds[thresholdKeys[key].name] = checkedThreshold(key, value.number(), (hint) =>
        value.fail("unknown-value", `${value.number()} is not possible here`, hint),
      );
  const reasons = entries.get("reasons")?.value;
  const least = reasons?.number();
  if (least !== undefined && !(Number.isInteger(least) && least >= 1 && least <= 7))
    throw reasons!.fail("unknown-value", `${least} is not possible here`, "It is the number of indices that flag a row, from 1 to 7.");
  return {
    thresholds,
    ...(least === undefined ? {} : { leastReasons: least }),
    ...(entries.has("timing") ? { timing: entries.get("timing")!.value.text().value } : {}),
  };
}

/** A cut-off by its key, for the study and the command line. @throws what `refuse` makes of its hint */
export function checkedThreshold(key: string, value: number, refuse: (hint: string) => Error): number {
  const { allowed, hint } = thresholdKeys[key];
  if (!allowed(value)) throw refuse(hint);
  return value;
}
export const thresholdName = (key: string): keyof CarelessThresholds => thresholdKeys[key].name;
