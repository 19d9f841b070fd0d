import { type Mapped, type Range, rangeOf } from "../manuscript/mapped";
import type { Reported } from "./number";
import { numberAt } from "./statistic-number";

/** A confidence interval as printed. */
export interface ReportedInterval {
  readonly low: Reported;
  readonly high: Reported;
  /** its two limits in the source */
  readonly range: Range;
  /** per cent */
  readonly level: number;
}

const name = /[\s,;:()[\]]{0,4}(?:(\d\d(?:[.,]\d)?)[\s-]?% ?-?)?(?:CI|KI|confidence intervals?|Konfidenzintervalle?)(?:s\b)?/y;
const between = /\s{0,2}(?:,|;|–|to|bis|-)\s{0,2}/y;

/** "95% CI [0.32, 0.72]", "CI = .03–.06", "(95% CI: 1.2 to 3.4)" that starts at most a separator after `at`. */
export function confidenceIntervalAt(mapped: Mapped, at: number, decimal: "." | ","): (ReportedInterval & { end: number }) | undefined {
  name.lastIndex = at;
  const head = name.exec(mapped.text);
  if (!head) return undefined;
  const limits = limitsAt(mapped, at + head[0].length, decimal);
  return limits && { ...limits, level: head[1] ? Number(head[1].replace(",", ".")) : 95 };
}

/** "[0.32, 0.72]" after a few joining words or signs. */
export function limitsAt(mapped: Mapped, at: number, decimal: "." | ","): (ReportedInterval & { end: number }) | undefined {
  const text = mapped.text;
  const lead =
    /^[\s:=,]{0,3}(?:(?:was|is|of|from|von|=|ranged from|ranging from|betrug|lag bei|reichte? von|for the (?:mean )?difference(?: was)?) ?)?[[({]? ?(?:LL ?= ?)?/.exec(
      text.slice(at, at + 48),
    )!;
  const from = at + lead[0].length;
  const low = numberAt(mapped, from, decimal);
  if (!low || low.percent) return undefined;
  between.lastIndex = low.end;
  const gap = between.exec(text);
  if (!gap) return undefined;
  const second = low.end + gap[0].length + (/^(?:UL ?= ?)/.exec(text.slice(low.end + gap[0].length, low.end + gap[0].length + 6))?.[0].length ?? 0);
  const high = numberAt(mapped, second, decimal);
  if (!high || high.percent) return undefined;
  return {
    low,
    high,
    range: rangeOf(mapped, low.start, high.end),
    level: 95,
    end: high.end + (/^ ?[\])}]/.exec(text.slice(high.end, high.end + 2))?.[0].length ?? 0),
  };
}
