import { describe, expect, it } from "vitest";
import { compareSolutions } from "../../src/psychometrics/compare-solutions";
import { comparisonTables } from "../../src/tables/solution-comparison";

const items = ["Q1", "Q2", "Q3", "Q4"];
const first = {
  items,
  names: ["F1", "F2"],
  loadings: [
    [0.8, 0.1],
    [0.7, 0],
    [0.1, 0.6],
    [0, 0.5],
  ],
};

describe("two solutions", () => {
  it("that differ in the order, the direction and the names of their factors only are equal", () => {
    const second = { items: [...items].reverse(), names: ["A", "B"], loadings: [...first.loadings].reverse().map(([a, b]) => [-b, a]) };
    const { congruence, matched, difference } = compareSolutions(first, second);
    expect(congruence[0][1]).toBeCloseTo(1, 12);
    expect(congruence[1][0]).toBeCloseTo(-1, 12);
    expect(matched!.congruence.map((value) => Number(value.toFixed(12)))).toEqual([1, 1]);
    expect(difference!.rms).toBeCloseTo(0, 12);
  });

  it("are compared by Tucker's formula, worked by hand, over the items that both have", () => {
    const second = { items: ["Q1", "Q2", "X"], names: ["G"], loadings: [[0.6], [0.8], [0.9]] };
    const { items: common, congruence, matched } = compareSolutions(first, second);
    expect(common).toEqual(["Q1", "Q2"]);
    expect(congruence[0][0]).toBeCloseTo((0.8 * 0.6 + 0.7 * 0.8) / Math.sqrt((0.64 + 0.49) * (0.36 + 0.64)), 12);
    expect(matched).toBeNull(); // two factors against one
  });

  it("name the largest difference", () => {
    const second = {
      ...first,
      loadings: [
        [0.8, 0.1],
        [0.4, 0],
        [0.1, 0.6],
        [0, 0.5],
      ],
    };
    const { difference } = compareSolutions(first, second);
    expect(difference!.largest).toEqual({ item: "Q2", factor: "F1", difference: expect.closeTo(0.3, 12) });
    expect(difference!.rms).toBeCloseTo(0.3 / Math.sqrt(8), 12);
  });

  it("without a common item are refused", () => {
    expect(() => compareSolutions(first, { items: ["a", "b"], names: ["F"], loadings: [[1], [1]] })).toThrow("no item in common");
  });

  it("stand side by side in a table, with what differs in bold", () => {
    const second = {
      ...first,
      loadings: [
        [0.8, 0.1],
        [0.4, 0],
        [0.1, 0.6],
        [0, 0.5],
      ],
    };
    const [congruence, loadings] = comparisonTables(first, { name: "the other", names: ["A", "B"] }, compareSolutions(first, second));
    expect(congruence.rows.map((row) => row.cells.map(({ text }) => text))).toEqual([
      ["F1", ".97", ".17"],
      ["F2", ".20", "1.00"],
    ]);
    expect(loadings.rows[1].cells.map(({ text, strong }) => (strong ? `*${text}` : text))).toEqual(["Q2", ".70", "*.40", ".00", ".00"]);
  });
});
