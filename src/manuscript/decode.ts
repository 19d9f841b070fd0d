import { ScreeError } from "../errors";

/** Whether a manuscript of this name has to be converted before it can be read (convert.ts): its findings then show the quotation and the page. */
export const needsConversion = (path: string): boolean => /\.(?:docx|pdf)$/i.test(path);

/**
 * UTF-8 or, by its byte order mark, UTF-16; otherwise Windows-1252, which reads the Latin-1 of old papers too.
 * @throws ScreeError `not-text`
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    throw new ScreeError("not-text", `${path} is not text: byte ${nul + 1} is zero.`, {
      hint: "Give a manuscript as Markdown, Quarto, LaTeX, HTML, plain text, DOCX or PDF.",
      data: { file: path, byte: nul + 1 },
    });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
