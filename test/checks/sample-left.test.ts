import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

const found = (text: string): string[] =>
  checkManuscript(text, { path: "paper.md" })
    .findings.filter((f) => f.rule === "sample-size")
    .map((f) => f.message);

const text = (before: number, out: number, left: number) =>
  `# Method\n\nIn total ${before} students answered and ${out} questionnaires were discarded because of missing answers, leaving ${left} for the analysis.`;

describe("what is left after exclusions", () => {
  it("never accuses a true subtraction, and always a false one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 900 }), fc.integer({ min: 10, max: 60 }), fc.integer({ min: 1, max: 9 }), (before, out, off) => {
        expect(found(text(before, out, before - out))).toEqual([]);
        expect(found(text(before, out, before - out - off))).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps silent where others were left out too", () => {
    expect(found("# Method\n\nOf 430 students, 18 were excluded because of missing answers and another 9 for other reasons, leaving 403.")).toEqual([]);
    expect(found("# Method\n\nOf 430 students, 18 were excluded; after a further check this was followed by more exclusions, leaving 403.")).toEqual([]);
  });
});
