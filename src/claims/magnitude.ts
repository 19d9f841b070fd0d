const words: Record<string, number> = {
  hundred: 1e2, thousand: 1e3, million: 1e6, millions: 1e6, mio: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12,
  tausend: 1e3, millionen: 1e6, milliarden: 1e9, milliarde: 1e9, mil: 1e3, mille: 1e3, millones: 1e6, "milhões": 1e6, 千: 1e3, 万: 1e4, 亿: 1e8,
}; // prettier-ignore
const after = /^\s?(?:(hundred|thousand|millions?|mio|mn|billion|bn|trillion|tausend|millionen|milliarden?|mil|mille|millones|milhões)\b\.?|([千万亿]))/iu;

/** The word of magnitude that follows a number: "638 million" → 1e6. `length` counts the characters up to its end. */
export function magnitudeAfter(text: string, end: number): { factor: number; length: number } {
  const match = after.exec(text.slice(end, end + 14));
  if (!match) return { factor: 1, length: 0 };
  return { factor: words[(match[1] ?? match[2]).toLowerCase()], length: match[0].length };
}
