/** A cell of a file to be written: null is an empty one. */
export type CsvCell = string | number | null;

/**
 * Comma-separated values (RFC 4180), in rows that end with CR LF. Numbers keep full precision. Text that a spreadsheet would take for a formula
 * gets an apostrophe in front (OWASP, "CSV injection").
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

function cellText(cell: CsvCell): string {
  if (cell === null || (typeof cell === "number" && !Number.isFinite(cell))) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
