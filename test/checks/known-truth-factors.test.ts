import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FindingResult } from "../../src/checks/result";
import { checkManuscript } from "../../src/checks/run";
import { shared } from "../shared";

/** What has to be found, and what must not be, in the converted EFA paper: factor analysis and reliability (end of checks.md). */
describe.skipIf(!shared)("the known truth of the EFA paper: factor analysis and reliability", () => {
  const name = shared ? readdirSync(`${shared}/papers`).find((f) => f.startsWith("000"))! : "";
  const source = shared ? readFileSync(`${shared}/papers/${name}`, "utf8") : "";
  const { findings, statistics } = shared ? checkManuscript(source, { path: name }) : { findings: [] as FindingResult[], statistics: [] };
  const lineOf = (words: string) => source.slice(0, source.indexOf(words)).split("\n").length;
  const told = (rule: string) =>
    findings
      .filter((f) => f.rule === rule && f.severity !== "information")
      .map((f) => ({
        line: f.range.start.line,
        text: source.slice(f.range.start.offset, f.range.end.offset),
        message: f.message,
        related: f.related.map((r) => r.range.start.line),
      }));
  const [abstract, analysis, results, table, conclusion] = [
    lineOf("1. There are four components"),
    lineOf("This chapter presents"),
    lineOf("five key components were revealed"),
    lineOf("variable dimension"),
    lineOf(
      "There are four components of the marketing factors and development mechanism of Tiktok short video which consist of TikTok Live platform product selection, TikTok live platform with goods product quality, after-sales experience to improve service satisfaction, live with goods differentiation.\n\nTikTok",
    ),
  ];

  it("component-count: five in the text, twice, against four in the abstract, the table and the conclusion", () => {
    expect(told("component-count").map((f) => f.line)).toEqual([analysis, results]);
    for (const f of told("component-count")) {
      expect(f.text).toMatch(/^five/);
      expect(f.related).toEqual([abstract, table + 1, conclusion]);
    }
  });

  it("component-names: the names of the method chapter are nobody else's", () => {
    expect(told("component-names").map((f) => [f.line, f.text.slice(0, 19), f.related])).toEqual([
      [analysis, "cultural difference", [abstract, table + 1, conclusion]],
    ]);
  });

  it("item-count: 4 + 5 + 5 + 4 = 18 against 24", () => {
    expect(told("item-count").map((f) => [f.line, /= 18, but 24 items/.test(f.message)])).toEqual([[table + 1, true]]);
  });

  it("eigenvalue-range: 84.324 and 82.824 against 24 items", () => {
    expect(told("eigenvalue-range").map((f) => [f.line, f.text])).toEqual([
      [analysis, "84.324"],
      [table + 1, "82.824"],
    ]);
  });

  it("eigenvalue-variance: the table's rows imply 120, 130, 122 and 130 items", () => {
    const rows = findings.filter((f) => f.rule === "eigenvalue-variance" && f.range.start.line > table);
    expect(rows.map((f) => [f.range.start.line - table, Math.floor(Number(/imply ([\d.]+) items/.exec(f.detail!)?.[1]))])).toEqual([
      [1, 120],
      [2, 130],
      [3, 122],
      [4, 130],
    ]);
  });

  it("variance-total: 79.853 for one component against 73.340 for all", () => {
    expect(told("variance-total").map((f) => [f.line, f.text, /= 73\.340%/.test(f.message)])).toEqual([[analysis, "79.853", true]]);
  });

  it("the first component's eigenvalue and percentage differ between text and table", () => {
    expect(
      told("table-text")
        .filter((f) => f.line === analysis)
        .map((f) => f.text.replace("%", ""))
        .sort(),
    ).toEqual(["79.853", "84.324"]);
  });

  it("loading-range: 0.779–0.775 is printed high–low; the other rows and their representative variables are right", () => {
    expect(told("loading-range").map((f) => [f.line, f.text])).toEqual([[table + 1, "0.779-0.775"]]);
  });

  it("kmo-bartlett: 0.961 for both", () => {
    expect(told("kmo-bartlett").map((f) => [f.line, f.text])).toEqual([[analysis, "0.961"]]);
  });

  it("α = 0.973 was looked at and is not accused", () => {
    const alpha = statistics.filter((s) => s.kind === "alpha");
    expect(alpha.map((s) => [s.range.start.line, s.values.value, s.verdict])).toEqual([[analysis, 0.973, "consistent"]]);
    expect(findings.filter((f) => f.rule.startsWith("alpha"))).toEqual([]);
  });

  it("no other rule of factor analysis speaks", () => {
    const silent = [
      "eigenvalue-order",
      "variance-cumulative",
      "kaiser-criterion",
      "loading-threshold",
      "communality",
      "loading-sum-squares",
      "variance-oblique",
      "kmo-range",
      "bartlett-df",
      "bartlett-p",
      "content-validity",
    ];
    expect(findings.filter((f) => silent.includes(f.rule) && f.severity !== "information").map((f) => f.message)).toEqual([]);
  });
});
