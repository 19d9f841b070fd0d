import { ScreeError } from "../errors";
import { decodeText } from "./decode";
import type { Place } from "./places";

/**
 * The text of a manuscript file as `readManuscript` takes it: a .docx as HTML, a .pdf as plain text with a form feed between pages, everything else decoded from UTF-8 or UTF-16.
 *
 * @throws ScreeError `unreadable-manuscript`: not what its name says, encrypted or damaged; `no-text`: a PDF of pictures; `not-text`
 */
export async function manuscriptText(bytes: Uint8Array, path: string): Promise<string> {
  return (await convertedManuscript(bytes, path)).text;
}

/** The same with, of a .pdf, the places on its pages. */
export async function convertedManuscript(bytes: Uint8Array, path: string): Promise<Converted> {
  if (/\.docx$/i.test(path)) return { text: await docxToHtml(bytes, path) };
  if (/\.pdf$/i.test(path)) return (await import("./pdf")).pdfToText(bytes, path);
  return { text: decodeText(bytes, path) };
}

export interface Converted {
  readonly text: string;
  /** of a PDF: where on which page the text stands, in the order of the text */
  readonly places?: readonly Place[];
}

async function docxToHtml(bytes: Uint8Array, path: string): Promise<string> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new ScreeError("unreadable-manuscript", `${path}: this is not a Word document (.docx files begin with the bytes PK).`, {
      hint: "Save it again as .docx, or give it its true extension.",
    });
  const { default: mammoth } = await import("mammoth/mammoth.browser.js");
  try {
    const { withPlainRuns } = await import("./docx-parts");
    const plain = withPlainRuns(bytes);
    const arrayBuffer = plain.buffer.slice(plain.byteOffset, plain.byteOffset + plain.byteLength) as ArrayBuffer;
    const { value } = await mammoth.convertToHtml(
      { arrayBuffer },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => p:fresh",
          "p[style-name='Source Code'] => pre:fresh",
          "p[style-name='HTML Preformatted'] => pre:fresh",
        ],
      },
    );
    return value.replaceAll(/<sup><a href="#(?:foot|end)note-[^"<>]{1,40}"[^<>]{0,100}>\[\d{1,4}\]<\/a><\/sup>|<a href="#(?:foot|end)note-ref-[^"<>]{1,40}">↑<\/a>/g, "").replaceAll(/<\/(p|h\d|li|tr|table)>/g, "$&\n"); // prettier-ignore
  } catch (cause) {
    throw new ScreeError("unreadable-manuscript", `${path}: this Word document is damaged and cannot be opened.`, {
      hint: "Open it in Word or LibreOffice, save it again, and try once more.",
      cause,
    });
  }
}
