import { type Mapped, MappedBuilder } from "./mapped";

/** A run of * or _ in the text being undressed. */
export interface DelimiterRun {
  /** where it stands in the output */
  readonly at: number;
  readonly char: string;
  readonly length: number;
  readonly before: string;
  readonly after: string;
  /** the link it stands in (0: none); emphasis does not cross a link's brackets */
  readonly link: number;
}

const space = /\s/;
const punctuation = /[\p{P}\p{S}]/u;

/** Takes out the delimiters that make emphasis (CommonMark's flanking rules), and leaves stars that mean significance ("‑.87**") or multiplication. */
export function unemphasise(mapped: Mapped, runs: readonly DelimiterRun[]): Mapped {
  if (runs.length === 0) return mapped;
  const gone = new Set<number>();
  const open: Record<string, { run: DelimiterRun; left: number }[]> = { "*": [], _: [] };
  for (const run of runs) {
    const leftFlanking = !space.test(run.after) && (!punctuation.test(run.after) || space.test(run.before) || punctuation.test(run.before));
    const rightFlanking = !space.test(run.before) && (!punctuation.test(run.before) || space.test(run.after) || punctuation.test(run.after));
    const opens = leftFlanking && (run.char === "*" || !rightFlanking || punctuation.test(run.before));
    const closes = rightFlanking && (run.char === "*" || !leftFlanking || punctuation.test(run.after));
    let taken = 0; // delimiters of this run used up as closers
    const stack = open[run.char];
    while (closes && taken < run.length && stack[stack.length - 1]?.run.link === run.link) {
      const top = stack[stack.length - 1];
      const use = Math.min(top.left, run.length - taken);
      for (let k = 0; k < use; k++) {
        gone.add(top.run.at + top.left - 1 - k);
        gone.add(run.at + taken + k);
      }
      top.left -= use;
      taken += use;
      if (top.left === 0) stack.pop();
    }
    if (opens && taken < run.length) {
      // what is left of the run opens; its used part stood first
      stack.push({ run: { ...run, at: run.at + taken }, left: run.length - taken });
    }
  }
  if (gone.size === 0) return mapped;
  const out = new MappedBuilder();
  let from = 0;
  const keep = (to: number) => {
    if (to > from)
      out.append({
        text: mapped.text.slice(from, to),
        starts: Array.prototype.slice.call(mapped.starts, from, to),
        ends: Array.prototype.slice.call(mapped.ends, from, to),
      });
  };
  for (const at of [...gone].sort((a, b) => a - b)) {
    keep(at);
    from = at + 1;
  }
  keep(mapped.text.length);
  return out.done();
}
