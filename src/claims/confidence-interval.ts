import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { confidenceIntervalAt, limitsAt, type ReportedInterval } from "./interval-text";
import { numbersIn, type Reported } from "./number";
import { pClauseAt, type ReportedP } from "./p-clause";
import type { Recogniser } from "./recogniser";
import { numberAt } from "./statistic-number";

/** A confidence interval in prose, with the estimate that is printed directly before it. */
export interface ConfidenceIntervalClaim extends ClaimBase<"confidence-interval"> {
  readonly interval: ReportedInterval;
  readonly estimate?: Reported;
  /** the value of no effect, where the estimate's name tells it: 0 of a difference, 1 of a ratio */
  readonly none?: 0 | 1;
  /** the p value printed directly after the interval */
  readonly p?: ReportedP;
}

const mention = /(?:\d\d(?:[.,]\d)?[\s-]?% ?-?)(?:CI|KI|confidence intervals?|Konfidenzintervalle?)(?![\p{L}])/gu;
/** "the 95% confidence interval of the difference of 7.24 was": the estimate stands between the name and the limits. */
const inside =
  /^ (?:of|for|around|f[üu]r|der|des) (?:the |die |der |den )?(?:[\p{L}]{2,20} ){0,3}(?:difference|estimate|mean|correlation|coefficient|slope|effect|Differenz|Unterschieds?|Mittelwert)s?(?: in [\p{L} ]{2,30})? ?(?:of|,|\(|=|von|was|betrug)? ?(?=[-\d.,])/u;
/** "d = 0.52, 95% CI", "the mean difference was 7.24 (95% CI": the number directly before. */
const assignedBefore =
  /(?<![\p{L}])(?:d|g|r|b|B|β|OR|HR|RR|IRR|AOR|difference(?: (?:of|was|=))?|M_?\{?diff\}?|Δ|AUC|ICC|κ|α|ω|kappa|Cohen's d|Hedges'? g|RMSEA)\s?(?:=|of|was|:)?\s?$/u;

const noEffect = (before: string): 0 | 1 | undefined =>
  /(?<!\p{L})(?:OR|HR|RR|IRR|AOR)\s?(?:=|of|was|:)?\s?$/u.test(before)
    ? 1
    : /(?<!\p{L})(?:d|g|r|difference(?: (?:of|was|=))?|M_?\{?diff\}?|Cohen's d|Hedges'? g)\s?(?:=|of|was|:)?\s?$/u.test(before)
      ? 0
      : undefined;

const recogniser: Recogniser = {
  name: "confidence-interval",
  sentence(sentence, context) {
    const { text, mapped } = sentence;
    if (!/%/.test(text)) return [];
    const out: ConfidenceIntervalClaim[] = [];
    for (const match of text.matchAll(mention)) {
      const end = match.index + match[0].length;
      const between = inside.exec(text.slice(end, end + 120));
      const within = between ? numberAt(mapped, end + between[0].length, context.decimal) : undefined;
      const interval = within ? limitsAt(mapped, within.end, context.decimal) : (confidenceIntervalAt(mapped, match.index, context.decimal) ?? undefined);
      if (!interval || interval.low.decimals + interval.high.decimals === 0) continue;
      if (Math.abs(interval.low.decimals - interval.high.decimals) > 2) continue;
      const estimate = within ?? before(match.index);
      out.push({
        kind: "confidence-interval",
        interval,
        estimate,
        none: estimate && noEffect(text.slice(Math.max(0, estimate.start - 24), estimate.start)),
        p: pAfter(interval.end),
        text: text.slice(match.index, interval.end),
        range: rangeOf(mapped, match.index, interval.end),
        place: context.place({ sentence, at: match.index }),
        values: { low: interval.low.value, high: interval.high.value, level: Number(/\d+(?:\.\d)?/.exec(match[0])![0]) },
      });
    }
    return out;

    function pAfter(at: number) {
      const gap = /^\s?[)\]]?\s?[,;]\s?(?:with |and )?/.exec(text.slice(at, at + 10));
      return gap ? pClauseAt(mapped, at + gap[0].length, context.decimal) : undefined;
    }

    function before(at: number): Reported | undefined {
      const gap = /(?: \p{L}{2,12})?[\s,;([]{1,4}(?:with a |had a |and a )?$/u.exec(text.slice(Math.max(0, at - 26), at));
      if (!gap) return undefined;
      const last = numbersIn(mapped, context.decimal).findLast((n) => n.end <= at && !n.words);
      if (!last || last.end !== at - gap[0].length || last.relation !== "=" || last.percent) return undefined;
      return assignedBefore.test(text.slice(Math.max(0, last.start - 24), last.start)) ? last : undefined;
    }
  },
};

export default recogniser;
