import { toUtf8 } from "../../../src/survey/encoding";
import { encoderOf } from "./encode";
import { texts } from "./texts";

export const lengths = [20, 60, 200, 1000];

export interface Cell {
  tries: number;
  right: number;
  /** stated confidence and outcome of each try, where the encoding had to be guessed */
  stated: { confidence: number; right: boolean }[];
  /** read as what, when wrong */
  wrong: Map<string, number>;
}

/** The same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A table of answers with about `length` characters of text in it: lines in any order, the first begun at any word. */
export function sampleOf(lines: readonly string[], length: number, random: () => number): string {
  const rows: string[] = [];
  let left = length;
  while (left > 0) {
    const line = lines[Math.floor(random() * lines.length)];
    const spaces = [0, ...[...line.matchAll(/ /g)].map((space) => space.index + 1)].filter((at) => at < line.length - 4);
    const start = rows.length === 0 ? spaces[Math.floor(random() * spaces.length)] : 0;
    const part = [...line.slice(start)].slice(0, left).join("").trim();
    if (part !== "") rows.push(part);
    left -= Math.max(part.length, 1);
  }
  return `id,Q1,text\n${rows.map((row, r) => `${r + 1},${Math.floor(random() * 5) + 1},"${row}"`).join("\n")}\n`;
}

/** Reads `tries` samples a cell without being told the encoding. Right is what comes out letter for letter. */
export function detectionMatrix(tries: number): Map<string, Cell[]> {
  const matrix = new Map<string, Cell[]>();
  for (const [language, { encodings, lines }] of Object.entries(texts)) {
    const all = lines.split("\n").filter((line) => [...line].some((character) => character.charCodeAt(0) > 127));
    for (const encoding of encodings)
      matrix.set(
        `${language}|${encoding}`,
        lengths.map((length, l) => cellOf(encoding, all, length, tries, l + 1)),
      );
  }
  for (const encoding of ["utf-8", "utf-8 BOM", "utf-16le", "utf-16le BOM", "utf-16be", "utf-16be BOM"]) {
    const rows = Object.values(texts).map(({ lines }) => lines.split("\n"));
    matrix.set(
      `every language|${encoding}`,
      lengths.map((length, l) => sumOf(rows.map((all, k) => cellOf(encoding, all, length, Math.ceil(tries / 10), l + 1 + k)))),
    );
  }
  return matrix;
}

function cellOf(encoding: string, lines: readonly string[], length: number, tries: number, seed: number): Cell {
  const random = randomFrom(seed * 7919 + encoding.length);
  const encode = encoderOf(encoding);
  const cell: Cell = { tries: 0, right: 0, stated: [], wrong: new Map() };
  while (cell.tries < tries) {
    const text = sampleOf(lines, length, random);
    if (![...text].some((character) => character.charCodeAt(0) > 127)) continue; // nothing to recognise: plain ASCII
    cell.tries++;
    let read = "";
    let guess = "an error";
    let confidence: unknown;
    try {
      const found = toUtf8(encode(text), "s.csv");
      read = new TextDecoder().decode(found.bytes.subarray(found.start));
      guess = found.encoding;
      confidence = found.warnings[0]?.data?.confidence;
    } catch {
      // counted as wrong
    }
    const right = read.normalize("NFC") === text.normalize("NFC");
    if (right) cell.right++;
    else cell.wrong.set(guess, (cell.wrong.get(guess) ?? 0) + 1);
    if (typeof confidence === "number") cell.stated.push({ confidence, right });
  }
  return cell;
}

const sumOf = (cells: readonly Cell[]): Cell => ({
  tries: cells.reduce((sum, cell) => sum + cell.tries, 0),
  right: cells.reduce((sum, cell) => sum + cell.right, 0),
  stated: cells.flatMap((cell) => cell.stated),
  wrong: new Map(cells.flatMap((cell) => [...cell.wrong])),
});
