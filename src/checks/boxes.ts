import { around, type Box, type Place } from "../manuscript/places";
import type { FileResult, RangeResult } from "./result";

/** A result of a PDF with the `box` of each of its ranges. @param places of the text that was checked, as it was converted; absent: none are known */
export function withBoxes(result: FileResult, places: readonly Place[] | undefined): FileResult {
  if (!places || places.length === 0) return result;
  const boxed = <T extends { readonly range: RangeResult }>(one: T): T => {
    const box = boxOf(one.range, places);
    return box ? { ...one, range: { ...one.range, box } } : one;
  };
  return {
    ...result,
    statistics: result.statistics.map(boxed),
    findings: result.findings.map((finding) => ({
      ...boxed(finding),
      related: finding.related.map(boxed),
      fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(boxed) })),
    })),
  };
}

/** Around all that a range touches on the page it begins on. */
function boxOf({ start, end }: RangeResult, places: readonly Place[]): Box | undefined {
  const touched: Place[] = [];
  for (let i = firstAfter(start.offset, places); i < places.length && places[i].start < Math.max(end.offset, start.offset + 1); i++) touched.push(places[i]);
  const boxes = touched.filter(({ page }) => page === touched[0].page).map(({ box }) => box);
  return boxes.length > 0 ? rounded(around(boxes)) : undefined;
}

/** The first place that ends after an offset, by binary search. */
function firstAfter(offset: number, places: readonly Place[]): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Outwards to hundredths of a point, so that nothing is cut off. */
function rounded({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.floor(x * 100), Math.floor(y * 100)];
  return { x: left / 100, y: top / 100, width: (Math.ceil((x + width) * 100) - left) / 100, height: (Math.ceil((y + height) * 100) - top) / 100 };
}
