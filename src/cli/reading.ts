import { ScreeError } from "../errors";
import { expandItems, nearestName } from "../psychometrics/selection";
import { givenRoles, inOrder } from "../survey/given-roles";
import { type Finishing, finishSurvey, namesOf } from "../survey/finish";
import { readDraft } from "../survey/read";
import { type Survey } from "../survey/survey";
import { type Given, list, type OptionKind } from "./arguments";

/** How a data file is read, and what is said of its columns and rows. */
export const readingOptions: Readonly<Record<string, OptionKind>> = {
  "missing-codes": "values",
  encoding: "value",
  delimiter: "value",
  sheet: "value",
  columns: "values",
  answers: "values",
  instructed: "values",
};

export const readingHelp = `  --missing-codes 99,-9,"no comment"   numbers and words that stand for no answer
  --encoding NAME, --delimiter CHARACTER, --sheet NAME   where they are not recognised; default sheet: the first
  --columns Q7=item,Age=group   what a column is, where the rules say otherwise: item, continuous, identifier, group,
                                date, text, timing
  --answers "Q1-Q5=Never|Rarely|Often"   the words of an answer scale, from the lowest to the highest (repeatable)
  --instructed Q12=4            items that only check attention, with the answer that was asked for
`;

/** The survey of a data file, read as the command line says. @throws ScreeError of the options and of the file */
export async function surveyFrom(given: Given, bytes: Uint8Array, name: string): Promise<Survey> {
  const draft = await readDraft(bytes, { name, encoding: given.value("encoding"), delimiter: given.value("delimiter"), sheet: given.value("sheet") });
  return finishSurvey(draft, finishingOf(given, namesOf(draft)));
}

/** What the command line says of the columns that a file has. */
export function finishingOf(given: Given, names: readonly string[]): Finishing {
  const codes = list(given.values("missing-codes"));
  const isNumber = (code: string) => Number.isFinite(Number(code));
  const pairs = (option: string, hint: string, texts: readonly string[]) =>
    texts.flatMap((text) => {
      const at = text.lastIndexOf("=");
      const [entry, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
      if (at < 1 || entry === "" || value === "") throw new ScreeError("bad-option", `--${option} cannot be "${text}".`, { hint: `Write ${hint}.` });
      return expandItems([entry], names).map((column) => ({ column, value }));
    });
  return {
    missingCodes: codes.filter(isNumber).map(Number),
    missingWords: codes.filter((code) => !isNumber(code)),
    roles: pairs("columns", "--columns Q7=item,Age=group", list(given.values("columns"))).map(({ column, value }) => ({ column, role: role(value) })),
    answers: pairs("answers", '--answers "Q3=Never|Rarely|Often"', given.values("answers")).map(({ column, value }) => ({ column, scale: scale(value) })),
    instructed: pairs("instructed", "--instructed Q12=4", list(given.values("instructed"))).map(({ column, value }) => ({ column, answer: value })),
  };
}

function role(text: string) {
  const known = givenRoles.find((one) => one === text);
  if (known) return known;
  const near = nearestName(text, givenRoles);
  throw new ScreeError("unknown-value", `--columns: "${text}" is nothing that a column can be.`, {
    hint: near ? `Did you mean ${near}?` : `It is one of ${givenRoles.join(", ")}.`,
  });
}

/** "Never|Rarely|Often", or with numbers of their own "No:0|Yes:1". */
function scale(text: string) {
  const words = text.split("|").map((word) => word.trim());
  const numbered = words.map((word) => /^(.{1,200}):(-?\d{1,6}(?:\.\d{1,6})?)$/.exec(word));
  const scale = numbered.every((match) => match !== null) ? numbered.map((match) => ({ word: match[1].trim(), value: Number(match[2]) })) : inOrder(words);
  const distinct = new Set(scale.map(({ word }) => word.toLowerCase()));
  if (scale.length >= 2 && distinct.size === scale.length && !distinct.has("") && new Set(scale.map(({ value }) => value)).size === scale.length) return scale;
  throw new ScreeError("bad-option", `--answers has no scale in "${text}".`, {
    hint: "Divide two or more different answers by |, from the lowest to the highest.",
  });
}

/** Where a study says how its data are read, these would change nothing. @throws ScreeError `idle-option` */
export function refuseBesideStudy(given: Given): void {
  const idle = Object.keys(readingOptions).find((option) => given.has(option));
  if (idle === undefined) return;
  throw new ScreeError("idle-option", `--${idle} cannot stand beside --study, which says how its data are read.`, {
    hint: `Write it in the study file, or leave --${idle} out.`,
  });
}
