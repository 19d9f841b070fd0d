import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { itemRestCorrelations } from "../../src/psychometrics/alpha";
import { fromCovariance } from "../../src/psychometrics/moments";
import { suggestedReversals } from "../../src/psychometrics/reverse-keyed";

function suggested(R: number[][], n: number, reversed: string[] = []): string[] {
  const items = ["a", "b", "c", "d"].slice(0, R.length);
  const moments = fromCovariance(items, n, new Float64Array(R.length), new Matrix(R));
  return suggestedReversals("S", moments, itemRestCorrelations(moments.covariance), new Set(reversed)).map(({ message }) => message);
}

const keyed = [
  [1, 0.5, -0.3],
  [0.5, 1, -0.4],
  [-0.3, -0.4, 1],
];

describe("reverse-keyed items", () => {
  test("an item against its scale is named, with the evidence", () => {
    expect(suggested(keyed, 100)).toEqual([
      "An item that correlates negatively with the rest of the scale S: c (−.40). If it is worded the other way round, reverse it.",
    ]);
    expect(suggested(keyed, 100, ["c"])[0]).toContain("c (−.40, already reversed)");
  });

  test("of two opposite items the second is named", () => {
    expect(
      suggested(
        [
          [1, -0.6],
          [-0.6, 1],
        ],
        100,
      ),
    ).toEqual([expect.stringContaining("b (−.60)")]);
  });

  test("a correlation that chance explains is no evidence", () => {
    expect(suggested(keyed, 20)).toEqual([]);
    expect(
      suggested(
        [
          [1, 0.1, -0.02, 0],
          [0.1, 1, -0.04, 0.03],
          [-0.02, -0.04, 1, -0.05],
          [0, 0.03, -0.05, 1],
        ],
        200,
      ),
    ).toEqual([]);
  });

  test("a scale whose items agree has none, nor has a single item", () => {
    expect(
      suggested(
        [
          [1, 0.4],
          [0.4, 1],
        ],
        100,
      ),
    ).toEqual([]);
    expect(suggested([[1]], 100)).toEqual([]);
  });
});
