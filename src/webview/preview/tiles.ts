import { type CellRange } from "../../survey/preview/cells";
import { firstTile, type Tile } from "./protocol";

export const { rows: tileRows, columns: tileColumns } = firstTile;
/** Beyond this many the oldest are forgotten: some million cells. */
const mostKept = 400;

export interface CellShown {
  readonly text: string;
  /** a code that is declared missing */
  readonly declared: boolean;
}

/** The cells that have come, in tiles, and what is still to be asked for: one question at a time, so that a fast scroll asks only for where it arrives. */
export interface Tiles {
  cell(row: number, column: number): CellShown | undefined;
  /** the cells of this range are wanted now */
  want(range: CellRange): void;
  arrived(tiles: readonly Tile[]): void;
  clear(): void;
}

interface Kept {
  readonly columns: readonly { readonly texts: readonly string[]; readonly declared: ReadonlySet<number> }[];
}

export function tilesOf(ask: (ranges: CellRange[]) => void, most: number): Tiles {
  const kept = new Map<number, Kept>();
  const key = (row: number, column: number) => Math.floor(row / tileRows) * 65_536 + Math.floor(column / tileColumns);
  let wanted: CellRange | undefined;
  let waiting = false;

  const next = () => {
    if (waiting || !wanted) return;
    const missing = tilesIn(wanted)
      .filter(({ row, column }) => !kept.has(key(row, column)))
      .slice(0, most);
    if (missing.length === 0) return;
    waiting = true;
    ask(missing);
  };

  return {
    cell(row, column) {
      const one = kept.get(key(row, column))?.columns[column % tileColumns];
      const text = one?.texts[row % tileRows];
      return text === undefined ? undefined : { text, declared: one!.declared.has(row % tileRows) };
    },
    want(range) {
      wanted = range;
      next();
    },
    arrived(tiles) {
      waiting = false;
      for (const { range, columns } of tiles) {
        const place = key(range.row, range.column);
        kept.delete(place);
        kept.set(place, { columns: columns.map(({ texts, declared }) => ({ texts, declared: new Set(declared) })) });
      }
      while (kept.size > mostKept) kept.delete(kept.keys().next().value!);
      next();
    },
    clear() {
      kept.clear();
      waiting = false;
    },
  };
}

/** The whole tiles that a range touches. */
export function tilesIn({ row, rows, column, columns }: CellRange): CellRange[] {
  const found: CellRange[] = [];
  if (rows <= 0 || columns <= 0) return found;
  for (let r = row - (row % tileRows); r < row + rows; r += tileRows) {
    for (let c = column - (column % tileColumns); c < column + columns; c += tileColumns)
      found.push({ row: r, rows: tileRows, column: c, columns: tileColumns });
  }
  return found;
}
