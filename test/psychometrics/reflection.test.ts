import { describe, expect, test } from "vitest";
import { reflected, responseRange } from "../../src/psychometrics/reflection";
import type { NumericColumn } from "../../src/survey/survey";
import { surveyOf } from "./survey";

const columns = (data: Record<string, number[]>) => surveyOf(data).columns as NumericColumn[];

describe("a reversed item", () => {
  test("is reflected within its own answers", () => {
    const [a] = columns({ a: [1, 2, NaN, 5], b: [1, 5, 3, 3] });
    expect([...reflected(a, [a])]).toEqual([5, 4, NaN, 1]);
  });
  test("shares the range of the other items where one end was not used", () => {
    const all = columns({ a: [2, 3, 5], b: [1, 5, 3] });
    expect([...reflected(all[0], all)]).toEqual([4, 3, 1]);
  });
  test("keeps its own where the others were asked on another scale", () => {
    const all = columns({ a: [1, 3, 5], b: [1, 100, 3] });
    expect(responseRange(all[0], all)).toEqual([1, 5]);
  });
  test("takes the labelled answers, without those declared missing", () => {
    const [a] = columns({ a: [2, 3, 4] });
    const labelled: NumericColumn = {
      ...a,
      valueLabels: new Map([
        [1, "never"],
        [5, "always"],
        [9, "no answer"],
      ]),
      userMissing: [9],
    };
    expect(responseRange(labelled, [labelled])).toEqual([1, 5]);
  });
});
