import { type CellRange } from "../../survey/preview/cells";
import { type Place } from "../../survey/preview/search";
import { h } from "../parts/dom";
import { columnAt, columnPlaces, type ColumnPlaces, leftShowing, widthOfAll } from "./column-places";
import { pointing } from "./pointing";
import { clampTop, lastTop, scaleOf, type ScrollMap, scrolledHeight, scrollOfTop, topCentring, topOfScroll, topShowing } from "./scroll-map";
import { at, moved, rangeOf, type Selection } from "./selection";
import { activeId, type Slots, slotsIn } from "./slots";
import { type CellShown } from "./tiles";

export interface GridTable {
  readonly label: string;
  readonly rows: number;
  /** of the first row */
  readonly firstNumber: number;
  readonly columns: readonly { readonly width: number; readonly numeric: boolean }[];
}

export interface GridOptions {
  cell(row: number, column: number): CellShown | undefined;
  /** fills the head of a column */
  head(element: HTMLElement, column: number): void;
  /** what is seen has changed, or stands for a moment */
  onLook(range: CellRange): void;
  onSelect(selection: Selection): void;
}

export interface Grid {
  readonly element: HTMLElement;
  show(table: GridTable): void;
  /** cells or heads have come, or are others now */
  refresh(heads?: boolean): void;
  selection(): Selection;
  range(): CellRange;
  /** scrolls to the active cell: into the middle where it was out of sight and `centre` is given */
  select(selection: Selection, centre?: boolean): void;
  /** makes a cell the first in sight, as far as there are others behind it */
  scrollTo(corner: Place): void;
}

const headClass = (selected: boolean, active: boolean) => `heading${selected ? " selected" : ""}${active ? " active" : ""}`;

/**
 * A table of any size: only what is seen is in the page. The scroll bar is the browser's own; what it scrolls is empty, and the cells stand still before it and are
 * filled anew in each frame, so that nothing is ever blank while the page catches up. The pattern is the ARIA grid with an active descendant.
 */
