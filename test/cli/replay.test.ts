import { describe, expect, test } from "vitest";
import analyze from "../../src/cli/commands/analyze";
import { smallStudy, smallSurvey } from "../study/memory";
import { run } from "./run";

const files = { "data/survey.csv": smallSurvey(), "survey.csv": smallSurvey(), "scree.yaml": `missing-codes: [77]\n${smallStudy}` };
const options = ["--factors", "2", "--iterations", "0"];

describe("scree analyze --as", () => {
  test("r and spss name the file as it was given, the codes and the options", async () => {
    const words = ["data/survey.csv", ...options, "--missing-codes", "99", "--rotation", "promax", "--kappa", "3"];
    const r = await run(analyze, [...words, "--as", "r"], files);
    expect([r.status, r.err]).toEqual([0, ""]);
    expect(r.out).toContain(`read.csv("data/survey.csv"`);
    expect(r.out).toContain("%in% c(99)");
    expect(r.out).toContain("abs(unit)^3");
    expect(r.out).not.toMatch(/undefined|NaN/);
    const spss = await run(analyze, [...words, "--as", "spss"], files);
    expect(spss.out).toMatch(/FILE='data\/survey\.csv'[\s\S]*\(99=SYSMIS\)[\s\S]*ROTATION=PROMAX\(3\)\.\n$/);
  });

  test("of a study: its data, codes and scales", async () => {
    const { out } = await run(analyze, ["--study", "scree.yaml", "--analysis", "oblique", "--as", "r"], files);
    expect(out).toContain(`read.csv("survey.csv"`);
    expect(out).toContain("%in% c(77)");
    expect(out).toContain("# Second group");
  });

  test("of a published matrix, in both", async () => {
    const matrix = { "r.csv": ",A,B,C\nA,1,.5,.4\nB,.5,1,.6\nC,.4,.6,1\n" };
    const words = ["--matrix", "r.csv", "--n", "100", "--factors", "1", "--iterations", "0"];
    expect((await run(analyze, [...words, "--as", "r"], matrix)).out).toContain(
      "R <- matrix(c(\n  1, 0.5, 0.4,\n  0.5, 1, 0.6,\n  0.4, 0.6, 1), 3, dimnames = list(items, items))",
    );
    expect((await run(analyze, [...words, "--as", "spss"], matrix)).out).toMatch(
      /BEGIN DATA\nMEAN 0 0 0\nSTDDEV 1 1 1\nN 100 100 100\nCORR 1\nCORR 0\.5 1\nCORR 0\.4 0\.6 1\nEND DATA\.[\s\S]*MATRIX=IN\(COR=\*\)/,
    );
  });

  test("what SPSS lacks, and other programs, are refused", async () => {
    expect(await run(analyze, ["survey.csv", ...options, "--rotation", "geomin", "--as", "spss"], files)).toMatchObject({
      status: 2,
      out: "",
      err: expect.stringMatching(/no geomin rotation/),
    });
    expect((await run(analyze, ["survey.csv", "--as", "stata"], files)).err).toMatch(/r, spss/);
  });
});
