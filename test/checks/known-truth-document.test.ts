import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import type { FileResult } from "../../src/checks/result";
import { shared } from "../shared";

/** What has to be found, and what must not be, in the two converted papers: sampling and the document (end of checks.md). */
describe.skipIf(!shared)("the known truth of the two papers: sampling and the document", () => {
  const paper = (prefix: string): { source: string; result: FileResult } => {
    const name = readdirSync(`${shared}/papers`).find((f) => f.startsWith(prefix))!;
    const source = readFileSync(`${shared}/papers/${name}`, "utf8");
    return { source, result: checkManuscript(source, { path: name }) };
  };
  const told = (result: FileResult, rule: string) => result.findings.filter((f) => f.rule === rule && f.severity !== "information");
  const lineOf = (source: string, words: string) => source.slice(0, source.indexOf(words)).split("\n").length;

  describe("000", () => {
    const { source, result } = shared ? paper("000") : ({} as ReturnType<typeof paper>);

    it("Krejcie and Morgan's formula for 3,080 gives 342, not 320", () => {
      const found = told(result, "sample-formula");
      expect(found).toHaveLength(1);
      expect(found[0].message).toMatch(/3080 gives 342, not 320/);
      expect(found[0].range.start.line).toBe(lineOf(source, "According to the sampling formula"));
    });

    it("three variables are listed where the table has five, five and four", () => {
      expect(told(result, "enumeration-count").map((f) => /(\d+) things.*gives (\d)/.exec(f.message)?.slice(1).map(Number))).toEqual([
        [3, 5],
        [3, 5],
        [3, 4],
      ]);
    });

    it("volume 120, page 243 of one journal is given three times", () => {
      const found = told(result, "reference-duplicate");
      expect(found).toHaveLength(2);
      expect(found.every((f) => /120, page 243/.test(f.message) && f.related.length === 1)).toBe(true);
      expect(new Set(found.map((f) => f.related[0].range.start.line)).size).toBe(1);
    });

    it.each([
      "percent-base",
      "citation",
      "count-conflict",
      "table-reference",
      "sample-size",
      "scale-points",
      "subgroup-total",
      "percent-count",
      "percent-total",
      "grim",
      "mean-range",
    ])("%s is silent", (rule) => {
      expect(told(result, rule).map((f) => f.message)).toEqual([]);
    });
  });

  describe("003", () => {
    const { source, result } = shared ? paper("003") : ({} as ReturnType<typeof paper>);

    it("no institution has a volume of a billion", () => {
      const found = told(result, "table-text");
      expect(found).toHaveLength(1);
      expect(found[0].message).toMatch(/none has/);
      expect(found[0].range.start.line).toBe(lineOf(source, "It can be seen from the ranking list"));
    });

    it("none of the 18 references is cited: information", () => {
      const found = result.findings.filter((f) => f.rule === "citation");
      expect(found.map((f) => [f.severity, /None of the 18/.test(f.message)])).toEqual([["information", true]]);
    });

    it("nothing else of these rules is told", () => {
      const rules = [
        "percent-base",
        "count-conflict",
        "table-reference",
        "sample-size",
        "scale-points",
        "enumeration-count",
        "subgroup-total",
        "reference-duplicate",
        "percent-total",
        "percent-count",
        "grim",
        "mean-range",
      ];
      expect(rules.flatMap((rule) => told(result, rule).map((f) => f.message))).toEqual([]);
    });
  });
});
