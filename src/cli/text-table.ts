import { plain, type Table } from "../tables/table";
import type { Style } from "./style";

/** A table for the terminal: aligned columns under a rule, title above, notes below. */
export function textTable(table: Table, style: Style): string {
  const header = table.columns.map((column) => plain(column.header));
  const lines = table.rows.map((row) => row.cells.map((cell) => cell.text));
  const parts = splitHeader(header);
  const widths = header.map((_, c) =>
    Math.max(...parts.map((line) => line[c].length), ...lines.filter((_, r) => !table.rows[r].heading).map((cells) => cells[c].length)),
  );
  const put = (text: string, c: number) => (table.columns[c].align === "right" ? text.padStart(widths[c]) : text.padEnd(widths[c]));
  const join = (cells: readonly string[]) => `  ${cells.join("  ")}`.trimEnd();
  const rule = `  ${"─".repeat(widths.reduce((sum, width) => sum + width + 2, -2))}`;
  const body = table.rows.map((row, r) => {
    if (row.heading) return `  ${lines[r][0]}`;
    return join(lines[r].map((text, c) => (row.cells[c].strong ? style.bold(put(text, c)) : put(text, c))));
  });
  const notes = table.notes.flatMap((note) => wrap(plain(note), 96)).map((text) => style.dim(`  ${text}`));
  return [style.bold(table.title), ...parts.map((cells) => style.dim(join(cells.map(put)))), style.dim(rule), ...body, ...notes].join("\n");
}

/** Headers longer than the figures below them break at spaces, so that the columns stay close together. */
function splitHeader(header: readonly string[]): readonly (readonly string[])[] {
  const pieces = header.map((text) => (text.length > 12 ? wrap(text, 12) : [text]));
  const height = Math.max(...pieces.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => pieces.map((lines) => lines[line - (height - lines.length)] ?? ""));
}

/** Lines of at most `width` characters, broken at spaces; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
