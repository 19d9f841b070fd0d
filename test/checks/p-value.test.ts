import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

const check = (text: string, alpha?: number) => checkManuscript(text, { path: "a.md", alpha });
const rules = (text: string, alpha?: number) =>
  check(text, alpha)
    .findings.filter((f) => f.rule.startsWith("p-") && f.severity !== "information")
    .map((f) => `${f.rule} ${f.severity}`);
const results = (text: string) => `# A Study\n\n# Results\n\n${text}\n`;

it("says what rounding does to p only where it does something", () => {
  const details = (text: string) =>
    check(results(text))
      .findings.filter((f) => f.rule === "p-value")
      .map((f) => `${f.message} ${f.detail}`);
  const [coarse] = details("The groups differed, t(28) = 2.20, p = .041.");
  expect(coarse).toMatch(/With rounding of the statistic p lies between 0?\.\d+ and 0?\.\d+/);
  const [fine] = details("The groups differed, t(28) = 0.76300, p = .552.");
  expect(fine).toMatch(/The p of .* is 0?\.452; printed is/);
  expect(fine).not.toContain("With rounding");
  for (const said of [coarse, fine]) expect(said).not.toMatch(/between (\S+) and \1(?!\d)/);
});

describe("what a text may say that changes p", () => {
  it("one-tailed: in that sentence only", () => {
    expect(rules(results("The groups differed, t(28) = 2.20, p = .018, one-tailed."))).toEqual([]);
    expect(rules(results("One-tailed tests were used throughout. The groups differed, t(28) = 2.20, p = .018."))).toEqual([]); // information: which tests it means is not said
    expect(rules(results("One-tailed tests were used for two items. The groups differed, t(28) = 2.20, p = .018."))).toEqual(["p-value warning"]);
    const [test] = check(results("The groups differed (one-sided *t*(28) = 2.20, *p* = .018).")).statistics;
    expect(test.computed).toMatchObject({ tails: 1 });
    expect(test.computed.p).toBeCloseTo(0.0181127, 6);
  });

  it("one-tailed throughout: information, where most tests of a kind carry half of their p", () => {
    const tests = ["2.20, p = .018", "2.50, p = .009", "2.90, p = .004", "0.30, p = .383"].map((t) => `The groups differed, t(28) = ${t}.`).join(" ");
    expect(rules(results(tests))).toEqual([]);
    expect(rules(results(tests + " The groups differed, t(28) = 2.20, p = .030."))).toEqual(["p-value warning"]);
  });

  it("a decision that a one-tailed test would explain is a warning, any other an error", () => {
    expect(rules(results("The groups differed, t(28) = 1.90, p = .034."))).toEqual(["p-decision warning"]);
    expect(rules(results("The groups differed, t(28) = 1.20, p = .012."))).toEqual(["p-decision error"]);
  });

  it("corrections for several tests: larger p only, and by a whole factor after Bonferroni", () => {
    const method = "# A Study\n\n# Method\n\nPost hoc tests were Bonferroni-corrected.\n\n# Results\n\n";
    expect(rules(`${method}The groups differed, t(28) = 2.90, p = .022.`)).toEqual([]);
    expect(rules(`${method}The groups differed, t(28) = 2.90, p = .017.`)).toEqual(["p-value warning"]);
    expect(rules(`${method}The groups differed, t(28) = 2.90, p = .001.`)).toEqual(["p-value warning"]);
    expect(rules(results("The groups differed, t(28) = 2.90, adjusted p = .013."))).toEqual([]);
  });

  it("sphericity: uncorrected df with a corrected p, and the reverse", () => {
    const method = "# A Study\n\n# Method\n\nThe Greenhouse–Geisser correction was applied.\n\n# Results\n\n";
    expect(rules(`${method}There was an effect, F(2, 58) = 3.90, p = .039.`)).toEqual([]);
    expect(rules(results("There was an effect, F(2, 58) = 3.90, p = .039."))).toEqual(["p-value warning"]);
    expect(rules(results("There was an effect, F(1.44, 38.9) = 3.50, p = .037."))).toEqual(["p-decision warning"]);
    expect(rules(results("There was an effect, F(1.44, 38.9) = 3.50, p = .054."))).toEqual([]);
  });

  it("tests whose p does not follow from the statistic", () => {
    expect(rules(results("The distribution was normal (Kolmogorov-Smirnov Z = 1.20, p = .112)."))).toEqual([]);
    expect(rules(results("They were related, Spearman's rho(28) = .36, p = .048."))).toEqual([]);
    expect(rules(results("The permutation test gave t(28) = 2.20, p = .051."))).toEqual([]);
    expect(rules(results("Wilcoxon tests were used. The ranks differed, Z = −1.95, p = .065."))).toEqual([]);
  });

  it("a stated level of significance", () => {
    expect(rules(`# A Study\n\n# Method\n\nAn alpha level of .01 was used.\n\n${"# Results\n\n"}The groups differed, t(28) = 2.20, p = .008.`)).toEqual([
      "p-decision error",
    ]);
    expect(rules(results("The groups differed, t(28) = 2.20, p = .008."))).toEqual(["p-value warning"]);
    expect(rules(results("The groups differed, t(28) = 5.20, p = .02."), 0.01)).toEqual(["p-decision error"]);
  });

  it("results of others are not held against this study", () => {
    expect(rules("# A Study\n\n# Introduction\n\nSmith and Lee (2019) found a difference, t(28) = 2.20, p = .36.\n\n# Results\n\nNothing.")).toEqual([]);
    expect(rules("# A Study\n\n# Method\n\nFor example, t(28) = 2.20, p = .36 would be wrong.\n\n# Results\n\nNothing.")).toEqual([]);
  });

  it("code, comments and live settings are no results", () => {
    expect(rules(results("```r\n# t(28) = 2.20, p = .000\n```\n\nAll was well. <!-- t(28) = 2.20, p = .36 -->"))).toEqual([]);
  });
});

describe("contract", () => {
  it("values and computed have the names of the contract", () => {
    const { statistics } = check(results("It held, F(2, 28) = 4.84, p < .05; χ²(3, N = 120) = 6.20, p = .102; r(28) > .36, ns."));
    expect(statistics.filter((s) => ["F", "chi-square", "r"].includes(s.kind)).map((s) => [s.kind, s.values, s.verdict])).toEqual([
      ["F", { statistic: 4.84, df1: 2, df2: 28, p: 0.05, pComparison: "<" }, "consistent"],
      ["chi-square", { statistic: 6.2, df: 3, n: 120, p: 0.102, pComparison: "=" }, "consistent"],
      ["r", { statistic: 0.36, statisticComparison: ">", df: 28, pComparison: "ns" }, "consistent"],
    ]);
    for (const s of statistics)
      if (["F", "chi-square", "r"].includes(s.kind)) expect(Object.keys(s.computed)).toEqual(expect.arrayContaining(["p", "pInterval"]));
  });

  it("a zero p offers its one correction, in the style of the paper", () => {
    const source = results("Die Gruppen unterschieden sich, t(28) = 22,20; p = ,000. Das Mittel war 3,14 gegen 2,87.");
    const [zero] = check(source).findings.filter((f) => f.rule === "p-zero");
    const [edit] = zero.fixes[0].edits;
    expect(source.slice(0, edit.range.start.offset) + edit.newText + source.slice(edit.range.end.offset)).toContain("t(28) = 22,20; p < ,001.");
  });
});
