import { ScreeError } from "../errors";
import type { Interval } from "./analysis";

/** What a panel of experts says of one item. */
export interface ItemContentValidity {
  readonly item: string;
  readonly experts: number;
  /** experts who call the item relevant */
  readonly agreeing: number;
  readonly iCvi: number;
  /** I-CVI corrected for agreement by chance */
  readonly kappa: number | null;
  readonly cvr: number;
  readonly aikenV: number;
  readonly aikenVCi: Interval;
  /** mean rating, on a scale of −1, 0, 1 the index of item–objective congruence; null on other scales */
  readonly ioc: number | null;
}

export interface ContentValidity {
  readonly experts: number;
  readonly scale: Interval;
  /** rating from which on an item counts as relevant */
  readonly relevantFrom: number;
  readonly items: readonly ItemContentValidity[];
  /** mean of the I-CVI */
  readonly sCviAve: number;
  /** share of items that all experts call relevant */
  readonly sCviUa: number;
  /** mean IOC; null on other scales */
  readonly ioc: number | null;
  /** mean CVR of all items */
  readonly cvi: number;
  /** smallest CVR beyond chance at one-sided .05 for this many experts; null where none is */
  readonly cvrCritical: number | null;
}

/**
 * Content validity from expert ratings, an item each row. IOC (Rovinelli & Hambleton, 1977), I-CVI (Lynn, 1986), S-CVI/Ave and /UA (Polit & Beck,
 * 2006), modified κ (Polit, Beck & Owen, 2007), CVR (Lawshe, 1975) with exact critical values (Ayre & Scally, 2014), Aiken's V (1980, 1985) with
 * the score interval of Penfield & Giacobbi (2004).
 *
 * @param ratings of each item by the experts; null where an expert gave none, who is then left out for this item
 * @param scale lowest and highest rating possible
 * @param relevantFrom 3 on a 4-point scale, 1 on −1, 0, 1: the upper half, unless told
 * @throws ScreeError `no-ratings`, `rating-outside-scale`
 */
export function contentValidity(
  items: readonly string[],
  ratings: readonly (readonly (number | null)[])[],
  { scale, relevantFrom = Math.floor((scale[0] + scale[1]) / 2) + 1 }: { scale: Interval; relevantFrom?: number },
): ContentValidity {
  if (items.length === 0)
    throw new ScreeError("no-ratings", "There is no item with ratings.", { hint: "Give a file with an item in each row and an expert in each column." });
  const results = items.map((item, i) => itemValidity(item, given(item, ratings[i], scale), scale, relevantFrom));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const experts = Math.max(...results.map((result) => result.experts));
  return {
    experts,
    scale,
    relevantFrom,
    items: results,
    sCviAve: mean(results.map(({ iCvi }) => iCvi)),
    sCviUa: mean(results.map(({ iCvi }) => (iCvi === 1 ? 1 : 0))),
    ioc: isCongruence(scale) ? mean(results.map(({ ioc }) => ioc!)) : null,
    cvi: mean(results.map(({ cvr }) => cvr)),
    cvrCritical: criticalContentValidityRatio(experts),
  };
}

/** IOC is defined on ratings of −1, 0 and 1 alone. */
const isCongruence = (scale: Interval) => scale[0] === -1 && scale[1] === 1;

function given(item: string, ratings: readonly (number | null)[], scale: Interval): number[] {
  const values = ratings.filter((rating) => rating !== null);
  if (values.length === 0) throw new ScreeError("no-ratings", `No expert rated ${item}.`, { hint: "Leave the item out." });
  const outside = values.find((rating) => !(rating >= scale[0] && rating <= scale[1]));
  if (outside !== undefined) {
    throw new ScreeError("rating-outside-scale", `${item} is rated ${outside}, outside the scale of ${scale[0]} to ${scale[1]}.`, {
      hint: "Correct the rating, or name the scale.",
    });
  }
  return values;
}

function itemValidity(item: string, ratings: readonly number[], scale: Interval, relevantFrom: number): ItemContentValidity {
  const experts = ratings.length;
  const agreeing = ratings.filter((rating) => rating >= relevantFrom).length;
  const mean = ratings.reduce((a, b) => a + b, 0) / experts;
  const aikenV = (mean - scale[0]) / (scale[1] - scale[0]);
  return {
    item,
    experts,
    agreeing,
    iCvi: agreeing / experts,
    kappa: modifiedKappa(agreeing, experts),
    cvr: contentValidityRatio(agreeing, experts),
    aikenV,
    aikenVCi: aikenInterval(aikenV, experts, scale[1] - scale[0]),
    ioc: isCongruence(scale) ? mean : null,
  };
}

/**
 * κ* = (I-CVI − Pc) / (1 − Pc), Pc = C(N, A)·½ᴺ the probability that just these many agree by chance; null for a single expert who disagrees.
 * Source: Polit, Beck & Owen (2007).
 */
export function modifiedKappa(agreeing: number, experts: number): number | null {
  const chance = Math.exp(logChoose(experts, agreeing) - experts * Math.LN2);
  return chance < 1 ? (agreeing / experts - chance) / (1 - chance) : null;
}

/** Lawshe's (1975) ratio (nₑ − N/2) / (N/2), from −1 to 1. */
export function contentValidityRatio(essential: number, experts: number): number {
  return (essential - experts / 2) / (experts / 2);
}

/** Smallest CVR whose nₑ has P(X ≥ nₑ | N, ½) ≤ .05 (Ayre & Scally, 2014); null where even unanimity is not beyond chance (N < 5). */
export function criticalContentValidityRatio(experts: number): number | null {
  let tail = 0;
  let critical: number | null = null;
  for (let essential = experts; essential > experts / 2; essential--) {
    tail += Math.exp(logChoose(experts, essential) - experts * Math.LN2);
    if (tail > 0.05) break;
    critical = contentValidityRatio(essential, experts);
  }
  return critical;
}

/** [2nkV + z² ∓ z√(4nkV(1 − V) + z²)] / (2(nk + z²)), n raters, k the range of the scale (Penfield & Giacobbi, 2004, eqs. 3–4). */
export function aikenInterval(V: number, raters: number, range: number, z = 1.959963984540054): Interval {
  const nk = raters * range;
  const root = z * Math.sqrt(4 * nk * V * (1 - V) + z * z);
  const middle = 2 * nk * V + z * z;
  return [Math.max((middle - root) / (2 * (nk + z * z)), 0), Math.min((middle + root) / (2 * (nk + z * z)), 1)];
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}
