import { expect, test } from "vitest";
import analyze from "../../src/cli/commands/analyze";
import { parallelHint, parallelVariant } from "../../src/study/parallel-variant";
import { run } from "../cli/run";
import { smallSurvey } from "./memory";

test("a variant of parallel analysis, in any order, with what is usual for the rest", () => {
  expect(parallelVariant(["permuted", " smc"])).toEqual({ eigenvalues: "smc", data: "permuted", threshold: "percentile95" });
  expect(parallelVariant(["mean"])).toEqual({ eigenvalues: "pca", data: "normal", threshold: "mean" });
});

test("a word that is none is refused with what can be said", async () => {
  expect(parallelVariant(["smc", "median"])).toBeUndefined();
  const { status, err } = await run(analyze, ["survey.csv", "--parallel", "smc,median"], { "survey.csv": smallSurvey() });
  expect(status).toBe(2);
  expect(err).toBe(`--parallel cannot be "smc,median". ${parallelHint}`);
});
