import type { PageViewport } from "pdfjs-dist";
import { ScreeError } from "../errors";
import { pageText, type Glyphs } from "./pdf-layout";
import { around, joined, type Box, type Place, type PlacedText } from "./places";

/** A PDF as text, with the places of what is printed in it. */
export interface PdfText {
  readonly text: string;
  readonly places: readonly Place[];
}

/**
 * The text layer of a PDF as plain text: lines in reading order (columns told apart), cells of tables parted by tabs, a form feed between pages.
 * Tables are found by position only, so what stands in them is less sure than prose.
 */
export async function pdfToText(bytes: Uint8Array, path: string): Promise<PdfText> {
  const pdfjs = await quietly(() => import("pdfjs-dist/legacy/build/pdf.mjs"));
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.mjs"); // no second thread: the caller is one already
  const pages: PlacedText[] = [];
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
      const viewport = page.getViewport({ scale: 1 });
      pages.push(pageText(prose.map((item) => glyphs(item, viewport))));
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
  if (!pages.some(({ text }) => /\p{L}{3}/u.test(text)))
    throw new ScreeError("no-text", `${path}: this PDF holds pictures of pages and no text.`, { hint: "Run it through text recognition (OCR) first." });
  return { text: joined(pages, pageBreak).text, places: numbered(pages) };
}

const pageBreak = "\n\f\n";

function numbered(pages: readonly PlacedText[]): Place[] {
  let at = 0;
  return pages.flatMap(({ text, places }, i) => {
    const from = at;
    at += text.length + pageBreak.length;
    return places.map(({ start, end, box }) => ({ start: start + from, end: end + from, page: i + 1, box }));
  });
}

interface Item {
  readonly str: string;
  readonly transform: number[];
  readonly width: number;
  readonly height: number;
}

const glyphs = (item: Item, viewport: PageViewport): Glyphs => ({
  text: item.str,
  x: item.transform[4],
  y: item.transform[5],
  width: item.width,
  height: Math.abs(item.transform[3]) || item.height,
  box: boxOf(item, viewport),
});

/** From below the descenders to above the capitals, as wide as the text; of type set sideways as it stands. */
function boxOf({ transform: [a, b, c, d, x, y], width, height }: Item, viewport: PageViewport): Box {
  const along = Math.hypot(a, b) || 1;
  const size = Math.hypot(c, d) || height;
  const up = size || 1;
  const corners = [0, width].flatMap((w) =>
    [-0.22 * size, 0.95 * size].map((h) => viewport.convertToViewportPoint(x + (w * a) / along + (h * c) / up, y + (w * b) / along + (h * d) / up) as number[]),
  );
  return around(corners.map(([left, top]) => ({ x: left, y: top, width: 0, height: 0 })));
}

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
