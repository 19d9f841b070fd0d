import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastTop, scaleOf, scrolledHeight, scrollOfTop, tallest, topCentring, topOfScroll, topShowing } from "../../../src/webview/preview/scroll-map";

const million = { rowHeight: 22, rows: 1_000_000, view: 700 };
const small = { rowHeight: 22, rows: 320, view: 700 };

describe("the scroll map", () => {
  it("is one to one where the table fits", () => {
    expect(scaleOf(small)).toBe(1);
    expect(scrolledHeight(small)).toBe(7040);
    expect(topOfScroll(small, 123)).toBe(123);
  });
  it("reaches the last row of a table that no browser can hold", () => {
    expect(scrolledHeight(million)).toBe(tallest);
    expect(topOfScroll(million, tallest - million.view)).toBe(lastTop(million));
    expect(lastTop(million) + million.view).toBe(22_000_000);
    expect(topOfScroll(million, 0)).toBe(0);
  });
  it("has nowhere to go in a short table", () => {
    const short = { rowHeight: 22, rows: 3, view: 700 };
    expect([lastTop(short), scrolledHeight(short), topOfScroll(short, 50), scaleOf(short)]).toEqual([0, 700, 0, 1]);
  });
  it("moves no more than it must to show a row, exactly", () => {
    expect(topShowing(million, 0, 5)).toBe(0);
    expect(topShowing(million, 0, 999_999)).toBe(lastTop(million));
    expect(topShowing(million, 220, 3)).toBe(66);
    expect(topShowing(million, 0, 100)).toBe(101 * 22 - 700);
  });
  it("brings a row that was out of sight into the middle", () => {
    expect(topCentring(million, 0, 5)).toBe(0);
    expect(topCentring(million, 0, 500_000)).toBe(500_000 * 22 - 339);
    expect(topCentring(million, 0, 999_999)).toBe(lastTop(million));
  });
  it("goes there and back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, view, share) => {
          const map = { rowHeight: 22, rows, view };
          const top = share * lastTop(map);
          expect(topOfScroll(map, scrollOfTop(map, top))).toBeCloseTo(top, 4);
        },
      ),
    );
  });
});
