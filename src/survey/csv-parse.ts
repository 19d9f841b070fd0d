import { ScreeError } from "../errors";
import { carriageReturn, type Field, fieldText, lineFeed, nextLine, readField } from "./csv-records";
import { isMissingWord, longestMissingWord } from "./missing-words";
import { NumberColumn } from "./number-column";
import { type DecimalMarks, parseNumber } from "./number-text";
import { TextColumn } from "./text-column";

const zero = 48;
const nine = 57;

export interface RecordsOptions {
  /** for messages */
  readonly source: string;
  readonly delimiter: number;
  /** names of the columns, for messages; as many fields are expected in every row */
  readonly names: readonly string[];
  /** fields beyond the header's that are read over where they are empty: 1 where every row ends in a delimiter */
  readonly emptyTail: number;
  /** columns known to be text; the others are numbers until a cell says otherwise */
  readonly text: ReadonlySet<number>;
  readonly allowComma: boolean;
  /** rows of the header, so that messages count rows as a spreadsheet does; of a part of a file, with the rows before it */
  readonly headerRows: number;
  /** the bytes are a part of the file, so that lines cannot be counted */
  readonly isPart?: boolean;
}

/**
 * Reads delimited records from bytes straight into typed columns. It stops between records, so that a caller can look up, be cancelled, and go on.
 * A column that turns out to be text is noted in `turnedText`; its earlier cells are gone, and the caller reads the file a second time.
 */
