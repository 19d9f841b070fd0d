import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { manuscriptText } from "../../src/manuscript/convert";

const folder = "test/fixtures/formats/";

/** What was found, wherever it stands: rule and message, without the numbers of lines. */
async function found(name: string) {
  const source = await manuscriptText(readFileSync(folder + name), name);
  return checkManuscript(source, { path: name })
    .findings.map((f) => `${f.rule}: ${f.message.replace(/79\.853%? here and 68\.853%?/, "79.853 here and 68.853")}`)
    .sort();
}

describe("one manuscript in several formats", () => {
  it.each(["contradictions.docx", "contradictions.tex", "contradictions.html"])("%s: the findings of the Markdown", async (name) => {
    expect(await found(name)).toEqual(await found("contradictions.md"));
  });

  it("contradictions.pdf: what its prose contradicts; its narrow table is not sure enough", async () => {
    const rules = new Set((await found("contradictions.pdf")).map((f) => f.split(":")[0]));
    for (const rule of ["component-count", "component-names", "eigenvalue-range", "kmo-bartlett", "sample-formula", "reference-duplicate"])
      expect(rules).toContain(rule);
    const possible = new Set((await found("contradictions.md")).map((f) => f.split(":")[0]));
    expect([...rules].filter((rule) => !possible.has(rule))).toEqual([]);
  });
});
