/** A name in a list, with where it stands in the text. */
export interface ListedName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const openers: readonly RegExp[] = [
  /^ ?\(((?:[^()]|\([^()]{0,40}\)){5,400})\)/,
  // "were extracted (A, B, and C)"
  /^ (?:(?:were|was|have been|could be|wurden) )?(?:extracted|retained|found|identified|obtained|revealed|kept|derived|extrahiert|gefunden|ermittelt|identifiziert|beibehalten),? ?\(((?:[^()]|\([^()]{0,40}\)){5,400})\)/,
  /^[^:;.()]{0,120}?: ?([^:]{5,400})$/,
  /^[^;:.()]{0,160}?\b(?:namely|including|consists? of|consisting of|compris(?:es|ing|e)|labell?ed|named|called|termed|(?:which|that) (?:we|are|were) (?:call|label|name|term)(?:l?ed|d)?|interpreted as|identified as|referred to as|reflecting|representing|i\.e\.,?|viz\.?|nämlich|und zwar|a saber) ?:? ?(.{5,400})$/,
  /^(?: were| are)? ?[-–—,] ?(.{5,400})$/,
  // "the five components Planning, Help seeking, and Effort describe …": names in capitals, the last of one word
  /^ (\p{Lu}[^.;:()]{2,300}?,? (?:and|&|und|y|e|et) \p{Lu}[\p{L}-]{1,30})(?= |[,.;]|$)/u,
];

const clauseEnd = /[;.]? ?(?:\b(?:was|were|is|are|had|has|have|explain\w*|account\w*|emerg\w*|could|can|that|which|wurden?|sind|waren)\b|$)/i;

/** The names listed after "four factors": "(A, B, C, and D)", ": A; B; C", "namely A, B and C", ", A, B, and C, were found". At least two of them, or none. */
export function listedNames(text: string, from: number): readonly ListedName[] {
  const tail = text.slice(from);
  for (const opener of openers) {
    const match = opener.exec(tail);
    if (!match) continue;
    const start = from + match[0].indexOf(match[1], 0) + 0;
    const names = split(match[1], start);
    if (names.length >= 2 && names.every((n) => isName(n.text))) return names;
  }
  return [];
}

function split(body: string, offset: number): ListedName[] {
  const separator = body.includes(";") ? ";" : ",";
  const out: ListedName[] = [];
  let at = 0;
  for (const part of body.split(separator)) {
    let piece = part;
    let done = false;
    const end = clauseEnd.exec(piece);
    if (end && end.index < piece.length) {
      done = true;
      piece = piece.slice(0, end.index);
    }
    for (const sub of lastOfList(piece)) push(out, sub.text, offset + at + sub.at);
    if (done) break;
    at += part.length + 1;
  }
  return out;
}

/** "B and C" at the end of a list is two names, "and C" is one. */
function lastOfList(piece: string): { text: string; at: number }[] {
  const lead = /^ ?(?:and|und|y|e|et|as well as|&) /.exec(piece);
  if (lead) return [{ text: piece.slice(lead[0].length), at: lead[0].length }];
  const inner = /^(.{2,60}?) (?:and|und|&) (.{2,60})$/.exec(piece);
  return inner
    ? [
        { text: inner[1], at: 0 },
        { text: inner[2], at: inner[0].length - inner[2].length },
      ]
    : [{ text: piece, at: 0 }];
}

function push(out: ListedName[], raw: string, at: number): void {
  const cleaned = raw.replace(/^[\s"'“”‘’]*(?:\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[).] ?)?(?:(?:Factor|Component|Dimension|F|C) ?\d{1,2} ?[:=-] ?)?["'“”‘’]*/i, "");
  const text = cleaned.replace(/[\s"'“”‘’.,]+$/, "").replace(/ ?\([^()]*\)$/, "");
  const start = at + raw.length - cleaned.length;
  if (text) out.push({ text, start, end: start + text.length });
}

const isName = (text: string): boolean =>
  text.length >= 2 &&
  text.split(" ").length <= 9 &&
  /\p{L}{2}/u.test(text) &&
  !/\b(?:we|it|they|this|these|there|Table|Figure|et al|respectively|eigenvalues?|loadings?|variance|items?)\b|\d{4}|%/i.test(text);
