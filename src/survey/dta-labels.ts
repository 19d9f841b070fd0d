import { type BinaryReader, untilNul } from "./binary";
import { type DtaLayout } from "./dta-layout";
import { missingFrom, missingLetter } from "./dta-missing";

/** The labels of one table: of answers, and of Stata's missing letters. */
export interface LabelTable {
  readonly values: ReadonlyMap<number, string>;
  readonly letters: ReadonlyMap<string, string>;
}

/** Tables of value labels, by name: length, name, number of labels, bytes of text, offsets, values, text. */
export function readValueLabels(file: BinaryReader, { release, texts }: DtaLayout): Map<string, LabelTable> {
  const tables = new Map<string, LabelTable>();
  const more = (): boolean => (release < 117 ? file.left >= 4 : file.ascii(5, "a table of value labels") === "<lbl>");
  while (more()) {
    file.int32("a table of value labels");
    const name = texts.text(untilNul(file.slice(release >= 118 ? 129 : 33, "the name of value labels")));
    file.take(3, "a table of value labels");
    const n = file.count(file.int32("the number of value labels"), 8, "value labels");
    const length = file.count(file.int32("the length of value labels"), 1, "bytes of value labels");
    const offsets = Array.from({ length: n }, () => file.int32("the place of a value label"));
    const codes = Array.from({ length: n }, () => file.int32("a value with a label"));
    const text = file.slice(length, "value labels");
    const values = new Map<number, string>();
    const letters = new Map<string, string>();
    codes.forEach((code, i) => {
      if (offsets[i] < 0 || offsets[i] > length) return;
      const label = texts.text(untilNul(text.subarray(offsets[i])));
      if (code < missingFrom.long) values.set(code, label);
      else letters.set(missingLetter("long", code) ?? ".", label);
    });
    tables.set(name, { values, letters });
    if (release >= 117) file.ascii(6, "the end of value labels");
  }
  return tables;
}
