import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "../../../src/survey/preview/cells";
import { findCell, type Search } from "../../../src/survey/preview/search";
import { numbers, survey, texts } from "./sample";

const labels = new Map([
  [1, "Disagree"],
  [5, "Agree"],
]);
const sample = survey(
  numbers("Q1", [1, 5, 1, NaN], { valueLabels: labels, declaredMissing: [{ code: 99, label: "Refused", rows: Uint32Array.of(3) }] }),
  texts("where", ["Paris", "Lyon", "PARIS", ""]),
  numbers("x", [15.5, 300, 5000, 51]),
);
const start = { shown: "values", from: { row: 0, column: 0 }, backward: false, oneColumn: false } as const;
const find = (text: string, more: Partial<Search> = {}) => findCell(sample, { ...start, text, ...more });

describe("findCell", () => {
  it("goes on row by row, in any case, and past the end", async () => {
    expect(await find("paris")).toEqual({ row: 0, column: 1, wrapped: false });
    expect(await find("paris", { from: { row: 0, column: 1 } })).toEqual({ row: 2, column: 1, wrapped: false });
    expect(await find("paris", { from: { row: 2, column: 1 } })).toEqual({ row: 0, column: 1, wrapped: true });
  });
  it("goes backward", async () => {
    expect(await find("paris", { backward: true })).toEqual({ row: 2, column: 1, wrapped: true });
    expect(await find("paris", { backward: true, from: { row: 2, column: 1 } })).toEqual({ row: 0, column: 1, wrapped: false });
  });
  it("begins at the last cell where its own is no longer there", async () => {
    expect(await find("paris", { from: { row: 9, column: 9 } })).toEqual({ row: 0, column: 1, wrapped: true });
    expect(await find("51", { from: { row: 9, column: 9 }, oneColumn: true })).toEqual({ row: 3, column: 2, wrapped: true });
  });
  it("stays in a column", async () => {
    expect(await find("5", { oneColumn: true, from: { row: 1, column: 0 } })).toEqual({ row: 1, column: 0, wrapped: true });
    expect(await find("5", { oneColumn: true, from: { row: 2, column: 2 } })).toEqual({ row: 3, column: 2, wrapped: false });
  });
  it("looks for what is shown: labels, values, declared codes", async () => {
    expect(await find("disagree", { shown: "labels", from: { row: 0, column: 1 } })).toEqual({ row: 2, column: 0, wrapped: false });
    expect(await find("disagree")).toBeUndefined();
    expect(await find("99")).toEqual({ row: 3, column: 0, wrapped: false });
    expect(await find("refused", { shown: "labels" })).toEqual({ row: 3, column: 0, wrapped: false });
  });
  it("finds nothing for nothing, and the cell it stands on last", async () => {
    expect(await find("")).toBeUndefined();
    expect(await find("300", { from: { row: 1, column: 2 } })).toEqual({ row: 1, column: 2, wrapped: true });
  });
  it("is given up when told", async () => {
    const large = survey(texts("t", new Array<string>(400_000).fill("a")));
    const controller = new AbortController();
    const search = findCell(large, { ...start, text: "b" }, controller.signal);
    controller.abort();
    await expect(search).rejects.toThrow();
  });

  it("finds what looking at every cell in order finds", async () => {
    const cell = fc.constantFrom("a", "b", "ab", "", "1");
    const cases = fc.record({
      rows: fc.array(fc.tuple(cell, fc.constantFrom(1, 2, 12, NaN), cell), { minLength: 1, maxLength: 12 }),
      text: fc.constantFrom("a", "b", "1", "2", "z"),
      row: fc.nat(11),
      column: fc.nat(2),
      backward: fc.boolean(),
      oneColumn: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows, text, row, column, backward, oneColumn }) => {
        const table = survey(
          texts(
            "a",
            rows.map(([a]) => a),
          ),
          numbers(
            "n",
            rows.map(([, n]) => n),
          ),
          texts(
            "c",
            rows.map(([, , c]) => c),
          ),
        );
        const from = { row: row % rows.length, column };
        const places = rows.flatMap((_, r) => (oneColumn ? [column] : [0, 1, 2]).map((c) => ({ row: r, column: c })));
        if (backward) places.reverse();
        const at = places.findIndex((place) => place.row === from.row && place.column === column);
        const inOrder = [...places.slice(at + 1), ...places.slice(0, at + 1)];
        const expected = inOrder.find((place) => cellText(table.columns[place.column], "values")(place.row).includes(text));
        const found = await findCell(table, { text, shown: "values", from, backward, oneColumn });
        expect(found && { row: found.row, column: found.column }).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
