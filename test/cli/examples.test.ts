import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { nodeFiles } from "../../src/cli/files";
import { openStudy } from "../../src/study/open-study";
import { statusOf } from "../../src/study/refresh";

const read = (name: string) => readFileSync(`examples/${name}`, "utf8");
const source = read("contradictions.md");
const { findings, statistics } = checkManuscript(source, { path: "contradictions.md" });
const line = (words: string) => source.slice(0, source.indexOf(words)).split("\n").length;

test("the example manuscript is clean and fresh", async () => {
  const manuscript = read("manuscript.md");
  expect(checkManuscript(manuscript, { path: "manuscript.md" }).findings).toEqual([]);
  const status = await statusOf(manuscript, await openStudy(nodeFiles, "examples/scree.yaml"));
  expect(status.problems).toEqual([]);
  expect(status.blocks.map((block) => block.state)).toEqual(["fresh", "fresh", "fresh", "fresh", "fresh"]);
  expect(new Set(status.bound.map((one) => one.state))).toEqual(new Set(["fresh"]));
  expect(status.bound.length).toBeGreaterThan(20);
});

/** What has to be found, and the line it has to be found in, by the words that stand there. */
const contradictions: [string, string, RegExp][] = [
  ["component-count", "revealed five components", /five/i],
  ["component-count", "Five components were found", /five/i],
  ["component-names", "revealed five components", /cultural difference/],
  ["item-count", "| Product selection ", /4 \+ 5 \+ 5 \+ 4 = 18.*24/],
  ["eigenvalue-range", "largest eigenvalue, 84.324", /84\.324.*24/],
  ["eigenvalue-range", "| Product selection ", /82\.824.*24/],
  ["eigenvalue-variance", "| Product quality ", /2\.189/],
  ["eigenvalue-variance", "| After-sales service ", /2\.035/],
  ["eigenvalue-variance", "| Differentiation ", /1\.477/],
  ["variance-total", "largest eigenvalue, 84.324", /68\.853 \+ 1\.684 \+ 1\.671 \+ 1\.132 = 73\.340/],
  ["table-text", "largest eigenvalue, 84.324", /84\.324.*82\.824/],
  ["table-text", "largest eigenvalue, 84.324", /79\.853.*68\.853/],
  ["loading-range", "| Product selection ", /0\.779/],
  ["kmo-bartlett", "KMO and Bartlett's test was", /0\.961/],
  ["sample-formula", "Krejcie and Morgan", /3,?080.*342.*320/],
  ["enumeration-count", "Product quality: Test", /3 .*5/],
  ["enumeration-count", "After-sales service: Improve", /3 .*5/],
  ["enumeration-count", "Differentiation: Show", /3 .*4/],
  ["reference-duplicate", "Farkas, K.", /120/],
  ["reference-duplicate", "Jensen, Y., Moss", /120/],
];

test.each(contradictions)("%s in the line “%s”", (rule, words, message) => {
  const found = findings.filter((finding) => finding.rule === rule && finding.range.start.line === line(words));
  expect(found.map((finding) => finding.message).join("\n")).toMatch(message);
});

test("the four eigenvalues of the table imply different numbers of items", () => {
  const rows = findings.filter((finding) => finding.rule === "eigenvalue-variance" && finding.range.start.line >= line("| Product selection "));
  expect(rows.map((finding) => /imply ([\d.]+) items/.exec(finding.detail ?? "")?.[1])).toEqual(["120", "130", "122", "130.5"]);
});

test("what only looks like a contradiction is left alone", () => {
  const flagged = (words: string) =>
    findings.filter(
      (finding) => finding.range.start.line === line(words) && source.slice(finding.range.start.offset, finding.range.end.offset).includes(words),
    );
  // shares of 1,011 million, the 18 guidelines (2 + 5 + 6 + 5, listed from 1 to 18), α, the ranges of the other rows
  for (const words of ["63.1%", "38.0%", "80.3%", "There are 18 guidelines", "0.973", "0.687–0.751", "0.758–0.880", "0.705–0.823", "two for product selection"])
    expect(flagged(words), words).toEqual([]);
  expect(findings.filter((finding) => ["percent-base", "alpha-range", "citation", "count-conflict", "sample-size"].includes(finding.rule))).toEqual([]);
  expect(statistics.some((one) => one.text.includes("0.973") || one.values.alpha === 0.973)).toBe(true);
});

test("nothing else is found", () => {
  const expected = new Set(contradictions.map(([rule, words]) => `${rule} ${line(words)}`));
  // the text's own eigenvalue and percentage, and the table's first row, contradict each other too
  expected.add(`eigenvalue-variance ${line("largest eigenvalue, 84.324")}`).add(`eigenvalue-variance ${line("| Product selection ")}`);
  expect(findings.filter((finding) => !expected.has(`${finding.rule} ${finding.range.start.line}`)).map((finding) => finding.message)).toEqual([]);
});
