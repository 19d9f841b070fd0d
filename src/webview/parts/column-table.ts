import { type GivenRole, inOrder } from "../../survey/given-roles";
import { type ColumnInfo } from "../protocol";
import { link } from "./controls";
import { type Correct } from "./data-section";
import { h } from "./dom";

const roles: Readonly<Record<GivenRole, string>> = {
  item: "Item",
  continuous: "Measured quantity",
  identifier: "Identifier",
  group: "Group",
  date: "Date",
  timing: "Response time",
  text: "Free text",
};

/** Each column with what it is taken for and the rule that decided; another choice corrects it. */
export function columnTable(columns: readonly ColumnInfo[], correct: Correct): HTMLElement {
  return h(
    "div",
    { class: "table", role: "group", "aria-label": "Columns of the file", tabindex: 0 },
    h(
      "table",
      { class: "columns" },
      h("thead", {}, h("tr", {}, ...["Column", "Is", "Because", "Answers"].map((name) => h("th", { scope: "col", class: "left" }, name)))),
      h("tbody", {}, ...columns.map((column) => row(column, correct))),
    ),
  );
}

function row(column: ColumnInfo, correct: Correct): HTMLElement {
  const { name, label, roleReason } = column;
  return h(
    "tr",
    {},
    h("th", { scope: "row", class: "left" }, name, label ? h("div", { class: "dim label" }, label) : null),
    h("td", {}, roleSelect(column, correct)),
    h("td", { class: "reason" }, roleReason, ...(isGiven(column) ? [" ", asRuled(column, correct)] : [])),
    h("td", { class: "reason" }, answersOf(column)),
  );
}

/** How a reason begins that is the user's word. */
const isGiven = ({ roleReason, role }: ColumnInfo): boolean => roleReason.startsWith("as you said") || role === "instructed";

/** What the column is; an item can also be a check of attention, by the answer that it asks for. */
function roleSelect(column: ColumnInfo, correct: Correct): HTMLElement {
  const { name, role, answers = [], instructedAnswer } = column;
  const checks = ["item", "instructed"].includes(role) && answers.length > 1 ? answers : [];
  return h(
    "select",
    {
      id: `role-${name}`,
      "aria-label": `What ${name} is`,
      change: (event) => {
        const { value } = event.target as HTMLSelectElement;
        if (value.startsWith(asked)) ask(name, value.slice(asked.length), correct);
        else give(column, value as GivenRole, correct);
      },
    },
    role === "constant" ? h("option", { value: role, selected: true }, "Constant") : null,
    ...Object.entries(roles).map(([value, label]) => h("option", { value, selected: value === role }, label)),
    checks.length > 0
      ? h(
          "optgroup",
          { label: "Attention check that asks for" },
          ...checks.map(({ value, label }) =>
            h(
              "option",
              { value: `${asked}${value}`, selected: role === "instructed" && [String(value), label].includes(instructedAnswer) },
              label ?? String(value),
            ),
          ),
        )
      : null,
  );
}

const asked = "asked:";

const ask = (name: string, answer: string, correct: Correct): void =>
  correct(`${name} checks attention: ${answer} was asked for.`, { kind: "instructed", column: name, answer });

/** Words become an item as a scale, whose order can then be corrected. */
function give(column: ColumnInfo, role: GivenRole, correct: Correct): void {
  const { name, words, role: old } = column;
  const clear = old === "instructed" ? [{ kind: "instructed", column: name, answer: undefined } as const] : [];
  if (role === "item" && words && words.length >= 2 && !words.some(({ word }) => /^[-+]?\d/.test(word)))
    correct(`${name} is an item; see the order of its answers.`, ...clear, { kind: "answers", column: name, scale: inOrder(words.map(({ word }) => word)) });
  else correct(`${name}: ${roles[role].toLowerCase()}.`, ...clear, { kind: "role", column: name, role });
}

const asRuled = ({ name, role }: ColumnInfo, correct: Correct): HTMLElement =>
  link(
    `ruled-${name}`,
    "As the rules say",
    () =>
      correct(
        `${name} is what the rules say.`,
        role === "instructed" ? { kind: "instructed", column: name, answer: undefined } : { kind: "role", column: name, role: undefined },
      ),
    { "aria-label": `As the rules say: ${name}` },
  );

/** "1 Never – 5 Always" where the ends have words, else "1–5" */
function answersOf({ answers, words, role }: ColumnInfo): string {
  if (words && role !== "identifier")
    return (
      words
        .slice(0, 6)
        .map(({ word }) => word.slice(0, 30))
        .join(", ") + (words.length > 6 ? ", …" : "")
    );
  if (!answers || answers.length === 0) return "";
  const [low, high] = [answers[0], answers[answers.length - 1]];
  const told = ({ value, label }: typeof low) => (label && label !== String(value) ? `${value} ${label}` : String(value));
  return answers.length === 1 ? told(low) : `${told(low)} – ${told(high)}`;
}
