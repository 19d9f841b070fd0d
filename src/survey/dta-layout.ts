import { ScreeError } from "../errors";
import { type BinaryReader, untilNul } from "./binary";
import { TextReader } from "./code-page";

export type DtaType = "byte" | "int" | "long" | "float" | "double" | "text" | "strL";

export interface DtaVariable {
  readonly name: string;
  readonly label?: string;
  readonly type: DtaType;
  /** bytes of a cell */
  readonly size: number;
  readonly format: string;
  /** name of its table of value labels, "" for none */
  readonly labels: string;
}

export interface DtaLayout {
  readonly release: number;
  readonly variables: readonly DtaVariable[];
  readonly rows: number;
  /** byte where the cells begin */
  readonly data: number;
  readonly texts: TextReader;
  /** byte where the long texts begin (releases 117 on) */
  readonly longTexts: number;
  /** byte where the value labels begin, −1: after the cells */
  readonly valueLabels: number;
}

/** Bytes of the names and texts, by release ("dta" in Stata's help describes 113 to 119). */
interface Widths {
  readonly name: number;
  readonly format: number;
  readonly label: number;
}

/** Header, variables and the places of the rest. */
export function readLayout(file: BinaryReader, encoding?: string): DtaLayout {
  return file.bytes[0] === 60 ? tagged(file, encoding) : packed(file, encoding);
}

function supported(file: BinaryReader, release: number, low: number, high: number): void {
  if (release >= low && release <= high) return;
  throw new ScreeError("unsupported-format", `${file.source} is a Stata file of release ${release}; releases 113 to 119 are read.`, {
    hint: 'In Stata, save it with "saveold", or export it as CSV.',
    data: { file: file.source, release },
  });
}

/** Releases 113 to 115 (Stata 8 to 12): fields follow each other. */
function packed(file: BinaryReader, encoding?: string): DtaLayout {
  const release = file.uint8("the release");
  supported(file, release, 113, 115);
  file.little = file.uint8("the byte order") === 2;
  file.take(2, "the header");
  const k = file.uint16("the number of variables");
  const rows = file.int32("the number of rows");
  file.take(81 + 18, "the file's label and date");
  const widths: Widths = { name: 33, format: release === 113 ? 12 : 49, label: 81 };
  file.count(k, 1 + widths.name * 2 + widths.format + widths.label, "variables");
  const types = Array.from(file.slice(k, "the types of the variables"), (code) => packedType(file, code));
  const texts = new TextReader(file.source, { user: encoding });
  const variables = describe(file, texts, k, widths, types, () => file.take(2 * (k + 1), "the sort order"));
  for (;;) {
    const type = file.uint8("a characteristic");
    const length = file.int32("a characteristic");
    if (type === 0 && length === 0) break;
    file.take(file.count(length, 1, "bytes of a characteristic"), "a characteristic");
  }
  return { release, variables, rows, data: file.at, texts, longTexts: -1, valueLabels: -1 };
}

/** Names, sort order, formats, names of label tables, labels: the order of every release. */
function describe(
  file: BinaryReader,
  texts: TextReader,
  k: number,
  widths: Widths,
  types: readonly { type: DtaType; size: number }[],
  skipSortOrder: () => void,
  tag: (name: string) => void = () => undefined,
): DtaVariable[] {
  const column = (width: number, what: string): string[] => Array.from({ length: k }, () => texts.text(untilNul(file.slice(width, what))));
  tag("varnames");
  const names = column(widths.name, "a variable's name");
  tag("/varnames");
  skipSortOrder();
  tag("formats");
  const formats = column(widths.format, "a variable's format");
  tag("/formats");
  tag("value_label_names");
  const labelNames = column(widths.name, "the name of value labels");
  tag("/value_label_names");
  tag("variable_labels");
  const labels = column(widths.label, "a variable's label");
  tag("/variable_labels");
  return types.map((type, v) => ({ ...type, name: names[v], format: formats[v], labels: labelNames[v], label: labels[v].trim() || undefined }));
}

function packedType(file: BinaryReader, code: number): { type: DtaType; size: number } {
  if (code >= 1 && code <= 244) return { type: "text", size: code };
  const type = packedTypes[code];
  return type ?? file.fail(`gives a variable the type ${code}, which Stata does not have`);
}

const packedTypes: Readonly<Record<number, { type: DtaType; size: number }>> = {
  251: { type: "byte", size: 1 },
  252: { type: "int", size: 2 },
  253: { type: "long", size: 4 },
  254: { type: "float", size: 4 },
  255: { type: "double", size: 8 },
};

const taggedTypes: Readonly<Record<number, { type: DtaType; size: number }>> = {
  65530: { type: "byte", size: 1 },
  65529: { type: "int", size: 2 },
  65528: { type: "long", size: 4 },
  65527: { type: "float", size: 4 },
  65526: { type: "double", size: 8 },
  32768: { type: "strL", size: 8 },
};

/** Releases 117 to 119 (Stata 13 on): fields between tags, and a map of their places. */
function tagged(file: BinaryReader, encoding?: string): DtaLayout {
  const tag = (name: string): void => {
    const expected = `<${name}>`;
    if (file.ascii(expected.length, `the tag ${expected}`) !== expected) file.fail(`should end the tag ${expected}`);
  };
  tag("stata_dta");
  tag("header");
  tag("release");
  const written = file.ascii(3, "the release");
  if (!/^\d{3}$/.test(written)) file.fail("should end the number of a Stata release");
  const release = Number(written);
  supported(file, release, 117, 119);
  tag("/release");
  tag("byteorder");
  file.little = file.ascii(3, "the byte order") === "LSF";
  tag("/byteorder");
  tag("K");
  const k = release === 119 ? file.uint32("the number of variables") : file.uint16("the number of variables");
  tag("/K");
  tag("N");
  const rows = release === 117 ? file.uint32("the number of rows") : file.uint64("the number of rows");
  tag("/N");
  tag("label");
  file.take(release === 117 ? file.uint8("the file's label") : file.uint16("the file's label"), "the file's label");
  tag("/label");
  tag("timestamp");
  file.take(file.uint8("the date"), "the date");
  tag("/timestamp");
  tag("/header");
  tag("map");
  const map = Array.from({ length: 14 }, () => file.uint64("the map of the file"));
  tag("/map");

  const widths: Widths = release === 117 ? { name: 33, format: 49, label: 81 } : { name: 129, format: 57, label: 321 };
  file.count(k, 2 + widths.name * 2 + widths.format + widths.label, "variables");
  tag("variable_types");
  const types = Array.from({ length: k }, () => taggedType(file, file.uint16("a variable's type")));
  tag("/variable_types");
  const texts = new TextReader(file.source, { user: encoding, file: release >= 118 ? "utf-8" : undefined });
  const skipSortOrder = (): void => {
    tag("sortlist");
    file.take((release === 119 ? 4 : 2) * (k + 1), "the sort order");
    tag("/sortlist");
  };
  const variables = describe(file, texts, k, widths, types, skipSortOrder, tag);
  const at = (place: number, name: string): number => {
    file.at = Math.min(place, file.bytes.length);
    tag(name);
    return file.at;
  };
  return { release, variables, rows, texts, data: at(map[9], "data"), longTexts: at(map[10], "strls"), valueLabels: at(map[11], "value_labels") };
}

function taggedType(file: BinaryReader, code: number): { type: DtaType; size: number } {
  if (code >= 1 && code <= 2045) return { type: "text", size: code };
  return taggedTypes[code] ?? file.fail(`gives a variable the type ${code}, which Stata does not have`);
}
