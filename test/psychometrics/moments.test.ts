import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeRows, moments, momentsOf } from "../../src/psychometrics/moments";
import { shared } from "../shared";
import { answersOf, cases, column, figures } from "./figures";

describe.skipIf(!shared)("moments against R", () => {
  test.each(cases)("%s, %s", (set, missing) => {
    const { items, columns } = answersOf(set);
    const expected = figures(set, missing);
    const actual = moments(items, columns, missing);
    const means = column(expected.descriptives, "mean");
    const sds = column(expected.descriptives, "sd");
    items.forEach((item, i) => {
      expect(actual.means[i]).toBeCloseTo(means[item]!, 10);
      expect(actual.sds[i]).toBeCloseTo(sds[item]!, 10);
      items.forEach((_, j) => {
        expect(actual.correlation.get(i, j)).toBeCloseTo(expected.correlations.pearson.values[i][j], 10);
        expect(actual.covariance.get(i, j)).toBeCloseTo(expected.correlations.covariance.values[i][j], 9);
        expect(actual.pairs?.get(i, j) ?? actual.n).toBe(expected.correlations.pairwise_n.values[i][j]);
      });
    });
  });
});

const data = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 4,
  maxLength: 60,
});
const columnsOf = (rows: readonly (readonly number[])[]) => [0, 1, 2].map((j) => Float64Array.from(rows, (row) => row[j]));
const varies = (rows: readonly (readonly number[])[]) => [0, 1, 2].every((j) => new Set(rows.map((row) => row[j])).size > 1);
const items = ["a", "b", "c"];

describe("moments", () => {
  test("a shift of a hundred million costs no digits", () => {
    fc.assert(
      fc.property(data.filter(varies), (rows) => {
        const here = moments(items, columnsOf(rows), "listwise");
        for (const missing of ["listwise", "pairwise"] as const) {
          const there = moments(items, columnsOf(rows.map((row) => row.map((x) => x + 1e8))), missing);
          for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) expect(there.covariance.get(i, j)).toBeCloseTo(here.covariance.get(i, j), 10);
        }
      }),
    );
  });

  test("the order of the rows and of the items does not matter", () => {
    fc.assert(
      fc.property(data.filter(varies), (rows) => {
        const here = moments(items, columnsOf(rows), "listwise");
        const there = moments(["c", "b", "a"], columnsOf([...rows].reverse()).reverse(), "listwise");
        for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) expect(there.correlation.get(2 - i, 2 - j)).toBeCloseTo(here.correlation.get(i, j), 12);
      }),
    );
  });

  test("a duplicated item correlates exactly 1", () => {
    const x = Float64Array.from([1, 2, 2, 5, 3, 1.1]);
    expect(moments(["a", "b"], [x, x], "pairwise").correlation.get(0, 1)).toBe(1);
  });

  test("too few rows are refused, each way", () => {
    const x = Float64Array.from([1, 2, NaN, NaN, NaN, NaN]);
    const y = Float64Array.from([NaN, 3, 1, 2, 4, 5]);
    expect(() => moments(["a", "b"], [x, y], "listwise")).toThrow("Only 1 of 6 rows is complete; at least 3 are needed.");
    expect(() => moments(["a", "b"], [x, y], "pairwise")).toThrow("a has fewer than 3 answers.");
  });

  test("a part of the items has the moments that it has in the whole", () => {
    const columns = columnsOf([
      [1, 2, 3],
      [2, 2, 5],
      [4, 1, 1],
      [5, 5, 2],
    ]);
    const part = momentsOf(moments(items, columns, "listwise"), ["c", "a"]);
    const alone = moments(["c", "a"], [columns[2], columns[0]], "listwise");
    expect(part.covariance.to2DArray()).toEqual(alone.covariance.to2DArray());
    expect([...part.means]).toEqual([...alone.means]);
  });

  test("complete rows", () => {
    expect([...completeRows([Float64Array.from([1, NaN, 3]), Float64Array.from([1, 2, 3])])]).toEqual([0, 2]);
  });
});
