import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

const found = (text: string, rule: string): string[] =>
  checkManuscript(text, { path: "paper.md" })
    .findings.filter((f) => f.rule === rule)
    .map((f) => f.message);

const text = (shares: readonly string[], total: string) =>
  `Principal component analysis was used. ${shares.map((s, i) => `Component ${i + 1} explained ${s}%`).join(", ")} of the variance. Together the ${shares.length} components explained ${total}% of the variance.`;

describe("shares in prose and their total", () => {
  it("never accuses a true, rounded total, and always one that is off by two points", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 4, max: 24, noNaN: true }), { minLength: 2, maxLength: 4 }), (shares) => {
        const total = shares.reduce((a, b) => a + b, 0);
        const printed = shares.map((s) => s.toFixed(1));
        expect(found(text(printed, total.toFixed(1)), "variance-total")).toEqual([]);
        expect(found(text(printed, (total + 2).toFixed(1)), "variance-total")).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  it("leaves shares of the common variance, oblique factors and other stages alone", () => {
    const shares = "Factor 1 explained 30.1% and Factor 2 15.2% of the";
    expect(
      found(`Principal axis factoring was used. ${shares} common variance. Together the two factors explained 25.3% of the total variance.`, "variance-total"),
    ).toEqual([]);
    expect(
      found(
        `Principal axis factoring with promax rotation was used. ${shares} variance. Together the two factors explained 35.3% of the variance.`,
        "variance-total",
      ),
    ).toEqual([]);
    expect(
      found(
        `Principal axis factoring was used. ${shares} variance before extraction. Together the two factors explained 35.3% of the variance.`,
        "variance-total",
      ),
    ).toEqual([]);
  });
});
