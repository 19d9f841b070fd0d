import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reviewMarkdown } from "../../src/checks/review";
import { checkManuscript } from "../../src/checks/run";
import { githubAnnotations } from "../../src/cli/github";
import { folderOf, runCheck } from "./check-run";

const wrong = "# Results\n\nThe questionnaire had 24 items. The largest eigenvalue was 84.324.\n";
const doubtful = "# Results\n\nThe difference was clear, *t*(28) = 2.20, *p* = .02.\n";
const right = "# Results\n\nAge did not differ, *t*(118) = 0.50, *p* = .618.\n";
const folder = folderOf({ "a right one.md": right, "b.md": doubtful, "c.md": wrong });
const pdf = "test/fixtures/formats/contradictions.pdf";
const docx = "test/fixtures/formats/contradictions.docx";

describe("--format github", () => {
  test("a workflow command a finding, with its place", async () => {
    const { status, out } = await runCheck(folder, "--format", "github");
    expect(status).toBe(1);
    const commands = out.trim().split("\n");
    expect(commands).toHaveLength(2);
    expect(commands[0]).toMatch(/^::warning file=[^:]*b\.md,line=3,col=\d+,endLine=3,endColumn=\d+,title=p-value::\S/);
    expect(commands[1]).toMatch(/^::error file=[^:]*c\.md,line=3,col=60,endLine=3,endColumn=66,title=eigenvalue-range::The eigenvalue 84\.324 .*%0A/);
  });

  test("what could end a command or a property is escaped", () => {
    const at = (line: number, column: number) => ({ line, column, offset: 0 });
    const finding = {
      rule: "p-value",
      severity: "information" as const,
      message: "50% :: of\r\nall,",
      range: { start: at(1, 2), end: at(2, 3) },
      related: [],
      fixes: [],
    };
    const [line] = githubAnnotations({ path: "a,b:c%.md", statistics: [], findings: [finding] }, "x\ny");
    expect(line).toBe("::notice file=a%2Cb%3Ac%25.md,line=1,endLine=2,title=p-value::50%25 :: of%0D%0Aall,");
  });

  test("nothing found: nothing printed", async () =>
    expect(await runCheck(join(folder, "a right one.md"), "--format", "github")).toEqual({ status: 0, out: "", err: "" }));

  test("a PDF has no lines: its annotations say the page and quote", async () => {
    const { out } = await runCheck(pdf, "--format", "github");
    for (const line of out.trim().split("\n")) expect(line).toMatch(/^::(error|warning|notice) file=[^,]+,title=[a-z-]+::page \d+: “.+”%0A/);
  });
});

describe("--format review", () => {
  test("is what the editor exports", async () => {
    const path = join(folder, "c.md");
    const { status, out } = await runCheck(path, "--format", "review");
    expect(status).toBe(1);
    expect(out).toBe(reviewMarkdown(path, { lines: wrong.split("\n"), result: checkManuscript(wrong, { path }) }));
    expect(out).toContain("**impossible**, line 3: “The largest eigenvalue was **84.324**.”");
  });
});

describe("text", () => {
  test("of a folder ends with one table, the worst manuscript first", async () => {
    const { out } = await runCheck(folder);
    const table = out.slice(out.indexOf("3 manuscripts")).trim().split("\n");
    expect(table[2]).toMatch(/^ {2}Manuscript +Errors {2}Warnings {2}Information {2}Right {2}checkable$/);
    const rows = table.filter((line) => /\d +\d+ +\d+ +\d+ +\d+$/.test(line)).map((line) => line.trim());
    expect(rows.map((line) => line.replace(/.*\/(?=[abc])/, "").split(/ {2,}/))).toEqual([
      ["c.md", "1", "0", "0", "0", expect.stringMatching(/^\d+$/)],
      ["b.md", "0", "1", "0", "0", "0"],
      ["a right one.md", "0", "0", "0", "1", "0"],
      ["Total", "1", "1", "0", "1", expect.stringMatching(/^\d+$/)],
    ]);
  });

  test("of one manuscript ends with its line", async () => expect((await runCheck(join(folder, "b.md"))).out).not.toContain("manuscripts"));

  test("a PDF: page in place of line; Word: the quotation alone", async () => {
    const ofPdf = (await runCheck(pdf)).out;
    expect(ofPdf).toMatch(/^ {4}page \d +\S/m);
    expect(ofPdf).toMatch(/↳ page \d \S/);
    expect(ofPdf).not.toMatch(/^ +\d+:\d+ /m);
    const ofDocx = (await runCheck(docx)).out;
    expect(ofDocx).not.toMatch(/^ +(?:↳ )?(?:\d+:\d+|line|page) /m);
    expect(ofDocx).not.toMatch(/<\/?(?:p|td|em)>/);
    expect(ofDocx).toMatch(/Product selection · [^\n]*82\.824/);
  });
});

describe("sarif", () => {
  test("of what has no lines: the file, the page and the words; nothing to replace", async () => {
    const [run] = JSON.parse((await runCheck(pdf, docx, "--format", "sarif")).out).runs;
    const [first, last] = [run.results[0].locations[0], run.results.at(-1).locations[0]];
    expect(first.physicalLocation).toEqual({ artifactLocation: { uri: pdf } });
    expect(first.message.text).toMatch(/^page 1: “/);
    expect(first.properties).toMatchObject({ page: 1, box: { width: expect.any(Number) } });
    expect(last.physicalLocation).toEqual({ artifactLocation: { uri: docx } });
    expect(last.message.text).toMatch(/^“/);
    expect(run.results.some((one: { fixes?: unknown }) => one.fixes)).toBe(false);
  });

  test("of text: regions", async () => {
    const [run] = JSON.parse((await runCheck(join(folder, "c.md"), "--format", "sarif")).out).runs;
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: expect.stringMatching(/c\.md$/) }, region: { startLine: 3, startColumn: 60, endLine: 3, endColumn: 66 } },
      },
    ]);
  });
});

test("JSON: the places of a PDF say their page and box, those of Word neither", async () => {
  const [ofPdf, ofDocx] = JSON.parse((await runCheck(pdf, docx, "--format", "json")).out).files;
  for (const { range } of [...ofPdf.findings, ...ofPdf.statistics]) {
    expect(range.page).toBeGreaterThanOrEqual(1);
    expect(range.box).toEqual({ x: expect.any(Number), y: expect.any(Number), width: expect.any(Number), height: expect.any(Number) });
  }
  expect(ofDocx.findings.some(({ range }: { range: object }) => "page" in range || "box" in range)).toBe(false);
});
