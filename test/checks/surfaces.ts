/** Surface styles in which the same result can be printed: numbers, symbols, tables, file format. */
export interface Surface {
  readonly name: string;
  readonly path: string;
  readonly decimal: "." | ",";
  /** keeps the zero before the point of quantities that cannot exceed 1 */
  readonly zero: boolean;
  readonly minus: string;
  /** a symbol of statistics: t, F, p, M, SD */
  symbol(name: string): string;
  readonly chi: string;
  readonly squared: string;
  /** between the parts of a result */
  readonly separator: string;
  table(header: readonly string[], rows: readonly (readonly string[])[], caption: string, note?: string): string;
}

const pipe = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  [`| ${header.join(" | ")} |`, `| ${header.map(() => "---").join(" | ")} |`, ...rows.map((r) => `| ${r.join(" | ")} |`)].join("\n");

const grid = (header: readonly string[], rows: readonly (readonly string[])[]) => {
  const widths = header.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i].length)) + 2);
  const line = (fill: string) => "+" + widths.map((w) => fill.repeat(w)).join("+") + "+";
  const row = (cells: readonly string[]) => "|" + cells.map((c, i) => ` ${c.padEnd(widths[i] - 1)}`).join("|") + "|";
  return [line("-"), row(header), line("="), ...rows.flatMap((r) => [row(r), line("-")])].join("\n");
};

const simple = (header: readonly string[], rows: readonly (readonly string[])[]) => {
  const widths = header.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i].length)) + 1);
  const row = (cells: readonly string[]) =>
    cells
      .map((c, i) => (i === 0 ? c.padEnd(widths[i]) : c.padStart(widths[i])))
      .join(" ")
      .trimEnd();
  return [row(header), widths.map((w) => "-".repeat(w)).join(" "), ...rows.map(row)].join("\n");
};

const html = (header: readonly string[], rows: readonly (readonly string[])[], caption: string) =>
  `<table>\n<caption>Table 1. ${caption}</caption>\n<thead><tr>${header.map((h) => `<th>${h}</th>`).join("")}</tr></thead>\n<tbody>\n${rows.map((r) => `<tr>${r.map((c) => `<td align="right">${c.replace(/</g, "&lt;")}</td>`).join("")}</tr>`).join("\n")}\n</tbody>\n</table>`;

export const surfaces: readonly Surface[] = [
  {
    name: "APA in GitHub Markdown",
    path: "a.md",
    decimal: ".",
    zero: false,
    minus: "−",
    symbol: (s) => `*${s}*`,
    chi: "χ²",
    squared: "²",
    separator: ", ",
    table: (h, r, c, n) => `**Table 1**\n\n*${c}*\n\n${pipe(h, r)}\n${n ? `\n*Note.* ${n}\n` : ""}`,
  },
  {
    name: "plain Unicode, zeros kept",
    path: "a.md",
    decimal: ".",
    zero: true,
    minus: "−",
    symbol: (s) => s,
    chi: "χ²",
    squared: "²",
    separator: ", ",
    table: (h, r, c, n) => `**Table 1.** ${c}\n\n${pipe(h, r)}\n${n ? `\nNote. ${n}\n` : ""}`,
  },
  {
    name: "Quarto",
    path: "a.qmd",
    decimal: ".",
    zero: false,
    minus: "-",
    symbol: (s) => `*${s}*`,
    chi: "$\\chi^2$",
    squared: "^2^",
    separator: ", ",
    table: (h, r, c, n) => `${pipe(h, r)}\n\n: ${c} {#tbl-one}\n${n ? `\n*Note.* ${n}\n` : ""}`,
  },
  {
    name: "LaTeX maths",
    path: "a.md",
    decimal: ".",
    zero: false,
    minus: "-",
    symbol: (s) => `$${s.replace("η²", "\\eta^2")}$`,
    chi: "$\\chi^2$",
    squared: "$^2$",
    separator: ", ",
    table: (h, r, c, n) => `${simple(h, r)}\n\n: Table 1. ${c}\n${n ? `\n*Note.* ${n}\n` : ""}`,
  },
  {
    name: "grid tables",
    path: "a.md",
    decimal: ".",
    zero: false,
    minus: "−",
    symbol: (s) => `*${s}*`,
    chi: "*χ*^2^",
    squared: "²",
    separator: "; ",
    table: (h, r, c, n) => `**Table 1**\n\n*${c}*\n\n${grid(h, r)}\n${n ? `\n*Note.* ${n}\n` : ""}`,
  },
  {
    name: "HTML",
    path: "a.md",
    decimal: ".",
    zero: true,
    minus: "&minus;",
    symbol: (s) => `<i>${s}</i>`,
    chi: "&chi;<sup>2</sup>",
    squared: "<sup>2</sup>",
    separator: ", ",
    table: (h, r, c, n) => `${html(h, r, c)}\n${n ? `\n<i>Note.</i> ${n}\n` : ""}`,
  },
  {
    name: "text of a PDF with tabs",
    path: "a.txt",
    decimal: ".",
    zero: true,
    minus: "−",
    symbol: (s) => s,
    chi: "χ2",
    squared: "2",
    separator: ", ",
    table: (h, r, c, n) => `Table 1. ${c}\n${[h, ...r].map((x) => x.join("\t")).join("\n")}\n${n ? `Note. ${n}\n` : ""}`,
  },
  {
    name: "German",
    path: "a.md",
    decimal: ",",
    zero: true,
    minus: "−",
    symbol: (s) => s,
    chi: "χ²",
    squared: "²",
    separator: "; ",
    table: (h, r, c, n) => `**Tabelle 1**\n\n${c}\n\n${pipe(h, r)}\n${n ? `\nAnmerkung. ${n}\n` : ""}`,
  },
];

/** A number as the style prints it; `bounded`: cannot exceed 1, so APA drops the zero. */
export function print(surface: Surface, value: number, decimals: number, bounded = false): string {
  let text = Math.abs(value).toFixed(decimals);
  if (bounded && !surface.zero) text = text.replace(/^0(?=\.)/, "");
  if (surface.decimal === ",") text = text.replace(".", ",");
  return (value < 0 && Number(value.toFixed(decimals)) !== 0 ? surface.minus : "") + text;
}

/** "p = .036", "p < .001" as the style prints it. */
export function printP(surface: Surface, p: number, symbol = true): string {
  const name = symbol ? `${surface.symbol("p")} ` : "";
  const less = /sup|minus/.test(surface.squared + surface.minus) ? "&lt;" : "<";
  if (p < 0.001) return `${name}${less} ${print(surface, 0.001, 3, true)}`;
  return `${name}${symbol ? "= " : ""}${print(surface, p, 3, true)}`;
}
