import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { readManuscript } from "../../src/manuscript/read";

const remarks = (source: string, path: string) => readManuscript(source, path).remarks;

describe("what is said of the reading", () => {
  it.each([
    [
      "a.tex",
      "\\begin{document}\\input{sections/intro}\n% \\input{old}\n\\include{results}\\end{document}",
      ["What stands in other files was not read: sections/intro, results."],
    ],
    ["a.qmd", "{{< include _method.qmd >}}\n\nText.", ["What stands in other files was not read: _method.qmd."]],
    ["a.md", "```{include} method.md\n```\n\nText.", ["What stands in other files was not read: method.md."]],
    ["a.md", "Text with \\input{x}.", []],
  ])("%s: parts in other files", (path, source, expected) => {
    expect(remarks(source, path)).toEqual(expected);
  });

  const table = "Table 1. Reliability\nScale\tn\tα\nService\t6\t1.37\nQuality\t7\t.79\n";
  it("how sure the tables of a PDF are, and the findings in them", () => {
    expect(remarks(table, "a.txt")).toEqual([]);
    expect(remarks(table, "a.pdf")).toEqual(["Tables of a PDF are read by the position of their text; in the one here every row fell into its columns."]);
    const broken = table.replace("Scale", "\u2063\nScale");
    expect(remarks(broken, "a.pdf")[0]).toMatch(/^Tables of a PDF .* In one of 1 \(1\) words or numbers are broken within narrow columns/);
    const details = (source: string) =>
      checkManuscript(source, { path: "a.pdf" })
        .findings.filter((f) => f.rule === "alpha-range")
        .map((f) => f.detail);
    expect(details(broken)[0]).toMatch(/narrow columns of this table break words or numbers/);
    expect(details(table)[0] ?? "").not.toMatch(/narrow/);
  });
});
