import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { antiImage } from "../../src/psychometrics/anti-image";
import { bartlettTest } from "../../src/psychometrics/bartlett";
import { dependentItems } from "../../src/psychometrics/dependent-items";
import { factorability } from "../../src/psychometrics/factorability";
import { inverseOrRefusal, samplingAdequacy } from "../../src/psychometrics/kmo";
import { moments } from "../../src/psychometrics/moments";
import { shared } from "../shared";
import { answersOf, cases, figures } from "./figures";

describe.skipIf(!shared)("factorability against R", () => {
  test.each(cases)("%s, %s", (set, missing) => {
    const { items, columns } = answersOf(set);
    const expected = figures(set, missing).factorability;
    const { correlation } = moments(items, columns, missing);
    const { factorability: actual, warnings } = factorability(correlation, items, expected.n_used);
    expect(warnings).toEqual([]);
    expect(actual.kmo).toBeCloseTo(expected.KMO.overall, 10);
    items.forEach((item, i) =>
      items.forEach((_, j) => {
        const image = i === j ? expected.KMO.MSA[item] : expected.KMO.anti_image_correlation.values[i][j];
        expect(actual.antiImageCorrelation![i][j]).toBeCloseTo(image, 9);
      }),
    );
    const { covariance } = antiImage(inverseOrRefusal(correlation, items));
    items.forEach((_, i) => items.forEach((_, j) => expect(covariance.get(i, j)).toBeCloseTo(expected.KMO.anti_image_covariance.values[i][j], 9)));
    for (const item of items) expect(actual.msa[item]).toBeCloseTo(expected.KMO.MSA[item], 10);
    expect(actual.bartlett.chiSquare! / expected.bartlett.chisq).toBeCloseTo(1, 9);
    expect(actual.bartlett.df).toBe(expected.bartlett.df);
    if (expected.bartlett.p > 0) expect(actual.bartlett.p! / expected.bartlett.p).toBeCloseTo(1, 6);
    else expect(actual.bartlett.p).toBe(0);
    expect(actual.determinant! / expected.det).toBeCloseTo(1, 9);
  });
});

const duplicated = new Matrix([
  [1, 0.4, 1, 0.2],
  [0.4, 1, 0.4, 0.3],
  [1, 0.4, 1, 0.2],
  [0.2, 0.3, 0.2, 1],
]);
const items = ["a", "b", "c", "d"];

describe("degenerate correlations", () => {
  test("a duplicated item: both copies are named, and there is no KMO", () => {
    expect(dependentItems(duplicated, items)).toEqual(["a", "c"]);
    expect(() => samplingAdequacy(duplicated, items)).toThrow("KMO does not exist: a and c can be computed from the other items.");
    const { factorability: result, warnings } = factorability(duplicated, items, 100);
    expect(result).toMatchObject({ kmo: null, msa: { a: null }, bartlett: { chiSquare: null, p: null, df: 6 }, determinant: 0 });
    expect(warnings).toMatchObject([{ code: "singular-correlations", data: { items: ["a", "c"] } }]);
  });

  test("an indefinite matrix is called so", () => {
    const R = new Matrix([
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]);
    expect(factorability(R, ["a", "b", "c"], 50).warnings).toMatchObject([{ code: "indefinite-correlations" }]);
  });

  test("no more rows than items: that is said, not the names of all items", () => {
    expect(factorability(duplicated, items, 4).warnings).toMatchObject([
      { code: "singular-correlations", message: "KMO does not exist: 4 rows leave 4 items linearly dependent. More rows than items are needed." },
    ]);
  });

  test("too few rows for Bartlett's test", () => {
    expect(bartlettTest(Matrix.eye(4), 3)).toBeNull();
    expect(bartlettTest(Matrix.eye(4), 100)).toMatchObject({ chiSquare: 0, p: 1 });
  });

  test("items without any correlation have no KMO", () => {
    const { factorability: result, warnings } = factorability(Matrix.eye(3), ["a", "b", "c"], 50);
    expect(result).toMatchObject({ kmo: null, msa: { a: null, b: null, c: null }, determinant: 1 });
    expect(warnings).toMatchObject([{ code: "uncorrelated-items" }]);
  });

  test("KMO of two items is one half, whatever they correlate", () => {
    const R = new Matrix([
      [1, 0.6],
      [0.6, 1],
    ]);
    expect(samplingAdequacy(R, ["a", "b"]).overall).toBeCloseTo(0.5, 12);
  });
});
