import { type CellRange } from "../../survey/preview/cells";
import { type Place } from "../../survey/preview/search";

/** The active cell, and the corner of the selection that stays when it moves. Row −1 is the head of a column. */
export interface Selection {
  readonly active: Place;
  readonly anchor: Place;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** rows that a page holds */
  readonly page: number;
}

export interface Key {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or ⌘ */
  readonly control: boolean;
}

export const at = (row: number, column: number): Selection => ({ active: { row, column }, anchor: { row, column } });

/** The selected cells; a head selects its whole column. */
export function rangeOf({ active, anchor }: Selection, { rows }: Pick<Extent, "rows">): CellRange {
  const column = Math.min(active.column, anchor.column);
  const columns = Math.abs(active.column - anchor.column) + 1;
  if (active.row < 0 || anchor.row < 0) return { row: 0, rows, column, columns };
  const row = Math.min(active.row, anchor.row);
  return { row, rows: Math.abs(active.row - anchor.row) + 1, column, columns };
}

/** What a key makes of the selection; undefined where the key is not one of the grid's. */
export function moved(selection: Selection, { key, shift, control }: Key, extent: Extent): Selection | undefined {
  const { rows, columns } = extent;
  const { row, column } = selection.active;
  const last = { row: rows - 1, column: columns - 1 };
  if (control && !shift && key.toLowerCase() === "a") return { active: { row: last.row, column: last.column }, anchor: { row: 0, column: 0 } };
  if (key === " " && control) return { active: { row: last.row, column }, anchor: { row: 0, column: selection.anchor.column } };
  if (key === " " && shift) return { active: { row: Math.max(0, row), column: last.column }, anchor: { row: Math.max(0, selection.anchor.row), column: 0 } };
  if (key === "Escape") return selection.active.row === selection.anchor.row && column === selection.anchor.column ? undefined : at(row, column);
  const target = targetOf(key, control, selection.active, extent);
  if (!target) return undefined;
  const top = shift ? Math.min(0, selection.anchor.row) : -1;
  const active = { row: Math.max(rows > 0 ? top : -1, Math.min(last.row, target.row)), column: Math.max(0, Math.min(last.column, target.column)) };
  return shift ? { active, anchor: selection.anchor } : { active, anchor: active };
}

function targetOf(key: string, control: boolean, { row, column }: Place, { rows, columns, page }: Extent): Place | undefined {
  const far = control ? Infinity : 1;
  switch (key) {
    case "ArrowUp":
      return { row: control && row > 0 ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: row + far, column };
    case "ArrowLeft":
      return { row, column: column - far };
    case "ArrowRight":
      return { row, column: column + far };
    case "PageUp":
      return control ? undefined : { row: row < 0 ? row : Math.max(0, row - page), column };
    case "PageDown":
      return control ? undefined : { row: Math.max(0, row) + page, column };
    case "Home":
      return { row: control ? 0 : row, column: 0 };
    case "End":
      return { row: control ? rows - 1 : row, column: columns - 1 };
    default:
      return undefined;
  }
}
