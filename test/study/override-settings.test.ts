import { describe, expect, test } from "vitest";
import analyze from "../../src/cli/commands/analyze";
import { run } from "../cli/run";
import { openSmall, smallSurvey } from "./memory";
import { readStudy } from "../../src/study/read-study";

const study = (settings: string) => `data: survey.csv\nanalyses:\n  main: { factors: 2, iterations: 0, ${settings} }\n`;

describe("single choices in scree.yaml", () => {
  test("each becomes the setting of its name, and is used", async () => {
    const { analyses } = readStudy(study("rotation: promax, kappa: 3, kaiser: on, stop-rule: limit, tolerance: 0.00001, max-iterations: 500"), "scree.yaml");
    expect(analyses[0].settings).toMatchObject({ kappa: 3, kaiser: true, stopRule: "limit", tolerance: 0.00001, maxIterations: 500 });
    const [three, four] = await Promise.all(["kappa: 3", "kappa: 4"].map(async (kappa) => (await openSmall(study(`rotation: promax, ${kappa}`))).analysis()));
    expect(three.solution!.loadings).not.toEqual(four.solution!.loadings);
    expect(readStudy(study("rotation: oblimin, delta: -1, kaiser: false"), "scree.yaml").analyses[0].settings).toMatchObject({ delta: -1, kaiser: false });
  });

  test("what is computed on request, and the variant of parallel analysis", async () => {
    const settings = "parallel: [smc, mean], compare: 2, comparison-data: 20, bootstrap: 30, starts: 3, factor-names: [Cats, Dogs]";
    const open = await openSmall(study(settings).replace("iterations: 0", "iterations: 20, rotation: oblimin"));
    expect(open.study.analyses[0].settings).toMatchObject({
      parallel: { eigenvalues: "smc", data: "normal", threshold: "mean" },
      compareUpTo: 2,
      comparisonData: 20,
      bootstrap: 30,
      starts: 3,
      factorNames: ["Cats", "Dogs"],
    });
    const { retention, uncertainty, solution } = await open.analysis();
    expect(retention).toMatchObject({ parallel: { variant: { eigenvalues: "smc", threshold: "mean" } }, comparisonData: { samples: 20 } });
    expect(retention!.sequence).toHaveLength(2);
    expect(uncertainty!.replications).toBe(30);
    expect(solution!.names).toEqual(["Cats", "Dogs"]);
  });

  test("a target, in any order of lines, gives rotation and number of factors, and counts among what a table is made from", async () => {
    const target = "target: { B3: [0, ~], A1: [~, 0], A2: [~, 0], A3: [~, 0], B1: [0, ~], B2: [0, ~] }";
    const yaml = `data: survey.csv\nanalyses:\n  main: { iterations: 0, ${target} }\n  turned: { iterations: 0, ${target.replace("[0, ~]", "[0, .5]")} }\n`;
    const open = await openSmall(yaml);
    const { settings, solution } = await open.analysis();
    expect(settings).toMatchObject({ rotation: "target", factors: 2 });
    expect(settings.target![3]).toEqual([0, null]);
    expect(Math.max(...solution!.loadings.slice(0, 3).map((row) => Math.abs(row[1])))).toBeLessThan(0.15);
    expect(open.madeFrom("turned")).not.toBe(open.madeFrom("main"));
    expect((await run(analyze, ["--study", "scree.yaml", "--format", "json"], { "scree.yaml": yaml, "survey.csv": smallSurvey() })).out).toContain(
      '"rotation": "target"',
    );
  });

  test.each([
    ["target: { A1: [0, 1] }", /line 3: there is no line for A2/],
    ["target: { A1: [0, 1], A9: [0, 1] }", /line 3: A9 is not among the items analysed/],
  ])("%s: the items are looked up at their line", async (settings, words) => {
    const open = await openSmall(study(settings));
    await expect(open.analysis()).rejects.toThrow(words);
  });

  test.each([
    ["parallel: [smc, median]", /line 3: "smc, median" is not possible/],
    ["except: [fit, fat]", /"fat" is not possible/],
    ["comparison-data: 1", /1 is not possible/],
    ["starts: -1", /-1 is not possible/],
    ["factor-names: [A, A]", /the factor A is named twice/],
    ["target: { A1: [1] }", /a target takes two factors or more/],
    ["target: { A1: [1, 0], A2: [1] }", /A2 has 1 loadings and A1 2/],
    ["target: { A1: [1, high] }", /a number is expected here/],
    ["kappa: 1", /line 3: 1 is not possible here/],
    ["delta: 2", /2 is not possible/],
    ["kaiser: maybe", /"maybe" is not possible/],
    ["stop-rule: sps", /"sps" is not possible/],
    ["max-iterations: 0", /0 is not possible/],
    ["kapa: 4", /"kapa" is not known here/],
  ])("%s is refused at its line", (settings, words) => {
    expect(() => readStudy(study(settings), "scree.yaml")).toThrow(words);
  });
});
