import { type Place } from "../../survey/preview/search";
import { at, type Extent, moved, type Selection } from "./selection";

export interface Pointed {
  /** −1 for the head of the columns, and for the numbers of the rows */
  placeAt(x: number, y: number): Place;
  selection(): Selection;
  select(selection: Selection): void;
  extent(): Extent;
}

/** Selecting with a mouse or pen: a click, a drag, Shift with a click; heads select columns, numbers rows, the corner everything. */
export function pointing(element: HTMLElement, grid: Pointed): void {
  let last: { x: number; y: number } | undefined;
  let repeat: ReturnType<typeof setInterval> | undefined;

  const extend = () => {
    if (!last) return;
    const { rows } = grid.extent();
    const { anchor, active } = grid.selection();
    const { row, column } = grid.placeAt(last.x, last.y);
    // a drag that began in a cell goes on in cells; at the edge it moves on by a cell at a time
    const target = { row: Math.max(0, row < 0 ? active.row - 1 : Math.min(row, rows - 1)), column: column < 0 ? Math.max(0, active.column - 1) : column };
    if (target.row !== active.row || target.column !== active.column) grid.select({ anchor, active: target });
  };

  const end = () => {
    last = undefined;
    clearInterval(repeat);
  };

  element.addEventListener("pointerdown", (event) => {
    const { clientWidth, clientHeight } = element;
    const box = element.getBoundingClientRect();
    if (event.button !== 0 || event.clientX - box.left >= clientWidth || event.clientY - box.top >= clientHeight) return; // the scroll bars
    const extent = grid.extent();
    if (extent.rows === 0) return;
    const { row, column } = grid.placeAt(event.clientX, event.clientY);
    const before = grid.selection();
    if (row < 0 && column < 0) grid.select(moved(before, { key: "a", control: true, shift: false }, extent)!);
    else if (row < 0) grid.select({ active: { row: -1, column }, anchor: event.shiftKey ? { row: -1, column: before.anchor.column } : { row: -1, column } });
    else if (column < 0) {
      const first = event.shiftKey ? Math.max(0, before.anchor.row) : row;
      grid.select({ active: { row, column: 0 }, anchor: { row: first, column: extent.columns - 1 } });
    } else {
      grid.select(event.shiftKey ? { active: { row, column }, anchor: before.anchor } : at(row, column));
      if (event.pointerType === "touch") return; // a finger scrolls
      last = { x: event.clientX, y: event.clientY };
      element.setPointerCapture(event.pointerId);
      repeat = setInterval(extend, 60);
    }
  });
  element.addEventListener("pointermove", (event) => {
    if (!last) return;
    last = { x: event.clientX, y: event.clientY };
    extend();
  });
  element.addEventListener("pointerup", end);
  element.addEventListener("pointercancel", end);
}
