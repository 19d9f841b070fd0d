import type { Component } from "./component";
import { componentNoun } from "./factor-words";

const words: Record<string, number> = {
  first: 1, largest: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10,
  erste: 1, zweite: 2, dritte: 3, vierte: 4, fünfte: 5, sechste: 6, primer: 1, primero: 1, segundo: 2, tercer: 3, cuarto: 4, primeiro: 1, premier: 1,
}; // prettier-ignore

const noun = componentNoun;
const pattern = new RegExp(
  `\\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?:erste|zweite|dritte|vierte|fünfte|sechste)(?=[nrms]?\\b)|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|primeir[oa]|premier)[nrms]?(?: (?:\\p{L}+ )?(?:${noun})\\b|(?= (?:one )?(?:explain|account|had|with|was|to|\\()))|\\b(?:${noun}) ?(\\d{1,2}|[IVX]{1,4})\\b|\\b(?:F|PC)(\\d{1,2})\\b|\\b(largest) eigen`,
  "giu",
);

/** The component named last before a place in a text ("the first factor", "Factor 2", "PC3"), with where it ends; not farther back than 100 characters before `from`, nor 400 before the place. */
export function ordinalBefore(text: string, place: number, from: number): (Component & { readonly at: number }) | undefined {
  const start = Math.max(0, place - 400, Math.min(from, place) - 100);
  let found: (Component & { at: number }) | undefined;
  for (const match of text.slice(start, place).matchAll(pattern)) {
    const ordinal = match[2] ? componentNumber(match[2]) : match[3] ? Number(match[3]) : words[(match[1] ?? match[4]).toLowerCase()];
    if (ordinal) found = { label: match[0], ordinal, at: start + match.index + match[0].length };
  }
  return found;
}

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const componentNumber = (text: string): number => (/^\d/.test(text) ? Number(text) : romans.indexOf(text.toUpperCase()) + 1);
