import type { Claims } from "../claims/claim";
import type { Descriptive } from "../claims/descriptive";
import type { ScalePoints } from "../claims/scale-points";

/** Means that stand together: those of one column of a table, or of one sentence. */
export function descriptiveGroups(claims: Claims): readonly (readonly Descriptive[])[] {
  const groups = new Map<unknown, Map<number, Descriptive[]>>();
  for (const d of claims.of("descriptive", { every: true })) {
    const place = d.place.cell ? d.place.table : d.place.sentence;
    const columns = groups.get(place) ?? new Map<number, Descriptive[]>();
    groups.set(place, columns);
    const column = d.place.cell?.column ?? -1;
    columns.set(column, [...(columns.get(column) ?? []), d]);
  }
  return [...groups.values()].flatMap((columns) => [...columns.values()]);
}

/** The one response scale that a manuscript states for its questionnaire; undefined where it states several, or one for a named instrument only. */
export function statedScale(claims: Claims): { readonly low: number; readonly high: number; readonly claim: ScalePoints } | undefined {
  const own = claims.of("scale-points").filter((s) => !(s.points === 2 || (s.ends && s.ends.high - s.ends.low === 1)));
  if (own.length === 0 || own.some((s) => s.instrument !== undefined)) return undefined;
  const ranges = own.map((s) => ({ low: s.ends?.low ?? 1, high: s.ends?.high ?? s.points!, claim: s }));
  const [first] = ranges;
  return ranges.every((r) => r.low === first.low && r.high === first.high) ? first : undefined;
}

/** Labels of rows that are not answers on the response scale. */
export const offScale = /\b(?:age|years?|total|sum|hours?|minutes?|number|income|score|experience|alter|jahre|time|weight|height|count|frequency|duration|size|semester)\b/i;
