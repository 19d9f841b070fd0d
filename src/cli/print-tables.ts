import type { Warning } from "../errors";
import { toHtml } from "../tables/html";
import { toLatex } from "../tables/latex";
import { pipeTable, toMarkdown } from "../tables/markdown";
import type { Table } from "../tables/table";
import { version } from "../version";
import { htmlPage } from "./analysis-html";
import { choice, type Given } from "./arguments";
import type { Io } from "./io";
import { styleOf } from "./style";
import { textTable, wrap } from "./text-table";

/** Of every command that prints tables. */
export const outputOptions = { decimals: "value", format: "value" } as const;
export const outputFormats = ["text", "json", "markdown", "html", "latex"] as const;
export type OutputFormat = (typeof outputFormats)[number];
export const formatOf = (given: Given): OutputFormat => choice(given, "format", outputFormats) ?? "text";

export interface Printed {
  readonly title: string;
  /** the keys of the JSON between `version` and `tables` */
  readonly results: object;
  readonly tables: readonly Table[];
  readonly warnings: readonly Warning[];
}

/** A result in the format asked for: its tables, or with `json` everything at full precision. */
export function print({ title, results, tables, warnings }: Printed, format: OutputFormat, io: Io): void {
  const style = styleOf(io.colours);
  if (format === "json") {
    const asText = Object.fromEntries(tables.map((table) => [table.id, pipeTable(table)]));
    return io.out(`${JSON.stringify({ version, ...results, tables: asText, warnings }, null, 2)}\n`);
  }
  if (format === "text") {
    const said = warnings.flatMap(({ message }) => wrap(message, 110).map((line, i) => `${i === 0 ? style.yellow("! ") : "  "}${line}`));
    return io.out(`${[style.bold(title), ...(said.length > 0 ? [said.join("\n")] : []), ...tables.map((table) => textTable(table, style))].join("\n\n")}\n`);
  }
  if (format === "markdown") io.out(`${tables.map((table, i) => toMarkdown(table, { number: i + 1 })).join("\n\n")}\n`);
  else if (format === "latex") io.out(`${tables.map((table) => toLatex(table)).join("\n\n")}\n`);
  else io.out(tables.length === 1 ? `${toHtml(tables[0])}\n` : htmlPage(title, tables));
  warnings.forEach(({ message }) => io.err(`scree: ${message}`));
}
