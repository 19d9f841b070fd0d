import { type Style, thousands, withoutZero, wrap } from "../kit/style";

const maths: Readonly<Record<string, string>> = {
  "χ²": "\\chi^2",
  "χ²/df": "\\chi^2/df",
  "R²": "R^2",
  "η²ₚ": "\\eta^2_p",
  "h²": "h^2",
  α: "\\alpha",
  β: "\\beta",
  λ: "\\lambda",
};
const bare = (text: string) => text.replaceAll("$", "");
const row = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;

/** An article in LaTeX: tabular, maths, labels and references. */
export const latex: Style = {
  name: "LaTeX",
  path: "paper.tex",
  language: "en",
  number: (digits, form) => (form === "bounded" ? withoutZero(digits) : thousands(digits, "{,}")).replace("-", "$-$"),
  percent: (number) => `${number}\\%`,
  symbol: (name) => `$${maths[name] ?? (name.length > 1 ? `\\mathit{${name}}` : name)}$`,
  result: (symbol, df, value) => `$${bare(symbol)}${df.length ? `(${df.map(bare).join(", ")})` : ""} = ${bare(value)}$`,
  relation: (symbol, sign, value) => `$${symbol} ${sign} ${value}$`,
  words: (text) =>
    text
      .replace(/[&%#_]/g, "\\$&")
      .replace(/</g, "$<$ ")
      .replace(/ {2}/g, " "),
  term: (text) => text,
  heading: (level, text) => `\\${"sub".repeat(level - 1)}section{${text}}`,
  paragraph: (text) => wrap(text, 90),
  table: ({ number, caption, header, rows, note }) =>
    `\\begin{table}\n\\caption{${caption}}\n\\label{tab:t${number}}\n\\begin{tabular}{l${"r".repeat(header.length - 1)}}\n\\toprule\n${row(header)}\n\\midrule\n${rows.map(row).join("\n")}\n\\bottomrule\n\\end{tabular}${note ? `\n\n\\textit{Note.} ${note}` : ""}\n\\end{table}`,
  tableReference: (number) => `Table~\\ref{tab:t${number}}`,
  references: (entries) => entries.join("\n\n"),
  document: (blocks) => `\\documentclass{article}\n\\begin{document}\n\n${blocks.join("\n\n")}\n\n\\end{document}\n`,
};