export class RecordParser {
  rows = 0;
  readonly turnedText = new Set<number>();
  readonly marks: DecimalMarks = { point: false, comma: false, commaOtherThanThree: false };
  readonly columns: (NumberColumn | TextColumn)[];
  private capacity: number;
  private readonly start: number;
  /** behind the last byte that is no line end: blank lines after it are no answers */
  private readonly contentEnd: number;
  private readonly field: Field = { from: 0, to: 0, quoted: false, doubled: false, next: 0 };

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly options: RecordsOptions,
    expectedRows: number,
    /** columns of an earlier part, to be written over */
    earlier?: readonly (NumberColumn | TextColumn)[],
  ) {
    this.start = at;
    this.contentEnd = endOfContent(bytes);
    this.capacity = Math.max(16, expectedRows);
    this.columns = options.names.map((_, c) => {
      if (options.text.has(c)) return new TextColumn(bytes);
      const before = earlier?.[c];
      if (!(before instanceof NumberColumn)) return new NumberColumn(this.capacity);
      before.reserve(this.capacity);
      return before;
    });
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Reads up to the first record that starts at or after byte `until`. */
  read(until: number): void {
    const { bytes, options } = this;
    const { delimiter } = options;
    const end = bytes.length;
    const stop = Math.min(until, end);
    const width = options.names.length;
    let small = this.smallColumns();
    let at = this.at;

    while (at < stop) {
      const first = bytes[at];
      if (first === lineFeed || first === carriageReturn) {
        if (width === 1 && at < this.contentEnd) {
          this.blankRow(at);
          small = this.smallColumns();
        }
        at = nextLine(bytes, at);
        continue;
      }
      if (this.rows >= this.capacity) {
        this.grow(at);
        small = this.smallColumns();
      }
      const row = this.rows;
      let column = 0;
      for (;;) {
        // The commonest cell of a survey is one digit.
        const digit = bytes[at];
        if (digit >= zero && digit <= nine && column < width && at + 1 < end) {
          const next = bytes[at + 1];
          if (next === delimiter || next === lineFeed || next === carriageReturn) {
            const values = small[column];
            if (values) {
              values[row] = digit - zero;
              at++;
              column++;
              if (next !== delimiter) break;
              at++;
              continue;
            }
          }
        }
        at = this.cell(at, row, column);
        if (column < width) {
          const kept = this.columns[column];
          if (kept instanceof NumberColumn && kept.small !== small[column]) small[column] = kept.small;
        }
        column++;
        if (at >= end || bytes[at] !== delimiter) break;
        at++;
      }
      if (column !== width) this.checkWidth(column, at);
      this.rows = row + 1;
      at = at < end ? nextLine(bytes, at) : end;
    }
    this.at = at;
  }

  /** One cell that is not a single digit. Returns the byte after it. */
  private cell(at: number, row: number, column: number): number {
    const { bytes, field, options } = this;
    const problem = readField(bytes, at, bytes.length, options.delimiter, field);
    if (problem) this.failQuote(problem, row, column);
    const { from, to } = field;
    if (column >= options.names.length) {
      if (column >= options.names.length + options.emptyTail || from < to) this.beyond ??= { column, text: fieldText(bytes, field).slice(0, 40) };
      return field.next;
    }
    const target = this.columns[column];
    if (target instanceof TextColumn) {
      target.set(row, field);
      return field.next;
    }
    const value = parseNumber(bytes, from, to, options.allowComma, this.marks);
    if (value === value) target.set(row, value);
    else {
      target.setMissing(row);
      if (from < to && !this.turnedText.has(column) && !isMissing(bytes, field)) this.turnedText.add(column);
    }
    return field.next;
  }

  private beyond: { column: number; text: string } | undefined;

  private checkWidth(found: number, at: number): void {
    const { names, source, emptyTail } = this.options;
    const width = names.length;
    const beyond = this.beyond;
    this.beyond = undefined;
    if (found > width && found <= width + emptyTail && !beyond) return;
    const where = this.place(this.rows);
    const data = { file: source, ...where.data, expected: width, found };
    if (found > width) {
      const extra = beyond ? ` (the first that is too much is field ${beyond.column + 1}, "${beyond.text}")` : "";
      throw new ScreeError("ragged-row", `${source}, ${where.text}: ${found} fields where the header has ${width}${extra}.`, {
        hint: "Is a text with the delimiter in it not in quotes, or is another delimiter meant?",
        data,
      });
    }
    const last = at >= this.bytes.length;
    const message = last
      ? `${source}, ${where.text}: the last row breaks off after ${found} of ${width} fields.`
      : `${source}, ${where.text}: ${found} ${found === 1 ? "field" : "fields"} where the header has ${width}.`;
    throw new ScreeError("ragged-row", message, {
      hint: last
        ? "The file seems to be cut off: export or download it again."
        : "Every row needs a field for every column; an empty answer still needs its delimiter.",
      data,
    });
  }

  private failQuote(problem: "unterminated-quote" | "text-after-quote", row: number, column: number): never {
    const { source, names } = this.options;
    const where = this.place(row);
    const name = names[column] ?? `field ${column + 1}`;
    const data = { file: source, ...where.data, column: name };
    if (problem === "unterminated-quote") {
      throw new ScreeError("unterminated-quote", `${source}, ${where.text}, column ${name}: a quotation mark opens here and is never closed.`, {
        hint: 'Close the quotation mark, or double it ("") where it is part of the text.',
        data,
      });
    }
    throw new ScreeError("text-after-quote", `${source}, ${where.text}, column ${name}: text follows the closing quotation mark.`, {
      hint: 'A quotation mark inside a quoted text is written twice: "".',
      data: { ...data, byte: this.field.next },
    });
  }

  /** "row 17" as a spreadsheet counts, and the line where quoted line breaks or blank lines have moved it. */
  private place(row: number): { text: string; data: { row: number; line: number } } {
    const shown = row + this.options.headerRows + 1;
    const line = this.options.isPart ? shown : this.lineOf(row);
    return { text: line === shown ? `row ${shown}` : `row ${shown} (line ${line})`, data: { row: shown, line } };
  }

  /** Only for messages: finds the record again and counts line ends. */
  private lineOf(row: number): number {
    const { bytes, options, start } = this;
    const field = { ...this.field };
    let at = start;
    for (let passed = 0; at < bytes.length;) {
      if (bytes[at] === lineFeed || bytes[at] === carriageReturn) {
        if (options.names.length === 1 && passed++ === row) break;
        at = nextLine(bytes, at);
        continue;
      }
      if (passed++ === row) break;
      for (;;) {
        if (readField(bytes, at, bytes.length, options.delimiter, field)) break;
        at = field.next;
        if (at >= bytes.length || bytes[at] !== options.delimiter) break;
        at++;
      }
      at = at < bytes.length ? nextLine(bytes, at) : at;
    }
    return 1 + lineEnds(bytes, 0, at);
  }

  /** In a file of one column a blank line is a missing answer, except at the end. */
  private blankRow(at: number): void {
    if (this.rows >= this.capacity) this.grow(at);
    const column = this.columns[0];
    column.setMissing(this.rows);
    this.rows++;
  }

  private grow(at: number): void {
    const share = Math.max(at, 1) / this.bytes.length;
    this.capacity = Math.max(Math.ceil(this.capacity * 1.25), Math.ceil((this.rows / share) * 1.02), this.rows + 16);
    for (const column of this.columns) if (column instanceof NumberColumn) column.reserve(this.capacity);
  }

  private smallColumns(): (Int8Array | undefined)[] {
    return this.columns.map((column) => (column instanceof NumberColumn ? column.small : undefined));
  }
}

function isMissing(bytes: Uint8Array, field: Field): boolean {
  return field.to - field.from <= longestMissingWord && isMissingWord(fieldText(bytes, field).trim());
}

function endOfContent(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === lineFeed || bytes[end - 1] === carriageReturn)) end--;
  return end;
}

function lineEnds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i = nextLine(bytes, i)) {
    while (i < to && bytes[i] !== lineFeed && bytes[i] !== carriageReturn) i++;
    if (i >= to) break;
    count++;
  }
  return count;
}
