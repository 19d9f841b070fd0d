import { describe, expect, test } from "vitest";
import { intraclassCorrelations } from "../../src/psychometrics/icc";
import { shared } from "../shared";
import { answersOf, figures } from "./figures";

describe.skipIf(!shared)("intraclass correlations against R", () => {
  test("Shrout & Fleiss, table 2", () => {
    const { columns } = answersOf("shroutfleiss");
    const ratings = Array.from(columns[0].keys(), (row) => columns.map((values) => values[row]));
    const actual = intraclassCorrelations(ratings)!;
    const { results, types } = figures("shroutfleiss_icc").results.icc_anova;
    types.forEach((form: string, i: number) => {
      const [value, f, df1, df2, p, low, high] = results.values[i];
      const of = actual.find((icc) => icc.form === form)!;
      expect(of.value).toBeCloseTo(value, 10);
      expect(of.f).toBeCloseTo(f, 9);
      expect([of.df1, of.df2]).toEqual([df1, df2]);
      expect(of.p / p).toBeCloseTo(1, 9);
      expect(of.ci[0]).toBeCloseTo(low, 8);
      expect(of.ci[1]).toBeCloseTo(high, 8);
    });
  });
});

describe("intraclass correlations", () => {
  test("do not exist for one rater, one target, or perfect agreement", () => {
    expect(intraclassCorrelations([[1], [2]])).toBeNull();
    expect(intraclassCorrelations([[1, 2]])).toBeNull();
    expect(intraclassCorrelations([])).toBeNull();
    expect(
      intraclassCorrelations([
        [1, 1],
        [2, 2],
        [4, 4],
      ]),
    ).toBeNull();
  });
});
