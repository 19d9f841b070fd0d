import { closeSync, openSync, writeSync } from "node:fs";

/** Likert answers that measure something in common as a CSV of any size, one in 97 missing; the same on every machine. */
export function writeLikertCsv(path: string, rows: number, columns: number): void {
  const file = openSync(path, "w");
  for (const part of likertParts(rows, columns)) writeSync(file, part);
  closeSync(file);
}

const block = 20_000;

function* likertParts(rows: number, columns: number): Generator<Uint8Array> {
  yield new TextEncoder().encode(`${Array.from({ length: columns }, (_, j) => `Q${j + 1}`).join(",")}\n`);
  const bytes = new Uint8Array(block * columns * 2);
  let state = 12345;
  const draw = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16;
  for (let done = 0; done < rows; done += block) {
    let at = 0;
    for (let row = done; row < Math.min(rows, done + block); row++) {
      const common = draw() >>> 13;
      for (let column = 0; column < columns; column++) {
        const own = draw();
        if (own % 97 !== 0) bytes[at++] = 49 + Math.min(4, ((own % 5) + (common >> 1) + 1) >> 1);
        bytes[at++] = column === columns - 1 ? 10 : 44;
      }
    }
    yield bytes.subarray(0, at);
  }
}
