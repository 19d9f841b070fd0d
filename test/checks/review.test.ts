import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { passage } from "../../src/checks/passage";
import { placeName } from "../../src/checks/place";
import type { FileResult } from "../../src/checks/result";
import { reviewMarkdown } from "../../src/checks/review";
import { checkManuscript } from "../../src/checks/run";
import { manuscriptText } from "../../src/manuscript/convert";

const text =
  "# Results\n\nThe questionnaire had 24 items. The largest eigenvalue was 84.324, explaining 35.1% of the variance.\n\nAge did not differ, *t*(118) = 0.50, *p* = .618.\n";
const result: FileResult = checkManuscript(text, { path: "paper.md" });

describe("reviewMarkdown", () => {
  const review = reviewMarkdown("paper.md", { lines: text.split("\n"), result });

  it("quotes first, then shows the arithmetic and the places, and ends with what is right", () => {
    expect(review).toMatch(/^# Reported statistics of paper\.md\n/);
    expect(review).toContain("line 3: “The largest eigenvalue was **84.324**");
    expect(review).toContain("24 items");
    expect(review.indexOf("## Cannot be true")).toBeLessThan(review.indexOf("## Right"));
    expect(review).toMatch(/The authors may wish to look/);
  });

  it("of a paper without findings says so", () => {
    const clean = checkManuscript("# Results\n\nAge did not differ, *t*(118) = 0.50, *p* = .618.\n", { path: "clean.md" });
    expect(reviewMarkdown("clean.md", { lines: [], result: clean })).toMatch(
      /1 reported statistic was recognised .* no contradictions, no doubtful places, no remarks\. Nothing that is printed contradicts/,
    );
  });

  it("is Markdown that says nothing of its own: quotations are escaped", () => {
    const range = { start: { line: 1, column: 3, offset: 2 }, end: { line: 1, column: 6, offset: 5 } };
    const hostile = reviewMarkdown("x", {
      lines: ["a `b` <script> [c](d)"],
      result: { ...result, findings: [], statistics: [{ ...result.statistics[0], verdict: "consistent", range }] },
    });
    expect(hostile).not.toMatch(/<script>|(?<!\\)`b/);
  });
});

describe("a manuscript that has to be converted", () => {
  const read = async (name: string) => {
    const path = `test/fixtures/formats/${name}`;
    const source = await manuscriptText(readFileSync(path), path);
    return { source, result: checkManuscript(source, { path }) };
  };

  test("PDF: every range says its page, and the review the page in place of the line", async () => {
    const { source, result } = await read("contradictions.pdf");
    expect(source.split("\f").length).toBeGreaterThan(1);
    for (const { range } of [...result.findings, ...result.statistics, ...result.findings.flatMap(({ related }) => related)])
      expect(range.page).toBe(source.slice(0, range.start.offset).split("\f").length);
    expect(new Set(result.findings.map(({ range }) => range.page)).size).toBeGreaterThan(1);
    const review = reviewMarkdown("contradictions.pdf", { lines: source.split("\n"), result });
    expect(review).toMatch(/, page \d+: “/);
    expect(review).not.toMatch(/\bline \d/);
  });

  test("Word: the quotation alone, without the tags of the conversion; a row of a table whole", async () => {
    const { source, result } = await read("contradictions.docx");
    expect(result.findings.length).toBeGreaterThan(5);
    expect(result.findings.every(({ range }) => range.page === undefined)).toBe(true);
    const review = reviewMarkdown("contradictions.docx", { lines: source.split("\n"), result });
    expect(review).not.toMatch(/\bline \d|, page \d+:|<\/?(?:p|td|tr|em|strong)\b|\\<(?:p|td|tr|em|strong)\b|&[a-z]+;/);
    expect(review).toMatch(/“Product selection · [^\n]*\*\*82\.824\*\*/);
  });

  test("other manuscripts have lines and no pages", () => {
    expect(result.findings.every(({ range }) => range.page === undefined)).toBe(true);
    expect(placeName(result.findings[0].range, "paper.md")).toBe("line 3");
    expect(checkManuscript(text.replace("24 items", "24 items\f"), { path: "paper.txt" }).findings[0].range.page).toBeUndefined();
  });
});

describe("passage in HTML", () => {
  const place = (line: number, from: number, to: number) => ({ start: { line, column: from + 1, offset: 0 }, end: { line, column: to + 1, offset: 0 } });

  test("a row whose cells stand on lines of their own", () => {
    const lines = ["<table><tr><td><p>A</p>", "</td><td><p>.5 &lt; x</p>", "</td><td><p>.7</p>", "</td></tr>", "<tr><td>B</td></tr></table>"];
    expect(passage(lines, place(3, 12, 14))).toEqual({ before: "A · .5 < x · ", marked: ".7", after: "" });
    expect(passage(lines, place(1, 18, 19))).toEqual({ before: "", marked: "A", after: " · .5 < x · .7" });
  });

  test("a paragraph; and what only looks like a tag", () => {
    expect(passage(["<p>The <em>t</em> was &minus;2 here.</p>"], place(1, 29, 30)).before).toBe("The t was −");
    expect(passage(["We found p < .05 and a > b, r = .3."], place(1, 32, 34)).before).toBe("We found p < .05 and a > b, r = ");
  });

  test("hostile lines take no time", () => {
    const started = performance.now();
    passage(["<td " + "<p ".repeat(100_000)], place(1, 5, 9));
    passage(
      Array.from({ length: 5000 }, () => "<td>".repeat(200)),
      place(2500, 5, 9),
    );
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("passage in a PDF", () => {
  const lines = ["Results", "", "It was tried. The largest", "eigenvalue was 84.324, as", "was expected. More follows.", "", "A\t84.324\t35.1"];
  const place = (from: [number, number], to: [number, number], page?: number) => ({
    start: { line: from[0], column: from[1], offset: 0 },
    end: { line: to[0], column: to[1], offset: 0 },
    ...(page ? { page } : {}),
  });

  test("a sentence goes on over its printed lines, and so may the place", () => {
    expect(passage(lines, place([4, 16], [4, 22], 1))).toEqual({ before: "The largest eigenvalue was ", marked: "84.324", after: ", as was expected." });
    expect(passage(lines, place([3, 19], [4, 22], 1)).marked).toBe("largest eigenvalue was 84.324");
  });

  test("a row of a table is its own line, and lines of other manuscripts stay apart", () => {
    expect(passage(lines, place([7, 3], [7, 9], 1))).toEqual({ before: "A ", marked: "84.324", after: " 35.1" });
    expect(passage(lines, place([4, 16], [4, 22])).before).toBe("eigenvalue was ");
  });
});
