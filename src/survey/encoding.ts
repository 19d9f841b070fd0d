import { ScreeError, type Warning } from "../errors";
import { guessEncoding } from "./encoding-guess";

/** Text as UTF-8 from `start` on, whatever it was written in. */
export interface Utf8Text {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly encoding: string;
  readonly warnings: readonly Warning[];
}

const sampled = 4096;

/** Above this, a guess was right in more than 99 of 100 samples (`docs/encodings.md`). */
const sure = 0.9;

/**
 * The same text in UTF-8: as it is where it is UTF-8 already, otherwise decoded.
 *
 * @param encoding a label of the Encoding Standard ("gb18030", "windows-1252", …); absent: recognised
 * @throws ScreeError `unknown-encoding`, `not-utf-8`, `binary-data`, `nul-byte`
 */
export function toUtf8(bytes: Uint8Array, source: string, encoding?: string): Utf8Text {
  const named = encoding === undefined ? undefined : decoderFor(encoding, source).encoding;
  const recognised = named ?? byOrderMark(bytes) ?? byNulPattern(bytes);
  if (recognised !== undefined && recognised !== "utf-8")
    return { bytes: transcode(bytes, decoderFor(recognised, source)), start: 0, encoding: recognised, warnings: [] };
  refuseBinary(bytes, source);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const invalid = firstInvalidUtf8(bytes, firstNonAscii(bytes));
  if (invalid < 0) return { bytes, start, encoding: "utf-8", warnings: [] };
  if (named !== undefined || start > 0 || mostlyUtf8(bytes, invalid)) {
    throw new ScreeError("not-utf-8", `${source}: byte ${invalid + 1} cannot be read as UTF-8, as which the rest is written.`, {
      hint: "The file is damaged or mixes encodings: save it again as UTF-8, or name its encoding.",
      data: { file: source, byte: invalid + 1 },
    });
  }
  const { encoding: guess, language, confidence, next } = guessEncoding(bytes);
  const percent = (share: number): number => Math.min(99, Math.round(share * 100));
  const other = next && percent(next.confidence) >= 1 ? `; else ${next.encoding}, ${next.language}, ${percent(next.confidence)}%` : "";
  const check = confidence < sure ? "There is too little text to be sure: look at the letters, and" : "If letters look wrong,";
  const way = `name the encoding: --encoding ${next?.encoding ?? "NAME"}, or encoding: ${next?.encoding ?? "NAME"} in the study file`;
  const message = `${source} is not UTF-8; its text is read as ${guess} (${language}; confidence ${percent(confidence)}%${other}). ${check} ${way}.`;
  const warnings = [{ code: "encoding-guessed", message, data: { encoding: guess, language, confidence, ...(next ? { next } : {}) } }];
  return { bytes: transcode(bytes, decoderFor(guess, source)), start: 0, encoding: guess, warnings };
}

/** Five characters of several bytes each before the first mistake: no other encoding writes that by chance. */
function mostlyUtf8(bytes: Uint8Array, invalid: number): boolean {
  let characters = 0;
  for (let i = 0; i < invalid; i++) if (bytes[i] >= 0xc0) characters++;
  return characters >= 5;
}

function decoderFor(label: string, source: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    throw new ScreeError("unknown-encoding", `${source}: there is no encoding called "${label}".`, {
      hint: "Use a label such as utf-8, utf-16le, gb18030, big5, shift_jis, euc-kr, windows-1252 or windows-874.",
      data: { file: source, encoding: label },
    });
  }
}

function byOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

/**
 * UTF-16 without a mark: digits, delimiters and line ends have a NUL in one half of each pair, and only in that half.
 * Three such pairs at least, with nothing in that text that UTF-16 does not write; a stray NUL in other text has none. (U+4E00, 一, has its NUL in the other half.)
 */
function byNulPattern(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, sampled);
  const pairs = { "utf-16le": 0, "utf-16be": 0 };
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
    if (bytes[i + 1] === 0 && isPlain(bytes[i])) pairs["utf-16le"]++;
    if (bytes[i] === 0 && isPlain(bytes[i + 1])) pairs["utf-16be"]++;
  }
  const likely = odd > even ? "utf-16le" : "utf-16be";
  const [inside, outside] = odd > even ? [odd, even] : [even, odd];
  if (pairs[likely] < 3 || outside > inside * 0.5 || pairs[likely] < inside * 0.5) return undefined;
  try {
    const text = new TextDecoder(likely, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    return /[\0\p{Co}\p{Cn}]/u.test(text) ? undefined : likely;
  } catch {
    return undefined;
  }
}

/** A printable character of ASCII, or one that ends a line or a field. */
const isPlain = (byte: number): boolean => (byte >= 32 && byte < 127) || byte === 10 || byte === 13 || byte === 9;

function refuseBinary(bytes: Uint8Array, source: string): void {
  const nul = bytes.indexOf(0);
  if (nul < 0) return;
  let control = 0;
  const length = Math.min(bytes.length, sampled);
  for (let i = 0; i < length; i++) if (bytes[i] < 9 || (bytes[i] > 13 && bytes[i] < 32)) control++;
  if (control > 3 && control > length * 0.02) {
    throw new ScreeError("binary-data", `${source}: this is binary data, not a text file with answers; byte ${nul + 1} is NUL.`, {
      hint: "Open a CSV, XLSX, SPSS (.sav, .zsav), Stata (.dta), Parquet or JSON file, with its usual file name extension.",
      data: { file: source, byte: nul + 1 },
    });
  }
  let line = 1;
  for (let i = 0; i < nul; i++) if (bytes[i] === 10) line++;
  throw new ScreeError("nul-byte", `${source}, line ${line}: byte ${nul + 1} of the file is NUL, which no text contains.`, {
    hint: "The file is damaged: export or download it again.",
    data: { file: source, byte: nul + 1, line },
  });
}

/** −1 where every byte is ASCII. */
export function firstNonAscii(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length && (bytes.byteOffset + i) % 4 !== 0) if (bytes[i++] >= 0x80) return i - 1;
  if (i === bytes.length) return -1;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + i, (bytes.length - i) >> 2);
  let word = 0;
  while (word < words.length && (words[word] & 0x80808080) === 0) word++;
  i += word * 4;
  while (i < bytes.length && bytes[i] < 0x80) i++;
  return i < bytes.length ? i : -1;
}

const chunk = 1 << 18;

/** The first byte that is not UTF-8, −1 if all are; in small chunks, so that a large file is not held twice. */
function firstInvalidUtf8(bytes: Uint8Array, from: number): number {
  if (from < 0) return -1;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = from; at < bytes.length;) {
    let to = Math.min(at + chunk, bytes.length);
    if (to < bytes.length) for (let back = 0; back < 3 && (bytes[to] & 0xc0) === 0x80; back++) to--;
    try {
      decoder.decode(bytes.subarray(at, to));
    } catch {
      return locateInvalid(bytes, at, to);
    }
    at = to;
  }
  return -1;
}

/** Halving: the longest beginning that could go on as UTF-8. */
function locateInvalid(bytes: Uint8Array, from: number, to: number): number {
  const canGoOn = (end: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = from;
  let bad = to;
  if (canGoOn(to)) return to - 1; // it breaks off inside a character
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (canGoOn(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Decodes in chunks, so that the text never exists as one string. */
function transcode(bytes: Uint8Array, decoder: TextDecoder): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length || at === 0; at += chunk) {
    const part = encoder.encode(decoder.decode(bytes.subarray(at, at + chunk), { stream: at + chunk < bytes.length }));
    parts.push(part);
    length += part.length;
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
