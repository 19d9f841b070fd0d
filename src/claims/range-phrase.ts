import type { Reported } from "./number";

/** "from .53 (Matrix reasoning) to .76 (Spatial rotation)", "between .21 and .87", ".60-.76": two limits and what each belongs to. */
export interface RangePhrase {
  readonly low: Reported;
  readonly high: Reported;
  readonly lowLabel?: string;
  readonly highLabel?: string;
}

const middle =
  /^ ?(?:\(([^()]{1,80})\)|(?:for|in|bei|für) (?:the )?([^,()]{1,60}?))? ?,? ?(?:and|to|bis|und|until|through|up to|till|a|y|e|à|et|[-–—~]) ?(?:(?:a )?(?:high|maximum) of )?$/i;
const opening =
  /(?:rang(?:e|es|ed|ing)|between|from|var(?:y|ied|ies)|\blay\b|\blie[sd]?\b|span(?:s|ned)?|zwischen|\bvon\b|reicht|entre|\bde\b|\bdesde\b|lagen)[^.;]{0,60}$/i;
const dash = /^ ?[-–—~] ?$/;
/** "(α = .79 to .94)", "(.52 bis .81)": the limits right after a sign or a bracket */
const bare = /^ (?:to|bis) $/i;
const after = /^ ?(?:\(([^()]{1,80})\)|(?:for|in|bei|für) (?:the )?([^,.;()]{1,60}))/i;

/** Two numbers printed one after the other as the limits of a range, or undefined. */
export function rangePhrase(text: string, a: Reported, b: Reported): RangePhrase | undefined {
  const between = text.slice(a.end, b.start);
  const match = middle.exec(between);
  if (!match) return undefined;
  const before = text.slice(Math.max(0, a.start - 80), a.start);
  if (!dash.test(between) && !opening.test(before) && !(bare.test(between) && /[=(:[] ?$/.test(before))) return undefined;
  const tail = after.exec(text.slice(b.end, b.end + 90));
  const lowLabel = (match[1] ?? match[2])?.trim();
  const highLabel = (tail?.[1] ?? tail?.[2])?.trim();
  return { low: a, high: b, ...(lowLabel ? { lowLabel } : {}), ...(highLabel ? { highLabel } : {}) };
}
