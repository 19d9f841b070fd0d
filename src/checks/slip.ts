import type { Reported } from "../claims/number";
import { type Interval, meets, rounding } from "../numerics/interval";

/**
 * The slip that turns the values that would be right into the number printed, as a sentence: the last digit cut off, the decimal point moved by one or two places, two neighbouring
 * digits exchanged, the sign lost. Offered as a possibility, only where exactly one kind of slip does it, and where the right values lie so close together that
 * hardly any would meet by chance: within three units of the last place.
 */
export function slip(printed: Reported, right: Interval): string | undefined {
  const unit = 10 ** -printed.decimals;
  if (printed.words || printed.relation !== "=" || !(right.high - right.low <= 3 * unit) || meets(printed.interval, right)) return undefined;
  if (printed.value >= 0 && meets({ low: printed.value, high: printed.value + unit }, right)) return "The last digit may have been cut off instead of rounded.";
  const sentences = [
    ...(movedPoint(printed).some((one) => meets(one, right)) ? ["The decimal point may have slipped."] : []),
    ...exchanged(printed)
      .filter((value) => meets(rounding(value, printed.decimals), right))
      .slice(0, 1)
      .map((value) => `Two digits may have changed places: ${sameForm(printed, value)}.`),
    ...(meets({ low: -printed.interval.high, high: -printed.interval.low }, right) ? ["The sign may be wrong."] : []),
  ];
  return sentences.length === 1 ? sentences[0] : undefined;
}

/** A detail with the slip after it, if one explains the number. */
export const withSlip = (detail: string | undefined, printed: Reported, right: Interval): string | undefined =>
  [detail, slip(printed, right)].filter(Boolean).join(" ") || undefined;

const significant = (value: number, decimals: number): string => Math.abs(value).toFixed(Math.max(0, decimals)).replace(".", "").replace(/^0+/, "");

/** The number ten and a hundred times as large and as small, each to as many digits. A single digit would fit too much. */
function movedPoint({ value, decimals }: Reported): Interval[] {
  if (significant(value, decimals).length < 2) return [];
  return [-2, -1, 1, 2].map((places) => rounding(value * 10 ** places, decimals - places));
}

/** The number with two neighbouring digits exchanged, for each pair that differs. */
function exchanged({ value, decimals }: Reported): number[] {
  const text = Math.abs(value).toFixed(Math.max(0, decimals));
  const digits = [...text.replace(".", "")];
  return digits.slice(1).flatMap((next, i) => {
    if (digits[i] === next || (i === 0 && next === "0" && decimals === 0)) return [];
    const other = [...digits];
    [other[i], other[i + 1]] = [next, digits[i]];
    return [(Math.sign(value) * Number(other.join(""))) / 10 ** Math.max(0, decimals)];
  });
}

const sameForm = ({ text, decimals }: Reported, value: number): string => {
  const [shown, sign] = [value.toFixed(Math.max(0, decimals)), /,\d{1,2}$/.test(text) ? "," : "."];
  return (/^-?[.,]/.test(text) ? shown.replace(/^(-?)0\./, "$1.") : shown).replace(".", sign);
};
