import { ScreeError } from "../../errors";
import { carriageReturn, type Field, lineFeed, longestLine, nextLine, quote, readField, space } from "../csv-records";

/** Whole records of a delimited file, in bytes that are good until the next block is asked for. */
export interface Block {
  readonly bytes: Uint8Array;
  /** nothing comes after it */
  readonly last: boolean;
}

export interface Division {
  readonly source: string;
  readonly delimiter: number;
  /** bytes at the beginning to pass over: the header */
  readonly start: number;
}

/** A run of rows of nothing but delimiters that is longer than this is answers that nobody gave. */
const mostEmpty = 64 << 20;

/**
 * Divides the pieces of a file between its records. Rows of nothing but delimiters wait for what comes after them: at the end of a file they are no answers.
 *
 * @param pieces of the file in UTF-8; each need be good only until the next
 * @throws ScreeError `line-too-long`
 */
export async function* recordBlocks(pieces: AsyncIterable<Uint8Array>, { source, delimiter, start }: Division): AsyncGenerator<Block> {
  let held = new Uint8Array(0);
  let length = 0;
  let skip = start;
  for await (const whole of pieces) {
    const piece = whole.subarray(Math.min(skip, whole.length));
    skip -= whole.length - piece.length;
    if (piece.length === 0) continue;
    held = withRoom(held, length, length + piece.length);
    held.set(piece, length);
    length += piece.length;
    const own = held.subarray(0, length);
    const records = endOfRecords(own, delimiter);
    const end = length - records < mostEmpty ? beforeEmptyRows(own, records, delimiter) : records;
    if (end > 0) {
      yield { bytes: own.subarray(0, end), last: false };
      held.copyWithin(0, end, length);
      length -= end;
    } else if (length > longestLine + mostEmpty) {
      throw new ScreeError("line-too-long", `${source}: a row is longer than ${longestLine >> 20} MB, or a quotation mark is never closed.`, {
        hint: "Is this a table of answers, and is its delimiter recognised?",
        data: { file: source },
      });
    }
  }
  yield { bytes: held.subarray(0, length), last: true };
}

function withRoom(held: Uint8Array, used: number, wanted: number): Uint8Array<ArrayBuffer> {
  if (wanted <= held.length) return held as Uint8Array<ArrayBuffer>;
  const larger = new Uint8Array(Math.max(wanted, Math.ceil(held.length * 1.5)));
  larger.set(held.subarray(0, used));
  return larger;
}

/** The byte after the last record that is surely whole: its line end is there, and a byte after that. */
function endOfRecords(bytes: Uint8Array, delimiter: number): number {
  const before = bytes.subarray(0, bytes.length - 1);
  if (bytes.includes(quote)) return endOfQuotedRecords(bytes, delimiter);
  const feed = before.lastIndexOf(lineFeed);
  return feed >= 0 ? feed + 1 : before.lastIndexOf(carriageReturn) + 1;
}

/** Line ends within quotes are none: the fields are read one by one. */
function endOfQuotedRecords(bytes: Uint8Array, delimiter: number): number {
  const field: Field = { from: 0, to: 0, quoted: false, doubled: false, next: 0 };
  const end = bytes.length;
  let at = 0;
  let records = 0;
  while (at < end) {
    if (bytes[at] !== lineFeed && bytes[at] !== carriageReturn) {
      for (;;) {
        // a quotation mark that is not closed may be closed in the next piece; text behind one is for the parser to refuse
        const problem = readField(bytes, at, end, delimiter, field);
        if (problem === "unterminated-quote") return records;
        if (problem) return end;
        at = field.next;
        if (at >= end || bytes[at] !== delimiter) break;
        at++;
      }
    }
    if (at >= end - 1) return records;
    at = nextLine(bytes, at);
    if (at < end || bytes[at - 1] === lineFeed) records = at;
  }
  return records;
}

/** Where the last row with an answer ends. */
function beforeEmptyRows(bytes: Uint8Array, end: number, delimiter: number): number {
  let at = end;
  while (at > 0 && isEmptyByte(bytes[at - 1], delimiter)) at--;
  if (at === 0) return 0;
  while (at < end && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
  return at < end ? nextLine(bytes, at) : end;
}

const isEmptyByte = (byte: number, delimiter: number): boolean => byte === delimiter || byte === space || byte === lineFeed || byte === carriageReturn;

/** The file in UTF-8: as it is, or decoded piece by piece. */
export async function* inUtf8(pieces: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8") {
    yield* pieces;
    return;
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(decoder.decode(piece, { stream: true }));
  yield encoder.encode(decoder.decode());
}
