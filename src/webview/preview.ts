import { type Shown } from "../survey/preview/cells";
import { h, replace } from "./parts/dom";
import { editor } from "./parts/editor";
import { type Grid, grid } from "./preview/grid";
import { fillHeading } from "./preview/heading";
import { type FromPreview, mostTiles, type PreviewState, type PreviewTable, previewState, type ToPreview, toPreview } from "./preview/protocol";
import { at, type Selection } from "./preview/selection";
import { type Summaries, summariesOf } from "./preview/summaries";
import { tilesOf } from "./preview/tiles";
import { toolbar, wayButton } from "./preview/toolbar";

/** The page of a survey's preview: a grid of its cells, of which only those that are seen are here. */
const send = (message: FromPreview) => editor.postMessage(message);
const stored = previewState(editor.getState());

let table: PreviewTable | undefined;
let shown: Shown = stored?.shown ?? "labels";
let rowsRead: number | undefined;
/** what is to be answered with `at` when its cell has come */
let going = false;
/** where the active cell belongs when the whole table is there: as it was before the page, or the file, was read again */
let held = stored?.place;
let corner = stored?.corner;

const tiles = tilesOf((ranges) => table && send({ type: "tiles", reading: table.reading, shown, ranges }), mostTiles);
const summaries: Summaries = summariesOf((column, columns) => table && send({ type: "summaries", reading: table.reading, column, columns }));

const status = h("div", { class: "unseen", role: "status", id: "status" });
const cellName = h("b", {});
const cellText = h("span", { class: "text" });
const said = h("span", { class: "dim said", id: "said" });
const title = h("h1", { class: "unseen" });
const footer = h("footer", {}, cellName, cellText, said);
const problem = h("div", { id: "problem" }, h("p", { class: "dim waiting", role: "status" }, "Reading the file…"));
const bar = toolbar({
  show,
  find: (text, backward, oneColumn) => {
    const { row, column } = view.selection().active;
    send({ type: "find", text, shown, from: { row: Math.max(0, row), column }, backward, oneColumn });
  },
  leave: () => view.element.focus({ preventScroll: true }),
  askColumn: () => send({ type: "askColumn" }),
  askRow: () => send({ type: "askRow" }),
  way: (way) => send({ type: "way", way }),
  analyze: () => send({ type: "analyze" }),
});

const view: Grid = grid({
  cell: tiles.cell,
  head: (element, column) => table && fillHeading(element, table.columns[column], summaries.of(column)),
  onLook(range) {
    if (!table || range.rows === 0) return;
    tiles.want(range);
    if (table.whole) summaries.want(range.column, range.columns);
    tellPlace();
    keep({ row: range.row, column: range.column });
  },
  onSelect() {
    const { rows, columns } = view.range();
    announce(rows * columns > 1 ? `${rows.toLocaleString("en-US")} × ${columns.toLocaleString("en-US")} cells selected` : "");
  },
});
const remarks = h("div", { id: "remarks" });
const main = h("main", {}, title, problem, remarks, view.element);
document.body.append(bar.element, main, footer, status);
for (const part of [bar.element, view.element, footer]) part.hidden = true;
bar.shown(shown);

function show(wanted: Shown): void {
  if (wanted !== shown) {
    shown = wanted;
    tiles.clear();
    layOut();
    announce(shown === "labels" ? "Labels are shown" : "Values are shown");
  }
  bar.shown(shown);
}

const placeOf = ({ active }: Selection) => ({ row: Math.max(0, active.row), column: active.column });

let keeping: ReturnType<typeof setTimeout> | undefined;

/** For when the page comes back: not in each frame of a scroll. */
function keep(seen: PreviewState["corner"]): void {
  clearTimeout(keeping);
  keeping = setTimeout(() => table?.whole && editor.setState({ place: placeOf(view.selection()), shown, corner: seen } satisfies PreviewState), 200);
}

function announce(text: string): void {
  status.textContent = text;
  said.textContent = text;
}

/** The active cell in words, below the grid, where a long text has room. */
function tellPlace(): void {
  if (!table) return;
  const { row, column } = view.selection().active;
  const head = table.columns[column];
  if (!head) return;
  const cell = row < 0 ? undefined : tiles.cell(row, column);
  const name = row < 0 ? head.name : `${head.name}, row ${(row + table.firstNumber).toLocaleString("en-US")}`;
  if (cellName.textContent !== name) cellName.textContent = name;
  const text =
    row < 0 ? (head.label ?? "") : cell === undefined ? "" : cell.text === "" ? "missing" : cell.declared ? `${cell.text} (counts as missing)` : cell.text;
  if (cellText.textContent !== text) cellText.textContent = text.slice(0, 2_000);
  if (!going || (row >= 0 && cell === undefined)) return;
  going = false;
  send({ type: "at", place: { row: Math.max(0, row), column }, text: (cell?.text ?? head.name).slice(0, 100_000) });
}

