import { describe, expect, test } from "vitest";
import { descriptives } from "../../src/psychometrics/descriptives";
import { completeRows } from "../../src/psychometrics/moments";
import { shared } from "../shared";
import { answersOf, cases, column, figures } from "./figures";

describe.skipIf(!shared)("descriptives against R", () => {
  test.each(cases)("%s, %s", (set, missing) => {
    const { items, columns } = answersOf(set);
    const expected = figures(set, missing).descriptives;
    const rows = completeRows(columns);
    const names = { psych: ["skew_type3", "kurtosis_type3"], spss: ["skew_type2", "kurtosis_type2"] } as const;
    items.forEach((item, i) => {
      const values = missing === "listwise" ? Float64Array.from(rows, (row) => columns[i][row]) : columns[i];
      for (const convention of ["psych", "spss"] as const) {
        const actual = descriptives(item, undefined, values, 0, convention);
        expect(actual.n).toBe(column(expected, "n")[item]);
        for (const key of ["mean", "sd", "min", "max"] as const) expect(actual[key]).toBeCloseTo(column(expected, key)[item]!, 10);
        expect(actual.skewness).toBeCloseTo(column(expected, names[convention][0])[item]!, 9);
        expect(actual.kurtosis).toBeCloseTo(column(expected, names[convention][1])[item]!, 9);
      }
    });
  });
});

describe("descriptives", () => {
  test("frequencies are counted in the order of the answers", () => {
    const { frequencies, n } = descriptives("a", undefined, Float64Array.from([10, 2, NaN, 2, 1]), 1, "spss");
    expect(Object.entries(frequencies)).toEqual([
      ["1", 1],
      ["2", 2],
      ["10", 1],
    ]);
    expect(n).toBe(4);
  });

  test("what does not exist is null", () => {
    expect(descriptives("a", undefined, Float64Array.from([NaN]), 1, "spss")).toMatchObject({ n: 0, mean: null, sd: null, min: null });
    expect(descriptives("a", undefined, Float64Array.from([3, 3, 3]), 0, "psych")).toMatchObject({ mean: 3, sd: 0, skewness: null, kurtosis: null });
    expect(descriptives("a", undefined, Float64Array.from([1, 2, 4]), 0, "spss").kurtosis).toBeNull();
  });

  test("a distant origin costs no digits", () => {
    const values = [1, 2, 2, 4, 5, 9];
    const here = descriptives("a", undefined, Float64Array.from(values), 0, "spss");
    const there = descriptives(
      "a",
      undefined,
      Float64Array.from(values, (x) => x + 1e9),
      0,
      "spss",
    );
    expect(there.sd).toBeCloseTo(here.sd!, 10);
    expect(there.kurtosis).toBeCloseTo(here.kurtosis!, 5);
  });
});
