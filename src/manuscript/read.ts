import { assemble } from "./assemble";
import type { Manuscript } from "./manuscript";
import { markdownBlocks } from "./markdown";
import { textBlocks } from "./text";

/** Reads a manuscript by its extension: .md, .qmd, .Rmd as Markdown; anything else as plain text from a converter. */
export function readManuscript(source: string, path: string): Manuscript {
  const format = formatOf(path);
  return assemble(path, format, source, format === "text" ? textBlocks(source) : markdownBlocks(source));
}

export function formatOf(path: string): Manuscript["format"] {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1].toLowerCase() ?? "";
  if (extension === "qmd" || extension === "rmd") return "quarto";
  return extension === "txt" ? "text" : "markdown";
}
