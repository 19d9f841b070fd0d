/** Answers 1 to 5 as a CSV, one in 97 missing; the same on every machine. */
export function likertCsv(rows: number, columns: number): Uint8Array {
  const header = new TextEncoder().encode(`${Array.from({ length: columns }, (_, j) => `Q${j + 1}`).join(",")}\n`);
  const bytes = new Uint8Array(header.length + rows * columns * 2);
  bytes.set(header);
  let at = header.length;
  let state = 12345;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      const draw = state >>> 16;
      if (draw % 97 !== 0) bytes[at++] = 49 + (draw % 5);
      bytes[at++] = column === columns - 1 ? 10 : 44;
    }
  }
  return bytes.subarray(0, at);
}
