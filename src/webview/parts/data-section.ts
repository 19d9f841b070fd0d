import { count, proportion } from "../../tables/number";
import { type ColumnRole } from "../../survey/survey";
import { type Warning } from "../../errors";
import { type MissingPatterns } from "../../psychometrics/missing-patterns";
import { type ReadingChange } from "../../study/edit-reading";
import { answerScales } from "./answer-scales";
import { columnTable } from "./column-table";
import { field, link } from "./controls";
import { h } from "./dom";
import { delimiters, encodings } from "./file-choices";
import { type Choices, type Reading, type SurveyInfo, type TableInfo } from "../protocol";
import { missingAnswers } from "./missing-answers";
import { fold, section, type SectionView } from "./section";

/** What the parts of the section share: how a correction is sent. */
export type Correct = (said: string, ...changes: ReadingChange[]) => void;

/** What the section needs: it stands there before there are results, and where there are none. */
export interface DataView extends SectionView {
  readonly survey: SurveyInfo;
  readonly study: string | null;
  readonly reading: Reading;
  readonly choices: Choices;
  readonly change: (choices: Choices) => void;
  /** of the last result */
  readonly warnings: readonly Warning[];
  readonly missing?: MissingPatterns;
  readonly onRequest: readonly TableInfo[];
}

/** How the file was read, rule by rule, and the ways to correct it. A correction stands in `scree.yaml` and can be taken back. */
export function dataSection(view: DataView): HTMLElement {
  const { survey, reading } = view;
  const correct: Correct = (said, ...changes) => view.send({ type: "correct", changes, said });
  const scales = answerScales(survey.columns, correct);
  const { excluded } = survey;
  const files = fileControls(survey, reading, correct);
  // what nobody has doubted stands with the columns
  const asked =
    survey.sheets !== undefined ||
    reading.encoding !== undefined ||
    reading.delimiter !== undefined ||
    survey.warnings.some(({ code }) => code === "encoding-guessed");
  const drawn = section(
    view,
    "Data",
    [dataVerdict(view)],
    [],
    asked ? files : null,
    excluded
      ? h(
          "p",
          {},
          `${count(excluded.rows)} rows are left out ${excluded.reason}. `,
          link("include-rows", "Take them in again", () => correct("All rows count again.", { kind: "exclude", careless: false, rows: [] })),
        )
      : null,
    reversals(view),
    fold(view, "columns", `Columns: ${columnsVerdict(view)}`, () => [...(files && !asked ? [files] : []), columnTable(survey.columns, correct)]),
    scales ? fold(view, "answer-scales", "Answer scales", () => [scales]) : null,
    fold(view, "missing", `Missing and impossible answers: ${missingVerdict(view)}`, () => [missingAnswers(view, correct)]),
  );
  drawn.classList.add("data");
  return drawn;
}

const roleNames: Readonly<Record<ColumnRole, readonly [one: string, several: string]>> = {
  item: ["item", "items"],
  continuous: ["measured quantity", "measured quantities"],
  identifier: ["identifier", "identifiers"],
  group: ["group", "groups"],
  date: ["date", "dates"],
  text: ["free text", "free texts"],
  constant: ["constant", "constants"],
  timing: ["response time", "response times"],
  instructed: ["attention check", "attention checks"],
};

/** "24 items, 1 identifier, 1 group" */
export function columnsVerdict({ survey }: Pick<DataView, "survey">): string {
  return (Object.keys(roleNames) as ColumnRole[])
    .map((role) => ({ role, columns: survey.columns.filter((column) => column.role === role).length }))
    .filter(({ columns }) => columns > 0)
    .map(({ role, columns }) => `${count(columns)} ${roleNames[role][columns === 1 ? 0 : 1]}`)
    .join(", ");
}

function dataVerdict({ survey, missing, study }: DataView): string {
  const pairs = missing && `n = ${count(missing.complete)} listwise, ${range(missing.pairs)} pairwise`;
  return [`${count(survey.rows)} rows`, pairs, study ? "read as scree.yaml says" : undefined].filter(Boolean).join(" · ");
}

const range = ({ least, most }: { least: number; most: number }) => (least === most ? count(least) : `${count(least)} to ${count(most)}`);

function missingVerdict({ survey, missing }: DataView): string {
  const cells = survey.columns.reduce((sum, column) => sum + (column.role === "item" ? column.missing : 0), 0);
  const incomplete = missing ? `${count(survey.rows - missing.complete)} incomplete rows` : `${count(cells)} missing`;
  const suspects = survey.suspects.reduce((sum, { cells }) => sum + cells, 0);
  const parts = [
    (missing ? missing.complete < survey.rows : cells > 0) ? incomplete : "no answer missing",
    ...(suspects > 0 ? [`${count(suspects)} suspect ${suspects === 1 ? "value" : "values"}`] : []),
  ];
  return parts.join(", ");
}

