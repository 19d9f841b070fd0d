import { describe, expect, it } from "vitest";
import { columnAt, columnPlaces, leftShowing, widthOfAll } from "../../../src/webview/preview/column-places";

describe("columnPlaces", () => {
  const places = columnPlaces([100, 50, 200]);
  it("stand side by side", () => {
    expect([...places.lefts]).toEqual([0, 100, 150, 350]);
    expect([places.narrowest, widthOfAll(places)]).toEqual([50, 350]);
  });
  it.each([
    [-5, 0],
    [0, 0],
    [99, 0],
    [100, 1],
    [149.5, 1],
    [150, 2],
    [9999, 2],
  ])("at %d is column %d", (x, column) => expect(columnAt(places, x)).toBe(column));
  it("are shown with as little movement as can be", () => {
    expect(leftShowing(places, 0, 160, 1)).toBe(0);
    expect(leftShowing(places, 0, 120, 1)).toBe(30);
    expect(leftShowing(places, 140, 120, 1)).toBe(100);
    expect(leftShowing(places, 0, 120, 2)).toBe(150); // wider than the view: its beginning
  });
});
