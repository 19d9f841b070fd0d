import { pOfChiSquare } from "../numerics/p-values";
import type { Interval } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { showP } from "./show";

/** The p of Bartlett's test follows from its χ² and degrees of freedom. */
const check: Check = {
  id: "bartlett-p",
  severity: "error",
  summary: "The p value of Bartlett's test contradicts its χ² and degrees of freedom.",
  explain: `*p* is the upper tail of the χ² distribution with the degrees of freedom printed. The interval of the printed χ² gives an interval of *p*; a finding is made only when it does not meet the printed one. "p = .000" is how SPSS prints p < .0005.`,
  examples: {
    flagged: [
      "Bartlett's test of sphericity was significant, ==χ²(276) = 290.4==, p < .001.",
      "Bartlett's test gave ==χ²(45) = 812.3==, p = .04.",
      "Bartlett's test: ==χ² = 50.2, df = 45==, p = .01.",
    ],
    clean: [
      "Bartlett's test of sphericity was significant, χ²(276) = 2120.72, p < .001.",
      "Bartlett's test gave χ²(45) = 812.3, p = .000.",
      "Bartlett's test: χ² = 50.2, df = 45, p = .27.",
    ],
  },

  check(claims) {
    return claims.of("bartlett").flatMap((test): Outcome[] => {
      const { chiSquare, df, p } = test;
      if (!chiSquare || !df || !p || df.value < 1) return [unchecked(test, "χ², its degrees of freedom or p are not printed")];
      const possible: Interval = { low: pOfChiSquare(chiSquare.interval.high, df.value), high: pOfChiSquare(Math.max(0, chiSquare.interval.low), df.value) };
      const computed = { p: pOfChiSquare(chiSquare.value, df.value) };
      if (possible.low <= p.interval.high && p.interval.low <= possible.high) return [consistent(test, computed)];
      return [
        finding(test, {
          message: `χ²(${df.text}) = ${chiSquare.text} gives p ${computed.p < 0.0005 ? "< .001" : `= ${showP(computed.p)}`}, not p ${p.relation} ${p.text}.`,
          detail: "The upper tail of the χ² distribution, over all χ² that the printed one can stand for.",
        }),
      ];
    });
  },
};
export default check;
