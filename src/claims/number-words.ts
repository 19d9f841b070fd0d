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
  readonly start: number;
  readonly end: number;
}

/** "twenty-four items" → 24; "one hundred and twenty" → 120; "two thousand" → 2000. */
export function numberWords(text: string): NumberWord[] {
  const out: NumberWord[] = [];
  const words = [...text.matchAll(/\p{L}+/gu)];
  for (let i = 0; i < words.length; i++) {
    const first = words[i][0].toLowerCase();
    const start = words[i].index;
    if (first in others) {
      out.push({ value: others[first], start, end: start + first.length });
      continue;
    }
    if (!Object.hasOwn(english, first)) continue;
    let total = 0;
    let current = english[first];
    let last = i;
    for (let j = i + 1; j < words.length && j < i + 12; j++) {
      const gap = text.slice(words[last].index + words[last][0].length, words[j].index);
      const word = words[j][0].toLowerCase();
      if (gap !== " " && gap !== "-") break;
      if (word === "hundred" && current > 0 && current < 10) current *= 100;
      else if (word === "thousand" && current > 0) {
        total += current * 1000;
        current = 0;
      }
      else if (Object.hasOwn(english, word) && (current % 100 === 0 ? current >= 100 || (current === 0 && total > 0) : current % 10 === 0 && current % 100 >= 20 && english[word] < 10 && english[word] > 0 && gap === "-")) current += english[word];
      else if (word === "and" && gap === " " && current >= 100 && current % 100 === 0 && Object.hasOwn(english, words[j + 1]?.[0].toLowerCase() ?? "")) {
        last = j;
        continue;
      } else break;
      last = j;
    }
    if (words[last][0].toLowerCase() === "and") last--;
    out.push({ value: total + current, start, end: words[last].index + words[last][0].length });
    i = last;
  }
  return out;
}
