import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import type { Item } from "../../src/psychometrics/chosen-items";
import { correlations } from "../../src/psychometrics/correlation";
import { coded, contingency } from "../../src/psychometrics/contingency";
import { completeRows, moments } from "../../src/psychometrics/moments";
import { LARGEST, polychoric, thresholds } from "../../src/psychometrics/polychoric";
import { polychoricMatrix } from "../../src/psychometrics/polychoric-matrix";
import { polyserial } from "../../src/psychometrics/polyserial";
import { smoothed } from "../../src/psychometrics/smoothing";
import { ranks } from "../../src/psychometrics/spearman";
import { symmetricEigen } from "../../src/numerics/eigen";
import polyserialCases from "../fixtures/polyserial.json";
import { shared } from "../shared";
import { answersOf, cases, figures } from "./figures";

const asItems = (items: readonly string[], columns: readonly Float64Array[]): Item[] =>
  items.map((name, i) => ({ name, values: columns[i], missing: 0, reversed: false }));
const largestDifference = (actual: Matrix, expected: number[][]) =>
  Math.max(...actual.to2DArray().flatMap((row, i) => row.map((value, j) => Math.abs(value - expected[i][j]))));

describe.skipIf(!shared)("correlations against R", () => {
  test.each(cases)("Spearman: %s, %s", (set, missing) => {
    const { items, columns } = answersOf(set);
    const rows = missing === "listwise" ? completeRows(columns) : Int32Array.from(columns[0].keys());
    const { matrix } = correlations(asItems(items, columns), rows, moments(items, columns, missing), { correlation: "spearman", missing });
    expect(largestDifference(matrix, figures(set, missing).correlations.spearman.values)).toBeLessThan(1e-10);
  });

  test.each(["likert320", "bfi25", "ability16"])("polychoric, to the tight figures: %s", (set) => {
    const { items, columns } = answersOf(set);
    const expected = figures("polychoric_tight").results[set];
    const rows = completeRows(columns);
    const complete = columns.map((values) => Float64Array.from(rows, (row) => values[row]));
    const waist = moments(items, complete, "listwise");
    expect(waist.n).toBe(expected.n);
    const { matrix } = polychoricMatrix(items, complete, waist.correlation);
    expect(largestDifference(matrix, expected.rho.values)).toBeLessThan(1e-6);
    items.forEach((item, i) => [...thresholds(coded(complete[i]))].forEach((value, k) => expect(value).toBeCloseTo([expected.thresholds[item]].flat()[k], 9)));
  });

  test.each(["likert320", "bfi25"] as const)("polychoric, pairwise, to psych's tolerance: %s", (set) => {
    const { items, columns } = answersOf(set);
    const { matrix } = polychoricMatrix(items, columns, moments(items, columns, "pairwise").correlation);
    expect(largestDifference(matrix, figures(set, "pairwise").correlations.polychoric_correct0.rho.values)).toBeLessThan(5e-5);
  });
});

describe("ranks", () => {
  test("ties share the mean of their ranks, missing answers have none", () => {
    expect([...ranks(Float64Array.from([3, 1, NaN, 3, 2]))]).toEqual([3.5, 1, NaN, 3.5, 2]);
  });
});

describe("polychoric correlations", () => {
  const of = (x: number[], y: number[], start = 0) => {
    const [a, b] = [coded(Float64Array.from(x)), coded(Float64Array.from(y))];
    return polychoric(contingency(a, b), thresholds(a), thresholds(b), start);
  };

  test("a 2 × 2 table with equal margins has a closed form: sin(π/2 · (p₁₁ + p₀₀ − p₁₀ − p₀₁))", () => {
    const x = [...new Array(40).fill(0), ...new Array(10).fill(0), ...new Array(10).fill(1), ...new Array(40).fill(1)];
    const y = [...new Array(40).fill(0), ...new Array(10).fill(1), ...new Array(10).fill(0), ...new Array(40).fill(1)];
    expect(of(x, y).rho).toBeCloseTo(Math.sin((Math.PI / 2) * 0.6), 10);
    expect(of(x, y, -0.9).rho).toBeCloseTo(Math.sin((Math.PI / 2) * 0.6), 10);
  });

  test("the start does not matter, and reversing an item changes the sign", () => {
    const x = [1, 1, 2, 2, 3, 3, 1, 2, 3, 2, 1, 3, 3, 2, 1, 1];
    const y = [1, 2, 2, 3, 3, 2, 1, 1, 3, 3, 1, 3, 1, 2, 1, 2];
    for (const start of [-0.99, 0, 0.5, 1]) expect(of(x, y, start).rho).toBeCloseTo(of(x, y).rho, 10);
    expect(
      of(
        x,
        y.map((value) => 4 - value),
      ).rho,
    ).toBeCloseTo(-of(x, y).rho, 10);
  });

  test("a table without contradictions is held at ±.9999, and says so", () => {
    const x = [1, 1, 2, 2, 3, 3];
    expect(of(x, x)).toMatchObject({ rho: LARGEST, atBound: true });
    expect(
      of(
        x,
        x.map((value) => -value),
      ),
    ).toMatchObject({ rho: -LARGEST, atBound: true });
    const { warnings } = polychoricMatrix(["a", "b"], [Float64Array.from(x), Float64Array.from(x)], Matrix.eye(2));
    expect(warnings.map((warning) => warning.code)).toEqual(["empty-cells", "correlation-at-bound"]);
  });

  test("one contradiction in a strong table keeps the correlation inside", () => {
    const x = [...new Array(300).fill(1), ...new Array(300).fill(2), ...new Array(300).fill(3), 1];
    const y = [...new Array(300).fill(1), ...new Array(300).fill(2), ...new Array(300).fill(3), 3];
    const { rho, atBound } = of(x, y, 0.99);
    expect(atBound).toBe(false);
    expect(rho).toBeGreaterThan(0.9);
    expect(rho).toBeLessThan(LARGEST);
  });

  test("polyserial: the maximum of the likelihood that scipy finds", () => {
    for (const { x, y, rho } of polyserialCases.cases) {
      const item = coded(Float64Array.from(y));
      expect(polyserial(Float64Array.from(x), item.codes, thresholds(item))).toBeCloseTo(rho, 8);
    }
  });

  test("mixed items: polyserial with rated ones, Pearson's between measured ones, and a word about it", () => {
    const [{ x, y, rho }] = polyserialCases.cases;
    const other = x.map((value, row) => value * value + row);
    const columns = [x, y, other].map((values) => Float64Array.from(values));
    const starts = moments(["x", "y", "z"], columns, "listwise").correlation;
    const { matrix, warnings } = polychoricMatrix(["x", "y", "z"], columns, starts);
    expect(matrix.get(0, 1)).toBeCloseTo(rho, 8);
    expect(matrix.get(0, 2)).toBe(starts.get(0, 2));
    expect(warnings).toMatchObject([{ code: "polyserial", data: { items: ["x", "z"] } }]);
  });

  test("an indefinite matrix is smoothed to unit diagonal and no negative eigenvalue; any other is left alone", () => {
    const indefinite = new Matrix([
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]);
    const { matrix, smallest } = smoothed(indefinite)!;
    expect(smallest).toBeLessThan(0);
    expect(Math.min(...symmetricEigen(matrix).values)).toBeGreaterThan(0);
    expect(matrix.diagonal()).toEqual([1, 1, 1]);
    expect(smoothed(Matrix.eye(3))).toBeNull();
  });
});
