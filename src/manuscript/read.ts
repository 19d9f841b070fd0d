import { assemble } from "./assemble";
import { htmlBlocks } from "./html";
import { latexBlocks } from "./latex";
import type { Manuscript } from "./manuscript";
import { markdownBlocks } from "./markdown";
import type { RawBlock } from "./raw";
import { textBlocks } from "./text";

const readers: Record<Manuscript["format"], (source: string) => RawBlock[]> = {
  markdown: markdownBlocks,
  quarto: markdownBlocks,
  text: textBlocks,
  html: htmlBlocks,
  latex: latexBlocks,
};

/** Reads a manuscript by its extension: Markdown and its kin, HTML, LaTeX; anything else as the plain text that a converter leaves. */
export function readManuscript(source: string, path: string): Manuscript {
  const format = formatOf(path);
  return assemble(path, format, source, readers[format](source));
}

export function formatOf(path: string): Manuscript["format"] {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1].toLowerCase() ?? "";
  if (extension === "qmd" || extension === "rmd") return "quarto";
  if (extension === "htm" || extension === "html" || extension === "docx") return "html"; // a .docx comes as the HTML it was converted to
  if (extension === "tex" || extension === "latex" || extension === "ltx") return "latex";
  return extension === "txt" || extension === "text" || extension === "pdf" ? "text" : "markdown";
}
