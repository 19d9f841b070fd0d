import { ScreeError } from "../errors";

/** Reads a binary file front to back and never past its end. Every failure names the byte. */
export class BinaryReader {
  at = 0;
  little = true;
  private readonly view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    readonly source: string,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  /** Moves over `length` bytes and returns where they start. */
  take(length: number, what: string): number {
    if (length < 0 || length > this.left) {
      throw new ScreeError(
        "truncated-file",
        `${this.source} breaks off: byte ${this.at + 1} should begin ${what} (${length} bytes), but the file has ${this.bytes.length}.`,
        {
          hint: "The file is cut off or damaged: export or download it again.",
          data: { file: this.source, byte: this.at + 1 },
        },
      );
    }
    const start = this.at;
    this.at += length;
    return start;
  }

  uint8(what: string): number {
    return this.bytes[this.take(1, what)];
  }
  uint16(what: string): number {
    return this.view.getUint16(this.take(2, what), this.little);
  }
  int32(what: string): number {
    return this.view.getInt32(this.take(4, what), this.little);
  }
  uint32(what: string): number {
    return this.view.getUint32(this.take(4, what), this.little);
  }
  /** A 64-bit count or offset; beyond 2⁵³ it is no place in any file, and comes out as Infinity. */
  uint64(what: string): number {
    const value = this.view.getBigUint64(this.take(8, what), this.little);
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(value);
  }
  float64(what: string): number {
    return this.view.getFloat64(this.take(8, what), this.little);
  }
  slice(length: number, what: string): Uint8Array {
    const start = this.take(length, what);
    return this.bytes.subarray(start, start + length);
  }
  /** ASCII, for marks and names of encodings. */
  ascii(length: number, what: string): string {
    return String.fromCharCode(...this.slice(length, what));
  }
  /** A count of things that take at least `size` bytes each, so that no absurd count is ever allocated. */
  count(value: number, size: number, what: string): number {
    if (!(value >= 0) || value * size > this.left) this.fail(`announces ${value} ${what}, more than the file can hold`);
    return value;
  }

  fail(what: string): never {
    throw new ScreeError("damaged-file", `${this.source}: byte ${this.at} of the file ${what}.`, {
      hint: "The file is damaged: export or download it again.",
      data: { file: this.source, byte: this.at },
    });
  }
}

/** Up to the first NUL, as fixed-width fields are filled up. */
export function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Without the spaces, or with some writers NULs, that fill up a fixed-width text. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end--;
  return bytes.subarray(0, end);
}
