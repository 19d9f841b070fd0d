import { type Table } from "../tables/table";
import {
  type CalculatorField,
  calculatorState,
  type CalculatorValues,
  type FromCalculator,
  type ToCalculator,
  toCalculator,
} from "./parts/calculator-messages";
import { h, replace } from "./parts/dom";
import { editor } from "./parts/editor";
import { drawn, type SectionView, tableActions } from "./parts/section";

/** A page of fields and the tables that follow from them: sample sizes, content validity, agreement of raters. */
const stored = calculatorState(editor.getState());
const uri = document.body.dataset.uri ?? stored?.uri ?? "";
const values: Record<string, string> = { ...stored?.values };
/** a number half typed is no mistake */
const pause = 300; // ms
let typing: ReturnType<typeof setTimeout> | undefined;
const send = (message: FromCalculator) => editor.postMessage(message);

const title = h("h1", {});
const verdict = h("span", { class: "dim grow", id: "verdict" });
const status = h("div", { class: "status", role: "status", "aria-live": "polite" });
const form = h("form", { "aria-label": "What is asked for", submit: (event) => event.preventDefault() });
const resultsHost = h("div", { class: "results", id: "results" });
document.body.append(h("header", {}, title, verdict, status), h("main", {}, form, resultsHost));

const view: SectionView = {
  // a table of this page can be inserted and copied, and nothing else
  send: (message) => (message.type === "insert" || message.type === "copy") && send(message),
  say: (text) => status.replaceChildren(text),
  isOpen: () => true,
  setOpen: () => undefined,
  requested: () => undefined,
};

function receive(message: ToCalculator): void {
  if (message.type === "form") showForm(message);
  else if (message.type === "said") status.replaceChildren(message.text);
  else if (message.type === "problem") {
    const { message: text, hint } = message.problem;
    verdict.replaceChildren("");
    replace(resultsHost, h("section", { class: "problem", role: "alert" }, h("p", {}, h("strong", {}, text)), hint ? h("p", {}, hint) : null));
  } else {
    const { result } = message;
    verdict.replaceChildren(result.verdict);
    replace(
      resultsHost,
      ...(result.remarks.length > 0
        ? [h("section", { class: "warnings", "aria-label": "Remarks" }, h("ul", {}, ...result.remarks.map((remark) => h("li", {}, remark))))]
        : []),
      ...result.tables.map(tableSection),
    );
  }
}

const tableSection = (table: Table): HTMLElement =>
  h(
    "section",
    { "aria-label": table.title },
    h("div", { class: "head" }, h("h2", {}, table.title), h("span", { class: "grow" }), h("span", { class: "actions" }, ...tableActions(view, table, false))),
    drawn(table),
  );

function showForm({ title: name, lead, fields }: Extract<ToCalculator, { type: "form" }>): void {
  title.replaceChildren(name);
  for (const { id, value } of fields) values[id] ??= value;
  form.replaceChildren(h("p", { class: "dim" }, lead), ...fields.map(drawField));
  calculate();
}

function drawField({ id, label, lines, placeholder, choices }: CalculatorField): HTMLElement {
  const changed = (event: Event) => {
    values[id] = (event.target as HTMLInputElement).value;
    clearTimeout(typing);
    typing = setTimeout(calculate, pause);
  };
  const given: CalculatorValues = values;
  const control = choices
    ? h(
        "select",
        { id: `field-${id}`, change: changed },
        ...choices.map((one) => h("option", { value: one.value, selected: one.value === given[id] }, one.label)),
      )
    : lines
      ? h("textarea", { id: `field-${id}`, rows: lines, placeholder, input: changed }, given[id])
      : h("input", { id: `field-${id}`, type: "text", value: given[id], placeholder, input: changed });
  return h("div", { class: "field" }, h("label", { for: `field-${id}` }, label), control);
}

function calculate(): void {
  editor.setState({ uri, values });
  send({ type: "values", values });
}

addEventListener("message", (event) => {
  const message = toCalculator(event.data);
  if (message) receive(message);
});
send({ type: "ready" });
