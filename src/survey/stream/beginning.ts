import { ScreeError, type Warning } from "../../errors";
import { delimiterByte, type Given, type Layout, layoutOf, separatorLine, textInSample } from "../csv";
import { detectDelimiter } from "../csv-dialect";
import { toUtf8 } from "../encoding";
import { distinctNames } from "../names";

/** A file that can be read from its beginning as often as is needed, in pieces that are good until the next. */
export interface StreamedFile {
  readonly name: string;
  readonly size: number;
  pieces(): AsyncIterable<Uint8Array>;
}

export interface StreamOptions {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly signal?: AbortSignal;
  readonly progress?: (fraction: number) => void;
}

/** What the beginning of a file tells about all of it. */
export interface Beginning {
  readonly encoding: string;
  readonly delimiter: number;
  readonly layout: Layout;
  readonly names: readonly string[];
  readonly warnings: readonly Warning[];
  /** columns of words, which grow as passes find more of them */
  readonly text: Set<number>;
  allowComma: boolean;
}

const beginning = 1 << 20;

/**
 * Encoding, delimiter, header and kinds of columns, from the first megabyte.
 * @throws ScreeError those of `toUtf8` and of the header
 */
export async function beginningOf(file: StreamedFile, { encoding, delimiter }: StreamOptions): Promise<Beginning> {
  const head = await headOfFile(file, beginning);
  const source = file.name;
  const text = toUtf8(head, source, encoding);
  const declared = separatorLine(text.bytes, text.start);
  const byte = delimiterByte(delimiter ?? declared?.delimiter ?? detectDelimiter(text.bytes, text.start), source);
  const layout = layoutOf(text.bytes, declared?.next ?? text.start, byte, source);
  const { names } = distinctNames(layout.header.names, source);
  const given = givenOf(file, layout, byte, names);
  return {
    encoding: text.encoding,
    delimiter: byte,
    layout,
    names,
    warnings: text.warnings,
    text: textInSample(text.bytes, layout.dataStart, given),
    allowComma: true,
  };
}

export const givenOf = ({ name }: StreamedFile, { emptyTail, titles, header }: Layout, delimiter: number, names: readonly string[]): Given => ({
  source: name,
  delimiter,
  names,
  emptyTail,
  headerRows: titles + header.rows,
});

/** Whole lines, so that no character is cut. */
async function headOfFile(file: StreamedFile, wanted: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.pieces()) {
    parts.push(piece.slice());
    length += piece.length;
    if (length >= wanted) break;
  }
  const head = new Uint8Array(length);
  parts.reduce((at, part) => (head.set(part, at), at + part.length), 0);
  if (length === 0) throw new ScreeError("empty-file", `${file.name} is empty.`, { hint: "Export or download it again.", data: { file: file.name } });
  if (length >= file.size) return head;
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head.subarray(0, 64).includes(0);
  return wide ? head.subarray(0, length & ~3) : head.subarray(0, head.lastIndexOf(10) + 1 || length);
}
