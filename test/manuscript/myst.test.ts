import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { headerOf } from "../../src/manuscript/manuscript";
import { readManuscript } from "../../src/manuscript/read";

const read = (source: string) => readManuscript(source, "a.md");
const prose = (source: string) => read(source).blocks.map((b) => b.text.text);
const cells = (source: string) =>
  read(source).tables.map((t) => [Array.from({ length: t.width }, (_, c) => headerOf(t, c)), ...t.rows.map((r) => r.cells.map((c) => c.text))]);

describe("MyST", () => {
  it.each([
    ["an admonition in a fence", "```{note}\nWe asked *N* = 320.\n```\n\nAfter.", ["We asked N = 320.", "After."]],
    ["an admonition with a title and options", ":::{admonition} Sample\n:class: tip\nWe asked 320.\n:::", ["Sample", "We asked 320."]],
    ["tabs in tabs", "````{tab-set}\n```{tab-item} A\nInside.\n```\n````\nAfter.", ["A", "Inside.", "After."]],
    ["a cell of code", "```{code-cell} python\n---\ntags: [x]\n---\nN = 99\n```\nAfter.", ["After."]],
    ["a chunk of R", "```{r, echo=FALSE}\nN = 99\n```\nAfter.", ["After."]],
    ["code between colons", ":::{code} r\nN = 99\n:::\nAfter.", ["After."]],
    ["mathematics and a list made elsewhere", "```{math}\n:label: eq\nN = 9\n```\n\n```{bibliography}\n```\nAfter.", ["After."]],
    ["targets, comments and breaks", "(sec-a)=\n% N = 99\n+++\nAfter.", ["After."]],
    ["a figure", ":::{figure} a.png\n:name: fig-a\n:width: 50%\nA scree plot.\n:::", ["A scree plot."]],
  ])("%s", (_, source, expected) => {
    expect(prose(source)).toEqual(expected);
  });

  it.each([
    ["{cite:p}`horn1965, kaiser1970`", "[@horn1965; @kaiser1970]"],
    ["{cite:t}`horn1965` found", "@horn1965 found"],
    ["{numref}`tbl-one`, {numref}`Table %s <tbl-one>`, [](#tbl-one)", "@tbl-one, @tbl-one, @tbl-one"],
    ["{ref}`the table <tab:one>`", "\\ref{tab:one}"],
    ["{math}`\\chi^2(1) = 0.91`, H{sub}`2`O, R{sup}`2`, {abbr}`EFA <analysis>`", "χ²(1) = 0.91, H_2O, R², EFA"],
    ["rows: `r nrow(d)`, `{python} len(d)`, {eval}`n`", "rows: \ufffc, \ufffc, \ufffc"],
    ["{not a role} and {cite}`open", "{not a role} and {cite}`open"],
  ])("the role %s", (source, expected) => {
    expect(prose(source)).toEqual([expected]);
  });

  const expected = [["Scale", "M", "n"], ["Service", "3.20", "120"], ["Quality, total", "4.1", "118"]]; // prettier-ignore
  it.each([
    [":::{table} Means\n:name: tbl-m\n\n| Scale | *M* | *n* |\n| --- | --- | --- |\n| Service | 3.20 | 120 |\n| Quality, total | 4.1 | 118 |\n:::"],
    [
      "```{list-table} Means\n:header-rows: 1\n:name: tbl-m\n\n* - Scale\n  - *M*\n  - *n*\n* - Service\n  - 3.20\n  - 120\n* - Quality,\n    total\n  - 4.1\n  - 118\n```",
    ],
    ['```{csv-table} Means\n:header: "Scale", "*M*", "*n*"\n:name: tbl-m\n\n"Service", 3.20, 120\n"Quality, total", 4.1, 118\n```'],
  ])("a table written as\n%s", (source) => {
    expect(cells(source)).toEqual([expected]);
    const [table] = read(source).tables;
    expect([table.number, table.id, table.caption?.text]).toEqual(["1", "tbl-m", "Means"]);
    const cell = table.rows[0].cells[1];
    expect(source.slice(cell.range.start, cell.range.end)).toBe("3.20");
  });

  it("a referred table or figure exists, another does not", () => {
    const source =
      "# Results\n\nSee {numref}`tbl-m`, [](#fig-a) and {numref}`tbl-x`.\n\n:::{figure} a.png\n:name: fig-a\nPlot.\n:::\n\n```{list-table} Means\n:name: tbl-m\n* - a\n  - 1\n```\n";
    expect(checkManuscript(source, { path: "a.md" }).findings.map((f) => f.message)).toEqual(["The reference @tbl-x leads to no table."]);
  });
});
