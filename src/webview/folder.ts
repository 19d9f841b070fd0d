import { overviewColumns } from "../checks/overview";
import { type FolderRow, type FromFolder, type ToFolder, toFolder } from "./folder-protocol";
import { h, replace } from "./parts/dom";
import { editor } from "./parts/editor";

/** The page "Scree: Check a folder of manuscripts": one table, the worst first; each name leads to the manuscript's own report. */
const uri = document.body.dataset.uri ?? "";
const send = (message: FromFolder) => editor.postMessage(message);

const title = h("h1", {});
const state = h("span", { class: "dim grow", role: "status" });
const again = h("button", { class: "quiet", id: "again", type: "button", click: () => send({ type: "again" }) }, "Check again");
const table = h(
  "button",
  { class: "quiet", id: "table", type: "button", title: "Opens the table as Markdown", click: () => send({ type: "table" }) },
  "As Markdown",
);
const body = h("main", { id: "manuscripts" });
document.body.append(h("header", {}, title, state, table, again), body);

const classes = ["error", "warning", "information", "consistent", "dim"];

function draw({ title: name, rows, total }: ToFolder): void {
  title.replaceChildren(name);
  const reading = rows.length < total;
  state.replaceChildren(reading ? `${rows.length} of ${total} manuscripts read …` : `${total} ${total === 1 ? "manuscript" : "manuscripts"}`);
  again.disabled = reading;
  replace(
    body,
    h(
      "table",
      { class: "overview", "aria-label": "Manuscripts, the worst first" },
      h(
        "thead",
        {},
        h("tr", {}, h("th", { scope: "col" }, "Manuscript"), ...overviewColumns.map((column) => h("th", { scope: "col", class: "right" }, column))),
      ),
      h("tbody", {}, ...rows.map(row)),
      ...(rows.some(({ counts }) => counts) ? [h("tfoot", {}, totals(rows))] : []),
    ),
  );
}

function row({ uri, path, counts, problem }: FolderRow, index: number): HTMLElement {
  const name = h("button", { class: "quiet", id: `manuscript-${index}`, type: "button", click: () => send({ type: "open", uri }) }, path);
  if (!counts) return h("tr", {}, h("th", { scope: "row" }, name), h("td", { class: "dim", colspan: overviewColumns.length }, problem ?? ""));
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, name),
    ...counts.map((count, i) => h("td", { class: count > 0 ? `right ${classes[i]}` : "right dim" }, String(count))),
  );
}

function totals(rows: readonly FolderRow[]): HTMLElement {
  const sum = (i: number) => rows.reduce((total, { counts }) => total + (counts?.[i] ?? 0), 0);
  return h("tr", {}, h("th", { scope: "row" }, "Total"), ...overviewColumns.map((_, i) => h("td", { class: "right" }, String(sum(i)))));
}

addEventListener("message", (event) => {
  const message = toFolder(event.data);
  if (message) draw(message);
});
editor.setState({ uri });
send({ type: "ready" });
