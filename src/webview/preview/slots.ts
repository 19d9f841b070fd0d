import { h } from "../parts/dom";
import { type CellShown } from "./tiles";

/**
 * The elements of the rows and columns that are seen. Row r stands in slot r mod rows, column c in slot c mod columns, so that scrolling by a row re-fills one slot
 * and leaves the others as they are. Nothing is written to the page that stands there already.
 */
export interface Slots {
  readonly rows: number;
  readonly columns: number;
  paint(look: Look): void;
}

export interface Look {
  readonly firstRow: number;
  readonly firstColumn: number;
  /** the row that stands at the top of the layer */
  readonly baseRow: number;
  readonly rowHeight: number;
  readonly firstNumber: number;
  readonly lefts: Float64Array;
  cell(row: number, column: number): CellShown | undefined;
  numeric(column: number): boolean;
  selected(row: number, column: number): boolean;
  isActive(row: number, column: number): boolean;
}

interface CellSlot {
  readonly element: HTMLElement;
  column: number;
  text: string;
  classes: string;
  selected: boolean;
}

interface RowSlot {
  readonly element: HTMLElement;
  readonly number: HTMLElement;
  readonly cells: readonly CellSlot[];
  row: number;
  top: number;
}

export const activeId = (row: number, column: number) => (row < 0 ? `head-${column}` : `cell-${row}-${column}`);

export function slotsIn(body: HTMLElement, rows: number, columns: number): Slots {
  const pool = Array.from({ length: rows }, () => rowSlot(columns));
  body.replaceChildren(...pool.map(({ element }) => element));
  return {
    rows,
    columns,
    paint(look) {
      for (let row = look.firstRow; row < look.firstRow + rows; row++) paintRow(pool[row % rows], row, look);
    },
  };
}

function rowSlot(columns: number): RowSlot {
  const number = h("div", { class: "number", role: "rowheader", "aria-colindex": 1 });
  const cells = Array.from({ length: columns }, (): CellSlot => {
    const element = h("div", { class: "cell", role: "gridcell" });
    return { element, column: -1, text: "", classes: "cell", selected: false };
  });
  const element = h("div", { class: "row", role: "row" }, number, ...cells.map((cell) => cell.element));
  return { element, number, cells, row: -1, top: NaN };
}

function paintRow(slot: RowSlot, row: number, look: Look): void {
  const top = (row - look.baseRow) * look.rowHeight;
  if (slot.top !== top) slot.element.style.transform = `translateY(${(slot.top = top)}px)`;
  if (slot.row !== row) {
    slot.row = row;
    slot.element.setAttribute("aria-rowindex", String(row + 2));
    slot.number.textContent = String(row + look.firstNumber);
  }
  const { cells } = slot;
  for (let column = look.firstColumn; column < look.firstColumn + cells.length; column++) paintCell(cells[column % cells.length], row, column, look);
}

function paintCell(slot: CellSlot, row: number, column: number, look: Look): void {
  const { element } = slot;
  if (slot.column !== column) {
    slot.column = column;
    element.style.left = `${look.lefts[column]}px`;
    element.style.width = `${look.lefts[column + 1] - look.lefts[column]}px`;
    element.setAttribute("aria-colindex", String(column + 2));
  }
  const cell = look.cell(row, column);
  const text = cell ? displayed(cell.text) : "";
  if (slot.text !== text) element.textContent = slot.text = text;
  const active = look.isActive(row, column);
  const selected = look.selected(row, column);
  const classes = `cell${look.numeric(column) ? " numeric" : ""}${cell && cell.text === "" ? " empty" : ""}${cell?.declared ? " declared" : ""}${selected ? " selected" : ""}${active ? " active" : ""}`;
  if (slot.classes !== classes) element.className = slot.classes = classes;
  if (slot.selected !== selected) element.setAttribute("aria-selected", String((slot.selected = selected)));
  const id = active ? activeId(row, column) : "";
  if (element.id !== id) {
    if (id) element.id = id;
    else element.removeAttribute("id");
  }
}

/** One line, and no longer than can be seen. */
const displayed = (text: string) => (text.length > 300 || /[\r\n\t]/.test(text) ? text.slice(0, 300).replace(/\s*[\r\n\t]+\s*/g, " ⏎ ") : text);
