/** The messages between the editor and the page of a survey's preview, checked by whoever receives them. */
import type { ColumnRole } from "../../survey/survey";
import type { CellRange, Shown } from "../../survey/preview/cells";
import type { Place } from "../../survey/preview/search";
import type { ColumnSummary } from "../../survey/preview/summary";
import type { ColumnWindow } from "../../survey/preview/window";
import { isCount, isFields, isFlag, isOneOf, isText } from "../parts/guards";
import type { Problem } from "../protocol";

/** What the head of the grid says of a column before it is summed up. */
export interface ColumnHead {
  readonly name: string;
  readonly label?: string;
  readonly role: ColumnRole;
  readonly roleReason: string;
  readonly numeric: boolean;
  /** some of its values have labels */
  readonly labelled: boolean;
}

/** What a user can do where a file was not read as it should be. */
export const ways = ["encoding", "delimiter", "sheet", "text", "retry"] as const;
export type Way = (typeof ways)[number];

export interface PreviewTable {
  /** goes up with each reading: what belongs to another one is out of date */
  readonly reading: number;
  readonly source: string;
  readonly rows: number;
  /** of the first row, as the file counts: in a text file its header is row 1 */
  readonly firstNumber: number;
  readonly columns: readonly ColumnHead[];
  readonly warnings: readonly string[];
  /** false while only the first rows are there */
  readonly whole: boolean;
  readonly ways: readonly Way[];
}

export interface Tile {
  readonly range: CellRange;
  readonly columns: readonly ColumnWindow[];
}

export type ToPreview =
  | { readonly type: "table"; readonly table: PreviewTable }
  | { readonly type: "rows"; readonly rows: number }
  | { readonly type: "tiles"; readonly reading: number; readonly shown: Shown; readonly tiles: readonly Tile[] }
  | { readonly type: "summaries"; readonly reading: number; readonly column: number; readonly summaries: readonly ColumnSummary[] }
  | { readonly type: "found"; readonly place: Place | null; readonly wrapped: boolean }
  /** moves the active cell; the page answers with `at` */
  | { readonly type: "go"; readonly row?: number; readonly column?: number }
  /** absent: the other of the two */
  | { readonly type: "show"; readonly shown?: Shown }
  | { readonly type: "find"; readonly text?: string }
  | { readonly type: "said"; readonly text: string }
  | { readonly type: "problem"; readonly problem: Problem; readonly ways: readonly Way[] };

export type FromPreview =
  | { readonly type: "ready"; readonly shown: Shown }
  | { readonly type: "tiles"; readonly reading: number; readonly shown: Shown; readonly ranges: readonly CellRange[] }
  | { readonly type: "summaries"; readonly reading: number; readonly column: number; readonly columns: number }
  | { readonly type: "find"; readonly text: string; readonly shown: Shown; readonly from: Place; readonly backward: boolean; readonly oneColumn: boolean }
  | { readonly type: "copy"; readonly range: CellRange; readonly shown: Shown }
  | { readonly type: "at"; readonly place: Place; readonly text: string }
  | { readonly type: "askColumn" }
  | { readonly type: "askRow" }
  | { readonly type: "analyze" }
  | { readonly type: "way"; readonly way: Way };

/** What the page keeps over a reload. */
export interface PreviewState {
  readonly place: Place;
  readonly shown: Shown;
  /** the first cell in sight */
  readonly corner: Place;
}

export const shownAs = ["values", "labels"] as const satisfies readonly Shown[];
export const mostTiles = 64;
/** The cells that nearly every page shows first. */
export const firstTile = { row: 0, rows: 128, column: 0, columns: 24 } as const satisfies CellRange;
const most = 2 ** 32;

const isShown = (value: unknown) => isOneOf(value, shownAs);
const isPlace = (value: unknown): value is Place => isFields(value) && isCount(value.row, most) && isCount(value.column, most);
const isRange = (value: unknown): value is CellRange => isPlace(value) && isFields(value) && isCount(value.rows, most) && isCount(value.columns, most);
const isTileRange = (value: unknown) => isRange(value) && value.rows * value.columns <= 100_000;

/** The message, or undefined where this is none that a preview sends. */
export function fromPreview(value: unknown): FromPreview | undefined {
  if (!isFields(value)) return undefined;
  const { type } = value;
  const known =
    isOneOf(type, ["askColumn", "askRow", "analyze"]) ||
    (type === "ready" && isShown(value.shown)) ||
    (type === "tiles" &&
      isCount(value.reading, most) &&
      isShown(value.shown) &&
      Array.isArray(value.ranges) &&
      value.ranges.length <= mostTiles &&
      value.ranges.every(isTileRange)) ||
    (type === "summaries" && isCount(value.reading, most) && isCount(value.column, most) && isCount(value.columns, 100)) ||
    (type === "find" && isText(value.text) && isShown(value.shown) && isPlace(value.from) && isFlag(value.backward) && isFlag(value.oneColumn)) ||
    (type === "copy" && isRange(value.range) && isShown(value.shown)) ||
    (type === "at" && isPlace(value.place) && isText(value.text, 100_000)) ||
    (type === "way" && isOneOf(value.way, ways));
  return known ? (value as FromPreview) : undefined;
}

export function toPreview(value: unknown): ToPreview | undefined {
  if (!isFields(value)) return undefined;
  const { type, table, problem } = value;
  const known =
    (type === "table" &&
      isFields(table) &&
      isCount(table.reading, most) &&
      isCount(table.rows, most) &&
      isCount(table.firstNumber, most) &&
      Array.isArray(table.columns)) ||
    (type === "rows" && isCount(value.rows, most)) ||
    (type === "tiles" && isCount(value.reading, most) && isShown(value.shown) && Array.isArray(value.tiles)) ||
    (type === "summaries" && isCount(value.reading, most) && isCount(value.column, most) && Array.isArray(value.summaries)) ||
    (type === "found" && (value.place === null || isPlace(value.place)) && isFlag(value.wrapped)) ||
    (type === "go" && (value.row === undefined || isCount(value.row, most)) && (value.column === undefined || isCount(value.column, most))) ||
    (type === "show" && (value.shown === undefined || isShown(value.shown))) ||
    (type === "find" && (value.text === undefined || isText(value.text))) ||
    (type === "said" && isText(value.text)) ||
    (type === "problem" && isFields(problem) && isText(problem.message, 10_000) && Array.isArray(value.ways));
  return known ? (value as unknown as ToPreview) : undefined;
}

export function previewState(value: unknown): PreviewState | undefined {
  return isFields(value) && isPlace(value.place) && isPlace(value.corner) && isShown(value.shown) ? (value as unknown as PreviewState) : undefined;
}
