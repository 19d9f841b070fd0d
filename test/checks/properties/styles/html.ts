import { italic, minus, related, spaced, type Style } from "../kit/style";

const cells = (tag: string, row: readonly string[]) => `<tr>${row.map((c) => `<${tag}>${c}</${tag}>`).join("")}</tr>`;

/** A page of the web: entities, superscripts, captions. */
export const html: Style = {
  name: "HTML",
  path: "paper.html",
  language: "en",
  number: (digits) => minus(digits).replace("−", "&minus;"),
  percent: (number) => `${number}%`,
  symbol: (name) =>
    italic(name, (x) => `<i>${x}</i>`)
      .replace("χ", "&chi;")
      .replace("η", "&eta;")
      .replace("α", "&alpha;")
      .replace("²", "<sup>2</sup>")
      .replace("ₚ", "<sub>p</sub>"),
  result: spaced,
  relation: (symbol, sign, value) => related(`<i>${symbol}</i>`, sign === "<" ? "&lt;" : "=", value),
  words: (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;"),
  term: (text) => text,
  heading: (level, text) => `<h${level + 1}>${text}</h${level + 1}>`,
  paragraph: (text) => `<p>${text}</p>`,
  table: ({ number, caption, header, rows, note }) =>
    `<table>\n<caption>Table ${number}. ${caption}</caption>\n<thead>${cells("th", header)}</thead>\n<tbody>\n${rows.map((r) => cells("td", r)).join("\n")}\n</tbody>\n</table>${note ? `\n\n<p><i>Note.</i> ${note}</p>` : ""}`,
  tableReference: (number) => `Table ${number}`,
  references: (entries) => entries.map((e) => `<p>${e}</p>`).join("\n\n"),
  document: (blocks) => `<!DOCTYPE html>\n<html>\n<head><title>A study of things</title></head>\n<body>\n\n${blocks.join("\n\n")}\n\n</body>\n</html>\n`,
};
