import { type Warning } from "../errors";
import { type Declared, type ExportLayout, type RecogniseExport } from "./exports/export-layout";
import { googleForms, microsoftForms } from "./exports/forms";
import { limeSurvey } from "./exports/lime-survey";
import { qualtrics } from "./exports/qualtrics";
import { isCodedQuestion, isQuestion, questionNames } from "./exports/question-names";
import { redcap } from "./exports/redcap";
import { surveyMonkey } from "./exports/survey-monkey";
import { wenjuanxing } from "./exports/wenjuanxing";
import { isMissingWord } from "./missing-words";
import { numberOf } from "./number-text";

/** What the first rows of a table say about its columns. */
export interface Header {
  /** as written, or derived from a question's text; not yet told apart */
  readonly names: readonly string[];
  readonly labels: readonly (string | undefined)[];
  /** how many rows belong to the header */
  readonly rows: number;
  readonly declared: readonly (Declared | undefined)[];
  readonly warnings: readonly Warning[];
}

/** Services whose exports are recognised by their first rows, the most particular first. */
const services: readonly RecogniseExport[] = [qualtrics, surveyMonkey, wenjuanxing, microsoftForms, limeSurvey, redcap, googleForms];

const mostTitleRows = 10;

/** Rows above the header with nothing but a title in one cell, where a row of three cells or more follows. */
export function titleRows(sample: readonly (readonly string[])[]): number {
  const filled = sample.slice(0, mostTitleRows + 1).map((row) => row.filter((cell) => cell.trim() !== "").length);
  const header = filled.findIndex((count) => count >= 3);
  return header > 0 && filled.slice(0, header).every((count) => count === 1) ? header : 0;
}

export const titleWarning = (rows: number, source: string): Warning[] =>
  rows === 0
    ? []
    : [
        {
          code: "title-rows",
          message: `${source}: ${rows === 1 ? "the first row is a title" : `the first ${rows} rows are titles`} and not read.`,
          data: { rows },
        },
      ];

/** Reads the header of a table from its first rows. */
export function readHeader(sample: readonly (readonly string[])[], source: string): Header {
  const [first] = sample;
  for (const recognise of services) {
    const layout = recognise(sample);
    if (layout) return { ...layout, warnings: [serviceWarning(layout, source)] };
  }
  if (isData(first)) {
    const names = first.map((_, c) => `V${c + 1}`);
    const message = `${source}: the first row is all numbers, so it is read as answers and the columns are called V1 to V${names.length}.`;
    return { names, labels: [], rows: 0, declared: [], warnings: [{ code: "no-header", message }] };
  }
  if (hasLabelRow(sample)) {
    const message = `${source}: the second row stands in words over columns of numbers, so it is read as the columns' labels.`;
    return { names: first, labels: sample[1].map((label) => label || undefined), rows: 2, declared: [], warnings: [{ code: "label-row", message }] };
  }
  if (!first.some(isQuestion)) return { names: first, labels: [], rows: 1, declared: [], warnings: [] };
  const { names, labels } = questionNames(first, (text) => !isQuestion(text) && !isCodedQuestion(text));
  const message = `${source}: columns headed by a question are given short names (${names.find((_, c) => labels[c] !== undefined)}, …); the questions are their labels.`;
  return { names, labels, rows: 1, declared: [], warnings: [{ code: "short-names", message }] };
}

const fewestLabelled = 3;

/** Three columns or more are numbers but for words in their first row, and hardly any column of numbers lacks them. */
function hasLabelRow([, second, ...rows]: readonly (readonly string[])[]): boolean {
  if (!second || rows.length < 3) return false;
  const isNumber = (cell: string | undefined): boolean => cell !== undefined && !Number.isNaN(numberOf(cell.replace(",", ".")));
  const numeric = second
    .map((_, c) => c)
    .filter((c) => rows.some((row) => isNumber(row[c])) && rows.every((row) => isNumber(row[c]) || isMissingWord((row[c] ?? "").trim())));
  const worded = numeric.filter((c) => !isNumber(second[c]) && !isMissingWord(second[c].trim()));
  return worded.length >= fewestLabelled && worded.length >= numeric.length * 0.8;
}

function serviceWarning({ service, rows }: ExportLayout, source: string): Warning {
  const header = rows === 1 ? "" : `; its first ${rows} rows are the header`;
  return { code: "service-export", message: `${source} is read as an export of ${service}${header}.`, data: { service, headerRows: rows } };
}

/** A first row of numbers is data, unless it counts the items 1, 2, 3, … */
function isData(cells: readonly string[]): boolean {
  const numbers = cells.map(numberOf);
  if (!numbers.some((number) => !Number.isNaN(number))) return false;
  if (!numbers.every((number, c) => !Number.isNaN(number) || isMissingWord(cells[c]))) return false;
  return cells.length < 2 || !numbers.every((number, c) => c === 0 || number === numbers[c - 1] + 1);
}
