import { type BinaryReader, untilNul } from "./binary";
import { type DtaLayout } from "./dta-layout";

/** The texts (strL) that cells point at. */
export interface LongTexts {
  /** The text of the cell at this byte. @throws ScreeError `damaged-file` where the cell points at a text that is not there */
  at(byte: number): string;
}

/** "GSO", variable (4 bytes), row (4, or 8 from 118 on), type (130: with a NUL at its end), length, text. */
export function readLongTexts(file: BinaryReader, { release, longTexts, texts }: DtaLayout): LongTexts {
  const found = new Map<string, string>();
  file.at = longTexts;
  while (file.ascii(3, "a long text") === "GSO") {
    const variable = file.uint32("a long text");
    const row = release === 117 ? file.uint32("a long text") : file.uint64("a long text");
    const type = file.uint8("a long text");
    const raw = file.slice(file.uint32("the length of a long text"), "a long text");
    found.set(`${variable},${row}`, texts.text(type === 130 ? untilNul(raw) : raw));
  }
  return {
    at(byte) {
      for (const v of variableBytes(release)) {
        const text = found.get(pointer(file, byte, v));
        if (text !== undefined) return text;
      }
      if (file.bytes.subarray(byte, byte + 8).every((one) => one === 0)) return ""; // (0, 0): no text
      file.at = byte + 1;
      return file.fail("points at a long text that the file does not have");
    },
  };
}

/** How many of the eight bytes name the variable. ReadStat (R's haven) writes release 119 as if it were 118. */
const variableBytes = (release: number): readonly number[] => (release === 117 ? [4] : release === 118 ? [2] : [3, 2]);

/** (v, o): variable and row of the text's first use. */
function pointer(file: BinaryReader, at: number, v: number): string {
  const number = (from: number, length: number): number => {
    let value = 0;
    for (let i = 0; i < length; i++) value = value * 256 + file.bytes[file.little ? from + length - 1 - i : from + i];
    return value;
  };
  return `${number(at, v)},${number(at + v, 8 - v)}`;
}
