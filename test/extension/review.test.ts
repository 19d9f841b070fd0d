import { describe, expect, it } from "vitest";
import { type FileResult } from "../../src/checks/result";
import { checkManuscript } from "../../src/checks/run";
import { reviewMarkdown } from "../../src/extension/report/review";
import { statisticLines, verdictLine } from "../../src/extension/wording";

const text = "# Results\n\nThe questionnaire had 24 items. The largest eigenvalue was 84.324, explaining 35.1% of the variance.\n\nAge did not differ, *t*(118) = 0.50, *p* = .618.\n";
const result: FileResult = checkManuscript(text, { path: "paper.md" });

describe("reviewMarkdown", () => {
  const review = reviewMarkdown("paper.md", text.split("\n"), result);

  it("quotes first, then shows the arithmetic and the places, and ends with what is right", () => {
    expect(review).toMatch(/^# Reported statistics of paper\.md\n/);
    expect(review).toContain("line 3: “The largest eigenvalue was **84.324**");
    expect(review).toContain("24 items");
    expect(review.indexOf("## Cannot be true")).toBeLessThan(review.indexOf("## Right"));
  });

  it("is Markdown that says nothing of its own: quotations are escaped", () => {
    const hostile = reviewMarkdown("x", ["a `b` <script> [c](d)"], { ...result, findings: [], statistics: [{ ...result.statistics[0], verdict: "consistent", range: { start: { line: 1, column: 3, offset: 2 }, end: { line: 1, column: 6, offset: 5 } } }] });
    expect(hostile).not.toMatch(/<script>|(?<!\\)`b/);
  });
});

describe("wording", () => {
  it("tells the recomputed p with the interval of its rounding", () => {
    const statistic = result.statistics.find(({ kind }) => kind === "t")!;
    expect(verdictLine(statistic)).toBe("t test: consistent");
    expect(statisticLines(statistic)[0]).toMatch(/^Recomputed p = \.618 \(/);
  });

  it("never prints what is no number", () => {
    const lines = statisticLines({ computed: { p: null, pInterval: [null, null], odd: NaN, list: [NaN, 1] } });
    expect(lines.join(" ")).not.toMatch(/NaN|null|undefined/);
  });
});
