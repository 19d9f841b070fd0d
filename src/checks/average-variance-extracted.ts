import { type Interval, meets, scale, square, sum } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { constructLoadings } from "./construct-loadings";
import { show } from "./show";
import { withSlip } from "./slip";

/** Average variance extracted of standardized loadings. */
const check: Check = {
  id: "average-variance-extracted",
  severity: "error",
  summary: "An average variance extracted cannot be had from the loadings.",
  explain: `AVE = Σλ² / *k*, the mean of a construct's *k* squared standardized loadings (Fornell & Larcker, 1981). Evaluated with every loading at both ends of its rounding. Conditions: the loadings stand in the same table, or in another that names the construct.`,
  examples: {
    flagged: [
      "**Table 1.** Convergent validity\n\n| Construct | Item | Loading | CR | AVE |\n|---|---|---|---|---|\n| Trust | T1 | .82 | .84 | ==.74== |\n| | T2 | .79 | | |\n| | T3 | .79 | | |\n| Use | U1 | .71 | .77 | .53 |\n| | U2 | .75 | | |\n| | U3 | .72 | | |",
      "| Construct | Item | Factor loading | AVE |\n|---|---|---|---|\n| Trust | T1 | 0.912 | ==0.903== |\n| | T2 | 0.895 | |",
      "| Construct | CR | AVE |\n|---|---|---|\n| Trust | .94 | ==1.64== |",
      "The factor Trust has loadings of .772, .424 and .581, with AVE = ==.61== and CR = .63.",
    ],
    clean: [
      "**Table 1.** Convergent validity\n\n| Construct | Item | Loading | CR | AVE |\n|---|---|---|---|---|\n| Trust | T1 | .82 | .84 | .64 |\n| | T2 | .79 | | |\n| | T3 | .79 | | |\n| Use | U1 | .71 | .77 | .53 |\n| | U2 | .75 | | |\n| | U3 | .72 | | |",
      "| Construct | Item | Factor loading | AVE |\n|---|---|---|---|\n| Trust | T1 | 0.912 | 0.816 |\n| | T2 | 0.895 | |",
      "| Construct | CR | AVE |\n|---|---|---|\n| Trust | .94 | .64 |",
      "The factor Trust has loadings of .772, .424 and .581, with AVE = .37 and CR = .63. The highest loadings of Use, .82 and .79, go with AVE = .41.",
    ],
  },

  check: (claims) =>
    claims.of("average-variance-extracted").map((c): Outcome => {
      if (c.reported.interval.low > 1 || c.reported.interval.high < 0)
        return finding(c, { message: `The average variance extracted ${c.reported.text} of ${c.construct} is outside 0 to 1.` });
      const loadings = constructLoadings(c, claims);
      if (!loadings) return unchecked(c, "the construct's loadings are not printed");
      const possible: Interval = scale(sum(loadings.map((l) => square(l.interval))), 1 / loadings.length);
      const computed = loadings.reduce((s, l) => s + l.value ** 2, 0) / loadings.length;
      if (meets(possible, c.reported.interval)) return consistent(c, { averageVarianceExtracted: computed });
      return finding(c, {
        message: `The mean of the squared loadings ${loadings.map((l) => l.text).join(", ")} of ${c.construct} is ${show(computed, Math.max(2, c.reported.decimals))}, not ${c.reported.text}.`,
        detail: withSlip("AVE = Σλ² / k.", c.reported, possible),
        related: loadings.map((l) => ({ message: `Loading ${l.text}`, range: l.range })),
      });
    }),
};
export default check;
