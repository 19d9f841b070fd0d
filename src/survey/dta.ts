import { ScreeError } from "../errors";
import { BinaryReader, untilNul } from "./binary";
import { type DraftColumn, type DraftSurvey, narrow } from "./draft";
import { type DtaLayout, type DtaVariable, readLayout } from "./dta-layout";
import { pause } from "./pause";
import { isoDate } from "./spss-dates";

export interface DtaOptions {
  readonly name: string;
  /** of releases before 118, which do not say */
  readonly encoding?: string;
  readonly signal?: AbortSignal;
}

/**
 * A Stata file of releases 113 to 119: values, variable and value labels, dates as ISO text, long texts (strL).
 * System-missing (.) and the extended missing values .a to .z are missing.
 *
 * @throws ScreeError `truncated-file`, `damaged-file`, `unsupported-format`, `header-only`, `unknown-encoding`
 */
export async function readDta(bytes: Uint8Array, options: DtaOptions): Promise<DraftSurvey> {
  const file = new BinaryReader(bytes, options.name);
  const layout = readLayout(file, options.encoding);
  const { variables } = layout;
  const width = variables.reduce((sum, { size }) => sum + size, 0);
  if (variables.length === 0)
    throw new ScreeError("no-columns", `${options.name} has no variables.`, { hint: "Export it again.", data: { file: options.name } });
  if (layout.rows === 0) {
    throw new ScreeError("header-only", `${options.name} has ${variables.length} variables but no rows of answers.`, {
      hint: "Export the survey again with its responses.",
      data: { file: options.name },
    });
  }
  file.at = layout.data;
  const rows = file.count(layout.rows, width, "rows");
  const afterData = layout.data + rows * width;
  const longTexts = layout.longTexts < 0 ? new Map<string, string>() : readLongTexts(file, layout);
  file.at = layout.valueLabels < 0 ? afterData : layout.valueLabels;
  const tables = readValueLabels(file, layout);

  const columns: DraftColumn[] = [];
  let offset = layout.data;
  for (const variable of variables) {
    options.signal?.throwIfAborted();
    columns.push(columnOf(file, variable, { offset, width, rows }, layout, longTexts, tables.get(variable.labels)));
    offset += variable.size;
    if (columns.length % 16 === 0) await pause();
  }
  return { source: options.name, rows, columns, warnings: layout.texts.warnings };
}

interface Cells {
  readonly offset: number;
  /** bytes of a row */
  readonly width: number;
  readonly rows: number;
}

function columnOf(
  file: BinaryReader,
  variable: DtaVariable,
  cells: Cells,
  layout: DtaLayout,
  longTexts: ReadonlyMap<string, string>,
  labels?: ReadonlyMap<number, string>,
): DraftColumn {
  const { name, label, type } = variable;
  if (type === "text" || type === "strL") {
    const texts = new Map<string, string>();
    const values = Array.from({ length: cells.rows }, (_, row) => {
      const at = cells.offset + row * cells.width;
      if (type === "strL") return longTexts.get(longKey(file, at, layout.release)) ?? "";
      const raw = untilNul(file.bytes.subarray(at, at + variable.size));
      const key = raw.length <= 32 ? String.fromCharCode(...raw) : undefined;
      const known = key === undefined ? undefined : texts.get(key);
      if (known !== undefined) return known;
      const text = layout.texts.text(raw);
      if (key !== undefined && texts.size < 4096) texts.set(key, text);
      return text;
    });
    return { kind: "text", name, label, values };
  }
  const doubles = readNumbers(file, type, cells);
  const date = /^%-?(?:t|d)/.exec(variable.format) ? variable.format.replace("-", "") : undefined;
  const day = date?.startsWith("%d") || date?.startsWith("%td");
  const moment = date?.startsWith("%tc") || date?.startsWith("%tC");
  if (day || moment) {
    const values = Array.from(doubles, (value) => (value === value ? isoDate(epoch + value * (day ? 86_400_000 : 1), !day) : ""));
    return { kind: "text", name, label, values, declared: "date" };
  }
  return { kind: "numeric", name, label, ...narrow(doubles), valueLabels: labels, ...(date ? { declared: "date" as const } : {}) };
}

