import * as vscode from "vscode";
import { ScreeError } from "../../errors";
import { type Opened } from "./session";

let copied = 0;

/**
 * The correlation matrix on the clipboard, and the number of respondents behind it, which nothing but the user knows.
 * Undefined: the user gave up.
 *
 * @param given `{ n }` in place of the question
 * @throws ScreeError `empty-clipboard`
 */
export async function matrixFromClipboard(given?: unknown): Promise<Opened | undefined> {
  const text = await vscode.env.clipboard.readText();
  if (!/\d/.test(text))
    throw new ScreeError("empty-clipboard", "There is no correlation matrix on the clipboard.", {
      hint: "Copy the table with the items' names: square, or one triangle of it, from a spreadsheet or a paper.",
    });
  const n = knownN(given) ?? (await askN());
  if (n === undefined) return undefined;
  // the name of a file that there is not: panels are told apart by it
  return { uri: vscode.Uri.from({ scheme: "scree-matrix", path: `/Matrix ${++copied}` }), matrix: { text, n } };
}

const knownN = (given: unknown): number | undefined =>
  typeof given === "object" && given !== null && "n" in given && typeof given.n === "number" ? given.n : undefined;

async function askN(): Promise<number | undefined> {
  const typed = await vscode.window.showInputBox({
    title: "Scree: analyze a matrix",
    prompt: "How many respondents do the correlations come from (N)?",
    placeHolder: "such as 320",
    ignoreFocusOut: true,
    validateInput: (value) => (numberOf(value) >= 3 ? undefined : "N is a whole number from 3 on."),
  });
  return typed === undefined ? undefined : numberOf(typed);
}

const numberOf = (typed: string): number => (/^\s*\d{1,3}(?:[ ,]?\d{3})*\s*$|^\s*\d{1,9}\s*$/.test(typed) ? Number(typed.replace(/[ ,]/g, "")) : NaN);
