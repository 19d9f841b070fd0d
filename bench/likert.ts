/** Answers 1 to 5 as a CSV, one in 97 missing; the same on every machine. */
export function likertCsv(rows: number, columns: number): Uint8Array {
  const header = new TextEncoder().encode(Array.from({ length: columns }, (_, j) => `Q${j + 1}`).join(",") + "\n");
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

/** The least SPSS file: header, a record a variable, the end of the dictionary, a command byte an answer. */
export function likertSav(rows: number, columns: number): Uint8Array {
  const head = new Uint8Array(176 + columns * 32 + 8);
  const view = new DataView(head.buffer);
  const ascii = (text: string, at: number): void => new TextEncoder().encodeInto(text, head.subarray(at)) && undefined;
  head.fill(32, 0, 176);
  ascii("$FL2@(#) SPSS DATA FILE", 0);
  [2, columns, 1, 0, rows].forEach((value, k) => view.setInt32(64 + k * 4, value, true));
  view.setFloat64(84, 100, true);
  for (let column = 0; column < columns; column++) {
    const at = 176 + column * 32;
    [2, 0, 0, 0, 0x050100, 0x050100].forEach((value, k) => view.setInt32(at + k * 4, value, true));
    ascii(`Q${column + 1}`.padEnd(8), at + 24);
  }
  view.setInt32(176 + columns * 32, 999, true);
  const data = new Uint8Array(Math.ceil((rows * columns) / 8) * 8);
  for (let i = 0; i < rows * columns; i++) data[i] = i % 97 === 0 ? 255 : 101 + ((i * 7 + Math.floor(i / 13)) % 5);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}
