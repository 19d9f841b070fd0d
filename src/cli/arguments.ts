import { parseArgs } from "node:util";
import { ScreeError } from "../errors";
import { nearestName } from "../psychometrics/selection";

/** How a command's options are written: one value, several (the option is repeated), or none. */
export type OptionKind = "value" | "values" | "flag";

export interface Given {
  /** file names, "-" among them */
  readonly words: readonly string[];
  has(option: string): boolean;
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}

/**
 * Reads the words after a command's name.
 * @throws ScreeError `unknown-option`, `missing-value`, `unexpected-value`
 */
export function readArguments(args: readonly string[], kinds: Readonly<Record<string, OptionKind>>): Given {
  const options = Object.fromEntries(
    Object.entries({ ...kinds, help: "flag" }).map(([name, kind]) => [
      name,
      { type: kind === "flag" ? ("boolean" as const) : ("string" as const), multiple: true },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const found = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const kind = token.rawName.startsWith("--") ? options[token.name] : undefined;
    if (!kind) throw unknownOption(token.rawName, Object.keys(options));
    if (kind.type === "boolean" && token.value !== undefined)
      throw new ScreeError("unexpected-value", `${token.rawName} takes no value.`, { hint: `Write ${token.rawName} alone.` });
    if (kind.type === "string" && token.value === undefined)
      throw new ScreeError("missing-value", `${token.rawName} needs a value.`, { hint: `Write ${token.rawName} VALUE.` });
    found.set(token.name, [...(found.get(token.name) ?? []), token.value ?? ""]);
  }
  return { words, has: (option) => found.has(option), value: (option) => found.get(option)?.at(-1), values: (option) => found.get(option) ?? [] };
}

function unknownOption(name: string, known: readonly string[]): ScreeError {
  const near = nearestName(name.replace(/^-+/, ""), known);
  return new ScreeError("unknown-option", `There is no option ${name}.`, { hint: near ? `Did you mean --${near}?` : "See --help." });
}

/**
 * An option with a fixed set of values.
 * @throws ScreeError `unknown-value`
 */
export function choice<T extends string>(given: Given, option: string, allowed: readonly T[], also = ""): T | undefined {
  const value = given.value(option);
  if (value === undefined) return undefined;
  if ((allowed as readonly string[]).includes(value)) return value as T;
  const near = nearestName(value, allowed);
  throw new ScreeError("unknown-value", `--${option} cannot be "${value}".`, {
    hint: near ? `Did you mean ${near}?` : `It is ${also}one of ${allowed.join(", ")}.`,
  });
}

/**
 * An option that is a whole number.
 * @throws ScreeError `not-a-number`
 */
export function whole(given: Given, option: string, least: number, most: number): number | undefined {
  const value = given.value(option);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() !== "" && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new ScreeError("not-a-number", `--${option} cannot be "${value}".`, { hint: `It is a whole number from ${least} to ${most}.` });
}

/**
 * An option that is a number, such as .05.
 * @throws ScreeError `not-a-number`
 */
export function number(given: Given, option: string): number | undefined {
  const value = given.value(option);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() !== "" && Number.isFinite(number)) return number;
  throw new ScreeError("not-a-number", `--${option} cannot be "${value}".`, { hint: "It is a number, such as .05." });
}

/** "Q1,Q2 , Q5-Q7" → its parts. */
export const list = (values: readonly string[]): string[] =>
  values
    .flatMap((value) => value.split(","))
    .map((part) => part.trim())
    .filter(Boolean);