export function grid(options: GridOptions): Grid {
  const corner = h("div", { class: "corner", role: "columnheader", "aria-colindex": 1 }, h("span", { class: "unseen" }, "Row"));
  const headings = h("div", { class: "headings", role: "row", "aria-rowindex": 1 }, corner);
  const head = h("div", { class: "head", role: "rowgroup" }, headings);
  const body = h("div", { class: "body", role: "rowgroup" });
  const view = h("div", { class: "view", role: "presentation" }, head, body);
  const spacer = h("div", { class: "spacer", role: "presentation" }, view);
  const element = h("div", { class: "grid", id: "grid", role: "grid", tabindex: 0, "aria-multiselectable": "true", "aria-readonly": "true" }, spacer);

  let table: GridTable = { label: "", rows: 0, firstNumber: 1, columns: [] };
  let places: ColumnPlaces = columnPlaces([]);
  let map: ScrollMap = { rowHeight: 22, rows: 0, view: 0 };
  let gutter = 0;
  let viewWidth = 0;
  let headHeight = 0;
  let slots: Slots | undefined;
  let headSlots: { element: HTMLElement; column: number }[] = [];
  let top = 0;
  let left = 0;
  let known = 0; // scrollTop as it was last seen or set
  let baseRow = 0;
  let selection = at(0, 0);
  let frame = 0;
  let freshHeads = false;

  const later = () => (frame ||= requestAnimationFrame(paint));

  const measure = () => {
    const style = getComputedStyle(element);
    const font = parseFloat(style.fontSize) || 13;
    gutter = Math.ceil(String(table.rows + table.firstNumber).length * font * 0.65 + 18);
    headHeight = head.offsetHeight;
    viewWidth = Math.max(0, element.clientWidth - gutter);
    map = { rowHeight: Math.max(20, Math.round(font * 1.7)), rows: table.rows, view: Math.max(0, element.clientHeight - headHeight) };
    element.style.setProperty("--gutter", `${gutter}px`);
    element.style.setProperty("--row", `${map.rowHeight}px`);
    spacer.style.width = `${gutter + widthOfAll(places)}px`;
    spacer.style.height = `${headHeight + scrolledHeight(map)}px`;
    view.style.width = `${element.clientWidth}px`;
    view.style.height = `${element.clientHeight}px`;
    const rows = Math.min(table.rows, Math.ceil(map.view / map.rowHeight) + 1);
    const columns = Math.min(table.columns.length, Math.ceil(viewWidth / places.narrowest) + 1);
    if (slots?.rows !== rows || slots.columns !== columns) {
      slots = slotsIn(body, rows, columns);
      headSlots = Array.from({ length: columns }, () => ({ element: h("div", { class: "heading", role: "columnheader" }), column: -1 }));
      headings.replaceChildren(corner, ...headSlots.map((slot) => slot.element));
      freshHeads = true;
    }
    setTop(top);
  };

  const setTop = (wanted: number) => {
    top = clampTop(map, wanted);
    element.scrollTop = scrollOfTop(map, top);
    known = element.scrollTop;
    later();
  };

  const seen = (): CellRange => {
    const rows = slots?.rows ?? 0;
    const columns = slots?.columns ?? 0;
    return {
      row: Math.max(0, Math.min(Math.floor(top / map.rowHeight), table.rows - rows)),
      rows,
      column: Math.max(0, Math.min(columnAt(places, left), table.columns.length - columns)),
      columns,
    };
  };

  const isActive = (row: number, column: number) => row === selection.active.row && column === selection.active.column;

  function paint(): void {
    frame = 0;
    if (!slots) return;
    const { row: firstRow, column: firstColumn } = seen();
    if (Math.abs(firstRow - baseRow) > 5_000) baseRow = firstRow;
    // whole pixels, or the letters blur
    body.style.transform = `translate(${-Math.round(left)}px, ${Math.round(baseRow * map.rowHeight - top)}px)`;
    headings.style.transform = `translateX(${-Math.round(left)}px)`;
    element.style.setProperty("--left", `${Math.round(left)}px`);
    const range = rangeOf(selection, table);
    const inColumns = (column: number) => column >= range.column && column < range.column + range.columns;
    const single = range.rows === 1 && range.columns === 1;
    slots.paint({
      firstRow,
      firstColumn,
      baseRow,
      rowHeight: map.rowHeight,
      firstNumber: table.firstNumber,
      lefts: places.lefts,
      cell: options.cell,
      numeric: (column) => table.columns[column].numeric,
      selected: (row, column) => !single && inColumns(column) && row >= range.row && row < range.row + range.rows,
      isActive,
    });
    paintHeads(firstColumn, (column) => inColumns(column) && range.rows === table.rows);
    const { active } = selection;
    const there = active.row < 0 ? true : active.row >= firstRow && active.row < firstRow + slots.rows;
    if (there && active.column >= firstColumn && active.column < firstColumn + slots.columns) {
      element.setAttribute("aria-activedescendant", activeId(active.row, active.column));
    } else element.removeAttribute("aria-activedescendant");
    options.onLook(seen());
  }

  function paintHeads(firstColumn: number, selected: (column: number) => boolean): void {
    for (let column = firstColumn; column < firstColumn + headSlots.length; column++) {
      const slot = headSlots[column % headSlots.length];
      if (slot.column !== column || freshHeads) {
        slot.column = column;
        slot.element.id = activeId(-1, column);
        slot.element.style.left = `${places.lefts[column]}px`;
        slot.element.style.width = `${places.lefts[column + 1] - places.lefts[column]}px`;
        slot.element.setAttribute("aria-colindex", String(column + 2));
        options.head(slot.element, column);
      }
      const classes = headClass(selected(column), isActive(-1, column));
      if (slot.element.className !== classes) slot.element.className = classes;
    }
    freshHeads = false;
  }

  const select = (wanted: Selection, centre = false) => {
    selection = wanted;
    const { row, column } = wanted.active;
    if (row >= 0) setTop(centre ? topCentring(map, top, row) : topShowing(map, top, row));
    element.scrollLeft = leftShowing(places, left, viewWidth, column);
    left = element.scrollLeft;
    later();
    options.onSelect(selection);
  };

  /** The cell under a point of the window; −1 stands for the head, and for the numbers of the rows. */
  const placeAt = (x: number, y: number): Place => {
    const { left: edge, top: upper } = element.getBoundingClientRect();
    const across = x - edge - gutter;
    const down = y - upper - headHeight;
    return {
      row: down < 0 ? -1 : Math.min(table.rows - 1, Math.floor((down + top) / map.rowHeight)),
      column: across < 0 ? -1 : columnAt(places, across + left),
    };
  };

  element.addEventListener("scroll", () => {
    if (element.scrollTop !== known) top = topOfScroll(map, (known = element.scrollTop));
    left = element.scrollLeft;
    later();
  });
  element.addEventListener(
    "wheel",
    (event) => {
      if (scaleOf(map) <= 1 || event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
      event.preventDefault(); // a notch is as many rows in a tall table as in a short one
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? map.rowHeight : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? map.view : 1;
      setTop(top + event.deltaY * unit);
      element.scrollLeft += event.deltaX;
    },
    { passive: false },
  );
  element.addEventListener("keydown", (event) => {
    if (event.altKey) return;
    const page = Math.max(1, Math.floor(map.view / map.rowHeight) - 1);
    const extent = { rows: table.rows, columns: table.columns.length, page };
    const next = moved(selection, { key: event.key, shift: event.shiftKey, control: event.ctrlKey || event.metaKey }, extent);
    if (!next) return;
    event.preventDefault();
    if (event.key.startsWith("Page")) top = clampTop(map, top + (event.key === "PageDown" ? page : -page) * map.rowHeight);
    if (event.key === " " || event.key.toLowerCase() === "a") {
      selection = next; // selected where one is, without moving there
      later();
      options.onSelect(selection);
    } else select(next);
  });
  pointing(element, { placeAt, selection: () => selection, select, extent: () => ({ rows: table.rows, columns: table.columns.length, page: 1 }) });
  new ResizeObserver(measure).observe(element);

  return {
    element,
    show(next) {
      const same = next.columns.length === table.columns.length && next.columns.every(({ width }, c) => width === table.columns[c].width);
      table = next;
      if (!same) places = columnPlaces(next.columns.map(({ width }) => width));
      element.setAttribute("aria-label", next.label);
      element.setAttribute("aria-rowcount", String(next.rows + 1));
      element.setAttribute("aria-colcount", String(next.columns.length + 1));
      const { row, column } = selection.active;
      selection = at(Math.min(row, next.rows - 1), Math.max(0, Math.min(column, next.columns.length - 1)));
      freshHeads = true;
      slots = undefined;
      measure();
      top = Math.min(top, lastTop(map));
      later();
    },
    refresh(heads = false) {
      freshHeads ||= heads;
      later();
    },
    selection: () => selection,
    range: () => rangeOf(selection, table),
    select,
    scrollTo({ row, column }) {
      setTop(row * map.rowHeight);
      element.scrollLeft = places.lefts[Math.min(column, table.columns.length)];
      left = element.scrollLeft;
    },
  };
}
