import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { grimHasPower, grimmer, possibleSums } from "../../src/numerics/grim";
import { meets, rounding, scale } from "../../src/numerics/interval";
import { binarySd, largestSd } from "../../src/numerics/sd-bound";
import { shared } from "../shared";

const decimals = (text: string) => text.split(".")[1]?.length ?? 0;
const printed = (text: string) => rounding(Number(text), decimals(text));

interface Case {
  test: string;
  x: string;
  sd: string;
  n: number;
  items?: number;
  percent?: boolean;
  min: number;
  max: number;
  consistent: boolean;
  max_sd?: number;
}

describe.skipIf(!shared)("verdicts by exact fractions", () => {
  const cases = shared
    ? readFileSync(`${shared}/cases/grim.jsonl`, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Case)
    : [];

  it.each(cases.map((c) => [`${c.test} ${c.x} ${c.sd ?? ""} n=${c.n}`, c] as const))("%s", (_, c) => {
    const mean = c.percent ? scale(printed(c.x), 0.01) : printed(c.x);
    const verdict = {
      GRIM: () => possibleSums(mean, c.n, c.items).length > 0,
      GRIMMER: () => grimmer(mean, printed(c.sd), c.n, c.items) === "consistent",
      DEBIT: () => meets(binarySd(mean, c.n), printed(c.sd)),
      "SD-BOUND": () => printed(c.sd).low <= largestSd(mean, c.n, c.min, c.max),
    }[c.test]!();
    expect(verdict).toBe(c.consistent);
  });

  it("the bound itself agrees", () => {
    for (const c of cases.filter((x) => x.max_sd !== undefined)) expect(largestSd(printed(c.x), c.n, c.min, c.max)).toBeCloseTo(c.max_sd!, 5);
  });
});

describe("what whole numbers give is never held impossible", () => {
  const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 60 });
  const momentsOf = (x: readonly number[]) => {
    const mean = x.reduce((s, v) => s + v, 0) / x.length;
    return { mean, sd: Math.sqrt(x.reduce((s, v) => s + (v - mean) ** 2, 0) / (x.length - 1)) };
  };

  it("means and standard deviations at any rounding", () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 4 }), (x, d) => {
        const { mean, sd } = momentsOf(x);
        const [m, s] = [printed(mean.toFixed(d)), printed(sd.toFixed(d))];
        expect(grimmer(m, s, x.length)).toBe("consistent");
        expect(s.low).toBeLessThanOrEqual(largestSd(m, x.length, 1, 7));
      }),
    );
  });

  it("proportions", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 400 }), fc.integer({ min: 2, max: 3 }), (x, d) => {
        const { mean, sd } = momentsOf(x);
        expect(meets(binarySd(printed(mean.toFixed(d)), x.length), printed(sd.toFixed(d)))).toBe(true);
      }),
    );
  });

  it("a mean that no sum gives is found wherever the test has power", () => {
    expect(grimHasPower(28, 2)).toBe(true);
    expect(grimHasPower(100, 2)).toBe(false);
    expect(possibleSums(printed("5.19"), 28)).toEqual([]);
    expect(possibleSums(printed("5.18"), 28)).toEqual([145]);
  });
});
