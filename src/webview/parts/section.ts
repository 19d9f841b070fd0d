import { toHtml } from "../../tables/html";
import { type Table } from "../../tables/table";
import { type FigureName, type FromPanel } from "../protocol";
import { apaTable, inline, notesOf } from "./apa-table";
import { link } from "./controls";
import { h } from "./dom";
import { standalone } from "./standalone";
import { type Verdict } from "./verdicts";

/** What every section of the results needs: the line to the editor, and what is unfolded. */
export interface SectionView {
  readonly send: (message: FromPanel) => void;
  readonly say: (text: string) => void;
  readonly isOpen: (id: string) => boolean;
  readonly setOpen: (id: string, open: boolean) => void;
  /** a table that is made on request: undefined while it is on its way */
  readonly requested: (id: string) => Table | undefined;
}

/** A heading with its verdict in one line, what can be done with its tables, and what it shows. */
export function section(view: SectionView, name: string, verdict: Verdict, inserts: readonly (Table | undefined)[], ...content: (Node | null)[]): HTMLElement {
  const present = inserts.filter((table) => table !== undefined);
  return h(
    "section",
    { "aria-label": name },
    h(
      "div",
      { class: "head" },
      h("h2", {}, name),
      h("span", { class: "say" }, ...inline(verdict)),
      h("span", { class: "actions" }, ...present.flatMap((table) => tableActions(view, table, present.length > 1))),
    ),
    ...content,
  );
}

const shortNames: Readonly<Record<string, string>> = {
  "kmo-bartlett": "KMO and Bartlett",
  retention: "criteria",
  "loading-intervals": "intervals",
  bootstrap: "summary",
};

/** What to do with a table: put it into the manuscript, or take it along. */
export function tableActions({ send, say }: SectionView, table: Table, several: boolean): HTMLElement[] {
  const label = several ? `Insert ${shortNames[table.id] ?? table.title}` : "Insert table";
  const copy = h(
    "select",
    {
      class: "copy",
      id: `copy-${table.id}`,
      "aria-label": `Copy: ${table.title}`,
      change: (event) => {
        const select = event.target as HTMLSelectElement;
        const format = select.value;
        select.value = "";
        if (format === "html") copyRich(table, { send, say });
        else if (format === "markdown" || format === "latex") send({ type: "copy", table: table.id, format });
      },
    },
    h("option", { value: "" }, "Copy"),
    h("option", { value: "markdown" }, "Markdown"),
    h("option", { value: "html" }, "HTML (Word)"),
    h("option", { value: "latex" }, "LaTeX"),
  );
  return [
    link(`insert-${table.id}`, label, () => send({ type: "insert", table: table.id }), {
      "aria-label": `${label} into manuscript: ${table.title}`,
      title: "Insert into manuscript",
    }),
    ...(several ? [] : [copy]),
  ];
}

/** As a table that a word processor takes as a table; only the page itself can put that on the clipboard. */
function copyRich(table: Table, { send, say }: Pick<SectionView, "send" | "say">): void {
  const html = toHtml(table);
  const item = new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([html], { type: "text/plain" }) });
  navigator.clipboard.write([item]).then(
    () => say(`Copied: ${table.title}`),
    () => send({ type: "copy", table: table.id, format: "html" }),
  );
}

export const drawn = (table: Table | undefined): HTMLElement | null => (table ? h("div", {}, apaTable(table), notesOf(table)) : null);

/** A table with its actions above it. */
export const withActions = (view: SectionView, table: Table): HTMLElement =>
  h("div", {}, h("div", { class: "head" }, h("span", { class: "grow" }), h("span", { class: "actions" }, ...tableActions(view, table, false))), drawn(table));

export const folded = (view: SectionView, id: string, summary: string, table: Table | undefined): HTMLElement | null =>
  table ? fold(view, id, summary, () => [withActions(view, table)]) : null;

/** A table that is made when somebody unfolds it. */
export const onRequest = (view: SectionView, id: string, summary: string): HTMLElement =>
  fold(view, id, summary, () => {
    const table = view.requested(id);
    return [table ? withActions(view, table) : h("p", { class: "note" }, "…")];
  });

/** Folded until somebody wants it; what was unfolded stays so. Its content is made when it is seen. */
export function fold(view: SectionView, id: string, summary: string, content: () => readonly Node[]): HTMLElement {
  const body = h("div", {});
  const show = () => body.childNodes.length === 0 && body.append(...content());
  const open = view.isOpen(id);
  if (open) show();
  return h(
    "details",
    {
      open,
      toggle: (event) => {
        const { open: now } = event.target as HTMLDetailsElement;
        view.setOpen(id, now);
        if (now) show();
      },
    },
    h("summary", { id: `fold-${id}` }, summary),
    body,
  );
}

/** A plot, and the way to take it into the manuscript. */
export const plotted = ({ send }: SectionView, figure: FigureName, what: string, svg: SVGSVGElement): HTMLElement =>
  h(
    "figure",
    {},
    h("div", { class: "plot", role: "group", "aria-label": what, tabindex: 0 }, svg),
    h(
      "figcaption",
      {},
      link(
        `insert-figure-${figure}`,
        "Insert figure",
        () => send({ type: "figure", figure, svg: standalone(svg), words: (svg.getAttribute("aria-label") ?? "").slice(0, 1_000) }),
        { "aria-label": `Insert figure into manuscript: ${what}` },
      ),
    ),
  );
