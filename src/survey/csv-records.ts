/** Bytes with a meaning in delimited text. */
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const quote = 34;

/** A field as it stands in the bytes, without its quotes and, unless quoted, without the spaces around it. */
export interface Field {
  from: number;
  to: number;
  quoted: boolean;
  /** the field holds doubled quotes, which stand for one */
  doubled: boolean;
  /** the byte after the field: its delimiter, its line end or the end of the file */
  next: number;
}

export type FieldProblem = "unterminated-quote" | "text-after-quote";

/**
 * Reads the field that starts at `at` into `field` (RFC 4180, with spaces around fields dropped).
 * A quote inside an unquoted field is an ordinary character; after a closing quote only spaces may stand before the delimiter.
 *
 * @returns what is wrong with the field, if anything; then `field.from` is the opening quote and `field.next` where the trouble is
 */
export function readField(bytes: Uint8Array, at: number, end: number, delimiter: number, field: Field): FieldProblem | undefined {
  let i = at;
  while (i < end && bytes[i] === space && delimiter !== space) i++;
  field.doubled = false;
  if (i < end && bytes[i] === quote) return readQuoted(bytes, i, end, delimiter, field);
  field.quoted = false;
  field.from = i;
  while (i < end) {
    const c = bytes[i];
    if (c === delimiter || c === lineFeed || c === carriageReturn) break;
    i++;
  }
  field.next = i;
  while (i > field.from && bytes[i - 1] === space) i--;
  field.to = i;
  return undefined;
}

function readQuoted(bytes: Uint8Array, open: number, end: number, delimiter: number, field: Field): FieldProblem | undefined {
  field.quoted = true;
  let i = open + 1;
  for (;;) {
    i = bytes.indexOf(quote, i);
    if (i < 0 || i >= end) {
      field.from = open;
      field.next = end;
      return "unterminated-quote";
    }
    if (bytes[i + 1] !== quote || i + 1 >= end) break;
    field.doubled = true;
    i += 2;
  }
  field.from = open + 1;
  field.to = i;
  i++;
  while (i < end && bytes[i] === space && delimiter !== space) i++;
  field.next = i;
  if (i >= end || bytes[i] === delimiter || bytes[i] === lineFeed || bytes[i] === carriageReturn) return undefined;
  field.from = open;
  return "text-after-quote";
}

/** The first byte of the line after a line end at `at`: LF, CR or CR LF. */
export function nextLine(bytes: Uint8Array, at: number): number {
  return bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1;
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

export function fieldText(bytes: Uint8Array, field: Field): string {
  const text = utf8.decode(bytes.subarray(field.from, field.to));
  return field.doubled ? text.replaceAll('""', '"') : text;
}

export interface SampleRecord {
  readonly cells: readonly string[];
  readonly start: number;
  /** where the next record starts */
  readonly next: number;
}

/** No table of answers has more columns, or a line longer than this. */
export const mostFields = 50_000;
export const longestLine = 32 << 20;

/** The first records as text, blank lines left out: for looking at a file before reading it. Stops where a record cannot be read. */
export function sampleRecords(
  bytes: Uint8Array,
  start: number,
  end: number,
  delimiter: number,
  most: number,
): { records: SampleRecord[]; problem?: FieldProblem | "line-too-long" } {
  const records: SampleRecord[] = [];
  const field: Field = { from: 0, to: 0, quoted: false, doubled: false, next: 0 };
  let at = start;
  while (at < end && records.length < most) {
    if (bytes[at] === lineFeed || bytes[at] === carriageReturn) {
      at = nextLine(bytes, at);
      continue;
    }
    const cells: string[] = [];
    const first = at;
    for (;;) {
      const problem = readField(bytes, at, end, delimiter, field);
      if (problem) return { records, problem };
      if (cells.length === mostFields || field.to - first > longestLine) return { records, problem: "line-too-long" };
      cells.push(fieldText(bytes, field));
      at = field.next;
      if (at >= end || bytes[at] !== delimiter) break;
      at++;
    }
    at = at < end ? nextLine(bytes, at) : end;
    records.push({ cells, start: first, next: at });
  }
  return { records };
}
