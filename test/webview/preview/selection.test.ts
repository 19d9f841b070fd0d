import { describe, expect, it } from "vitest";
import { at, moved, rangeOf, type Selection } from "../../../src/webview/preview/selection";

const extent = { rows: 1_000_000, columns: 200, page: 30 };
const press = (selection: Selection, keys: string): Selection =>
  keys.split(" ").reduce((now, spelled) => {
    const parts = spelled.split("+");
    const key = parts.at(-1)!.replace("Space", " ");
    return moved(now, { key, shift: parts.includes("Shift"), control: parts.includes("Ctrl") }, extent) ?? now;
  }, selection);

describe("the keys of the grid", () => {
  it.each([
    ["ArrowDown ArrowRight", 11, 6],
    ["ArrowUp ArrowLeft", 9, 4],
    ["PageDown", 40, 5],
    ["PageDown PageUp", 10, 5],
    ["Home", 10, 0],
    ["End", 10, 199],
    ["Ctrl+Home", 0, 0],
    ["Ctrl+End", 999_999, 199],
    ["Ctrl+End ArrowDown ArrowRight PageDown", 999_999, 199],
    ["Ctrl+ArrowDown", 999_999, 5],
    ["Ctrl+ArrowDown Ctrl+ArrowUp", 0, 5],
    ["Ctrl+ArrowRight", 10, 199],
    ["Ctrl+ArrowLeft", 10, 0],
    ["Ctrl+Home ArrowUp", -1, 0],
    ["Ctrl+Home ArrowUp ArrowUp", -1, 0],
    ["Ctrl+Home ArrowUp ArrowRight", -1, 1],
    ["Ctrl+Home ArrowUp ArrowDown", 0, 0],
    ["PageUp PageUp", 0, 5],
  ])("%s leads to row %d, column %d", (keys, row, column) => expect(press(at(10, 5), keys).active).toEqual({ row, column }));

  it.each([
    ["Shift+ArrowDown Shift+ArrowRight", { row: 10, rows: 2, column: 5, columns: 2 }],
    ["Shift+ArrowUp Shift+ArrowUp Shift+ArrowLeft", { row: 8, rows: 3, column: 4, columns: 2 }],
    ["Shift+PageDown ArrowDown", { row: 41, rows: 1, column: 5, columns: 1 }],
    ["Ctrl+Shift+End", { row: 10, rows: 999_990, column: 5, columns: 195 }],
    ["Ctrl+Shift+Home", { row: 0, rows: 11, column: 0, columns: 6 }],
    ["Ctrl+a", { row: 0, rows: 1_000_000, column: 0, columns: 200 }],
    ["Ctrl+Space", { row: 0, rows: 1_000_000, column: 5, columns: 1 }],
    ["Shift+Space", { row: 10, rows: 1, column: 0, columns: 200 }],
    ["Shift+ArrowDown Escape", { row: 11, rows: 1, column: 5, columns: 1 }],
    ["Ctrl+Home ArrowUp", { row: 0, rows: 1_000_000, column: 0, columns: 1 }],
  ])("%s selects %j", (keys, range) => expect(rangeOf(press(at(10, 5), keys), extent)).toEqual(range));

  it("leaves other keys to others", () => {
    expect(moved(at(0, 0), { key: "Tab", shift: false, control: false }, extent)).toBeUndefined();
    expect(moved(at(0, 0), { key: "c", shift: false, control: true }, extent)).toBeUndefined();
    expect(moved(at(0, 0), { key: "Escape", shift: false, control: false }, extent)).toBeUndefined();
  });
});
