import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { named, squaredMultipleCorrelations } from "../../src/psychometrics/smc";
import { shared } from "../shared";
import { referenceSets } from "./reference";

describe.skipIf(!shared)("squared multiple correlations", () => {
  it.each(referenceSets)("$name: as psych's", ({ R, items, results }) => {
    squaredMultipleCorrelations(R, items, "").forEach((value, i) => expect(value).toBeCloseTo(results.factorability.smc[items[i]], 9));
  });
});

describe("squared multiple correlations", () => {
  it("are r² of two items", () => {
    expect(
      squaredMultipleCorrelations(
        new Matrix([
          [1, -0.6],
          [-0.6, 1],
        ]),
        ["a", "b"],
        "",
      )[0],
    ).toBeCloseTo(0.36, 12);
  });

  it("say which method needed them, and who stands in its way", () => {
    const copied = new Matrix([
      [1, 1, 0.3],
      [1, 1, 0.3],
      [0.3, 0.3, 1],
    ]);
    expect(() => squaredMultipleCorrelations(copied, ["a", "b", "c"], "Principal axis factoring")).toThrow(
      /^Principal axis factoring needs the inverse.*a, b can be computed/,
    );
  });

  it("name no more items than a sentence holds", () => {
    const items = Array.from({ length: 24 }, (_, i) => `Q${i + 1}`);
    expect(named(items)).toBe("Q1, Q2, Q3, Q4, Q5, Q6 and 18 more");
    expect(named(items.slice(0, 8))).toBe("Q1, Q2, Q3, Q4, Q5, Q6, Q7, Q8");
  });
});
