import { describe, expect, test } from "vitest";
import icc from "../../src/cli/commands/icc";
import { run } from "./run";

/** Shrout and Fleiss (1979), table 2: six targets, four judges; table 4 prints the coefficients. */
const ratings = "target,J1,J2,J3,J4\nA,9,2,5,8\nB,6,1,3,2\nC,8,4,6,8\nD,7,1,2,6\nE,10,5,6,9\nF,6,2,4,7\n";

describe("scree icc", () => {
  test("the published example", async () => {
    const { status, out, err } = await run(icc, ["r.csv", "--format", "json"], { "r.csv": ratings });
    expect([status, err]).toEqual([0, ""]);
    const result = JSON.parse(out);
    expect(result.sample).toMatchObject({ rows: 6, used: 6, raters: ["J1", "J2", "J3", "J4"] });
    const printed = { ICC1: 0.17, ICC2: 0.29, ICC3: 0.71, ICC1k: 0.44, ICC2k: 0.62, ICC3k: 0.91 };
    for (const { form, value, ci } of result.icc) {
      expect(value).toBeCloseTo(printed[form as keyof typeof printed], 2);
      expect(ci[0]).toBeLessThan(value);
      expect(ci[1]).toBeGreaterThan(value);
    }
    expect(result.icc).toHaveLength(6);
    expect(result.tables.icc).toMatch(/ICC\(3,k\)/);
  });

  test("rows that lack a rating are left out; raters by name", async () => {
    const { out } = await run(icc, ["r.csv", "--items", "J1,J3", "--missing-codes", "10", "--format", "json"], { "r.csv": ratings });
    expect(JSON.parse(out).sample).toMatchObject({ rows: 6, used: 5, raters: ["J1", "J3"] });
  });

  test.each(["text", "markdown", "html", "latex"])("prints as %s", async (format) => {
    const { out } = await run(icc, ["r.csv", "--format", format], { "r.csv": ratings });
    expect(out).toMatch(/\.71/);
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each([
    ["a,b\n2,2\n1,1\n3,3\n1,1\n", [], /agree perfectly/],
    [ratings, ["--items", "J1"], /two/],
    [ratings, ["--items", "J1,J9"], /J9/],
    ["a,b\n1,\n,2\n3,4\n", [], /only one row/],
  ])("refuses %j %j", async (csv, words, sentence) => {
    const { status, out, err } = await run(icc, ["r.csv", ...words], { "r.csv": csv });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(sentence);
  });
});
