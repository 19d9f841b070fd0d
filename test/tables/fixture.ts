import { type Analysis, defaultSettings } from "../../src/psychometrics/analysis";

/** An analysis of four items and two factors with figures that are easy to follow; nothing in it was computed. */
export function fixture(change: Partial<Analysis> = {}): Analysis {
  const items = ["Q1", "Q2", "Q3", "Q4"];
  const summary = (name: string, mean: number) => ({
    name,
    label: `Question ${name}`,
    n: 308,
    missing: 2,
    mean,
    sd: 0.926,
    min: 1,
    max: 5,
    skewness: -0.554,
    kurtosis: -0.004,
    frequencies: {},
  });
  return {
    settings: defaultSettings,
    sample: { file: "survey.csv", rows: 320, used: 308, items, reversed: ["Q2"] },
    items: items.map((name, i) => summary(name, 3.5 + i / 10)),
    correlation: [],
    reliability: [
      {
        scale: "First",
        items: ["Q1", "Q2"],
        n: 308,
        alpha: 0.8142,
        alphaCi: [0.7904, 0.8461],
        standardizedAlpha: 0.8153,
        omegaTotal: null,
        lambda6: null,
        averageInterItem: 0.4274,
        splitHalf: 0.79,
        mean: 3.752,
        sd: 0.708,
        perItem: [
          { item: "Q1", itemRest: 0.59, alphaIfDeleted: 0.786, reversed: false },
          { item: "Q2", itemRest: -0.002, alphaIfDeleted: null, reversed: true },
        ],
      },
    ],
    factorability: { kmo: 0.864, msa: { Q1: 0.86, Q2: 0.87, Q3: 0.85, Q4: 0.84 }, bartlett: { chiSquare: 2120.7199, df: 6, p: 2.2e-281 }, determinant: 0.0008 },
    retention: {
      eigenvalues: [2.1, 1.2, 0.4, 0.3],
      kaiser: 2,
      parallel: { iterations: 100, seed: 1, mean: [1.2, 1.05, 0.95, 0.8], percentile95: [1.3, 1.1, 1, 0.85], factors: 2 },
      map: { values: [0.1, 0.05, 0.2], factors: 1 },
    },
    solution: {
      factors: 2,
      factorsFrom: "parallel analysis",
      names: ["F1", "F2"],
      loadings: [
        [0.12, 0.704],
        [-0.295, -0.521],
        [0.66, 0.31],
        [0.73, -0.05],
      ],
      unrotated: [],
      structure: [],
      factorCorrelations: [
        [1, 0],
        [0, 1],
      ],
      communalities: { Q1: 0.51, Q2: 0.358, Q3: 0.53, Q4: 0.535 },
      initialCommunalities: { Q1: 0.4, Q2: 0.3, Q3: 0.42, Q4: 0.41 },
      uniquenesses: {},
      variance: {
        initial: [
          { eigenvalue: 2.1, percent: 52.5, cumulative: 52.5 },
          { eigenvalue: 1.2, percent: 30, cumulative: 82.5 },
          { eigenvalue: 0.4, percent: 10, cumulative: 92.5 },
          { eigenvalue: 0.3, percent: 7.5, cumulative: 100 },
        ],
        extraction: [
          { sumOfSquares: 1.2, percent: 30, cumulative: 30 },
          { sumOfSquares: 0.733, percent: 18.325, cumulative: 48.325 },
        ],
        rotation: [
          { sumOfSquares: 1.07, percent: 26.75, cumulative: 26.75 },
          { sumOfSquares: 0.863, percent: 21.575, cumulative: 48.325 },
        ],
      },
      fit: null,
      iterations: 9,
      converged: true,
      heywood: [],
      method: "",
    },
    warnings: [],
    ...change,
  };
}

export const promax = { ...defaultSettings, rotation: "promax" as const };
