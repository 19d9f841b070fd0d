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
      "An item that correlates negatively with the rest of the scale S: c (item–rest r = −.40, first component −.71). If it is worded the other way round, reverse it.",
    ]);
    expect(suggested(keyed, 100, ["c"])[0]).toContain("c (item–rest r = −.40, first component −.71, already reversed)");
  });

  test("the evidence is what its definitions give", () => {
    // item–rest of c: (−.3 − .4) / √(1 + 1 + 2·.5) = −.7/√3; first component by the power method
    let v = [1, 1, -1];
    for (let step = 0; step < 200; step++) {
      const next = keyed.map((row) => row.reduce((sum, r, j) => sum + r * v[j], 0));
      const length = Math.hypot(...next);
      v = next.map((x) => x / length);
    }
    const eigenvalue = v.reduce((sum, x, i) => sum + x * keyed[i].reduce((inner, r, j) => inner + r * v[j], 0), 0);
    const moments = fromCovariance(["a", "b", "c"], 100, new Float64Array(3), new Matrix(keyed));
    const [warning] = suggestedReversals("S", moments, itemRestCorrelations(moments.covariance), new Set());
    const [{ item, itemRest, component }] = warning.data!.items as { item: string; itemRest: number; component: number }[];
    expect(item).toBe("c");
    expect(itemRest).toBeCloseTo(-0.7 / Math.sqrt(3), 12);
    expect(component).toBeCloseTo(v[2] * Math.sqrt(eigenvalue), 9);
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
    ).toEqual([expect.stringContaining("b (item–rest r = −.60, first component −.89)")]);
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
