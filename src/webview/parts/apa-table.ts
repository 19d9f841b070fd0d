import { proportion } from "../../tables/number";
import { type Cell, type Inline, plain, type Table, type TableColumn } from "../../tables/table";
import { h } from "./dom";

/** A table as it will stand in the paper: three rules, no boxes. A small loading that the paper will not show is a dot with its value as tooltip. */
export function apaTable(table: Table): HTMLElement {
  const spanned = table.columns.some((column) => column.spanner);
  return h(
    "div",
    { class: "table", role: "group", "aria-label": table.title, tabindex: 0 },
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, table.title),
      h("thead", {}, ...(spanned ? spannedHead(table.columns) : [h("tr", {}, ...table.columns.map((column) => head(column, column.header)))])),
      h(
        "tbody",
        {},
        ...table.rows.map((row) =>
          h("tr", { class: row.heading ? "heading" : undefined }, ...row.cells.map((cell, i) => data(cell, table.columns[i], i === 0))),
        ),
      ),
    ),
  );
}

/** The note under a table, without the word "Note." */
export function notesOf(table: Table): HTMLElement | null {
  const notes = table.notes.filter((note) => plain(note).trim() !== "");
  return notes.length > 0 ? h("p", { class: "note" }, ...notes.flatMap((note, i) => [i > 0 ? " " : "", ...inline(note)])) : null;
}

export const inline = (parts: readonly Inline[]): (Node | string)[] =>
  parts.map((part) =>
    typeof part === "string" ? part : "italic" in part ? h("i", {}, part.italic) : "superscript" in part ? h("sup", {}, part.superscript) : part.text,
  );

const head = (column: TableColumn, text: readonly Inline[], rowspan?: number) => h("th", { scope: "col", class: column.align, rowspan }, ...inline(text));

/** Two rows: spanners over the columns that share one, the other columns through both. */
function spannedHead(columns: readonly TableColumn[]): HTMLElement[] {
  const upper: HTMLElement[] = [];
  const lower: HTMLElement[] = [];
  for (let i = 0; i < columns.length; i++) {
    const { spanner } = columns[i];
    if (!spanner) {
      upper.push(head(columns[i], columns[i].header, 2));
      continue;
    }
    if (columns[i - 1]?.spanner !== spanner) {
      const width = columns.slice(i).findIndex((column) => column.spanner !== spanner);
      upper.push(h("th", { scope: "colgroup", class: "spanner", colspan: width === -1 ? columns.length - i : width }, h("span", {}, spanner)));
    }
    lower.push(head(columns[i], columns[i].short ?? columns[i].header));
  }
  return [h("tr", {}, ...upper), h("tr", {}, ...lower)];
}

function data(cell: Cell, column: TableColumn, stub: boolean): HTMLElement {
  if (stub) return h("th", { scope: "row", class: column.align }, cell.text);
  if (cell.text === "" && typeof cell.value === "number") {
    const value = proportion(cell.value);
    return h("td", { class: `${column.align} hidden`, title: value }, h("span", { "aria-hidden": "true" }, "·"), h("span", { class: "unseen" }, `(${value})`));
  }
  return h("td", { class: cell.strong ? `${column.align} strong` : column.align }, cell.text);
}
