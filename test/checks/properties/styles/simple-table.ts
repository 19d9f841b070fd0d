import { markdown, minus, padEnd, padStart, type Style, width, withoutZero } from "../kit/style";

function simple(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((h, c) => Math.max(3, width(h), ...rows.map((r) => width(r[c]))));
  const line = (cells: readonly string[]) =>
    cells
      .map((c, i) => (i === 0 ? padEnd(c, widths[i]) : padStart(c, widths[i])))
      .join("  ")
      .trimEnd();
  return [line(header), widths.map((w) => "-".repeat(w)).join("  "), ...rows.map(line)].join("\n");
}

/** Simple tables of Pandoc with maths between dollar signs. */
export const simpleTable: Style = {
  ...markdown,
  name: "simple tables, maths",
  number: (digits, form) => minus(form === "bounded" ? withoutZero(digits) : digits),
  symbol: (name) => `$${name.replace("χ²", "\\chi^2").replace("η²ₚ", "\\eta^2_p").replace("²", "^2").replace("α", "\\alpha").replace("β", "\\beta")}$`,
  table: ({ number, caption, header, rows, note }) => `${simple(header, rows)}\n\n: Table ${number}. ${caption}${note ? `\n\n*Note.* ${note}` : ""}`,
};
