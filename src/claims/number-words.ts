/** Cardinal numbers spelled out: English up to the thousands; German, Spanish, French and Portuguese up to twenty, where questionnaires print words. */
const english: Record<string, number> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}; // prettier-ignore
const others: Record<string, number> = {
  zwei: 2, drei: 3, vier: 4, "fünf": 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, "zwölf": 12,
  dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10,
  deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10, douze: 12,
  dois: 2, duas: 2, "três": 3, quatro: 4, sete: 7, oito: 8, nove: 9, dez: 10,
}; // prettier-ignore

export interface NumberWord {
  readonly value: number;
  /** "two thirds": about so much */
  readonly fraction?: boolean;
  readonly start: number;
  readonly end: number;
}

const start = new RegExp(`\\b(?:${Object.keys(english).join("|")})\\b|(?:${Object.keys(others).join("|")})`, "gi");
const follows = /([ -])([a-z]+)/iy;

/** "twenty-four items" → 24; "one hundred and twenty" → 120; "two thousand" → 2000. */
export function numberWords(text: string): NumberWord[] {
  const out: NumberWord[] = [];
  let end = 0;
  for (const match of text.matchAll(start)) {
    const word = match[0].toLowerCase();
    const at = match.index;
    if (at < end || isLetter(text[at - 1]) || isLetter(text[at + word.length])) continue;
    const found = Object.hasOwn(others, word) ? { value: others[word], start: at, end: at + word.length } : withPart(text, compound(text, at, word));
    end = found.end;
    out.push(found);
  }
  return out;
}

const parts: Record<string, number> = { half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourths: 4, fifth: 5, fifths: 5, sixths: 6, eighths: 8, tenth: 10, tenths: 10 }; // prettier-ignore

/** "two thirds", "three-quarters" → 0.67, 0.75; "one third" too, but not "two third-year students". */
function withPart(text: string, whole: NumberWord): NumberWord {
  const match = /^[ -]([a-z]{4,8})(?![\p{L}-])/u.exec(text.slice(whole.end, whole.end + 11));
  const part = match && Object.hasOwn(parts, match[1]) ? parts[match[1]] : undefined;
  if (!match || part === undefined || whole.value >= part || whole.value > 1 !== /s$/.test(match[1])) return whole;
  return { value: whole.value / part, start: whole.start, end: whole.end + match[0].length, fraction: true };
}

const isLetter = (c: string | undefined): boolean => c !== undefined && /\p{L}/u.test(c);

/** Goes on from the first word as long as the words make one number. */
function compound(text: string, at: number, first: string): NumberWord {
  let total = 0;
  let current = english[first];
  let end = at + first.length;
  for (let next = wordAfter(text, end); next; next = wordAfter(text, end)) {
    const { word, gap } = next;
    if (word === "hundred" && current > 0 && current < 10) current *= 100;
    else if (word === "thousand" && current > 0) {
      total += current * 1000;
      current = 0;
    } else if (word === "and" && gap === " " && current >= 100 && current % 100 === 0) {
      const after = wordAfter(text, next.end);
      if (!after || after.gap !== " " || !Object.hasOwn(english, after.word)) break;
      current += english[after.word];
      end = after.end;
      continue;
    } else if (Object.hasOwn(english, word) && joins(current, total, english[word], gap)) current += english[word];
    else break;
    end = next.end;
  }
  return { value: total + current, start: at, end };
}

/** "twenty-four", "hundred twelve", "thousand five": not "five six". */
function joins(current: number, total: number, next: number, gap: string): boolean {
  if (current % 100 === 0) return current >= 100 || (current === 0 && total > 0);
  return gap === "-" && current % 10 === 0 && current % 100 >= 20 && next > 0 && next < 10;
}

function wordAfter(text: string, at: number): { word: string; gap: string; end: number } | undefined {
  follows.lastIndex = at;
  const match = follows.exec(text);
  return match ? { word: match[2].toLowerCase(), gap: match[1], end: at + match[0].length } : undefined;
}
