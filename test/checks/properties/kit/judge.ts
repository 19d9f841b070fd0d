import type { FindingResult } from "../../../../src/checks/result";
import { checkManuscript } from "../../../../src/checks/run";
import { type Paper, type Printed, type Slot, slotsOf } from "./document";
import { type Change, type PrintedPaper, rounded, type Rounding } from "./print";
import type { Style } from "./style";

export const check = ({ source, path }: PrintedPaper): readonly FindingResult[] => checkManuscript(source, { path }).findings;
export const said = (f: FindingResult): string => `${f.severity} ${f.rule} (line ${f.range.start.line}): ${f.message} ${f.detail ?? ""}`;
export const shown = (c: Change) => `${c.slot.kind === "number" ? c.slot.value : JSON.stringify(c.slot)} -> ${c.to}`;

/** Rules that know rounding only, as the literature on them does. */
const roundingOnly = new Set(["p-value", "p-decision", "grim", "grimmer", "debit"]);

/** Errors and warnings of any rule, and of this one anything; where digits were cut off, hints are in order. */
export const alarms = (printed: PrintedPaper, rule: string, rounding: Rounding): string[] =>
  check(printed)
    .filter((f) => (rounding === "truncated" ? f.severity !== "information" && !roundingOnly.has(f.rule) : f.severity !== "information" || f.rule === rule))
    .map(said);

/** A seeded place of the paper and what is printed there instead; undefined where no other digit is a contradiction. */
export function changeOf(paper: Paper, style: Style, rule: string, place: number, digit: number, by: number): Change | undefined {
  const slots = slotsOf(paper, rule, style.language === "de").filter((slot) => !(slot.kind === "number" && /^p/.test(slot.form) && slot.value < 0.001));
  if (slots.length === 0) return undefined;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[(place + i) % slots.length];
    const to = slot.kind === "number" ? otherDigit(slot, rule, digit, by) : otherWord(slot, rule);
    if (to !== undefined) return { slot, to };
  }
  return undefined;
}

/** The printed number with one digit changed, so that it breaks what the rule knows. */
function otherDigit(slot: Printed, rule: string, digit: number, by: number): number | undefined {
  const breaks = slot.wrong.filter((w) => w.rule === rule);
  const text = rounded(slot.value, slot.decimals, "half up");
  const places = [...text.matchAll(/\d/g)].map((m) => m.index);
  for (let i = 0; i < places.length * 9; i++) {
    const at = places[(digit + Math.floor(i / 9)) % places.length];
    const changed = text.slice(0, at) + String((Number(text[at]) + 1 + ((by + i) % 9)) % 10) + text.slice(at + 1);
    if (/^-?0\d/.test(changed)) continue;
    if (breaks.some((w) => w.breaks(Number(changed)))) return Number(changed);
  }
  return undefined;
}

const otherWord = (slot: Exclude<Slot, Printed>, rule: string): string | number | undefined =>
  (slot.wrong as readonly { rule: string; breaks: string | number }[]).find((w) => w.rule === rule)?.breaks;

/** In the line of the change (a row of a table) or, in prose, in its paragraph. */
export function touches(f: FindingResult, { source, changed }: PrintedPaper): boolean {
  const { start, end } = around(source, changed!.start, changed!.end);
  return [f.range, ...f.related.map((r) => r.range)].some((r) => r.start.offset < end && start < r.end.offset);
}

function around(source: string, start: number, end: number): { start: number; end: number } {
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = (source.indexOf("\n", end) + source.length + 1) % (source.length + 1);
  const isRow = /\t|^\||^\+|<t[dh]>| & |^\S.* {2,}/.test(source.slice(lineStart, lineEnd));
  if (isRow) return { start: lineStart, end: lineEnd };
  const before = source.lastIndexOf("\n\n", start);
  const after = source.indexOf("\n\n", end);
  return { start: before < 0 ? 0 : before, end: after < 0 ? source.length : after };
}
