import type { ClaimBase } from "./claim";
import { numbersIn, type Reported } from "./number";
import { rangePhrase } from "./range-phrase";
import type { Recogniser } from "./recogniser";

/** A correlation that a sentence gives without a test: "the factors correlated between .55 and .77", "correlated at r = .85". */
export interface CorrelationClaim extends ClaimBase<"correlation"> {
  readonly reported: Reported;
}

const subject = /correlat\w*|korreli\w*|Korrelation\w*/gi;
/** Another quantity that the numbers after a mention of correlations can be. */
const other = /loading|alpha|α|eigen|varian|ratio|VIF|odds|\bSD\b|\bSE\b|distance|lag|threshold|R²|χ|\bF\b|\bt\b|\bz\b|β|\bN\b|\bn\b|table|figure|item|%|;/i;
const single =
  /^\w*(?: (?:with (?:each other|one another)|miteinander|positively|negatively|strongly|highly|moderately|weakly|stark))? ?(?:at|to|zu|mit)? ?\(?r ?= ?$/i;

/** Correlations in prose. */
const correlation: Recogniser = {
  name: "correlation",
  sentence(sentence, context) {
    const { text } = sentence;
    if (!/correlat|korreli|korrelation/i.test(text) || sentence.block === "heading" || sentence.section.role === "references") return [];
    const numbers = numbersIn(sentence.mapped, context.decimal).filter((n) => !n.words);
    return [...text.matchAll(subject)].flatMap((match) => {
      const i = numbers.findIndex((n) => n.start > match.index);
      const [a, b] = [numbers[i], numbers[i + 1]];
      if (!a || a.start - match.index > 90 || other.test(text.slice(match.index, a.start))) return [];
      const range = b && rangePhrase(text, a, b);
      const found = range ? [a, b] : single.test(text.slice(match.index, a.start)) ? [a] : [];
      return found
        .filter((n) => n.decimals >= 2 && n.relation === "=" && !n.percent)
        .map((n) => ({
          kind: "correlation" as const,
          reported: n,
          text: n.text,
          range: n.range,
          place: context.place({ sentence, at: n.start }),
          values: { value: n.value },
        }));
    });
  },
};
export default correlation;
