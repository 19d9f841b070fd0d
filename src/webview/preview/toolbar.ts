import { type Shown } from "../../survey/preview/cells";
import { h, replace } from "../parts/dom";
import { type PreviewTable, type Way } from "./protocol";

export interface ToolbarActions {
  show(shown: Shown): void;
  find(text: string, backward: boolean, oneColumn: boolean): void;
  /** back to the cells */
  leave(): void;
  askColumn(): void;
  askRow(): void;
  way(way: Way): void;
  analyze(): void;
}

export const wayNames: { readonly [way in Way]: string } = {
  encoding: "Encoding…",
  delimiter: "Delimiter…",
  sheet: "Sheet…",
  text: "Open as text",
  retry: "Try again",
};

export interface Toolbar {
  readonly element: HTMLElement;
  table(table: PreviewTable, rowsRead: number | undefined): void;
  shown(shown: Shown): void;
  /** moves the focus to the search field, with a text to look for where one is given */
  find(text?: string): void;
}

const count = (n: number, one: string, many: string) => `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;

/** What stands above the grid: the size of the survey, values or labels, the search, the ways to a column and a row, and on to the analysis. */
export function toolbar(actions: ToolbarActions): Toolbar {
  const size = h("span", { class: "dim size", id: "size" });
  const choices = h("div", { class: "choices", role: "group", "aria-label": "Show" });
  const buttons = { values: choice("values", "Values"), labels: choice("labels", "Labels") };
  choices.append(buttons.values, buttons.labels);
  const input = h("input", { type: "text", id: "find", placeholder: "Find", "aria-label": "Find in cells", spellcheck: "false", maxlength: 500 });
  const oneColumn = h("input", { type: "checkbox", id: "one-column" });
  const search = (backward: boolean) => input.value !== "" && actions.find(input.value, backward, oneColumn.checked);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") actions.leave();
    if (event.key !== "Enter") return;
    event.preventDefault();
    search(event.shiftKey);
  });
  const finder = h(
    "div",
    { class: "finder", role: "search" },
    input,
    h(
      "button",
      { class: "quiet", type: "button", id: "find-previous", title: "Previous (Shift+Enter)", "aria-label": "Find previous", click: () => search(true) },
      "↑",
    ),
    h("button", { class: "quiet", type: "button", id: "find-next", title: "Next (Enter)", "aria-label": "Find next", click: () => search(false) }, "↓"),
    h("label", { title: "Only in the column of the active cell" }, oneColumn, "this column"),
  );
  const ways = h("span", { class: "ways" });
  const element = h(
    "header",
    {},
    size,
    choices,
    finder,
    h("button", { class: "quiet", type: "button", id: "go-column", click: actions.askColumn }, "Go to column…"),
    h("button", { class: "quiet", type: "button", id: "go-row", click: actions.askRow }, "Go to row…"),
    ways,
    h("span", { class: "grow" }),
    h("button", { class: "primary", type: "button", id: "analyze", click: actions.analyze }, "Analyze survey"),
  );

  function choice(shown: Shown, name: string): HTMLButtonElement {
    return h("button", { type: "button", id: `show-${shown}`, "aria-pressed": "false", click: () => actions.show(shown) }, name);
  }

  return {
    element,
    table(table, rowsRead) {
      const columns = count(table.columns.length, "column", "columns");
      const read = rowsRead === undefined ? "" : ` ${rowsRead.toLocaleString("en-US")} rows`;
      size.textContent = table.whole ? `${count(table.rows, "row", "rows")} · ${columns}` : `reading…${read} · ${columns}`;
      choices.hidden = !table.columns.some(({ labelled }) => labelled);
      replace(ways, ...table.ways.filter((way) => way !== "retry").map((way) => wayButton(way, actions.way)));
    },
    shown(shown) {
      for (const [name, button] of Object.entries(buttons)) button.setAttribute("aria-pressed", String(name === shown));
    },
    find(text) {
      if (text !== undefined) input.value = text;
      input.focus();
      input.select();
    },
  };
}

export const wayButton = (way: Way, take: (way: Way) => void) =>
  h("button", { class: "quiet", type: "button", id: `way-${way}`, click: () => take(way) }, wayNames[way]);
