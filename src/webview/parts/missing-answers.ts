import { count } from "../../tables/number";
import { type ColumnInfo, type Suspect } from "../protocol";
import { link } from "./controls";
import { type Correct, type DataView } from "./data-section";
import { h } from "./dom";
import { withActions } from "./section";

type Row = readonly (string | Node)[];

/** Codes for no answer, values that look wrong, and which answers are missing together. */
export function missingAnswers(view: DataView, correct: Correct): HTMLElement {
  const { survey, missing, choices, reading, onRequest } = view;
  const declare = (code: number) => correct(`${code} is no answer.`, { kind: "missing", codes: [...choices.missingCodes, code, ...reading.missingWords] });
  const incomplete = missing !== undefined && missing.complete < survey.rows;
  const patterns = incomplete && onRequest.some(({ id }) => id === "missing-patterns") ? view.requested("missing-patterns") : undefined;
  const nothing = missing?.complete === survey.rows && survey.suspects.length === 0;
  return h(
    "div",
    {},
    ...listed(
      "Look like codes or slips",
      ["Column", "Value", "Rows", ""],
      survey.suspects.map((one, i) => suspectRow(one, i, declare)),
    ),
    ...listed("Codes for no answer", ["Column", "Code", "Rows"], survey.columns.flatMap(declaredRows)),
    patterns ? withActions(view, patterns) : null,
    nothing ? h("p", { class: "note" }, "Every row answers every item, and no value looks wrong.") : null,
  );
}

function suspectRow({ kind, column, values, cells, rows }: Suspect, i: number, declare: (code: number) => void): Row {
  const [value] = values;
  const action =
    kind === "code" ? link(`declare-${i}`, "Is no answer", () => declare(value), { "aria-label": `Is no answer: ${value}` }) : "outside the others’ range";
  return [column, values.join(", "), rowsOf(cells, rows), action];
}

const declaredRows = ({ name, declared = [] }: ColumnInfo): Row[] =>
  declared.map(({ code, label, cells, rows }) => [name, label ? `${code} ${label}` : code, rowsOf(cells, rows)]);

const rowsOf = (cells: number, rows: readonly number[]): string => `${rows.join(", ")}${cells > rows.length ? ` and ${count(cells - rows.length)} more` : ""}`;

function listed(title: string, heads: readonly string[], rows: readonly Row[]): HTMLElement[] {
  if (rows.length === 0) return [];
  const head = (text: string) => (text ? h("th", { scope: "col", class: "left" }, text) : h("td", {}));
  return [
    h(
      "div",
      { class: "table", role: "group", "aria-label": title, tabindex: 0 },
      h(
        "table",
        { class: "plain" },
        h("caption", {}, title),
        h("thead", {}, h("tr", {}, ...heads.map(head))),
        h(
          "tbody",
          {},
          ...rows.map((cells) =>
            h("tr", {}, ...cells.map((cell, c) => (c === 0 ? h("th", { scope: "row", class: "left" }, cell) : h("td", { class: "left" }, cell)))),
          ),
        ),
      ),
    ),
  ];
}
