import type { Claims } from "../claims/claim";
import type { Descriptive } from "../claims/descriptive";
import { descriptiveGroups, offScale, statedScale } from "./descriptive-groups";

/** Means of single questions answered in whole numbers, n printed, by column or sentence: what GRIM and GRIMMER can judge. */
export function wholeAnswers(claims: Claims): readonly (readonly Descriptive[])[] {
  const stated = statedScale(claims);
  return descriptiveGroups(claims)
    .map((group) =>
      group.filter((d) => {
        const scale = d.scale ?? (d.place.cell ? stated : undefined);
        if (!d.n || d.mean.decimals < 1 || offScale(d) || !d.singleItem) return false;
        if (d.binary) return d.mean.interval.low >= -0.01 && d.mean.interval.high <= 1.01;
        return scale !== undefined && Number.isInteger(scale.low) && d.mean.interval.high >= scale.low && d.mean.interval.low <= scale.high;
      }),
    )
    .filter((group) => group.length > 0);
}

/** The table itself says on which scale its single questions were answered, and by how many. */
export const certainAnswers = (group: readonly Descriptive[]): boolean => group.every((d) => d.scale !== undefined && d.singleItem && d.n !== undefined);
