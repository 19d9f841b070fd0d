import { memoised } from "./memo";

/** Abbreviations whose full stop does not end a sentence. */
const abbreviation =
  /(?:^|[\s([])(?:e\.g|i\.e|cf|vs|al|etc|approx|ca|resp|Fig|Figs|Tab|Eq|Eqs|Nr|No|Nos|Vol|pp|p|Dr|Prof|Mr|Mrs|Ms|St|Jr|Sr|ed|eds|z\.\s?B|d\.\s?h|bzw|u\.\s?a|vgl|S|Abb|Bd|Hrsg|et al|Inc|Ltd|Co|M|SD|SE|df|max|min|Std|Dev|Sig|Approx|\p{Lu}|\d{1,2})$/u;

/** Splits normalised text into sentences: [from, to) of each. A decimal point, an initial or an abbreviation ends none. */
export const sentenceBounds = memoised(20_000, bounds);

function bounds(text: string): readonly (readonly [number, number])[] {
  const out: [number, number][] = [];
  let from = 0;
  const stop = /[.!?。！？]+["')\]]{0,3}(?=\s|$)|[.!?]["')\]]{0,2}(?=\p{Lu}\p{Ll})|[。！？]/gu;
  for (const match of text.matchAll(stop)) {
    const end = match.index + match[0].length;
    if (end < text.length && !endsHere(text, from, match.index, end, match[0])) continue;
    if (text.slice(from, end).trim()) out.push([skipSpace(text, from), end]);
    from = end;
  }
  if (text.slice(from).trim()) out.push([skipSpace(text, from), text.length]);
  return out;
}

function skipSpace(text: string, at: number): number {
  while (text[at] === " ") at++;
  return at;
}

function endsHere(text: string, from: number, at: number, end: number, mark: string): boolean {
  if (/[。！？]/.test(mark)) return true;
  const next = text.slice(end, end + 3).trimStart()[0] ?? "";
  const glued = text[end] !== " ";
  const before = text.slice(Math.max(from, at - 12), at);
  if (glued) return /\p{Ll}{3}$/u.test(before) && !/(?:www|http)/.test(before);
  if (mark.startsWith(".")) {
    const tail = abbreviation.exec(before);
    if (tail) {
      const word = tail[0].trim().replace(/^[([]/, "");
      if (/^\d{1,2}$/.test(word)) return text.slice(from, at).trim() !== word && !/[:;] ?\d{1,2}$/.test(before) && /^[\p{Lu}"'([]/u.test(next); // "1. Understand" is one item; "there were 24. The" two sentences
      if (/^\p{Lu}$/u.test(word) && /^\p{Lu}/u.test(next))
        return /(?:=|[a-z]) ?\p{Lu}$/u.test(before) && /^\s(?:The|In|We|A|This|These|It|For|Table|Figure|On|To|At|As|Of)\b/.test(text.slice(end, end + 9));
      if (word === "al") return false;
      return false;
    }
  }
  // a sentence may open with the name of an item: "… in size. q14 loaded highest"
  if (/^ [a-z]{1,8}[._]?\d{1,3} \p{Ll}/u.test(text.slice(end, end + 16)) && /(?:\p{Ll}{3}|[)\d])$/u.test(before)) return true;
  return /^[\p{Lu}\p{N}"'([<*\u4e00-\u9fff\u0e00-\u0e7fαβχημσω]/u.test(next) || mark.length > 1 || /[!?]/.test(mark)
    ? !/^\p{Ll}/u.test(next) || /[!?]/.test(mark)
    : false;
}
