import { addTo } from "./add-to";
import type { Claims } from "../claims/claim";
import type { Descriptive } from "../claims/descriptive";
import type { ScalePoints } from "../claims/scale-points";
import { headerOf } from "../manuscript/manuscript";

/** Means that stand together: those of one column of a table, or of one sentence. */
export function descriptiveGroups(claims: Claims): readonly (readonly Descriptive[])[] {
  const groups = new Map<unknown, Map<number, Descriptive[]>>();
  for (const d of claims.of("descriptive", { every: true })) {
    const place = d.place.cell ? d.place.table : d.place.sentence;
    const columns = groups.get(place) ?? new Map<number, Descriptive[]>();
    groups.set(place, columns);
    const column = d.place.cell?.column ?? -1;
    addTo(columns, column, d);
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

/** Whether a column of means is one of answers, by the name of its rows: "Item", "Scale", not the "Variable" of a table that has gender and age among them. */
export function ofAnswers(group: readonly Descriptive[]): boolean {
  const { table } = group[0].place;
  if (!group[0].place.cell || !table) return true;
  const words = `${headerOf(table, 0)} ${table.caption?.text ?? ""}`;
  return (
    /\b(?:items?|statements?|questions?|scales?|subscales?|dimensions?|factors?|components?|constructs?|aussagen?|fragen?|skalen?|ítems?|itens)\b/i.test(
      words,
    ) && !/\bvariables?\b/i.test(headerOf(table, 0))
  );
}

const quantity =
  /\b(?:age|years?|total|sum|hours?|minutes?|number|income|score|experience|alter|jahre|time|weight|height|count|frequency|duration|size|semester|distance|km)\b/i;
const attribute = /\b(?:gender|sex|female|male|women|men|tenure|education|dummy|children|grade|bmi|geschlecht|weiblich|männlich)\b/i;

/** Whether a mean is not one of answers on the response scale, by the label of its row or the words before its brackets. */
export const offScale = (d: Descriptive): boolean => quantity.test(d.label) || (d.place.cell !== undefined && attribute.test(d.label));
