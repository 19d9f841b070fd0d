import type { Reported } from "../claims/number";
import { type Interval, meets } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { constructLoadings } from "./construct-loadings";
import { show } from "./show";
import { withSlip } from "./slip";

/** Composite reliability of standardized loadings. */
const check: Check = {
  id: "composite-reliability",
  severity: "error",
  summary: "A composite reliability cannot be had from the loadings.",
  explain: `CR = (Σλ)² / ((Σλ)² + Σ(1 − λ²)) of the standardized loadings of a construct (Fornell & Larcker, 1981, eq. 10). It rises with each positive loading, so the loadings all at the lower and all at the upper end of their rounding bound it.
Conditions: the loadings of the construct stand in the same table, or in another that names the construct; none is negative.`,
  examples: {
    flagged: [
      "**Table 1.** Convergent validity\n\n| Construct | Item | Loading | CR | AVE |\n|---|---|---|---|---|\n| Trust | T1 | .82 | ==.93== | .64 |\n| | T2 | .79 | | |\n| | T3 | .79 | | |\n| Use | U1 | .71 | .77 | .53 |\n| | U2 | .75 | | |\n| | U3 | .72 | | |",
      "The factor Trust (three items) has loadings of .772, .424 and .581, with AVE = .37 and CR = ==.88==.",
      "**Table 1.** Standardized loadings\n\n| Item | Loading | CR |\n|---|---|---|\n| T1 | .82 | ==.74== |\n| T2 | .79 | |\n| T3 | .79 | |",
      "| Construct | Item | Factor loading | Composite reliability |\n|---|---|---|---|\n| Trust | T1 | 0.912 | ==0.853== |\n| | T2 | 0.895 | |",
    ],
    clean: [
      "**Table 1.** Convergent validity\n\n| Construct | Item | Loading | CR | AVE |\n|---|---|---|---|---|\n| Trust | T1 | .82 | .84 | .64 |\n| | T2 | .79 | | |\n| | T3 | .79 | | |\n| Use | U1 | .71 | .77 | .53 |\n| | U2 | .75 | | |\n| | U3 | .72 | | |",
      "| Construct | CR | AVE |\n|---|---|---|\n| Trust | .94 | .64 |",
      "The factor Trust (four items) has loadings of .772, .424 and .581, with AVE = .37 and CR = .88.",
      "| Construct | Item | Loading | CR |\n|---|---|---|---|\n| Trust | T1 | .82 | .31 |\n| | T2 | -.79 | |",
    ],
  },

  check: (claims) =>
    claims.of("composite-reliability").map((c): Outcome => {
      if (c.reported.interval.low > 1 || c.reported.interval.high < 0)
        return finding(c, { message: `The composite reliability ${c.reported.text} of ${c.construct} is outside 0 to 1.` });
      const loadings = constructLoadings(c, claims);
      if (!loadings) return unchecked(c, "the construct's loadings are not printed");
      if (loadings.some((l) => l.interval.low < 0 || l.interval.high > 1.0005)) return unchecked(c, "a loading is negative or larger than 1");
      const possible: Interval = {
        low: reliability(loadings.map((l) => l.interval.low)),
        high: reliability(loadings.map((l) => Math.min(1, l.interval.high))),
      };
      const computed = reliability(loadings.map((l) => l.value));
      if (meets(possible, c.reported.interval)) return consistent(c, { compositeReliability: computed });
      return finding(c, {
        message: `The loadings ${list(loadings)} of ${c.construct} give a composite reliability of ${show(computed, Math.max(2, c.reported.decimals))}, not ${c.reported.text}.`,
        detail: withSlip("CR = (Σλ)² / ((Σλ)² + Σ(1 − λ²)).", c.reported, possible),
        related: loadings.map((l) => ({ message: `Loading ${l.text}`, range: l.range })),
      });
    }),
};
export default check;

const list = (loadings: readonly Reported[]): string => loadings.map((l) => l.text).join(", ");

/** (Σλ)² / ((Σλ)² + Σ(1 − λ²)) */
function reliability(loadings: readonly number[]): number {
  const common = loadings.reduce((s, l) => s + l, 0) ** 2;
  return common / (common + loadings.reduce((s, l) => s + 1 - l * l, 0));
}
