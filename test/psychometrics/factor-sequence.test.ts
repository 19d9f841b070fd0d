import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { defaultSettings } from "../../src/psychometrics/analysis";
import { analyzeMatrix } from "../../src/psychometrics/analyze";
import { factorSequence } from "../../src/psychometrics/factor-sequence";
import { minimumResiduals } from "../../src/psychometrics/minres";
import { squaredMultipleCorrelations } from "../../src/psychometrics/smc";
import { hullMethod } from "../../src/psychometrics/hull";
import { shared } from "../shared";
import { dataSets, figures } from "./figures";

const settings = { ...defaultSettings, convention: "psych", extraction: "ml" } as const;

describe.skipIf(!shared)("fit of 1, 2, … factors against psych::vss (minres)", () => {
  test.each(dataSets)("%s", (set) => {
    const { correlations, factorability, number_of_factors: expected } = figures(set, "listwise");
    const R = new Matrix(correlations.pearson.values);
    const { cols, values } = expected.vss.stats;
    const rows = factorSequence(R, correlations.pearson.rows, factorability.n_used, { ...settings, extraction: "minres" }, 3);
    const of = (row: number, name: string): number => values[row][cols.indexOf(name)];
    rows.forEach((row, i) => {
      expect(row.df).toBe(of(i, "dof"));
      expect(row.chiSquare! / of(i, "chisq")).toBeCloseTo(1, 3);
      expect(Math.abs(row.bic! - of(i, "BIC"))).toBeLessThan(0.5);
    });
    expect(rows.length).toBeGreaterThan(1);
  });
});

/** Nine items of three factors with known loadings. */
const loading = [0.8, 0.7, 0.6];
const R = new Matrix(
  Array.from({ length: 9 }, (_, i) =>
    Array.from({ length: 9 }, (_, j) => (i === j ? 1 : (Math.floor(i / 3) === Math.floor(j / 3) ? 1 : 0.2) * loading[i % 3] * loading[j % 3])),
  ),
);
const items = Array.from({ length: 9 }, (_, i) => `V${i + 1}`);

describe("comparing numbers of factors", () => {
  test("of a matrix that three factors made, BIC and Hull say three", async () => {
    const { retention } = await analyzeMatrix({ R, items, n: 400, source: "m.csv" }, { ...settings, factors: 3, iterations: 20, compareUpTo: 5 });
    const says = Object.fromEntries(retention!.criteria!.map(({ criterion, factors }) => [criterion, factors]));
    expect(says["BIC of factor models"]).toBe(3);
    expect(says["Hull method (CFI; Lorenzo-Seva et al., 2011)"]).toBe(3);
    expect(retention!.sequence!.map((row) => row.factors)).toEqual([1, 2, 3, 4, 5]);
    expect(retention!.sequence![2].chiSquare).toBeCloseTo(0, 6);
  });

  test("the common part accounted for rises with the factors", () => {
    const caf = factorSequence(R, items, 400, settings, 3).map((row) => row.caf!);
    expect(caf[1]).toBeGreaterThan(caf[0]);
    expect(caf[2]).toBeGreaterThan(caf[1]);
  });

  test("the hull leaves out what lies below the line between its neighbours", () => {
    const hull = [
      { factors: 0, fit: 0, df: 36 },
      { factors: 1, fit: 0.1, df: 27 },
      { factors: 2, fit: 0.8, df: 19 },
      { factors: 3, fit: 0.82, df: 12 },
      { factors: 4, fit: 0.81, df: 6 },
    ];
    expect(hullMethod(hull)).toBe(2);
    expect(hullMethod(hull.slice(0, 2))).toBeNull();
    expect(hullMethod([])).toBeNull();
    const level = [...hull.slice(0, 3), { factors: 3, fit: 0.8, df: 12 }];
    expect(hullMethod(level)).toBe(2);
  });

  test("a singular matrix has no sequence, and no hull", async () => {
    const singular = new Matrix([
      [1, 0.4, 1, 0.2, 0.1],
      [0.4, 1, 0.4, 0.3, 0.1],
      [1, 0.4, 1, 0.2, 0.1],
      [0.2, 0.3, 0.2, 1, 0.1],
      [0.1, 0.1, 0.1, 0.1, 1],
    ]);
    const { retention } = await analyzeMatrix(
      { R: singular, items: items.slice(0, 5), n: 100, source: "m.csv" },
      { ...settings, factors: 1, iterations: 0, compareUpTo: 2 },
    );
    expect(retention!.sequence).toEqual([]);
  });
});

test.skipIf(!shared)("Hull and BIC find the three abilities of hs1939", async () => {
  const { correlations, factorability } = figures("hs1939", "listwise");
  const published = { R: new Matrix(correlations.pearson.values), items: correlations.pearson.rows, n: factorability.n_used, source: "hs1939.csv" };
  const { retention } = await analyzeMatrix(published, { ...settings, iterations: 0, factors: 3, compareUpTo: 5 });
  expect(retention!.criteria!.filter(({ id }) => id === "hull" || id === "bic").map(({ factors }) => factors)).toEqual([3, 3]);
});

test.skipIf(!shared)("minres finds the lower of two minima", () => {
  const { correlations } = figures("ability16", "listwise");
  const { objective } = minimumResiduals(
    new Matrix(correlations.pearson.values),
    3,
    squaredMultipleCorrelations(new Matrix(correlations.pearson.values), correlations.pearson.rows, "minres"),
  );
  expect(objective).toBeCloseTo(0.0664215786, 9); // scipy from 30 starts; the other minimum is .0696287267
});
