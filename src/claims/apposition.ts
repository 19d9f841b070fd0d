import type { Sentence } from "../manuscript/manuscript";
import { type Range, rangeOf } from "../manuscript/mapped";
import { numbersIn, type Reported } from "./number";

/** A counted noun with the list of what is counted right after it. */
export interface Apposition {
  readonly announced: Reported;
  readonly noun: string;
  readonly items: readonly { readonly text: string; readonly range: Range }[];
}

const noun = /^ (?:[\p{L}-]{2,20} ){0,3}?([\p{L}-]{3,25}(?:s|ren|ten|en|n|e))\b/u;
const list =
  /^, ((?:[^,;:.()\d]{2,40}, ){2,14}(?:and|und) [^,;:.()\d]{2,40}), (?:were|are|was|is|have|has|had|served|could|can|emerged|wurden|sind|waren)(?!\p{L})/u;
const phrase = /\b(?:and|or|und|oder|which|who|that|we|with|by|in|of|for|each|not)\b/;

/** "The four constructs, quality, value, price, and loyalty, were measured": a list between commas right after what it lists. */
export function appositionIn({ text, mapped }: Sentence, decimal: "." | ","): Apposition | undefined {
  if (!/, (?:and|und) /.test(text)) return undefined;
  for (const n of numbersIn(mapped, decimal)) {
    if (n.decimals !== 0 || n.percent || n.value < 2 || n.value > 15 || n.relation !== "=") continue;
    const counted = noun.exec(text.slice(n.end, n.end + 60));
    const found = counted && list.exec(text.slice(n.end + counted[0].length));
    if (!found || /(?:first|last|other|of|than|to|or|and) $/i.test(text.slice(0, n.start))) continue;
    const words = found[1].split(/, (?:and |und )?/);
    if (words.some((w) => w.split(" ").length > 4 || phrase.test(w))) continue;
    let at = n.end + counted[0].length;
    const items = words.map((w) => {
      const from = text.indexOf(w, at);
      at = from + w.length;
      return { text: w, range: rangeOf(mapped, from, at) };
    });
    return { announced: n, noun: counted[1].toLowerCase(), items };
  }
  return undefined;
}
