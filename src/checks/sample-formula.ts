import type { SampleFormula } from "../claims/sample-formula";
import { cochran, krejcieMorgan, yamane } from "../psychometrics/sample-size";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";

const check: Check = {
  id: "sample-formula",
  severity: "warning",
  summary: "The sample size does not follow from the formula that is cited.",
  explain: `Krejcie & Morgan (1970): s = χ²NP(1−P) / (d²(N−1) + χ²P(1−P)), with χ² = 3.841, P = .5, d = .05. Yamane (1967): n = N / (1 + Ne²). Cochran (1977): n₀ = z²p(1−p)/e², for a finite population
n₀ / (1 + (n₀ − 1)/N). Terms that are not printed have their customary values (e = .05, p = .5, z = 1.96). Rounding up, rounding half up and the neighbouring rows of Krejcie and Morgan's printed table all count as
agreement, and ± 1. A sample that was *drawn* may be larger than the formula asks for; what the formula *gives* may not.`,
  examples: {
    flagged: [
      "The formula of Cochran (1977) with *p* = .50 and a 5% margin of error (*z* = 1.96) was used, which asks for ==358== respondents.",
      "The region has 10 colleges, with a total of 3080 people. According to the sampling formula of Krejcie and Morgan, ==320== samples were determined to participate.",
      "By Yamane's (1967) formula with a 5% margin of error, a population of 1,500 requires ==361== respondents.",
    ],
    clean: [
      "The formula of Cochran (1977) with *p* = .50 and a 5% margin of error (*z* = 1.96) was used, which asks for 385 respondents.",
      "According to the table of Krejcie and Morgan (1970), a population of 3,080 requires 341 respondents; 400 were asked.",
      "By Yamane's (1967) formula with a 5% margin of error, a population of 1,500 requires 316 respondents.",
    ],
  },

  check(claims) {
    return claims.of("sample-formula", { every: true }).flatMap((claim): Outcome[] => {
      const fits = sizesOf(claim);
      if (!fits) return [unchecked(claim, "the size of the population is not given")];
      const printed = claim.size.value;
      const computed = { required: fits.value };
      if (printed >= fits.low - 1 && printed <= fits.high + 1) return [consistent(claim, computed)];
      if (claim.reading === "drawn" && printed > fits.high) return [consistent(claim, computed)];
      const population = claim.population ? ` for a population of ${claim.population.text}` : "";
      return [
        finding(claim, {
          message: `${title[claim.formula]}${population} gives ${Math.ceil(fits.value - 1e-9)}, not ${claim.size.text}.`,
          detail: fits.arithmetic,
          related: claim.population ? [{ message: `population of ${claim.population.text}`, range: claim.population.range }] : [],
        }),
      ];
    });
  },
};

const title = { "krejcie-morgan": "Krejcie and Morgan’s formula", yamane: "Yamane’s formula", cochran: "Cochran’s formula" };

/** The formula's value and the sizes that rounding and the printed table allow. */
function sizesOf(claim: SampleFormula): { value: number; low: number; high: number; arithmetic: string } | undefined {
  const N = claim.population?.value;
  const margin = claim.margin ?? 0.05;
  const whole = (value: number, arithmetic: string) => ({
    value,
    low: Math.floor(value),
    high: Math.ceil(value),
    arithmetic: `${arithmetic} = ${value.toFixed(2)}`,
  });
  if (claim.formula === "cochran") {
    const terms = { p: claim.proportion ?? 0.5, margin, z: claim.z ?? 1.96 };
    const free = cochran(terms);
    const arithmetic = `${terms.z}² × ${terms.p} × ${round(1 - terms.p)} / ${margin}²`;
    if (N === undefined) return whole(free, arithmetic);
    const finite = cochran(terms, N);
    return {
      value: finite,
      low: Math.floor(finite),
      high: Math.ceil(free),
      arithmetic: `${arithmetic} = ${free.toFixed(2)}, for a population of ${N}: ${finite.toFixed(2)}`,
    };
  }
  if (N === undefined) return undefined;
  if (claim.formula === "yamane") return whole(yamane(N, margin), `${N} / (1 + ${N} × ${margin}²)`);
  const value = krejcieMorgan(N, { margin });
  const [below, above] = tableNeighbours(N);
  return {
    value,
    low: Math.floor(krejcieMorgan(below, { margin })),
    high: Math.ceil(krejcieMorgan(above, { margin })),
    arithmetic: `3.841 × ${N} × .25 / (${margin}² × ${N - 1} + 3.841 × .25) = ${value.toFixed(2)}`,
  };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

/** The rows of Krejcie and Morgan's (1970) table that a population lies between: readers of the table take either. */
function tableNeighbours(N: number): [number, number] {
  const step =
    N < 100
      ? 5
      : N < 300
        ? 10
        : N < 500
          ? 20
          : N < 1000
            ? 50
            : N < 2000
              ? 100
              : N < 3000
                ? 200
                : N < 5000
                  ? 500
                  : N < 10000
                    ? 1000
                    : N < 20000
                      ? 5000
                      : N < 50000
                        ? 10000
                        : N < 100000
                          ? 25000
                          : 0;
  return step === 0 ? [N, N] : [Math.max(10, Math.floor(N / step) * step), Math.ceil(N / step) * step];
}

export default check;
