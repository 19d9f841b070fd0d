import { ScreeError } from "../errors";

/** Whether a manuscript of this name has to be converted before it can be read: its findings then show the quotation and the page, because there is no text to underline. */
export const needsConversion = (path: string): boolean => /\.(?:docx|pdf)$/i.test(path);

/**
 * The text of a manuscript file as `readManuscript` takes it: a .docx as HTML, a .pdf as plain text with a form feed between pages, everything else decoded from UTF-8 or UTF-16.
 *
 * @throws ScreeError `unreadable-manuscript`: not what its name says, encrypted or damaged; `no-text`: a PDF of pictures; `binary-manuscript`
 */
export async function manuscriptText(bytes: Uint8Array, path: string): Promise<string> {
  if (/\.docx$/i.test(path)) return docxToHtml(bytes, path);
  if (/\.pdf$/i.test(path)) return (await import("./pdf")).pdfToText(bytes, path);
  return decode(bytes, path);
}

/** UTF-8 or, by its byte order mark, UTF-16; otherwise Windows-1252, which reads the Latin-1 of old papers too. */
function decode(bytes: Uint8Array, path: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    throw new ScreeError("binary-manuscript", `${path} is not text: byte ${nul + 1} is zero.`, {
      hint: "Give a manuscript as Markdown, Quarto, LaTeX, HTML, plain text, DOCX or PDF.",
      data: { file: path, byte: nul + 1 },
    });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function docxToHtml(bytes: Uint8Array, path: string): Promise<string> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new ScreeError("unreadable-manuscript", `${path}: this is not a Word document (.docx files begin with the bytes PK).`, {
      hint: "Save it again as .docx, or give it its true extension.",
    });
  const { default: mammoth } = await import("mammoth/mammoth.browser.js");
  try {
    const arrayBuffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const { value } = await mammoth.convertToHtml(
      { arrayBuffer },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      },
    );
    return value.replaceAll(/<\/(p|h\d|li|tr|table)>/g, "$&\n");
  } catch (cause) {
    throw new ScreeError("unreadable-manuscript", `${path}: this Word document is damaged and cannot be opened.`, {
      hint: "Open it in Word or LibreOffice, save it again, and try once more.",
      cause,
    });
  }
}
