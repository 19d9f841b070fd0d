import { toHtml } from "../tables/html";
import type { Table } from "../tables/table";

const style = `body { font: 16px/1.5 "Times New Roman", Times, serif; max-width: 60em; margin: 2em auto; padding: 0 1em }
.scree-table { border-collapse: collapse; border-top: 1px solid; border-bottom: 1px solid; margin-top: 2em; font-variant-numeric: tabular-nums }
.scree-table caption { text-align: left; padding-bottom: .5em }
.scree-table th { font-weight: normal; text-align: left; padding: .1em .6em }
.scree-table thead tr:last-child th { border-bottom: 1px solid }
.scree-table [colspan] { text-align: center; border-bottom: 1px solid }
.scree-table .heading [colspan] { text-align: left; border: 0; font-style: italic }
.scree-table .number { text-align: right; padding: .1em .6em }
.note { margin: .4em 0 }`;

/** Tables as a page that opens in a browser and pastes into a word processor. */
export function htmlPage(title: string, tables: readonly Table[]): string {
  const escaped = title.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]!);
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${escaped}</title>\n<style>\n${style}\n</style>\n${tables.map((table, i) => toHtml(table, { number: i + 1 })).join("\n")}\n</html>\n`;
}
