import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

const twice = "# A\n\n## Method\n\nText.\n\n";
const rules = (source: string, path = "a.md", disabled: string[] = []) => checkManuscript(source, { path, disabled }).findings.map((f) => f.rule);

describe("comments that silence", () => {
  it("the next line", () => {
    expect(rules(`${twice}## Method\n\nText.`)).toEqual(["heading"]);
    expect(rules(`${twice}<!-- scree-disable-next-line heading -- on purpose -->\n## Method\n\nText.`)).toEqual([]);
    expect(rules(`${twice}<!-- scree-disable-next-line heading -->\n\n\n## Method\n\nText.`)).toEqual([]);
    expect(rules(`${twice}<!-- scree-disable-next-line heading -->\nText.\n\n## Method\n\nText.`)).toEqual(["suppression-unused", "heading"]);
  });

  it("a region, or all that follows", () => {
    expect(rules(`${twice}<!-- scree-disable heading -->\n\n## Method\n\nText.\n\n<!-- scree-enable heading -->`)).toEqual([]);
    expect(rules(`${twice}<!-- scree-disable heading -->\n\nText.\n\n<!-- scree-enable heading -->\n\n## Method\n\nText.`)).toEqual([
      "suppression-unused",
      "heading",
    ]);
    expect(rules(`${twice}<!-- scree-disable heading -->\n\n## Method\n\nText.`)).toEqual([]);
    expect(rules(`${twice}Text.\n\n<!-- scree-enable heading -->\n`)).toEqual(["suppression-unused"]);
  });

  it("several rules at once, each used or not", () => {
    expect(rules(`${twice}<!-- scree-disable-next-line heading, citation -->\n## Method\n\nText.`)).toEqual(["suppression-unused"]);
  });

  it("anywhere in the table that begins on the next line", () => {
    const table =
      "| Item | M | SD |\n| --- | ---: | ---: |\n| A | .53 | .42 |\n| B | .66 | .47 |\n| C | .67 | .47 |\n| D | .71 | .45 |\n\n*Note.* Items are scored 0 or 1, *N* = 320.";
    expect(rules(`Some words.\n\n${table}`)).toEqual(["debit"]);
    expect(rules(`Some words.\n\n<!-- scree-disable-next-line debit -- misprint in the source -->\n${table}`)).toEqual([]);
  });

  it("no rule, or one that does not exist, is reported", () => {
    expect(rules("<!-- scree-disable-next-line -->\nText.")).toEqual(["suppression-unknown"]);
    expect(rules("<!-- scree-disable headings -->\n\nText.")).toEqual(["suppression-unknown"]);
  });

  it("nothing in code, and in LaTeX after a per cent sign", () => {
    expect(rules("```\n<!-- scree-disable-next-line nonsense -->\n```\n\nText.")).toEqual([]);
    expect(rules("Write `<!-- scree-disable-next-line nonsense -->` above it.")).toEqual([]);
    expect(rules("\\section{A}\nText.\n% scree-disable-next-line nonsense\nText.", "a.tex")).toEqual(["suppression-unknown"]);
  });

  it("a rule that is switched off makes no noise about its comments", () => {
    expect(rules(`${twice}<!-- scree-disable-next-line heading -->\n## Method\n\nText.`, "a.md", ["heading"])).toEqual([]);
    expect(rules("<!-- scree-disable-next-line citation -->\nText.", "a.md", ["suppression-unused"])).toEqual([]);
  });

  it("an unused comment can be removed by its fix", () => {
    const source = "Text.\n\n<!-- scree-disable-next-line citation -->\nMore.";
    const [found] = checkManuscript(source, { path: "a.md" }).findings;
    const [{ range, newText }] = found.fixes[0].edits;
    expect(source.slice(0, range.start.offset) + newText + source.slice(range.end.offset)).toBe("Text.\n\n\nMore.");
  });

  it("what is silenced is neither held wrong nor right in the list of statistics", () => {
    const sentence = "Of 250 teachers invited, 180 took part (response rate: 75.0%).";
    const verdict = (source: string) => checkManuscript(source, { path: "a.md" }).statistics.find((s) => s.kind === "response-rate")?.verdict;
    expect(verdict(sentence)).toBe("inconsistent");
    expect(verdict(`<!-- scree-disable-next-line response-rate -- as printed by the agency -->\n${sentence}`)).toBe("unchecked");
  });
});
