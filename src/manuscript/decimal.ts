import type { Block, ManuscriptTable } from "./manuscript";

/** Judges whether a text writes 0.81 or 0,81, by counting the numbers that can be read in one way only. */
export function judgeDecimal(blocks: readonly Block[], tables: readonly ManuscriptTable[]): "." | "," {
  let comma = 0;
  let point = 0;
  const count = (text: string) => {
    for (const match of text.matchAll(/[\d.,]{2,60}/g)) {
      const n = match[0].replace(/[.,]$/, "");
      if (!/[.,]\d/.test(n)) continue;
      if (/^\d*\.\d+$/.test(n) && !/^[1-9]\d{0,2}\.\d{3}$/.test(n)) point++;
      else if (/^(?:0,\d+|\d+,(?:\d{1,2}|\d{4,}))$/.test(n) && !isList(text, match.index, n.length)) comma++;
      else if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(n)) comma += 2;
      else if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(n)) point += 2;
    }
  };
  for (const block of blocks) if (block.kind !== "reference") count(block.text.text);
  for (const table of tables) for (const row of table.rows) for (const cell of row.cells) count(cell.text);
  if (comma === 0 && point === 0) return isGerman(blocks) ? "," : "."; // "5,550" can be read in two ways
  return comma > 2 * point ? "," : ".";
}

/** Do the commonest words of German outnumber those of English? */
function isGerman(blocks: readonly Block[]): boolean {
  let balance = 0;
  for (const { text } of blocks)
    balance += words(text.text, /\b(?:der|die|das|und|mit|wurden?|einer|bei)\b/gi) - words(text.text, /\b(?:the|of|and|with|was|were|by)\b/gi);
  return balance > 0;
}

const words = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** "(2,29)" and "[3,12]" are lists: degrees of freedom, citations. */
function isList(text: string, at: number, length: number): boolean {
  const [before, after] = [text[at - 1], text[at + length]];
  return (before === "(" && after === ")") || before === "[" || after === "]";
}
