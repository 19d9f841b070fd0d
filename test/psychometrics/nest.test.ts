import { readFileSync } from "node:fs";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { nextEigenvalueSufficiency } from "../../src/psychometrics/nest";
import { shared } from "../shared";
import { figures } from "./figures";

/** Made by test/fixtures/nest.R, which draws the rows. */
const reference = JSON.parse(readFileSync("test/fixtures/nest.json", "utf8"));
const settings = { iterations: 1000, seed: 5, convention: "psych" } as const;

describe.skipIf(!shared)("next eigenvalue sufficiency test against R", () => {
  test.each([
    ["hs1939", 301],
    ["likert320", 308],
  ])("%s: the same number, and p within 4 standard errors", async (set, n) => {
    const { rows, values } = figures(set, "listwise").correlations.pearson;
    const found = (await nextEigenvalueSufficiency(new Matrix(values), rows, n, 8, settings))!;
    expect(found.factors).toBe(reference[set].factors);
    found.steps.forEach(({ p }, k) => {
      const expected = reference[set].steps[k].p;
      expect(Math.abs(p - expected)).toBeLessThan(4 * Math.sqrt((2 * Math.max(expected * (1 - expected), 0.001)) / 1000));
    });
  });
});

test("uncorrelated items need no factor; where the numbers looked at do not suffice there is no answer", async () => {
  const items = ["a", "b", "c", "d", "e", "f"];
  expect((await nextEigenvalueSufficiency(Matrix.eye(6), items, 200, 2, settings))!.factors).toBe(0);
  const R = new Matrix(items.map((_, i) => items.map((_, j) => (i === j ? 1 : i >> 1 === j >> 1 ? 0.7 : 0.1))));
  expect(await nextEigenvalueSufficiency(R, items, 500, 1, { ...settings, iterations: 100 })).toBeNull();
});
