import type { ManuscriptTable } from "../manuscript/manuscript";

/** What stars mean by a table's own note: "*p < .05. **p < .01" → { "*": .05, "**": .01 }. Daggers too. */
export function starLevels(table: ManuscriptTable): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  for (const note of [...table.notes, ...(table.caption ? [table.caption] : [])]) {
    for (const match of note.text.matchAll(
      /(\*{1,4}|[†‡+])\s{0,2}(?:(?:Correlation is )?significant at (?:the )?(?:p ?[<≤=] ?)?|:|=|indicates |denotes )?\s?[pP]?\s?(?:[<≤]|=<)?\s?(0?[.,]\d{1,4})/g,
    )) {
      const level = Number(match[2].replace(",", "."));
      if (level > 0 && level <= 0.2 && !out.has(match[1])) out.set(match[1], level);
    }
  }
  return out;
}

/** The stars behind a number in a cell. */
export function starsAfter(text: string, end: number): string {
  return /^\s?(\*{1,4}|[†‡])/.exec(text.slice(end))?.[1] ?? "";
}
