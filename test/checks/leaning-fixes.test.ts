import { expect, test } from "vitest";
import { checkManuscript } from "../../src/checks/run";

const paper = (cell: string, said: string) =>
  `# Results\n\nThe 37 items were submitted to a principal component analysis.\n\n**Table 1**\n\n*Variance*\n\n| Component | Eigenvalue | % of variance | Cumulative % |\n| --- | ---: | ---: | ---: |\n| 1 | ${cell} | 28.32 | 28.32 |\n| 2 | 3.67 | 9.91 | 38.23 |\n\nTable 1 shows that the first component (eigenvalue ${said}) accounted for 28.32% of the variance.\n`;
const fixes = (source: string) =>
  checkManuscript(source, { path: "a.md" }).findings.flatMap(({ rule, fixes: all }) => all.map(({ title }) => `${rule}: ${title}`));

test("the text is not corrected by a cell that is itself in question", () => {
  expect(fixes(paper("10.48", "40.48"))).toEqual(["table-text: Replace 40.48 by 10.48"]);
  expect(fixes(paper("40.48", "10.48"))).toEqual(["eigenvalue-variance: Replace 40.48 by 10.48"]);
});
