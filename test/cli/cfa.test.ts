import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import cfa from "../../src/cli/commands/cfa";
import { matrixOf, referenceJson } from "../psychometrics/reference";
import { shared } from "../shared";
import { smallStudy, smallSurvey } from "../study/memory";
import { run } from "./run";

describe.skipIf(!shared)("scree cfa against lavaan, from the data file", () => {
  test.each([
    ["hs1939_cfa.json", "hs1939.csv", []],
    ["likert320_reversed_cfa.json", "likert320.csv", ["--reverse", "Q5,Q11,Q16,Q23"]],
  ])("%s", async (name, data, words) => {
    const { results, n } = referenceJson(name);
    const names = [...new Set<string>(results.loadings.factor)];
    const model = names.flatMap((factor) => [
      "--model",
      `${factor}=${results.loadings.item.filter((_: string, i: number) => results.loadings.factor[i] === factor).join(",")}`,
    ]);
    const { status, out, err } = await run(cfa, [data, ...model, ...words, "--format", "json"], {
      [data]: readFileSync(`${shared}/reference/${data}`, "utf8"),
    });
    expect([status, err]).toEqual([0, ""]);
    const ours = JSON.parse(out);
    expect(ours.sample.used).toBe(n);
    ours.loadings.forEach((row: { item: string; loading: number; se: number }, i: number) => {
      expect(row.item).toBe(results.loadings.item[i]);
      expect(row.loading).toBeCloseTo(results.loadings.std[i], 5);
      expect(row.se).toBeCloseTo(results.loadings.std_se[i], 5);
    });
    expect(ours.fit.chiSquare).toBeCloseTo(results.fit.chisq, 4);
    for (const index of ["cfi", "tli", "rmsea", "srmr"]) expect(ours.fit[index]).toBeCloseTo(results.fit[index], 6);
    names.forEach((factor, f) => {
      expect(ours.factors[f].name).toBe(factor);
      expect(ours.factors[f].ave).toBeCloseTo(results.AVE[factor], 5);
      expect(ours.factors[f].cr).toBeCloseTo(results.CR[factor], 5);
    });
    for (const [key, reference, digits] of [
      ["htmt", "HTMT", 9],
      ["htmt2", "HTMT2", 9],
      ["fornellLarcker", "fornell_larcker", 4],
      ["factorCorrelations", "factor_correlations", 4],
    ] as const)
      matrixOf(results[reference])
        .to2DArray()
        .flat()
        .forEach((value, i) => expect(ours[key].flat()[i]).toBeCloseTo(value, digits));
    expect(Object.keys(ours.tables)).toEqual(["cfa-loadings", "cfa-fit", "cfa-validity", "cfa-htmt"]);
  });
});

const files = { "survey.csv": smallSurvey(), "scree.yaml": smallStudy };
const model = ["--model", "First=A1-A3", "--model", "Second=B1,B2,B3"];

describe("scree cfa", () => {
  test("the model's own scales, or the study's", async () => {
    const named = JSON.parse((await run(cfa, ["survey.csv", ...model, "--format", "json"], files)).out);
    const study = JSON.parse((await run(cfa, ["--study", "scree.yaml", "--format", "json"], files)).out);
    expect(named.fit.df).toBe(8);
    expect(study.fit).toEqual(named.fit);
    expect(study.factors[1].name).toBe("Second group");
  });

  test("one factor has no discriminant validity", async () => {
    const { out } = await run(cfa, ["survey.csv", "--model", "A=A1-A3,B1", "--format", "json"], files);
    const { tables, fit, factors } = JSON.parse(out);
    expect(Object.keys(tables)).toEqual(["cfa-loadings", "cfa-fit", "cfa-validity"]);
    expect([fit.df, factors.length]).toEqual([2, 1]);
  });

  test("a published matrix: factor after factor, the items in any order", async () => {
    // a matrix that two factors with loadings .8, .7, .6 and a correlation of .5 make exactly
    const [items, lambda] = [
      ["a1", "b1", "a2", "b2", "a3", "b3"],
      [0.8, 0.8, 0.7, 0.7, 0.6, 0.6],
    ];
    const rows = items.map((item, i) =>
      [item, ...lambda.slice(0, i + 1).map((other, j) => (i === j ? 1 : lambda[i] * other * ((i + j) % 2 ? 0.5 : 1)))].join(","),
    );
    const { out } = await run(cfa, ["--matrix", "r.csv", "--n", "200", "--model", "A=a1,a2,a3", "--model", "B=b1,b2,b3", "--format", "json"], {
      "r.csv": rows.join("\n"),
    });
    const { loadings, factorCorrelations, fit } = JSON.parse(out);
    expect(loadings.map(({ item }: { item: string }) => item)).toEqual(["a1", "a2", "a3", "b1", "b2", "b3"]);
    [0.8, 0.7, 0.6, 0.8, 0.7, 0.6].forEach((value, i) => expect(loadings[i].loading).toBeCloseTo(value, 5));
    expect(factorCorrelations[0][1]).toBeCloseTo(0.5, 5);
    expect(fit.chiSquare).toBeCloseTo(0, 6);
  });

  test.each(["text", "markdown", "html", "latex"])("prints as %s", async (format) => {
    const { status, out } = await run(cfa, ["survey.csv", ...model, "--format", format], files);
    expect(status).toBe(0);
    expect(out).toMatch(/RMSEA/);
    expect(out).toMatch(/AVE/);
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each([
    [[], /which items belong to which factor/],
    [["--model", "A"], /Write --model "Name=Q1-Q6"/],
    [["--model", "A=A1,A9"], /A9/],
    [["--model", "A=A1-A2"], /survey\.csv|3 are the least/],
    [["--model", "A=A1-A3", "--model", "B=A3,B1"], /belongs to both A and B/],
    [["--model", "A=A1-A3", "--model", "A=B1-B3"], /Two factors are called A/],
    [["--scale", "A=A1-A3"], /no option --scale/],
  ])("refuses %j", async (words, sentence) => {
    const { status, out, err } = await run(cfa, ["survey.csv", ...words], files);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(sentence);
  });

  test("an item that is the same in all rows is left out of its factor, by name", async () => {
    const constant = smallSurvey((rows) => rows.forEach((row) => (row[0] = 3)));
    const { out } = await run(cfa, ["survey.csv", "--model", "A=A1-A3", "--model", "B=B1-B3", "--format", "json"], { "survey.csv": constant });
    const { warnings, factors } = JSON.parse(out);
    expect(warnings.map(({ code }: { code: string }) => code)).toContain("constant-item");
    expect(factors[0].items).toEqual(["A2", "A3"]);
  });
});
