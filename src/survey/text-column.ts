import { type Field, fieldText } from "./csv-records";
import { isMissingWord, longestMissingWord } from "./missing-words";

/** Texts longer than this, or beyond this many, are hardly ever repeated. */
const longestShared = 64;
const mostShared = 4096;

interface Shared {
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

/** A text column that grows while a file is read. Repeated texts ("female", "Strongly agree") are decoded once and share one string. */
export class TextColumn {
  readonly values: string[] = [];
  private readonly shared = new Map<number, Shared>();

  constructor(private readonly bytes: Uint8Array) {}

  set(row: number, field: Field): void {
    this.values[row] = field.doubled || field.to - field.from > longestShared ? fieldText(this.bytes, field) : this.repeated(field);
  }

  setMissing(row: number): void {
    this.values[row] = "";
  }

  private repeated(field: Field): string {
    const { bytes } = this;
    const { from, to } = field;
    const length = to - from;
    if (length === 0) return "";
    let hash = 2166136261; // FNV-1a
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i], 16777619);
    const known = this.shared.get(hash);
    if (known && known.length === length && this.sameBytes(known.from, from, length)) return known.text;
    const written = fieldText(bytes, field);
    const text = length <= longestMissingWord && isMissingWord(written.trim()) ? "" : written;
    if (!known && this.shared.size < mostShared) this.shared.set(hash, { text, from, length });
    return text;
  }

  private sameBytes(a: number, b: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (this.bytes[a + i] !== this.bytes[b + i]) return false;
    return true;
  }
}
