import { describe, expect, it } from "vitest";
import { type CellRange } from "../../../src/survey/preview/cells";
import { tileColumns, tileRows, tilesIn, tilesOf } from "../../../src/webview/preview/tiles";

const tileOf = (range: CellRange) => ({
  range,
  columns: Array.from({ length: range.columns }, (_, c) => ({
    texts: Array.from({ length: range.rows }, (_, r) => `${range.row + r}/${range.column + c}`),
    declared: [1],
  })),
});

describe("tilesIn", () => {
  it("are whole tiles", () => {
    expect(tilesIn({ row: 0, rows: 10, column: 0, columns: 5 })).toEqual([{ row: 0, rows: tileRows, column: 0, columns: tileColumns }]);
    expect(tilesIn({ row: tileRows - 1, rows: 2, column: tileColumns - 1, columns: 2 })).toHaveLength(4);
    expect(tilesIn({ row: 0, rows: 0, column: 0, columns: 5 })).toEqual([]);
  });
});

describe("tilesOf", () => {
  const setUp = () => {
    const asked: CellRange[][] = [];
    return { asked, tiles: tilesOf((ranges) => asked.push(ranges), 64) };
  };

  it("asks once, keeps what comes, and gives the cells", () => {
    const { asked, tiles } = setUp();
    const seen = { row: 0, rows: 40, column: 0, columns: 10 };
    tiles.want(seen);
    tiles.want(seen);
    expect(asked).toHaveLength(1);
    expect(tiles.cell(3, 2)).toBeUndefined();
    tiles.arrived(asked[0].map(tileOf));
    expect(tiles.cell(3, 2)).toEqual({ text: "3/2", declared: false });
    expect(tiles.cell(1, 2)).toEqual({ text: "1/2", declared: true });
    tiles.want(seen);
    expect(asked).toHaveLength(1);
  });

  it("of a fast scroll asks only for the place that it has come to", () => {
    const { asked, tiles } = setUp();
    for (let row = 0; row < 100_000; row += 1_000) tiles.want({ row, rows: 40, column: 0, columns: 10 });
    expect(asked).toHaveLength(1);
    tiles.arrived(asked[0].map(tileOf));
    expect(asked).toHaveLength(2);
    expect(asked[1][0].row).toBe(99_000 - (99_000 % tileRows));
  });

  it("forgets the oldest, never what is seen", () => {
    const { asked, tiles } = setUp();
    for (let row = 0; row < 500 * tileRows; row += tileRows) {
      tiles.want({ row, rows: 1, column: 0, columns: 1 });
      tiles.arrived(asked.at(-1)!.map(tileOf));
    }
    expect(tiles.cell(0, 0)).toBeUndefined();
    expect(tiles.cell(499 * tileRows, 0)).toBeDefined();
  });

  it("starts afresh with another reading", () => {
    const { asked, tiles } = setUp();
    tiles.want({ row: 0, rows: 1, column: 0, columns: 1 });
    tiles.clear();
    tiles.want({ row: 0, rows: 1, column: 0, columns: 1 });
    expect(asked).toHaveLength(2);
  });
});
