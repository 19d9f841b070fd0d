/** A stretch of the source, in UTF-16 code units: `start` inclusive, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Text freed of its markup, every character tied to its place in the source: `starts[i]` and `ends[i]` bound what character `i` was made from
 * ("χ" from "\chi", "<" from "&lt;"). Lengths: text.length each. All recognition works on `text`, all reporting on the source.
 */
export interface Mapped {
  readonly text: string;
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

/** Where the characters [from, to) of a mapped text stand in the source. An empty stretch is a point. */
export function rangeOf(mapped: Mapped, from: number, to: number): Range {
  if (mapped.text.length === 0) return { start: 0, end: 0 };
  if (to <= from) {
    const at = from < mapped.text.length ? mapped.starts[from] : mapped.ends[mapped.text.length - 1];
    return { start: at, end: at };
  }
  return { start: mapped.starts[from], end: mapped.ends[Math.min(to, mapped.text.length) - 1] };
}

/** The part [from, to) of a mapped text. Typed arrays are shared, not copied. */
export function slice(mapped: Mapped, from: number, to: number = mapped.text.length): Mapped {
  const cut = (a: ArrayLike<number>) => (a instanceof Int32Array ? a.subarray(from, to) : (Array.prototype.slice.call(a, from, to) as number[]));
  return { text: mapped.text.slice(from, to), starts: cut(mapped.starts), ends: cut(mapped.ends) };
}

/** A piece of source that begins at `start`, as it stands. */
export const shifted = (text: string, start: number): Mapped => ({ text, starts: counting(text.length, start), ends: counting(text.length, start + 1) });

/** The stretch [from, to) of a source as it stands, without the white space at its ends. */
export const stretchOf = (source: string, from: number, to: number): Mapped => trim(shifted(source.slice(from, Math.max(from, to)), from));

/** from, from + 1, … : n of them. */
export function counting(n: number, from: number): Int32Array {
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) out[i] = from + i;
  return out;
}

/** Several stretches of the source, [start, end) each, one after the other with a space between them, as they stand. */
export function stretches(source: string, lines: readonly { readonly start: number; readonly end: number }[]): Mapped {
  const length = lines.reduce((n, line) => n + line.end - line.start, 0) + Math.max(0, lines.length - 1);
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  let at = 0;
  lines.forEach((line, i) => {
    if (i > 0) {
      starts[at] = ends[at] = line.start;
      at++;
    }
    for (let offset = line.start; offset < line.end; offset++) {
      starts[at] = offset;
      ends[at++] = offset + 1;
    }
  });
  return { text: lines.map((line) => source.slice(line.start, line.end)).join(" "), starts, ends };
}

/** Without the white space at both ends. */
export function trim(mapped: Mapped): Mapped {
  const text = mapped.text;
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  return from === 0 && to === text.length ? mapped : slice(mapped, from, Math.max(from, to));
}

/** Several mapped texts one after the other; `glue` is laid between them and belongs to the end of the piece before. */
export function join(pieces: readonly Mapped[], glue = " "): Mapped {
  const out = new MappedBuilder();
  pieces.forEach((piece, i) => {
    if (i > 0) {
      const last = pieces[i - 1];
      const at = last.text.length > 0 ? last.ends[last.text.length - 1] : 0;
      out.push(glue, at, at);
    }
    out.append(piece);
  });
  return out.done();
}

/** Collects mapped text piece by piece. */
export class MappedBuilder {
  private parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  get length(): number {
    return this.starts.length;
  }

  /** Adds `text`, all of it made from source [start, end). */
  push(text: string, start: number, end: number): void {
    this.parts.push(text);
    for (let i = 0; i < text.length; i++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  /** Adds source text as it stands: character i comes from start + i. */
  copy(text: string, start: number): void {
    this.parts.push(text);
    for (let i = 0; i < text.length; i++) {
      this.starts.push(start + i);
      this.ends.push(start + i + 1);
    }
  }

  append(piece: Mapped): void {
    this.parts.push(piece.text);
    for (let i = 0; i < piece.text.length; i++) {
      this.starts.push(piece.starts[i]);
      this.ends.push(piece.ends[i]);
    }
  }

  done(): Mapped {
    return { text: this.parts.join(""), starts: this.starts, ends: this.ends };
  }
}