/** How the file is taken apart, with what was recognised as the first choice. */
export function fileControls(survey: Pick<SurveyInfo, "source" | "warnings" | "sheets">, reading: Reading, correct: Correct): HTMLElement | null {
  const controls = [
    ...(/\.(csv|tsv|tab|txt|dat|sav|zsav|dta)$/i.test(survey.source) ? [encodingField(survey.warnings, reading.encoding, correct)] : []),
    ...(/\.(csv|tsv|tab|txt|dat)$/i.test(survey.source) ? [delimiterField(reading.delimiter, correct)] : []),
    ...(survey.sheets ? [sheetField(survey.sheets, reading.sheet, correct)] : []),
  ];
  return controls.length > 0 ? h("div", { class: "file" }, ...controls) : null;
}

function encodingField(
  warnings: readonly { readonly code: string; readonly data?: Readonly<Record<string, unknown>> }[],
  current: string | undefined,
  correct: Correct,
): HTMLElement {
  const guess = warnings.find(({ code }) => code === "encoding-guessed")?.data as { encoding: string; confidence: number } | undefined;
  const recognised = guess ? `recognised: ${guess.encoding} (${Math.min(99, Math.round(guess.confidence * 100))}%)` : "as recognised";
  const known = encodings.map(({ label }) => label);
  const labels = current && !known.includes(current) ? [current, ...known] : known;
  const change = (event: Event) => {
    const label = (event.target as HTMLSelectElement).value;
    correct(label ? `The file is read as ${label}.` : "The encoding is recognised.", { kind: "encoding", encoding: label || undefined });
  };
  const select = h(
    "select",
    { id: "option-encoding", change },
    h("option", { value: "", selected: !current }, recognised),
    ...labels.map((label) => h("option", { value: label, selected: label === current }, label)),
  );
  return field("encoding", "Encoding", select);
}

function delimiterField(current: string | undefined, correct: Correct): HTMLElement {
  const change = (event: Event) => {
    const sign = (event.target as HTMLSelectElement).value;
    correct(sign ? `Fields end at a ${delimiters.get(sign) ?? sign}.` : "The delimiter is recognised.", { kind: "delimiter", delimiter: sign || undefined });
  };
  const known = current === undefined || delimiters.has(current) ? [] : [h("option", { value: current, selected: true }, current)];
  const select = h(
    "select",
    { id: "option-delimiter", change },
    h("option", { value: "", selected: current === undefined }, "as recognised"),
    ...known,
    ...Array.from(delimiters, ([sign, name]) => h("option", { value: sign, selected: sign === current }, name)),
  );
  return field("delimiter", "Delimiter", select);
}

function sheetField(sheets: readonly string[], current: string | undefined, correct: Correct): HTMLElement {
  const change = (event: Event) => {
    const name = (event.target as HTMLSelectElement).value;
    correct(`The sheet ${name} is read.`, { kind: "sheet", sheet: name === sheets[0] ? undefined : name });
  };
  const select = h(
    "select",
    { id: "option-sheet", change },
    ...sheets.map((name) => h("option", { value: name, selected: name === (current ?? sheets[0]) }, name)),
  );
  return field("sheet", "Sheet", select);
}

interface Against {
  readonly item: string;
  readonly itemRest: number;
  readonly component: number;
}

/** Items that look worded the other way round, with the evidence; nothing is reversed unasked. */
function reversals({ warnings, choices, change }: DataView): HTMLElement | null {
  const against = warnings
    .filter(({ code }) => code === "reverse-keyed")
    .flatMap(({ data }) => (data as { items: Against[] }).items)
    .filter(({ item }, i, all) => all.findIndex((other) => other.item === item) === i);
  if (against.length === 0) return null;
  const isReversed = ({ item }: Against) => choices.reverse.includes(item);
  const [reversed, worded] = [against.filter(isReversed), against.filter((one) => !isReversed(one))].map((some) => some.map(({ item }) => item));
  const evidence = against.map((one) => `${one.item} (item–rest r ${proportion(one.itemRest)}, first component ${proportion(one.component)})`);
  const set = (reverse: readonly string[]) => change({ ...choices, reverse });
  return h(
    "p",
    {},
    `Worded the other way round? Against the rest of the scale go ${evidence.join(", ")}. `,
    worded.length > 0 ? link("reverse-suggested", `Reverse ${worded.join(", ")}`, () => set([...choices.reverse, ...worded])) : null,
    reversed.length > 0
      ? link("unreverse-suggested", `Do not reverse ${reversed.join(", ")}`, () => set(choices.reverse.filter((item) => !reversed.includes(item))))
      : null,
  );
}
