import { ScreeError, type Warning } from "../errors";
import { detectDelimiter } from "./csv-dialect";
import { carriageReturn, lineFeed, longestLine, mostFields, nextLine, space, type SampleRecord, sampleRecords } from "./csv-records";
import { RecordParser, type RecordsOptions } from "./csv-parse";
import { type DraftColumn, type DraftSurvey } from "./draft";
import { toUtf8 } from "./encoding";
import { type Header, readHeader, titleRows, titleWarning } from "./header";
import { distinctNames } from "./names";
import { NumberColumn } from "./number-column";
import { numberOf } from "./number-text";
import { isMissingWord } from "./missing-words";
import { pause } from "./pause";
import { type TextLayout } from "./survey";

export interface DelimitedOptions {
  readonly name: string;
  /** absent: recognised */
  readonly encoding?: string;
  /** one character; absent: recognised */
  readonly delimiter?: string;
  readonly signal?: AbortSignal;
  /** told now and then how many rows have been read */
  readonly progress?: (rows: number) => void;
}

const sampleRows = 50;
/** Between two looks at the signal: a few hundredths of a second. */
const slice = 4 << 20;

/**
 * A delimited text file (CSV, TSV, …) in typed columns.
 *
 * Fields follow RFC 4180. Spaces around an unquoted field are not part of it; blank lines are passed over (in a file of one column they are missing answers,
 * except at the end); a decimal comma is read where the file has no decimal point.
 *
 * @throws ScreeError `empty-file`, `header-only`, `ragged-row`, `unterminated-quote`, `text-after-quote`, `bad-delimiter`, and those of `toUtf8`
 */
export async function readDelimited(file: Uint8Array, options: DelimitedOptions): Promise<DraftSurvey> {
  const source = options.name;
  const text = toUtf8(file, source, options.encoding);
  const { bytes } = text;
  const warnings: Warning[] = [...text.warnings];

  const declared = separatorLine(bytes, text.start);
  const delimiter = delimiterByte(options.delimiter ?? declared?.delimiter ?? detectDelimiter(bytes, text.start), source);
  const layout = layoutOf(bytes, declared?.next ?? text.start, delimiter, source);
  const { header } = layout;
  const { names } = distinctNames(header.names, source);

  const content = withoutEmptyEnd(bytes, layout.dataStart, delimiter, source);
  warnings.push(...content.warnings);
  const columns = await readColumns(
    content.bytes,
    layout.dataStart,
    { source, delimiter, names, emptyTail: layout.emptyTail, headerRows: layout.titles + header.rows },
    options.signal,
    options.progress,
  );
  if (columns.rows === 0) {
    throw new ScreeError("header-only", `${source} has a header with ${names.length} ${names.length === 1 ? "column" : "columns"} but no rows of answers.`, {
      hint: "Export the survey again with its responses.",
      data: { file: source, columns: names },
    });
  }
  if (columns.decimalComma) warnings.push({ code: "decimal-comma", message: `${source}: numbers are read with a decimal comma.` });
  warnings.push(...titleWarning(layout.titles, source), ...header.warnings);
  const kept = columns.drafts.map((_, c) => c).filter((c) => header.names[c].trim() !== "" || hasValue(columns.drafts[c]));
  const naming = distinctNames(
    kept.map((c) => header.names[c]),
    source,
  );
  warnings.push(...naming.warnings);
  const drafts = kept.map((c, k): DraftColumn => {
    const label = header.labels[c];
    const declared = header.declared[c];
    return { ...columns.drafts[c], name: naming.names[k], ...(label === undefined ? {} : { label }), ...(declared ? { declared } : {}) };
  });
  const called = new Map(kept.map((c, k) => [c, naming.names[k]]));
  const fields = names.map((name, c) => called.get(c) ?? name);
  const read: TextLayout = {
    delimiter: String.fromCharCode(delimiter),
    decimalComma: columns.decimalComma,
    encoding: text.encoding,
    lines: linesBefore(bytes, layout.dataStart),
    fields: [...fields, ...Array.from({ length: layout.emptyTail }, (_, k) => `V${names.length + k + 1}`)],
    named:
      layout.titles === 0 &&
      header.rows === 1 &&
      header.warnings.length === 0 &&
      layout.emptyTail === 0 &&
      !declared &&
      fields.every((f, c) => f === header.names[c]),
  };
  return { source, rows: columns.rows, columns: drafts, warnings, headerRows: layout.titles + header.rows, layout: read };
}

