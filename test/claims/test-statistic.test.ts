import { describe, expect, it } from "vitest";
import type { Claims } from "../../src/claims/claim";
import { recognise } from "../../src/claims/recognise";
import { readManuscript } from "../../src/manuscript/read";

const read = (text: string, path = "a.md"): Claims => recognise(readManuscript(`# Results\n\n${text}\n`, path));
const tests = (text: string) =>
  read(text)
    .of("test-statistic")
    .map((t) => ({ test: t.test, ...t.values }));

describe("tests in prose", () => {
  it.each([
    ["t(28) = 2.20, p = .036", { test: "t", df: 28, statistic: 2.2, p: 0.036, pComparison: "=" }],
    ["t28 = −2.20, p < .05", { test: "t", df: 28, statistic: -2.2, p: 0.05, pComparison: "<" }],
    ["t = 2.20, df = 28, p = .036", { test: "t", df: 28, statistic: 2.2, p: 0.036, pComparison: "=" }],
    ["a t value of 2.20 (df = 28, p = .036)", { test: "t", df: 28, statistic: 2.2, p: 0.036, pComparison: "=" }],
    ["*t*~28~ = 2.20, *p* = .036", { test: "t", df: 28, statistic: 2.2, p: 0.036, pComparison: "=" }],
    ["F(1, 28) = 4.84, MSE = 3.21, p = .036, η²ₚ = .15", { test: "F", df1: 1, df2: 28, statistic: 4.84, p: 0.036, pComparison: "=" }],
    ["F(1,128) = 4.84; p = .030", { test: "F", df1: 1, df2: 128, statistic: 4.84, p: 0.03, pComparison: "=" }],
    ["$F_{1,28} = 4.84$, $p = .036$", { test: "F", df1: 1, df2: 28, statistic: 4.84, p: 0.036, pComparison: "=" }],
    ["F₁,₂₈ = 4.84, p = .036", { test: "F", df1: 1, df2: 28, statistic: 4.84, p: 0.036, pComparison: "=" }],
    ["F~1,28~ = 4.84, p = .036", { test: "F", df1: 1, df2: 28, statistic: 4.84, p: 0.036, pComparison: "=" }],
    ["F = 4.84 (df1 = 1, df2 = 28, p = .036)", { test: "F", df1: 1, df2: 28, statistic: 4.84, p: 0.036, pComparison: "=" }],
    ["F(1.44, 38.9) = 3.50, p = .054", { test: "F", df1: 1.44, df2: 38.9, statistic: 3.5, p: 0.054, pComparison: "=" }],
    ["χ²(2, N = 1,248) = 6.20, p = .045", { test: "chi-square", df: 2, n: 1248, statistic: 6.2, p: 0.045, pComparison: "=" }],
    ["$\\chi^2(2) = 6.20$, N = 120, p = .045", { test: "chi-square", df: 2, n: 120, statistic: 6.2, p: 0.045, pComparison: "=" }],
    ["χ2 (df = 2) = 6.20, p = .045", { test: "chi-square", df: 2, statistic: 6.2, p: 0.045, pComparison: "=" }],
    [
      "Bartlett's test was significant (chi-square = 2120.72, df = 276, p < .001)",
      { test: "chi-square", df: 276, statistic: 2120.72, p: 0.001, pComparison: "<" },
    ],
    ["z = 2.20, p = .028", { test: "z", statistic: 2.2, p: 0.028, pComparison: "=" }],
    ["r(28) = .36, p = .051", { test: "r", df: 28, statistic: 0.36, p: 0.051, pComparison: "=" }],
    ["r = .36, N = 30, p = .051", { test: "r", n: 30, statistic: 0.36, p: 0.051, pComparison: "=" }],
    ["Q_M(1) = 4.20, p = .040", { test: "Q", df: 1, statistic: 4.2, p: 0.04, pComparison: "=" }],
    ["t(28) = 2.20, 95% CI [0.15, 4.25], p = .036", { test: "t", df: 28, statistic: 2.2, p: 0.036, pComparison: "=" }],
    ["t(28) = 2.20 (p = 3.6 × 10^-2^)", { test: "t", df: 28, statistic: 2.2, p: 0.036, pComparison: "=" }],
    ["t(28) = 0.20, n.s.", { test: "t", df: 28, statistic: 0.2, pComparison: "ns" }],
    ["Fs(1, 28) > 4.84, ps < .04", { test: "F", df1: 1, df2: 28, statistic: 4.84, statisticComparison: ">", p: 0.04, pComparison: "<" }],
  ])("%s", (text, expected) => {
    expect(tests(`The groups differed, ${text}.`)).toEqual([expected]);
  });

  it("with decimal commas", () => {
    const text = "Die Gruppen unterschieden sich, t(306) = −3,18; p = ,002, und F(2; 1.204) = 4,50, p = 0,011. Der Mittelwert betrug 3,58 und 3,84.";
    expect(tests(text)).toEqual([
      { test: "t", df: 306, statistic: -3.18, p: 0.002, pComparison: "=" },
      { test: "F", df1: 2, df2: 1204, statistic: 4.5, p: 0.011, pComparison: "=" },
    ]);
  });

  it.each([
    "We ran a test (15) = of",
    "R2(12) = .30, p < .05",
    "the item parameters a2(12) = .3, p < .05",
    "A value of t(28) = 1.2^3, p = 4/5",
    "z = 1.96 was used",
    "factors F1 and F2, p = 12 items",
  ])("none in: %s", (text) => {
    expect(tests(`${text}.`)).toEqual([]);
  });

  it("leaves a p alone that belongs to another test or to several", () => {
    const two = read("The groups differed, t(28) = 2.20, and F(1, 28) = 4.84, p = .036.").of("test-statistic");
    expect(two.map((t) => t.p?.text)).toEqual([undefined, "p = .036"]);
    const several = read("Both differed, t(28) = 2.20 and t(28) = 3.40, p = .036 and .002, respectively.").of("test-statistic");
    expect(several[1].p?.several).toBe(true);
  });
});

describe("tests in tables", () => {
  it("by columns for the statistic, df and p", () => {
    const claims = read("| Group | t | df | Sig. (2-tailed) |\n|---|---|---|---|\n| A | 2.20 | 28 | .036 |\n| B | 0.20 | 28 | n.s. |").of("test-statistic");
    expect(claims.map((t) => t.values)).toEqual([
      { statistic: 2.2, df: 28, p: 0.036, pComparison: "=" },
      { statistic: 0.2, df: 28, pComparison: "ns" },
    ]);
  });

  it("with df in the header, several tests a row, whole results in a cell", () => {
    expect(
      read("| Item | t(28) | p | F(2, 117) | p |\n|---|---|---|---|---|\n| A | 2.20 | .036 | 4.10 | .019 |")
        .of("test-statistic")
        .map((t) => t.values),
    ).toEqual([
      { statistic: 2.2, df: 28, p: 0.036, pComparison: "=" },
      { statistic: 4.1, df1: 2, df2: 117, p: 0.019, pComparison: "=" },
    ]);
    expect(
      read("| Item | Test |\n|---|---|\n| A | t(28) = 2.20, p = .036 |")
        .of("test-statistic")
        .map((t) => t.values),
    ).toEqual([{ statistic: 2.2, df: 28, p: 0.036, pComparison: "=" }]);
  });
});
