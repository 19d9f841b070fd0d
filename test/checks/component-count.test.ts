import { expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

const found = (text: string) => checkManuscript(text, { path: "a.md" }).findings.filter((f) => f.rule === "component-count");
const paper = (abstract: string, results: string, conclusion: string) =>
  `# Abstract\n\nPrincipal component analysis yielded ${abstract}.\n\n# Results\n\nThe KMO was .85. ${results} were extracted.\n\n# Conclusion\n\nThe analysis found ${conclusion}.\n`;

it("speaks of the number given most often only where there is one", () => {
  const [two] = found(paper("three components", "Three components", "four components"));
  expect(two.detail).toContain("given most often");

  const each = found("# Abstract\n\nPrincipal component analysis yielded five components.\n\n# Results\n\nThe KMO was .85. Four components were extracted.\n");
  expect(each).toHaveLength(2);
  for (const { detail } of each) {
    expect(detail).toContain("which of these places is wrong cannot be told");
    expect(detail).not.toContain("most often");
  }
});
