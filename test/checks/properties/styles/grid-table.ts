import { italic, markdown, padEnd, type Style, width, wrap } from "../kit/style";

function grid(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((h, c) => Math.max(width(h), ...rows.map((r) => width(r[c]))) + 2);
  const rule = (fill: string) => `+${widths.map((w) => fill.repeat(w)).join("+")}+`;
  const line = (cells: readonly string[]) => `|${cells.map((c, i) => ` ${padEnd(c, widths[i] - 1)}`).join("|")}|`;
  return [rule("-"), line(header), rule("="), ...rows.flatMap((r) => [line(r), rule("-")])].join("\n");
}

/** Grid tables of Pandoc in text broken at 80 columns. */
export const gridTable: Style = {
  ...markdown,
  name: "grid tables, broken lines",
  symbol: (name) => italic(name),
  paragraph: (text) => wrap(text, 80),
  table: ({ number, caption, header, rows, note }) =>
    `**Table ${number}**\n\n*${caption}*\n\n${grid(header, rows)}${note ? `\n\n*Note.* ${wrap(note, 80)}` : ""}`,
};
