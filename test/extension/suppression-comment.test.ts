import { expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { suppressionComment } from "../../src/extension/suppression-comment";

const rule = "eigenvalue-range";
const wrong = "The largest eigenvalue was 84.324, explaining 35.1% of the variance.";

/** The manuscript with the comment for its first finding of the rule. */
function silenced(text: string): string {
  const finding = checkManuscript(text, { path: "a.md" }).findings.find((found) => found.rule === rule);
  expect(finding, "the finding").toBeDefined();
  const lines = text.split("\n");
  const { line, character, text: comment } = suppressionComment(lines, finding!.range.start.line - 1, rule);
  lines[line] = lines[line].slice(0, character) + comment + lines[line].slice(character);
  return lines.join("\n");
}

it.each([
  [
    "a paragraph",
    `The questionnaire had 24 items.\n\n${wrong}\n`,
    `The questionnaire had 24 items.\n\n<!-- scree-disable-next-line ${rule} -- reason -->\n${wrong}\n`,
  ],
  [
    "a paragraph with hard breaks",
    `The questionnaire had 24 items.\nAll were analysed.\n${wrong}\n`,
    `The questionnaire had 24 items.\nAll were analysed. <!-- scree-disable-next-line ${rule} -- reason -->\n${wrong}\n`,
  ],
  [
    "the text under a heading",
    `The questionnaire had 24 items.\n\n# Results\n${wrong}\n`,
    `The questionnaire had 24 items.\n\n# Results\n<!-- scree-disable-next-line ${rule} -- reason -->\n${wrong}\n`,
  ],
  [
    "a later item of a list",
    `The questionnaire had 24 items.\n\n- We analysed them.\n- ${wrong}\n`,
    `The questionnaire had 24 items.\n\n- We analysed them. <!-- scree-disable-next-line ${rule} -- reason -->\n- ${wrong}\n`,
  ],
])("silences %s without tearing it apart", (_, text, expected) => {
  const after = silenced(text);
  expect(after).toBe(expected);
  const { findings } = checkManuscript(after, { path: "a.md" });
  expect(findings.map((finding) => finding.rule)).not.toContain(rule);
  expect(findings.map((finding) => finding.rule)).not.toContain("suppression-unused");
});

it("goes before the first row of a table", () => {
  const lines = ["Text.", "", "| Component | Eigenvalue |", "| --- | ---: |", "| A | 84.3 |"];
  expect(suppressionComment(lines, 4, rule)).toMatchObject({ line: 2, character: 0 });
});
