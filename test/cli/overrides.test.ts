import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import analyze from "../../src/cli/commands/analyze";
import { shared } from "../shared";
import { matrixOf, referenceJson } from "../psychometrics/reference";
import { smallSurvey } from "../study/memory";
import { run } from "./run";

const files = { "survey.csv": smallSurvey() };
const json = async (...words: string[]) => {
  const { out, err } = await run(analyze, ["survey.csv", "--factors", "2", "--iterations", "0", ...words, "--format", "json"], files);
  expect(err).toBe("");
  return JSON.parse(out);
};
const loadings = (result: { solution: { loadings: number[][] } }) => result.solution.loadings.flat();
const apart = (a: number[], b: number[]) => Math.max(...a.map((value, i) => Math.abs(value - b[i])));

describe("scree analyze: single choices in place of the convention's", () => {
  test("each is in the settings and changes the loadings", async () => {
    for (const [words, settings] of [
      [["--rotation", "oblimin", "--kaiser", "off"], { kaiser: false }],
      [["--rotation", "oblimin", "--delta", "-2"], { delta: -2 }],
      [["--rotation", "promax", "--kappa", "3"], { kappa: 3 }],
      [["--rotation", "promax", "--except", "promax"], { except: ["promax"] }],
    ] as const) {
      const changed = await json(...words);
      expect(changed.settings).toMatchObject(settings);
      expect(apart(loadings(changed), loadings(await json(words[0], words[1])))).toBeGreaterThan(1e-4);
    }
  });

  test("psych's choices one by one under spss are psych's", async () => {
    const psych = await json("--convention", "psych", "--rotation", "oblimin", "--stop-rule", "psych");
    const single = await json("--convention", "spss", "--rotation", "oblimin", "--stop-rule", "psych", "--kaiser", "off");
    expect(apart(loadings(psych), loadings(single))).toBeLessThan(1e-9);
  });

  test("where principal axes end", async () => {
    const early = await json("--max-iterations", "2");
    expect(early.solution).toMatchObject({ iterations: 2, converged: false });
    expect((await json("--tolerance", ".00001", "--max-iterations", "500")).solution.iterations).toBeGreaterThan((await json()).solution.iterations);
  });

  test("a target: in any order of lines, free where blank, as many factors as it has columns", async () => {
    const target = "item,F1,F2\nB3,0,\nA1,,0\nA2,,0\nA3,,0\nB1,0,\nB2,0,\n";
    const { out } = await run(analyze, ["survey.csv", "--iterations", "0", "--target", "t.csv", "--format", "json"], { ...files, "t.csv": target });
    const { settings, solution } = JSON.parse(out);
    expect(settings).toMatchObject({ rotation: "target", factors: 2 });
    expect(settings.target[0]).toEqual([null, 0]);
    const wanted = solution.loadings.slice(0, 3).map((row: number[]) => Math.abs(row[1]));
    expect(Math.max(...wanted)).toBeLessThan(0.15);
  });

  test("bootstrap: intervals about the estimates, as tables too", async () => {
    const result = await json("--bootstrap", "100", "--scale", "First=A1-A3");
    const { low, high } = result.uncertainty.loadings;
    expect(result.uncertainty).toMatchObject({ replications: 100 });
    expect(low[0][0]).toBeLessThan(result.solution.loadings[0][0]);
    expect(high[0][0]).toBeGreaterThan(result.solution.loadings[0][0]);
    expect(result.tables["loading-intervals"]).toMatch(/\.\d\d \[/);
    expect(result.tables.bootstrap).toMatch(/α, First/);
    expect(await json("--bootstrap", "100", "--scale", "First=A1-A3")).toEqual(result);
  });

  test.each([
    [["--kaiser", "yes"], /on, off/],
    [["--kappa", "4"], /--kappa belongs to promax rotation, and this is varimax rotation/],
    [["--rotation", "promax", "--kappa", "1"], /--kappa cannot be 1/],
    [["--rotation", "oblimin", "--delta", "1"], /--delta cannot be 1/],
    [["--delta", "0"], /--delta belongs to oblimin/],
    [["--rotation", "none", "--kaiser", "on"], /unrotated/],
    [["--extraction", "ml", "--stop-rule", "spss"], /principal axis factoring/],
    [["--tolerance", "0"], /--tolerance cannot be 0/],
    [["--max-iterations", "0"], /whole number/],
    [["--bootstrap", "1"], /whole number/],
    [["--rotation", "target"], /--target FILE/],
    [["--target", "nowhere.csv"], /nowhere\.csv does not exist/],
    [["--target", "short.csv"], /no line for B3/],
    [["--target", "strange.csv"], /A9 is not among the items/],
    [["--target", "survey.csv"], /items' names in its first column/],
    [["--target", "good.csv", "--rotation", "varimax"], /--target belongs to target rotation/],
  ])("refuses %j", async (words, sentence) => {
    const good = ["item,F1,F2", ...["A1", "A2", "A3"].map((item) => `${item},.7,0`), ...["B1", "B2", "B3"].map((item) => `${item},0,.7`)];
    const { status, out, err } = await run(analyze, ["survey.csv", "--iterations", "0", ...words], {
      ...files,
      "good.csv": good.join("\n"),
      "short.csv": good.slice(0, -1).join("\n"),
      "strange.csv": [...good, "A9,0,1"].join("\n"),
    });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(sentence);
  });
});

describe.skipIf(!shared)("against psych", () => {
  test("minres with raw oblimin, asked for choice by choice under spss", async () => {
    const { results } = referenceJson("bfi25.listwise.json");
    const reference = results.efa_converged.minres.rotations;
    const key = Object.keys(reference).find((name) => /oblimin/.test(name) && !/kaiser/i.test(name))!;
    const words = [
      "bfi25.csv",
      "--extraction",
      "minres",
      "--rotation",
      "oblimin",
      "--kaiser",
      "off",
      "--factors",
      "5",
      "--iterations",
      "0",
      "--format",
      "json",
    ];
    const { out } = await run(analyze, words, { "bfi25.csv": readFileSync(`${shared}/reference/bfi25.csv`, "utf8") });
    const ours: number[][] = JSON.parse(out).solution.loadings;
    const theirs: number[][] = matrixOf(reference[key].pattern ?? reference[key].loadings).to2DArray();
    // columns matched by the largest agreement, with sign
    theirs[0].forEach((_, k) => {
      const column = theirs.map((row) => row[k]);
      const best = Math.min(
        ...ours[0].map((_, j) =>
          Math.min(
            ...[1, -1].map((sign) =>
              apart(
                column,
                ours.map((row) => sign * row[j]),
              ),
            ),
          ),
        ),
      );
      expect(best).toBeLessThan(1e-5);
    });
  });
});
