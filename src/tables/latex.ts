import { spans } from "./html";
import { type Cell, type Inline, plain, type Table } from "./table";

/** A table for LaTeX with the packages booktabs and threeparttable: three rules, spanners with \cmidrule, notes below. */
export function toLatex(table: Table, options: { label?: string } = {}): string {
  const { columns } = table;
  const spanned = columns.some((column) => column.spanner);
  const rows = table.rows.map((row) =>
    row.heading ? `\\multicolumn{${columns.length}}{l}{\\textit{${escaped(row.cells[0].text)}}} \\\\` : line(row.cells.map(cellText)),
  );
  const notes = table.notes.map((note, i) => `\\item ${i === 0 ? "\\textit{Note.} " : ""}${inlines(note)}`);
  return [
    "\\begin{table}",
    "\\begin{threeparttable}",
    `\\caption{${escaped(table.title)}}`,
    `\\label{${options.label ?? `tbl:${table.id}`}}`,
    `\\begin{tabular}{${columns.map(({ align }) => align[0]).join("")}}`,
    "\\toprule",
    ...(spanned ? spannerLines(table) : []),
    line(columns.map((column) => inlines(column.spanner ? (column.short ?? column.header) : column.header))),
    "\\midrule",
    ...rows,
    "\\bottomrule",
    "\\end{tabular}",
    ...(notes.length > 0 ? ["\\begin{tablenotes}", ...notes, "\\end{tablenotes}"] : []),
    "\\end{threeparttable}",
    "\\end{table}",
  ].join("\n");
}

function spannerLines({ columns }: Table): string[] {
  const runs = spans(columns);
  const rules = runs.filter((run) => run.spanner !== undefined).map(({ from, to }) => `\\cmidrule(lr){${from + 1}-${to}}`);
  return [line(runs.map(({ spanner, from, to }) => (spanner === undefined ? "" : `\\multicolumn{${to - from}}{c}{${escaped(spanner)}}`))), rules.join(" ")];
}

const line = (cells: readonly string[]): string => `${cells.join(" & ")} \\\\`;

const cellText = (cell: Cell): string => (cell.strong && cell.text ? `\\textbf{${escaped(cell.text)}}` : escaped(cell.text));

function inlines(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return escaped(part);
      if ("italic" in part) return `\\textit{${escaped(part.italic)}}`;
      return "superscript" in part ? `\\textsuperscript{${escaped(part.superscript)}}` : escaped(plain([part]));
    })
    .join("");
}

const commands: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "−": "$-$",
  "<": "$<$",
  ">": "$>$",
  "–": "--",
  "—": "---",
  α: "$\\alpha$",
  ω: "$\\omega$",
  λ: "$\\lambda$",
  χ: "$\\chi$",
  "²": "$^2$",
};

/** Only the signs that Scree prints itself are spelled out; other letters are for the document's own encoding. */
const escaped = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[&%$#_{}]|[\\~^−<>–—αωλχ²]/g, (character) => commands[character] ?? `\\${character}`);
