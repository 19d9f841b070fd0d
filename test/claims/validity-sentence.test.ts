import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

const found = (text: string): string[] =>
  checkManuscript(text, { path: "paper.md" })
    .findings.filter((f) => f.rule === "average-variance-extracted" || f.rule === "composite-reliability")
    .map((f) => f.rule)
    .sort();

describe("AVE and CR in the sentence that lists the loadings", () => {
  it("are right where computed from the loadings before rounding, and wrong where .1 off", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.45, max: 0.9, noNaN: true }), { minLength: 3, maxLength: 5 }), (loadings) => {
        const squares = loadings.reduce((s, l) => s + l * l, 0);
        const common = loadings.reduce((s, l) => s + l, 0) ** 2;
        const average = squares / loadings.length;
        const reliability = common / (common + loadings.length - squares);
        const say = (a: number, c: number) =>
          `The factor Trust has loadings of ${loadings.map((l) => l.toFixed(2)).join(", ")}, with AVE = ${a.toFixed(2)} and CR = ${c.toFixed(2)}.`;
        expect(found(say(average, reliability))).toEqual([]);
        expect(found(say(average - 0.1, reliability - 0.1))).toEqual(["average-variance-extracted", "composite-reliability"]);
      }),
      { numRuns: 40 },
    );
  });

  it("are not held against some of the loadings, or those of several factors", () => {
    expect(found("The factor Trust has loadings such as .772, .424 and .581, with AVE = .61.")).toEqual([]);
    expect(found("The factors have loadings of .772, .424 and .581, with AVE = .61.")).toEqual([]);
    expect(found("Trust has loadings of .82 and .79, AVE = .65; Use has loadings of .71 and .75, AVE = .93.")).toEqual([]);
  });
});
