import { describe, expect, it } from "vitest";
import { tabSeparated } from "../../../src/survey/preview/copy";
import { numbers, survey, texts } from "./sample";

describe("tabSeparated", () => {
  const sample = survey(numbers("n", [1, NaN, 2.5]), texts("t", ["=cmd|' /C calc'!A0", "two\tcells", 'say "no"\nor not']));
  it("is what is shown, cells with tabs or line ends in quotation marks, formulas as they are", () => {
    expect(tabSeparated(sample, { row: 0, rows: 3, column: 0, columns: 2 }, "values")).toBe(`1\t=cmd|' /C calc'!A0\n\t"two\tcells"\n2.5\t"say ""no""\nor not"`);
  });
  it("refuses what no clipboard takes", () => {
    const columns = Array.from({ length: 3 }, (_, c) => texts(`t${c}`, new Array<string>(700_000).fill("")));
    expect(() => tabSeparated(survey(...columns), { row: 0, rows: 700_000, column: 0, columns: 3 }, "values")).toThrow(/2,100,000 cells/);
  });
});
