/** The fields of a Thrift struct, by their numbers; texts are passed over. */
export type Fields = Map<number, number | Fields | undefined>;

/** Thrift's compact protocol, as far as page headers use it. Every failure is a RangeError that says what is wrong. */
export class CompactReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
    private readonly end: number,
  ) {}

  struct(depth = 0): Fields {
    if (depth > 8) throw new RangeError("a page header nested too deep");
    const fields: Fields = new Map();
    for (let id = 0; ;) {
      const byte = this.byte();
      const type = byte & 15;
      if (type === 0) return fields;
      id = byte >> 4 ? id + (byte >> 4) : this.zigzag();
      fields.set(id, this.value(type, depth));
    }
  }

  private value(type: number, depth: number): number | Fields | undefined {
    if (type === 1 || type === 2) return 2 - type;
    if (type === 3) return this.byte();
    if (type >= 4 && type <= 6) return this.zigzag();
    if (type === 7) return this.skip(8);
    if (type === 8) return this.skip(this.varint());
    if (type === 12) return this.struct(depth + 1);
    throw new RangeError(`a page header with a field of type ${type} at byte ${this.at}`);
  }

  private byte(): number {
    if (this.at >= this.end) throw new RangeError("a page header that breaks off");
    return this.bytes[this.at++];
  }

  private skip(length: number): undefined {
    if (!(length >= 0 && this.at + length <= this.end)) throw new RangeError("a page header that breaks off");
    this.at += length;
  }

  private varint(): number {
    let value = 0;
    for (let factor = 1, byte = 128; byte & 128; factor *= 128) {
      if (factor > 2 ** 63) throw new RangeError(`a number of too many digits at byte ${this.at}`);
      byte = this.byte();
      value += (byte & 127) * factor;
    }
    return value;
  }

  private zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}
