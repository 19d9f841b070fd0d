import { describe, expect, it } from "vitest";
import { type FileResult } from "../../src/checks/result";
import { checkManuscript } from "../../src/checks/run";
import { statisticLines, verdictLine } from "../../src/extension/wording";

const text =
  "# Results\n\nThe questionnaire had 24 items. The largest eigenvalue was 84.324, explaining 35.1% of the variance.\n\nAge did not differ, *t*(118) = 0.50, *p* = .618.\n";
const result: FileResult = checkManuscript(text, { path: "paper.md" });

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
