import type { Range } from "./mapped";

/**
 * Where a Markdown text is code, in which a marker is only text: fenced blocks (to the end of the text where the fence is not closed), lines indented as code, and code spans.
 * In the order of the text, not overlapping. Linear in the length of the text.
 */
export function codeRegions(source: string): readonly Range[] {
  const regions: Range[] = [];
  let fence: { sign: string; length: number; start: number } | undefined;
  let paragraph = 0; // start of the text in which code spans are looked for
  let blankBefore = true;
  let indentedBefore = false;
  const prose = (end: number) => regions.push(...codeSpans(source, paragraph, end));

  for (let start = 0; start < source.length;) {
    const lineEnd = source.indexOf("\n", start);
    const next = lineEnd < 0 ? source.length : lineEnd + 1;
    const line = source.slice(start, next);
    const mark = /^[ \t>]{0,64}(`{3,}|~{3,})([^\n]*)/.exec(line);
    if (fence) {
      if (mark && mark[1][0] === fence.sign && mark[1].length >= fence.length && mark[2].trim() === "") {
        regions.push({ start: fence.start, end: next });
        fence = undefined;
        paragraph = next;
      }
    } else if (mark && !(mark[1][0] === "`" && mark[2].includes("`"))) {
      prose(start);
      fence = { sign: mark[1][0], length: mark[1].length, start };
    } else if (line.trim() === "") {
      prose(start);
      paragraph = next;
    } else if (/^(?: {4}|\t)/.test(line) && (blankBefore || indentedBefore)) {
      regions.push({ start, end: next });
      paragraph = next;
    }
    const blank = line.trim() === "";
    indentedBefore = !blank && regions.at(-1)?.end === next && regions.at(-1)?.start === start;
    blankBefore = blank;
    start = next;
  }
  if (fence) regions.push({ start: fence.start, end: source.length });
  else prose(source.length);
  return regions;
}

/** Runs of backticks closed by a run of the same length within the paragraph (CommonMark 6.1). */
function codeSpans(source: string, from: number, to: number): Range[] {
  const text = source.slice(from, to);
  if (!text.includes("`")) return [];
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  const later = new Map<number, number[]>(); // run length → indices of runs, last first
  for (let i = runs.length - 1; i >= 0; i--) {
    const same = later.get(runs[i].length);
    if (same) same.push(i);
    else later.set(runs[i].length, [i]);
  }
  const spans: Range[] = [];
  for (let i = 0; i < runs.length; i++) {
    const same = later.get(runs[i].length)!;
    while (same.length > 0 && same[same.length - 1] <= i) same.pop();
    const close = same.at(-1);
    if (close === undefined) continue;
    spans.push({ start: from + runs[i].at, end: from + runs[close].at + runs[close].length });
    i = close;
  }
  return spans;
}

/** Whether an offset lies in one of the regions. */
export function within(regions: readonly Range[], offset: number): boolean {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (regions[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < regions.length && regions[low].start <= offset;
}
