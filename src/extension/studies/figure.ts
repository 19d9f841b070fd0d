import { type Edit } from "../../study/edit";
import { type Flavour } from "../../tables/markdown";
import { type FigureName } from "../../webview/protocol";

export interface Figure {
  readonly figure: FigureName;
  /** relative to the manuscript */
  readonly file: string;
  /** what it shows, for those who cannot see it */
  readonly words: string;
}

const titles: Record<FigureName, { readonly title: string; readonly label: string }> = {
  scree: { title: "Scree plot with parallel analysis", label: "fig-scree" },
  intervals: { title: "Loadings with 95% bootstrap confidence intervals", label: "fig-loading-intervals" },
};

/** A figure after the paragraph of the cursor, numbered after the figures there are; Quarto numbers its own. */
export function figureEdit(source: string, offset: number, { figure, file, words }: Figure, flavour: Flavour): Edit {
  const { title, label } = titles[figure];
  const eol = source.includes("\r\n") ? "\r\n" : "\n";
  const at = afterParagraph(source, offset);
  const alt = words.replace(/[[\]\\]/g, "\\$&");
  const link = encodeURI(file).replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29"));
  const number = Math.max(0, ...[...source.matchAll(/\*\*Figure (\d{1,4})\b/g)].map((match) => Number(match[1]))) + 1;
  const lines =
    flavour === "quarto"
      ? [`![${title}](${link}){#${label} fig-alt="${words.replace(/"/g, "'")}"}`]
      : [`**Figure ${number}**`, `*${title}*`, `![${alt}](${link})`];
  const before = source.slice(0, at);
  const lead = before.trim() === "" || /\n[ \t]*\r?\n$/.test(before) ? "" : before.endsWith("\n") ? eol : eol + eol;
  const tail = /^\s*$/.test(source.slice(at)) || /^[ \t]*\r?\n/.test(source.slice(at)) ? "" : eol;
  return { range: { start: at, end: at }, newText: lead + lines.join(eol + eol) + eol + tail };
}

/** The start of the first blank line at or after the offset, or the end. */
function afterParagraph(source: string, offset: number): number {
  let at = source.lastIndexOf("\n", offset - 1) + 1;
  while (at < source.length) {
    const end = source.indexOf("\n", at);
    if (source.slice(at, end < 0 ? source.length : end).trim() === "") return at;
    if (end < 0) break;
    at = end + 1;
  }
  return source.length;
}