/** Of a column: "n 989,690 · 10,310 missing" has room. */
const columnWidth = 176;

function layOut(): void {
  if (!table) return;
  const { source, rows, firstNumber, columns } = table;
  const asNumber = ({ numeric, labelled }: PreviewTable["columns"][number]) => numeric && !(shown === "labels" && labelled);
  view.show({
    label: `${source}: ${rows.toLocaleString("en-US")} rows, ${columns.length} columns`,
    rows,
    firstNumber,
    columns: columns.map((column) => ({ width: columnWidth, numeric: asNumber(column) })),
  });
}

function takeTable(next: PreviewTable): void {
  const first = table === undefined;
  if (!first) held ??= placeOf(view.selection());
  const other = table?.reading !== next.reading || !table.whole;
  table = next;
  if (next.whole) rowsRead = undefined;
  if (other) {
    tiles.clear();
    summaries.clear(next.columns.length);
  }
  title.textContent = `Preview of ${next.source}`;
  replace(problem);
  replace(remarks, ...remarksOn(next));
  for (const part of [bar.element, view.element, footer]) part.hidden = false;
  bar.table(next, rowsRead);
  layOut();
  const { row, column } = placeOf(view.selection());
  const elsewhere = held && (held.row !== row || held.column !== column); // else what is scrolled to stays
  if (held && elsewhere && held.row < next.rows && held.column < next.columns.length) view.select(at(held.row, held.column), true);
  if (corner && corner.row < next.rows) view.scrollTo(corner);
  if (next.whole) held = corner = undefined;
  if (first) focusGrid();
}

/** Where nothing else in the page has the focus; it is never taken from elsewhere in the window. */
function focusGrid(): void {
  if (document.hasFocus() && (!document.activeElement || document.activeElement === document.body)) view.element.focus({ preventScroll: true });
}

/** What was done with the file, and what deserves a look. */
function remarksOn({ warnings, whole }: PreviewTable): HTMLElement[] {
  if (!whole || warnings.length === 0) return [];
  const summary = h("summary", { id: "remarks-summary" }, `${warnings.length} ${warnings.length === 1 ? "remark" : "remarks"} on how the file was read`);
  return [h("details", { class: "remarks" }, summary, h("ul", {}, ...warnings.map((warning) => h("li", {}, warning))))];
}

function takeProblem({ problem: what, ways }: Extract<ToPreview, { type: "problem" }>): void {
  const buttons = ways.map((way) => wayButton(way, () => send({ type: "way", way })));
  replace(
    problem,
    h(
      "section",
      { class: "problem", role: "alert" },
      h("p", {}, h("strong", {}, what.message)),
      what.hint ? h("p", {}, what.hint) : null,
      h("p", { class: "ways" }, ...buttons),
    ),
  );
  table = undefined;
  for (const part of [bar.element, view.element, footer]) part.hidden = true;
  title.textContent = "Preview";
  replace(remarks);
}

function go({ row, column }: { readonly row?: number; readonly column?: number }): void {
  if (!table) return;
  const { active } = view.selection();
  going = true;
  view.select(at(Math.min(row ?? Math.max(0, active.row), table.rows - 1), Math.min(column ?? active.column, table.columns.length - 1)), true);
  view.element.focus({ preventScroll: true });
}

function found({ place, wrapped }: Extract<ToPreview, { type: "found" }>): void {
  if (!table) return;
  if (!place) return announce("Not found");
  going = true;
  view.select(at(place.row, place.column), true);
  const row = (place.row + table.firstNumber).toLocaleString("en-US");
  announce(`Found in row ${row}, ${table.columns[place.column]?.name}${wrapped ? " (gone on from the other end)" : ""}`);
}

function take(message: ToPreview): void {
  switch (message.type) {
    case "table":
      return takeTable(message.table);
    case "rows":
      rowsRead = message.rows;
      if (table && !table.whole) bar.table(table, rowsRead);
      return;
    case "tiles":
      if (message.reading !== table?.reading || message.shown !== shown) return;
      tiles.arrived(message.tiles);
      return view.refresh();
    case "summaries":
      if (message.reading !== table?.reading) return;
      summaries.arrived(message.column, message.summaries);
      return view.refresh(true);
    case "found":
      return found(message);
    case "go":
      return go(message);
    case "show":
      return show(message.shown ?? (shown === "labels" ? "values" : "labels"));
    case "find":
      bar.find(message.text);
      return;
    case "said":
      return announce(message.text);
    case "problem":
      return takeProblem(message);
  }
}

addEventListener("message", (event) => {
  const message = toPreview(event.data);
  if (message) take(message);
});
addEventListener("focus", focusGrid);
addEventListener("copy", (event) => {
  if (!table || document.activeElement !== view.element) return;
  event.preventDefault();
  send({ type: "copy", range: view.range(), shown });
});
send({ type: "ready", shown });
