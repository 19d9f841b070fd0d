import { type Check, finding } from "./check";
import { judge } from "./p-judgement";
import { describe, heldAgainst } from "./p-value";

/** A p value on one side of α, the test on the other. */
const check: Check = {
  id: "p-decision",
  severity: "error",
  summary: "A p value and its test lie on different sides of the level of significance.",
  explain: `p is recomputed as for \`p-value\`. Where the printed p and every p that the printed statistic can have lie on different sides of α, the conclusion changes, and it is an error.
α is what the text states ("α = .01"); .05 where it states nothing. A p printed as α itself, such as *p* = .05, decides nothing.
Where the text speaks of one-tailed tests elsewhere and half of the p would fit, it is a warning.`,
  examples: {
    flagged: [
      "The groups differed, ==t(28) = 1.20, p = .03==.",
      "There was no interaction, ==F(1, 28) = 6.84, p = .14==.",
      "The alpha level was .01. The groups differed, ==χ²(2) = 8.20, p = .004==.",
      "The groups did not differ, ==t(28) = 2.20, ns==.",
    ],
    clean: [
      "The groups differed, t(28) = 2.20, p = .036.",
      "The groups differed, t(28) = 2.20, p = .03.",
      "The alpha level was .01. The groups did not differ, χ²(2) = 8.20, p = .017.",
    ],
  },

  check(claims, context) {
    return claims.of("test-statistic", { every: true }).flatMap((claim) => {
      if (!heldAgainst(claim)) return [];
      const result = judge(claim, claims, context);
      if (result.outcome !== "contradicted" || !result.flips) return [];
      const { message, detail, fixes } = describe(claim, result);
      const side = result.computed.interval.high < result.alpha ? "below" : "above";
      return [
        finding(claim, {
          message,
          fixes,
          detail: `The test is ${side === "below" ? "significant" : "not significant"} at ${result.alpha}, its printed p says the opposite. ${detail}`,
          ...(result.declared ? { severity: "information" as const } : result.excused ? { severity: "warning" as const } : {}),
        }),
      ];
    });
  },
};

export default check;
