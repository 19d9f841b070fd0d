import { readFileSync } from "node:fs";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { factorScores, type ScoreMethod, scoreWeights } from "../../src/psychometrics/scores";
import { shared } from "../shared";
import { matrixOf, referenceSets, worst } from "./reference";

const methods: [ScoreMethod, string][] = [
  ["regression", "regression"],
  ["bartlett", "Bartlett"],
  ["ten-berge", "tenBerge"],
  ["anderson-rubin", "Anderson"],
];

/** Columns of the complete rows of a reference survey. */
function completeColumns(name: string, items: readonly string[]): number[][] {
  const [header, ...lines] = readFileSync(`${shared}/reference/${name.split(".")[0]}.csv`, "utf8")
    .trim()
    .split(/\r?\n/);
  const names = header.split(",").map((cell) => cell.replaceAll('"', ""));
  const at = items.map((item) => names.indexOf(item));
  const rows = lines.map((line) => line.split(",")).filter((cells) => at.every((column) => cells[column] !== "" && cells[column] !== "NA"));
  return at.map((column) => rows.map((cells) => Number(cells[column])));
}

describe.skipIf(!shared)("factor scores against psych", () => {
  it.each(referenceSets.filter(({ name }) => name.endsWith("listwise")))("$name: weights, scores and determinacy", ({ name, R, items, results }) => {
    const { pattern, Phi, ...reference } = results.factor_scores;
    const columns = completeColumns(name, items);
    const means = columns.map((column) => column.reduce((a, b) => a + b, 0) / column.length);
    const deviations = columns.map((column, i) => Math.sqrt(column.reduce((sum, value) => sum + (value - means[i]) ** 2, 0) / (column.length - 1)));
    for (const [method, key] of methods) {
      const { weights, determinacy } = scoreWeights(R, items, matrixOf(pattern), matrixOf(Phi), method);
      expect(worst(weights, matrixOf(reference[key].weights)), key).toBeLessThan(1e-9);
      const scores = factorScores(columns, means, deviations, weights);
      matrixOf(reference[key].scores)
        .to2DArray()
        .forEach((row, i) => row.forEach((score, k) => expect(scores[k][i]).toBeCloseTo(score, 8)));
      if (method === "regression") Object.values<number>(reference[key].R2).forEach((squared, k) => expect(determinacy[k] ** 2).toBeCloseTo(squared, 8));
    }
  });
});

describe("factor scores", () => {
  const pattern = new Matrix([
    [0.8, 0],
    [0.7, 0.1],
    [0.6, 0],
    [0, 0.7],
    [0.1, 0.8],
    [0, 0.5],
  ]);
  const phi = new Matrix([
    [1, 0.4],
    [0.4, 1],
  ]);
  const R = pattern.mmul(phi).mmul(pattern.transpose());
  for (let i = 0; i < 6; i++) R.set(i, i, 1);
  const items = ["a", "b", "c", "d", "e", "f"];

  it("correlate as the factors do (ten Berge), or not at all (Anderson and Rubin)", () => {
    expect(worst(scoreWeights(R, items, pattern, phi, "ten-berge").correlations, phi)).toBeLessThan(1e-12);
    expect(worst(scoreWeights(R, items, pattern, phi, "anderson-rubin").correlations, Matrix.eye(2))).toBeLessThan(1e-12);
  });

  it("are determined best by regression", () => {
    const best = scoreWeights(R, items, pattern, phi, "regression").determinacy;
    for (const [method] of methods)
      scoreWeights(R, items, pattern, phi, method).determinacy.forEach((value, k) => expect(value).toBeLessThanOrEqual(best[k] + 1e-12));
  });

  it("are missing where an answer is", () => {
    const { weights } = scoreWeights(R, items, pattern, phi, "regression");
    const [first] = factorScores(
      items.map((_, i) => (i === 2 ? [1, NaN] : [1, 2])),
      new Array(6).fill(1),
      new Array(6).fill(1),
      weights,
    );
    expect(Array.from(first)).toEqual([0, NaN]);
  });

  it("need an inverse", () => {
    expect(() => scoreWeights(Matrix.ones(2, 2), ["a", "b"], Matrix.ones(2, 1), null, "regression")).toThrow(
      expect.objectContaining({ code: "singular-correlations" }),
    );
  });
});
