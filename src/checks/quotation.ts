import { passage } from "./passage";
import type { RangeResult } from "./result";

/** The sentence or row around a place, in one line; `paint` dresses the place itself. */
export function quotation(lines: readonly string[], range: RangeResult, paint = (text: string) => text): string {
  const { before, marked, after } = passage(lines, range);
  const clean = (text: string) => text.replace(/\p{Cc}+/gu, " ");
  return `${clean(before)}${paint(clean(marked))}${clean(after)}`.trim();
}
