import { italic, markdown, minus, pipe, type Style } from "../kit/style";

/** Quarto: labelled captions, cross references, code that is no prose. */
export const quarto: Style = {
  ...markdown,
  name: "Quarto",
  path: "paper.qmd",
  number: (digits) => minus(digits),
  symbol: (name) => italic(name).replace(/²/g, "^2^"),
  table: ({ number, caption, header, rows, note }) => `${pipe(header, rows)}\n\n: ${caption} {#tbl-t${number}}${note ? `\n\n*Note.* ${note}` : ""}`,
  tableReference: (number) => `@tbl-t${number}`,
  document: (blocks) => `---\ntitle: "A study of things"\nformat: html\n---\n\n\`\`\`{r}\nn <- 17; alpha <- 1.3 # p = .000\n\`\`\`\n\n${blocks.join("\n\n")}\n`,
};
