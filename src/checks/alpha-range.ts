import { type Check, consistent, finding, type Outcome, unchecked } from "./check";

/** Cronbach's α has an upper limit of 1. */
const check: Check = {
  id: "alpha-range",
  severity: "error",
  summary: "Cronbach's α above 1, or below 0.",
  explain: `α = k/(k−1) · (1 − Σs²ᵢ/s²) cannot exceed 1, because a sum of variances cannot be negative. It can be negative when the items of a scale correlate negatively on average: then items that had to be reverse-keyed usually were not, which is a warning.`,
  examples: {
    flagged: [
      "Cronbach's alpha was ==1.06== for the whole scale.",
      "| Scale | Items | α |\n|---|---|---|\n| Rotation | 4 | ==1.060== |\n| Letters | 4 | .67 |",
      "The internal consistency was poor (Cronbach's α = ==-.21==).",
    ],
    clean: [
      "Cronbach's alpha was .96 for the whole scale.",
      "The significance level was α = .05; with α = 1.5 the points of the plot are drawn.",
      "| Scale | Items | α |\n|---|---|---|\n| Rotation | 4 | 1.00 |\n| Letters | 4 | .67 |",
    ],
  },

  check: (claims) =>
    claims.of("alpha").map((alpha): Outcome => {
      const { low, high } = alpha.reported.interval;
      if (low > 1) return finding(alpha, { message: `Cronbach's α of ${alpha.reported.text} is larger than 1.`, detail: "α cannot exceed 1." });
      if (high < 0 && /revers|recod|umgepolt|invers|negativ/i.test(alpha.place.sentence?.text ?? ""))
        return unchecked(alpha, "the sentence itself says why it is negative");
      if (high < 0)
        return finding(alpha, {
          severity: "warning",
          message: `Cronbach's α of ${alpha.reported.text} is negative.`,
          detail: "The items correlate negatively on average: were items left unreversed?",
        });
      return consistent(alpha);
    }),
};
export default check;