function linesBefore(bytes: Uint8Array, end: number): number {
  const head = bytes.subarray(0, end);
  const count = (mark: number) => head.reduce((sum, byte) => sum + (byte === mark ? 1 : 0), 0);
  return count(lineFeed) || count(carriageReturn);
}

/** Spreadsheets like to write rows of nothing but delimiters behind the last one; those are not read. */
export function withoutEmptyEnd(bytes: Uint8Array, start: number, delimiter: number, source: string): { bytes: Uint8Array; warnings: Warning[] } {
  let end = bytes.length;
  while (end > start && (bytes[end - 1] === delimiter || bytes[end - 1] === space || bytes[end - 1] === lineFeed || bytes[end - 1] === carriageReturn)) end--;
  while (end < bytes.length && end > start && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++; // the last row itself may end in delimiters
  const warnings = end === start ? [] : emptyRows(bytes.subarray(end), delimiter, source);
  return warnings.length === 0 ? { bytes, warnings } : { bytes: bytes.subarray(0, end), warnings };
}

/** Says how many rows of nothing but delimiters these bytes are. */
export function emptyRows(bytes: Uint8Array, delimiter: number, source: string): Warning[] {
  const rows = new TextDecoder()
    .decode(bytes.subarray(0, 1 << 20))
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "" || line.includes(String.fromCharCode(delimiter))).length;
  const message = `${source}: ${rows} empty ${rows === 1 ? "row" : "rows"} at the end ${rows === 1 ? "is" : "are"} left out.`;
  return rows === 0 ? [] : [{ code: "empty-rows", message, data: { rows } }];
}

