import { lineStarts, positionAt } from "../manuscript/lines";
import type { Range } from "../manuscript/mapped";
import type { RangeResult } from "./result";

/** Turns offsets in a manuscript's text into places. Of a .pdf they know their page, from 1: the text it was converted to has a form feed between pages. */
export function placer(source: string, path: string): (range: Range) => RangeResult {
  const lines = lineStarts(source);
  const pages = /\.pdf$/i.test(path) ? pageStarts(source) : undefined;
  return ({ start, end }) => ({
    start: positionAt(lines, start),
    end: positionAt(lines, end),
    ...(pages ? { page: positionAt(pages, start).line } : {}),
  });
}

function pageStarts(source: string): readonly number[] {
  const starts = [0];
  for (let i = source.indexOf("\f"); i >= 0; i = source.indexOf("\f", i + 1)) starts.push(i + 1);
  return starts;
}

/** What a reader finds a place by: "line 12", "page 3"; nothing in a Word document, whose lines are nobody's and whose pages are made by the printer. */
export function placeName(range: RangeResult, path: string): string {
  if (range.page !== undefined) return `page ${range.page}`;
  return /\.docx$/i.test(path) ? "" : `line ${range.start.line}`;
}