/** Stata counts from 1960. */
const epoch = Date.UTC(1960, 0, 1);

/** The smallest value that means missing, by type: "." itself; .a to .z are larger. */
const missingFrom = { byte: 101, int: 32741, long: 2147483621, float: 2 ** 127, double: 2 ** 1023 } as const;

function readNumbers(file: BinaryReader, type: keyof typeof missingFrom, { offset, width, rows }: Cells): Float64Array {
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const { little } = file;
  const read = {
    byte: (at: number) => view.getInt8(at),
    int: (at: number) => view.getInt16(at, little),
    long: (at: number) => view.getInt32(at, little),
    float: (at: number) => view.getFloat32(at, little),
    double: (at: number) => view.getFloat64(at, little),
  }[type];
  const least = missingFrom[type];
  const out = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = read(offset + row * width);
    out[row] = value < least && value > -Infinity ? value : NaN;
  }
  return out;
}

/** (v, o): variable and row of the text's first use. 117: 4 + 4 bytes, 118: 2 + 6, 119: 3 + 5. */
function longKey(file: BinaryReader, at: number, release: number): string {
  const v = release === 117 ? 4 : release === 118 ? 2 : 3;
  const number = (from: number, length: number): number => {
    let value = 0;
    for (let i = 0; i < length; i++) value = value * 256 + file.bytes[file.little ? from + length - 1 - i : from + i];
    return value;
  };
  return `${number(at, v)},${number(at + v, 8 - v)}`;
}

/** "GSO", variable (4 bytes), row (4, or 8 from 118 on), type (130: with a NUL at its end), length, text. */
function readLongTexts(file: BinaryReader, layout: DtaLayout): Map<string, string> {
  const texts = new Map<string, string>();
  file.at = layout.longTexts;
  while (file.ascii(3, "a long text") === "GSO") {
    const variable = file.uint32("a long text");
    const row = layout.release === 117 ? file.uint32("a long text") : file.uint64("a long text");
    const type = file.uint8("a long text");
    const raw = file.slice(file.uint32("the length of a long text"), "a long text");
    texts.set(`${variable},${row}`, layout.texts.text(type === 130 ? untilNul(raw) : raw));
  }
  return texts;
}

/** Tables of value labels: length, name, number of labels, bytes of text, offsets, values, text. Labels of .a to .z are left out. */
function readValueLabels(file: BinaryReader, { release, texts }: DtaLayout): Map<string, Map<number, string>> {
  const tables = new Map<string, Map<number, string>>();
  const more = (): boolean => (release < 117 ? file.left >= 4 : file.ascii(5, "a table of value labels") === "<lbl>");
  while (more()) {
    file.int32("a table of value labels");
    const name = texts.text(untilNul(file.slice(release >= 118 ? 129 : 33, "the name of value labels")));
    file.take(3, "a table of value labels");
    const n = file.count(file.int32("the number of value labels"), 8, "value labels");
    const length = file.count(file.int32("the length of value labels"), 1, "bytes of value labels");
    const offsets = Array.from({ length: n }, () => file.int32("the place of a value label"));
    const values = Array.from({ length: n }, () => file.int32("a value with a label"));
    const text = file.slice(length, "value labels");
    const table = new Map<number, string>();
    values.forEach((value, i) => {
      if (value < missingFrom.long && offsets[i] >= 0 && offsets[i] <= length) table.set(value, texts.text(untilNul(text.subarray(offsets[i]))));
    });
    tables.set(name, table);
    if (release >= 117) file.ascii(6, "the end of value labels");
  }
  return tables;
}
