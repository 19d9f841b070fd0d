import { ScreeError } from "../errors";
import { pageText, type Glyphs } from "./pdf-layout";

/**
 * The text layer of a PDF as plain text: lines in reading order (columns told apart), cells of tables parted by tabs, a form feed between pages.
 * Tables are found by position only, so what stands in them is less sure than prose.
 */
export async function pdfToText(bytes: Uint8Array, path: string): Promise<string> {
  const pdfjs = await quietly(() => import("pdfjs-dist/legacy/build/pdf.mjs"));
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.mjs"); // no second thread: the caller is one already
  const pages: string[] = [];
  try {
    const document = await pdfjs.getDocument({
      data: Uint8Array.from(bytes),
      isEvalSupported: false,
      useSystemFonts: true,
      disableFontFace: true,
      verbosity: 0,
    }).promise;
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const { items, styles } = await page.getTextContent();
      const prose = items.filter((item) => "str" in item).filter((item) => styles[item.fontName]?.fontFamily !== "monospace"); // code is not prose
      pages.push(pageText(prose.map(glyphs)));
      page.cleanup();
    }
    await document.destroy();
  } catch (cause) {
    const locked = (cause as { name?: string }).name === "PasswordException";
    throw new ScreeError(
      "unreadable-manuscript",
      `${path}: ${locked ? "this PDF is locked with a password" : "this is not a PDF that can be opened; it may be damaged or cut short"}.`,
      {
        hint: locked ? "Save a copy without the password." : "Print it to PDF again, or give the manuscript as DOCX or text.",
        cause,
      },
    );
  }
  if (!pages.some((p) => /\p{L}{3}/u.test(p)))
    throw new ScreeError("no-text", `${path}: this PDF holds pictures of pages and no text.`, { hint: "Run it through text recognition (OCR) first." });
  return pages.join("\n\f\n");
}

const glyphs = (item: { str: string; transform: number[]; width: number; height: number }): Glyphs => ({
  text: item.str,
  x: item.transform[4],
  y: item.transform[5],
  width: item.width,
  height: Math.abs(item.transform[3]) || item.height,
});

/** pdfjs says on loading, on standard output, that it cannot draw here. We only read. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const log = console.log;
  console.log = () => {};
  try {
    return await load();
  } finally {
    console.log = log;
  }
}
