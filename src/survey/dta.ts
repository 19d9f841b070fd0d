import { ScreeError } from "../errors";
import { BinaryReader, untilNul } from "./binary";
import { letterWarning, MissingRows } from "./declared-missing";
import { type DraftColumn, type DraftSurvey, narrow } from "./draft";
import { type LabelTable, readValueLabels } from "./dta-labels";
import { type DtaLayout, type DtaVariable, readLayout } from "./dta-layout";
import { type LongTexts, readLongTexts } from "./dta-long-texts";
import { missingLetter, missingFrom } from "./dta-missing";
import { pause } from "./pause";
import { isoDate } from "./spss-dates";

export interface DtaOptions {
  readonly name: string;
  /** of releases before 118, which do not say */
  readonly encoding?: string;
  readonly signal?: AbortSignal;
  /** only so many, for a first look: the others are neither read nor checked */
  readonly firstRows?: number;
}

/**
 * A Stata file of releases 113 to 119: values, variable and value labels, dates as ISO text, long texts (strL).
 * System-missing (.) and the extended missing values .a to .z are missing; which letter stood where is kept in `declaredMissing`.
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
  const all = file.count(layout.rows, width, "rows");
  const rows = Math.min(all, options.firstRows ?? Infinity);
  const afterData = layout.data + all * width;
  const longTexts = layout.longTexts < 0 ? undefined : readLongTexts(file, layout);
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
  const letters = letterWarning(
    columns.filter((column) => column.kind === "numeric"),
    options.name,
  );
  return { source: options.name, rows, columns, warnings: [...layout.texts.warnings, ...letters] };
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
  longTexts: LongTexts | undefined,
  table?: LabelTable,
): DraftColumn {
  const { name, label, type } = variable;
  if (type === "text" || type === "strL") {
    const texts = new Map<string, string>();
    const values = Array.from({ length: cells.rows }, (_, row) => {
      const at = cells.offset + row * cells.width;
      if (type === "strL") return longTexts?.at(at) ?? "";
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
  const letters = new MissingRows();
  const doubles = readNumbers(file, type, cells, letters);
  const date = /^%-?(?:t|d)/.exec(variable.format) ? variable.format.replace("-", "") : undefined;
  const day = date?.startsWith("%d") || date?.startsWith("%td");
  const moment = date?.startsWith("%tc") || date?.startsWith("%tC");
  if (day || moment) {
    const values = Array.from(doubles, (value) => (value === value ? isoDate(epoch + value * (day ? 86_400_000 : 1), !day) : ""));
    return { kind: "text", name, label, values, declared: "date" };
  }
  const declaredMissing = letters.finish((letter) => table?.letters.get(letter as string));
  return {
    kind: "numeric",
    name,
    label,
    ...narrow(doubles),
    valueLabels: table?.values,
    ...(declaredMissing ? { declaredMissing } : {}),
    ...(date ? { declared: "date" as const } : {}),
  };
}

/** Stata counts from 1960. */
const epoch = Date.UTC(1960, 0, 1);

function readNumbers(file: BinaryReader, type: keyof typeof missingFrom, { offset, width, rows }: Cells, letters: MissingRows): Float64Array {
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
    const isValue = value < least && value > -Infinity;
    out[row] = isValue ? value : NaN;
    if (isValue || value === least) continue;
    const letter = missingLetter(type, value);
    if (letter) letters.add(letter, row);
  }
  return out;
}
