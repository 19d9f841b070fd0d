import { divide, meets, rounding, scale } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { withSlip } from "./slip";

const check: Check = {
  id: "response-rate",
  severity: "warning",
  summary: "The response rate does not follow from the numbers sent and returned.",
  explain: `rate = 100 · returned / sent. Every pair of whole numbers in the sentence (or in it and the one before) is tried, so that sent, returned and usable questionnaires may all be named; the rule fires only
where no pair gives the printed rate within its rounding. A rate cut off instead of rounded is accepted.`,
  examples: {
    flagged: [
      "A total of 400 questionnaires were distributed and 320 returned, which corresponds to a response rate of ==85.3%==.",
      "Of the 400 questionnaires sent out, 320 were returned, a response rate of ==78%==.",
      "We distributed 500 questionnaires; 431 came back and 402 were valid (effective rate ==84.2%==).",
    ],
    clean: [
      "A total of 400 questionnaires were distributed and 320 returned, which corresponds to a response rate of 80.0%.",
      "We distributed 500 questionnaires; 431 came back and 402 were valid (effective rate 93.3%).",
      "The response rate of 61% was higher than expected.",
    ],
  },

  check(claims) {
    return claims.of("response-rate").flatMap((claim): Outcome[] => {
      const counts = claim.counts.map((n) => n.value);
      if (counts.length < 2) return [unchecked(claim, "the numbers sent and returned are not both given")];
      const { rate } = claim;
      const unit = 10 ** -rate.decimals;
      const printed = { low: rate.interval.low, high: Math.max(rate.interval.high, rate.value + unit) };
      const pairs = counts.flatMap((sent) => counts.filter((returned) => returned < sent).map((returned) => ({ sent, returned })));
      if (pairs.length === 0) return [unchecked(claim, "the numbers sent and returned are not both given")];
      const fit = pairs.find((p) => meets(scale(divide(rounding(p.returned, 9), rounding(p.sent, 9)), 100), printed));
      if (fit) return [consistent(claim, { percent: (100 * fit.returned) / fit.sent })];
      if (counts.length > 3 || claim.counts.some((n) => n.words)) return [unchecked(claim, "it is not plain which numbers the rate belongs to")];
      const [best] = [...pairs].sort((a, b) => Math.abs((100 * a.returned) / a.sent - rate.value) - Math.abs((100 * b.returned) / b.sent - rate.value));
      const sign = rate.text.includes(",") ? "," : ".";
      const percent = (decimals: number) => ((100 * best.returned) / best.sent).toFixed(decimals).replace(".", sign);
      const right = percent(rate.decimals);
      return [
        finding(claim, {
          message: `${best.returned} of ${best.sent} is ${percent(Math.max(1, rate.decimals))}%, not ${rate.text}%.`,
          detail: pairs.length === 1 ? withSlip(undefined, rate, rounding((100 * best.returned) / best.sent, 9)) : undefined,
          related: claim.counts.map((n) => ({ message: n.text, range: n.range })),
          fixes: pairs.length === 1 && !rate.words ? [{ title: `Replace ${rate.text}% by ${right}%`, edits: [{ range: rate.range, newText: right }] }] : [],
        }),
      ];
    });
  },
};

export default check;