/** Excel's first line "sep=;". */
export function separatorLine(bytes: Uint8Array, start: number): { delimiter: string; next: number } | undefined {
  const line = String.fromCharCode(...bytes.subarray(start, start + 6));
  if (!/^sep=[^"\r\n][\r\n]/i.test(line)) return undefined;
  return { delimiter: line[4], next: nextLine(bytes, start + 5) };
}

export function delimiterByte(delimiter: string, source: string): number {
  const spelled = delimiter === "\\t" || delimiter === "tab" ? "\t" : delimiter;
  if (spelled.length === 1 && spelled.charCodeAt(0) < 128 && !/["\r\n]/.test(spelled)) return spelled.charCodeAt(0);
  throw new ScreeError("bad-delimiter", `${source}: "${delimiter}" cannot divide fields.`, {
    hint: 'Use one character: a comma, ";", "|" or "\\t".',
    data: { file: source, delimiter },
  });
}

export interface Layout {
  readonly header: Header;
  /** above the header */
  readonly titles: number;
  readonly dataStart: number;
  readonly emptyTail: number;
}

export function layoutOf(bytes: Uint8Array, start: number, delimiter: number, source: string): Layout {
  const sample = sampleRecords(bytes, start, bytes.length, delimiter, sampleRows);
  if (sample.records.length === 0) throw headerFailure(sample.problem, source);
  const titles = titleRows(sample.records.map(({ cells }) => cells));
  const records = sample.records.slice(titles);
  const header = readHeader(
    records.map(({ cells }) => cells.map((cell) => cell.trim())),
    source,
  );
  const dataStart = header.rows === 0 ? records[0].start : records[header.rows - 1].next;
  const width = header.names.length;
  const rows = records.slice(header.rows);
  const oneMore = header.rows > 0 && rows.length > 0 && rows.every((row) => row.cells.length === width + 1);
  if (oneMore && rows.every((row) => row.cells[width] === "")) return { header, titles, dataStart, emptyTail: 1 };
  if (!oneMore || !rowNames(rows)) return { header, titles, dataStart, emptyTail: 0 };
  const message = `${source}: every row has one field more than the header, so the first is read as the row's name.`;
  return { header: withRowNames(header, message), titles, dataStart, emptyTail: 0 };
}

function headerFailure(problem: ReturnType<typeof sampleRecords>["problem"], source: string): ScreeError {
  const data = { file: source, row: 1, line: 1 };
  if (!problem) return new ScreeError("empty-file", `${source} is empty.`, { hint: "Export or download it again.", data: { file: source } });
  if (problem === "line-too-long") {
    return new ScreeError(problem, `${source}, row 1: the first line is no header; it has more than ${mostFields} fields or ${longestLine >> 20} MB.`, {
      hint: "A table of answers has a line for each respondent and a column for each question: is this another kind of file?",
      data,
    });
  }
  return new ScreeError(
    problem,
    `${source}, row 1: a quotation mark in the header ${problem === "unterminated-quote" ? "is never closed" : "is followed by text"}.`,
    {
      hint: 'Close the quotation mark, or double it ("") where it is part of the text.',
      data,
    },
  );
}

function withRowNames(header: Header, message: string): Header {
  const { names, labels, declared, warnings } = header;
  return {
    ...header,
    names: ["row", ...names],
    labels: [undefined, ...labels],
    declared: [undefined, ...declared],
    warnings: [...warnings, { code: "row-names", message }],
  };
}

/** R's write.table puts a name before each row and none into the header: all different, and there are several. */
function rowNames(rows: readonly SampleRecord[]): boolean {
  return rows.length > 2 && new Set(rows.map((row) => row.cells[0])).size === rows.length;
}

export type Given = Pick<RecordsOptions, "source" | "delimiter" | "names" | "emptyTail" | "headerRows">;

/** Reads the records, again where a column turned out to be text or a comma a thousands mark. */
async function readColumns(
  bytes: Uint8Array,
  start: number,
  given: Given,
  signal?: AbortSignal,
  progress?: (rows: number) => void,
): Promise<{ rows: number; drafts: DraftColumn[]; decimalComma: boolean }> {
  const text = textInSample(bytes, start, given);
  let allowComma = true;
  for (;;) {
    const parser = new RecordParser(bytes, start, { ...given, text, allowComma }, expectedRows(bytes, start));
    for (let until = start + slice; !parser.done; until += slice) {
      signal?.throwIfAborted();
      parser.read(until);
      progress?.(parser.rows);
      if (!parser.done) await pause();
    }
    const { marks, turnedText } = parser;
    const comma = allowComma && marks.comma;
    const thousands = comma && (marks.point || (given.delimiter === 44 && !marks.commaOtherThanThree));
    if (!thousands && turnedText.size === 0) return { rows: parser.rows, drafts: draftsOf(parser, given.names), decimalComma: comma };
    for (const column of turnedText) text.add(column);
    if (thousands) allowComma = false;
  }
}

/** Columns that are text at the first look, so that most files are read once. */
export function textInSample(bytes: Uint8Array, start: number, given: Given): Set<number> {
  const text = new Set<number>();
  for (const { cells } of sampleRecords(bytes, start, bytes.length, given.delimiter, sampleRows).records) {
    cells.slice(0, given.names.length).forEach((cell, c) => {
      if (!isMissingWord(cell.trim()) && Number.isNaN(numberOf(cell.replace(",", ".")))) text.add(c);
    });
  }
  return text;
}

export function expectedRows(bytes: Uint8Array, start: number): number {
  const sample = bytes.subarray(start, start + 65536);
  let lines = 1;
  for (const c of sample) if (c === lineFeed) lines++;
  if (lines === 1) for (const c of sample) if (c === carriageReturn) lines++;
  return Math.ceil(((bytes.length - start) / Math.max(sample.length, 1)) * lines * 1.02);
}

function draftsOf(parser: RecordParser, names: readonly string[]): DraftColumn[] {
  return parser.columns.map((column, c) => {
    if (column instanceof NumberColumn) return { kind: "numeric", name: names[c], ...column.finish(parser.rows) };
    return { kind: "text", name: names[c], values: column.values };
  });
}

function hasValue(column: DraftColumn): boolean {
  if (column.kind === "text") return column.values.some((value) => value !== "");
  const { values, sentinel } = column;
  for (let row = 0; row < values.length; row++) if (values[row] !== sentinel && values[row] === values[row]) return true;
  return false;
}
