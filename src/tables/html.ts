import type { Cell, Inline, Table, TableColumn } from "./table";

/**
 * A table as HTML for a page or a word processor: caption, two header rows where there are spanners, notes in a paragraph after it.
 * Dressing is left to classes: `scree-table`, `number`, `heading`, `note`.
 */
export function toHtml(table: Table, options: { number?: string | number } = {}): string {
  const number = options.number === undefined ? "" : `<strong>Table ${options.number}</strong><br>`;
  const rows = table.rows.map((row) => {
    if (row.heading) return `<tr class="heading"><th scope="rowgroup" colspan="${table.columns.length}">${escaped(row.cells[0].text)}</th></tr>`;
    return `<tr>${row.cells.map((cell, c) => bodyCell(cell, c === 0)).join("")}</tr>`;
  });
  const notes = table.notes.map((note, i) => `<p class="note">${i === 0 ? "<em>Note.</em> " : ""}${inlines(note)}</p>`);
  return [
    `<table class="scree-table">`,
    `<caption>${number}<em>${escaped(table.title)}</em></caption>`,
    `<thead>${headerRows(table.columns)}</thead>`,
    `<tbody>`,
    ...rows,
    `</tbody>`,
    `</table>`,
    ...notes,
  ].join("\n");
}

function headerRows(columns: readonly TableColumn[]): string {
  const kind = (column: TableColumn) => (column.align === "right" ? ` class="number"` : "");
  if (!columns.some((column) => column.spanner))
    return `<tr>${columns.map((column) => `<th scope="col"${kind(column)}>${inlines(column.header)}</th>`).join("")}</tr>`;
  const above = spans(columns).map(({ spanner, from, to }) =>
    spanner === undefined
      ? `<th scope="col" rowspan="2"${kind(columns[from])}>${inlines(columns[from].header)}</th>`
      : `<th scope="colgroup" colspan="${to - from}">${escaped(spanner)}</th>`,
  );
  const below = columns.filter((column) => column.spanner).map((column) => `<th scope="col"${kind(column)}>${inlines(column.short ?? column.header)}</th>`);
  return `<tr>${above.join("")}</tr><tr>${below.join("")}</tr>`;
}

/** Runs of columns under one spanner; a column without stands alone. */
export function spans(columns: readonly TableColumn[]): readonly { readonly spanner?: string; readonly from: number; readonly to: number }[] {
  const out: { spanner?: string; from: number; to: number }[] = [];
  columns.forEach(({ spanner }, c) => {
    const last = out[out.length - 1];
    if (spanner !== undefined && last?.spanner === spanner) last.to = c + 1;
    else out.push({ spanner, from: c, to: c + 1 });
  });
  return out;
}

function bodyCell(cell: Cell, isStub: boolean): string {
  const text = cell.strong && cell.text ? `<strong>${escaped(cell.text)}</strong>` : escaped(cell.text);
  return isStub ? `<th scope="row">${text}</th>` : `<td class="number">${text}</td>`;
}

function inlines(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return escaped(part);
      if ("italic" in part) return `<em>${escaped(part.italic)}</em>`;
      return "superscript" in part ? `<sup>${escaped(part.superscript)}</sup>` : escaped(part.text);
    })
    .join("");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character]);
