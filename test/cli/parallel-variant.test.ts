import { expect, test } from "vitest";
import { parallelVariant } from "../../src/cli/parallel-variant";

test("a variant of parallel analysis, in any order, with what is usual for the rest", () => {
  expect(parallelVariant(undefined)).toBeUndefined();
  expect(parallelVariant("permuted, smc")).toEqual({ eigenvalues: "smc", data: "permuted", threshold: "percentile95" });
  expect(parallelVariant("mean")).toEqual({ eigenvalues: "pca", data: "normal", threshold: "mean" });
});

test("a word that is none is refused with what can be said", () => {
  expect(() => parallelVariant("smc,median")).toThrow(expect.objectContaining({ code: "unknown-value", message: '--parallel cannot be "smc,median".' }));
});
