import { unzlibSync } from "fflate";
import { ScreeError } from "../errors";
import { type BinaryReader } from "./binary";
import { type SavDictionary } from "./sav-dictionary";

/** Receives the 8-byte elements of the cases, in the order of the file. */
export interface ElementSink {
  number(element: number, value: number): void;
  /** the element as it is: part of a text, or a number in the file's byte order */
  raw(element: number, bytes: Uint8Array, at: number): void;
  /** eight spaces */
  blank(element: number): void;
  missing(element: number): void;
}

/** No survey needs more; it stops files that unpack to a thousand times their size. */
const mostUnpacked = 2 ** 30;

/** The bytes of the cases, unpacked where a .zsav has them in zlib blocks. */
export function caseBytes(file: BinaryReader, dictionary: SavDictionary, firstRows = Infinity): Uint8Array {
  if (dictionary.compression !== 2) return file.bytes.subarray(file.at);
  const start = file.at;
  if (file.uint64("the compressed data") !== start) file.fail("should give the place of the compressed data");
  const trailer = file.uint64("the place of the block list");
  const length = file.uint64("the length of the block list");
  if (trailer + length > file.bytes.length || length < 24) {
    throw new ScreeError(
      "truncated-file",
      `${file.source} breaks off: its block list should stand at byte ${trailer + 1}, but the file has ${file.bytes.length} bytes.`,
      {
        hint: "The file is cut off or damaged: export or download it again.",
        data: { file: file.source, byte: trailer + 1 },
      },
    );
  }
  file.at = trailer + 16;
  file.int32("the block size");
  const count = file.count(file.int32("the number of blocks"), 24, "blocks");
  const blocks = Array.from({ length: count }, () => {
    file.take(8, "a block");
    return { at: file.uint64("a block"), unpacked: file.uint32("a block"), packed: file.uint32("a block") };
  });
  const total = blocks.reduce((sum, block) => sum + block.unpacked, 0);
  if (total > mostUnpacked || blocks.some((block) => block.unpacked > 1100 * block.packed + 1024)) {
    throw new ScreeError("unpacks-too-large", `${file.source} would unpack to ${total} bytes, which is not plausible for a file of ${file.bytes.length}.`, {
      hint: "The file is damaged or made to do harm; export it again.",
      data: { file: file.source, unpacked: total },
    });
  }
  const out = new Uint8Array(total);
  const enough = firstRows * dictionary.elements * 9 + 16; // a command and eight bytes an element at most
  let at = 0;
  for (const block of blocks) {
    if (at >= enough) break;
    unpack(file, block, out.subarray(at, at + block.unpacked));
    at += block.unpacked;
  }
  return out.subarray(0, at);
}

function unpack(file: BinaryReader, block: { at: number; packed: number; unpacked: number }, out: Uint8Array): void {
  file.at = Math.min(block.at, file.bytes.length);
  const packed = file.slice(block.packed, "a compressed block");
  let length = -1;
  try {
    length = unzlibSync(packed, { out }).length;
  } catch {
    // reported below
  }
  if (length !== block.unpacked) file.fail("ends a compressed block that cannot be unpacked");
}

/**
 * Walks over the cases and gives each element to the sink.
 *
 * @returns how many whole cases there are
 */
export class CaseWalker {
  cases = 0;
  private at = 0;
  private element = 0;
  private readonly commands = { at: 0, next: 8 };
  private readonly view: DataView;
  private over = false;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly dictionary: SavDictionary,
    private readonly little: boolean,
    private readonly sink: ElementSink,
    private readonly texts: readonly boolean[],
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get done(): boolean {
    return this.over || (this.dictionary.cases >= 0 && this.cases >= this.dictionary.cases);
  }

  /** Elements of a case that was begun and not finished. */
  get unfinished(): number {
    return this.element;
  }

  /** Walks on until about `cases` are read. */
  walk(cases: number): void {
    const most = this.dictionary.cases >= 0 ? Math.min(cases, this.dictionary.cases) : cases;
    if (this.dictionary.compression === 0) this.walkPlain(most);
    else this.walkCommands(most);
  }

  private walkPlain(most: number): void {
    const { bytes, dictionary } = this;
    while (this.cases < most) {
      if (this.at + 8 > bytes.length) {
        this.over = true;
        return;
      }
      this.give(this.at);
      this.at += 8;
      this.next(dictionary.elements);
    }
  }

  /** One command byte an element: 1–251 a small number, 253 eight bytes follow, 254 spaces, 255 missing, 252 the end. */
  private walkCommands(most: number): void {
    const { bytes, dictionary, sink, commands, texts } = this;
    const { bias, elements } = dictionary;
    while (this.cases < most) {
      if (commands.next === 8) {
        commands.at = this.at;
        commands.next = 0;
        this.at += 8;
      }
      const place = commands.at + commands.next++;
      if (place >= bytes.length) {
        this.over = true;
        return;
      }
      const command = bytes[place];
      if (command === 0) continue;
      if (command === 252) {
        this.over = true;
        return;
      }
      if (command === 253) {
        if (this.at + 8 > bytes.length) {
          this.over = true;
          return;
        }
        this.give(this.at);
        this.at += 8;
      } else if (command === 254) sink.blank(this.element);
      else if (command === 255) sink.missing(this.element);
      else if (texts[this.element]) sink.missing(this.element);
      else sink.number(this.element, command - bias);
      this.next(elements);
    }
  }

  private give(at: number): void {
    if (this.texts[this.element]) this.sink.raw(this.element, this.bytes, at);
    else this.sink.number(this.element, this.view.getFloat64(at, this.little));
  }

  private next(elements: number): void {
    if (++this.element < elements) return;
    this.element = 0;
    this.cases++;
  }
}
