import { type Check, finding } from "./check";

/** KMO is an index, Bartlett's is a test: one number cannot be both. */
const check: Check = {
  id: "kmo-bartlett",
  severity: "warning",
  summary: `One number is given for "KMO and Bartlett's test" together.`,
  explain: `KMO is an index between 0 and 1; Bartlett's test of sphericity has a χ², its degrees of freedom and a p value. A single number for both is the KMO, and the test is not reported. It would be right if the test stands elsewhere, for instance in a supplement.`,
  examples: {
    flagged: [
      "The result of KMO and Bartlett's sphericity test was ==0.961==, indicating that the data are very suitable for factor analysis.",
      "The KMO and Bartlett's test of sphericity value was ==.88==.",
      "KMO and Bartlett's test = ==0.79==.",
    ],
    clean: [
      "The KMO was 0.961, and Bartlett's test was significant, χ²(276) = 2120.72, p < .001.",
      "KMO and Bartlett's test of sphericity were used. The KMO was .88; for Bartlett's test, χ² = 812.3, df = 45, p < .001.",
      "The KMO index was .88.",
    ],
  },

  check(claims) {
    if (claims.of("bartlett", { every: true }).length > 0) return [];
    return claims
      .of("kmo")
      .filter((kmo) => kmo.withBartlett)
      .map((kmo) =>
        finding(kmo, {
          message: `${kmo.reported.text} is given for both KMO and Bartlett's test; the test's χ², degrees of freedom and p are missing.`,
          detail: "KMO is an index, Bartlett's is a χ² test: one number cannot be both.",
        }),
      );
  },
};
export default check;
