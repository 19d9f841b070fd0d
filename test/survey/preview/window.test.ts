import { describe, expect, it } from "vitest";
import { cellText } from "../../../src/survey/preview/cells";
import { windowOf } from "../../../src/survey/preview/window";
import { numbers, survey, texts } from "./sample";

const agree = new Map([
  [1, "Disagree"],
  [2, "Agree"],
]);
const declared = [
  { code: 9, label: "Refused", rows: Uint32Array.of(1, 5) },
  { code: ".a", rows: Uint32Array.of(3) },
];
const item = numbers("Q1", [1, NaN, 2, NaN, NaN, NaN, 3], { valueLabels: agree, declaredMissing: declared });

describe("cells", () => {
  it("are values, or labels where there are any; declared codes are shown, empty cells are empty", () => {
    const rows = [0, 1, 2, 3, 4, 5, 6];
    expect(rows.map(cellText(item, "values"))).toEqual(["1", "9", "2", ".a", "", "9", "3"]);
    expect(rows.map(cellText(item, "labels"))).toEqual(["Disagree", "Refused", "Agree", ".a", "", "Refused", "3"]);
  });

  it("keep every digit of a number, and texts as they are", () => {
    expect(cellText(numbers("x", [0.1, 1e21, -2.5, NaN]), "labels")(0)).toBe("0.1");
    expect(cellText(numbers("x", [0.1, 3.4000000953674316]), "values")(1)).toBe("3.4000000953674316");
    expect(cellText(texts("t", ["=1+1", ""]), "labels")(0)).toBe("=1+1");
  });
});

describe("windowOf", () => {
  const whole = survey(item, texts("t", ["a", "b", "c", "d", "e", "f", "g"]));
  it("gives columns of texts, with the places of declared codes", () => {
    expect(windowOf(whole, { row: 1, rows: 3, column: 0, columns: 2 }, "values")).toEqual([
      { texts: ["9", "2", ".a"], declared: [0, 2] },
      { texts: ["b", "c", "d"], declared: [] },
    ]);
  });
  it("is cut at the edges of the table", () => {
    expect(windowOf(whole, { row: 5, rows: 100, column: 1, columns: 100 }, "values")).toEqual([{ texts: ["f", "g"], declared: [] }]);
    expect(windowOf(whole, { row: 70, rows: 5, column: 0, columns: 1 }, "values")).toEqual([{ texts: [], declared: [] }]);
    expect(windowOf(whole, { row: 0, rows: 5, column: 9, columns: 1 }, "values")).toEqual([]);
  });
});
