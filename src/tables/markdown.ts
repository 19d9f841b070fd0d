import { plain, type Cell, type Inline, type Table } from "./table";

export type Flavour = "gfm" | "quarto";

export interface MarkdownOptions {
  /** gfm: bold "Table N" and an italic title above. quarto: ": Title {#tbl-loadings}" below, numbered by Quarto itself. Default gfm */
  readonly flavour?: Flavour;
  /** printed after "Table" (gfm); absent: the title stands alone */
  readonly number?: string | number;
  /** cross-reference id (quarto), letters, digits and hyphens; default tbl-ID */
  readonly label?: string;
  /** marks the numbers in the notes as bound values, for a live block */
  readonly bind?: boolean;
  /** before the keys of bound values, of an analysis that is not the first: "short:" */
  readonly prefix?: string;
}

/** A table with title and notes in Markdown, without a final line break. Pipes are aligned, as Prettier would leave them. */
export function toMarkdown(table: Table, options: MarkdownOptions = {}): string {
  const title = inlines([table.title], options);
  const body = pipeTable(table, options);
  const notes = table.notes.map((note, i) => (i === 0 ? "*Note.* " : "") + inlines(note, options)).join("\n\n");
  const parts =
    options.flavour === "quarto"
      ? [body, `: ${title} {#${options.label ?? `tbl-${table.id}`}}`, notes]
      : [...(options.number === undefined ? [] : [`**Table ${options.number}**`]), `*${title}*`, body, notes];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The bare pipe table. */
export function pipeTable(table: Table, options: MarkdownOptions = {}): string {
  const lines = [
    table.columns.map((column) => inlines(column.header, options)),
    ...table.rows.map((row) => row.cells.map((cell) => cellText(cell, row.heading))),
  ];
  const widths = table.columns.map((_, c) => Math.max(3, ...lines.map((cells) => width(cells[c]))));
  const pad = (text: string, c: number) =>
    table.columns[c].align === "right" ? " ".repeat(widths[c] - width(text)) + text : text + " ".repeat(widths[c] - width(text));
  const rule = table.columns.map(({ align }, c) => (align === "right" ? `${"-".repeat(widths[c] - 1)}:` : `:${"-".repeat(widths[c] - 1)}`));
  const [header, ...rows] = lines.map((cells) => cells.map(pad));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A cell as a live table writes it. */
export function cellText(cell: Cell, heading = false): string {
  const text = escaped(cell.text);
  if (text === "") return "";
  if (heading) return `*${text}*`;
  return cell.strong ? `**${text}**` : text;
}

function inlines(parts: readonly Inline[], options: MarkdownOptions): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return escaped(part);
      if ("bound" in part) return options.bind ? `${escaped(part.text)}<!-- scree:v ${options.prefix ?? ""}${part.bound} -->` : escaped(part.text);
      if ("italic" in part) return `*${escaped(part.italic)}*`;
      return `^${escaped(plain([part]))}^`;
    })
    .join("");
}

/** Text that GitHub, remark and pandoc all print as it is. Underscores inside a word need nothing. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\|*`$~^@]|<(?=[!/?A-Za-z])|&(?=[#A-Za-z][\dA-Za-z]{0,31};)/g, "\\$&")
    .replace(/(?<![\dA-Za-z])_|_(?![\dA-Za-z])/g, "\\_");
}

/** Code points: what an editor with a fixed-width font shows for everything but East Asian text. */
const width = (text: string): number => [...text].length;
