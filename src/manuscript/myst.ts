import { undressLines } from "./inline";
import type { Line, RawBlock } from "./raw";
import { csvTable, listTable, type Option } from "./tables/myst";

/** A directive that is open; its closing line would otherwise open a block of code. */
export interface OpenDirective {
  readonly sign: string;
  readonly length: number;
}

/** Directives whose content is no prose: code, mathematics, pictures, lists made elsewhere. */
const silent =
  /^(?:code(?:-cell|-block)?|sourcecode|literalinclude|include|raw|eval-rst|math|mermaid|image|iframe|embed|bibliography|tableofcontents|toctree|contents|index|graphviz|plot|video|myst|eval)$/;

/** Directives in a fence of backticks that hold prose; any other such fence ("```{r}", "```{python}") is a chunk of code. */
const prose =
  /^(?:admonition|note|tip|hint|important|warning|caution|danger|error|attention|seealso|todo|topic|sidebar|margin|aside|dropdown|details|card|grid|grid-item|grid-item-card|tab-set|tab-item|epigraph|pull-quote|highlights|blockquote|compound|container|div|exercise|solution|proof|theorem|lemma|definition|example|remark|abstract|prf:\w{1,20}|figure|table|list-table|csv-table)$/;

const opening = /^\s{0,12}(`{3,}|~{3,}|:{3,})\{([a-zA-Z][\w:-]{0,40})\}[ \t]*/;

/**
 * The opening line of a MyST directive with its options. A table and a silent directive are read to their end; one of prose is only opened, its content is read as what it is.
 * Undefined where no directive opens: "```{r}" is a chunk of code and "::: {.note}" a div, both Quarto's.
 */
export function directive(lines: readonly Line[], at: number, source: string): { blocks: RawBlock[]; end: number; open?: OpenDirective } | undefined {
  const line = lines[at];
  const match = opening.exec(line.text);
  if (!match) return undefined;
  const [all, fence, name] = match;
  if (fence[0] !== ":" && !prose.test(name)) return undefined;
  const open = { sign: fence[0], length: fence.length };
  if (silent.test(name)) return { blocks: [], end: closeOf(lines, at + 1, open) + 1 };

  const argument = { start: line.start + all.length, end: line.start + Math.max(all.length, line.text.trimEnd().length) };
  const titled = argument.end > argument.start;
  const title = undressLines(source, [argument]);
  const { values, end } = options(lines, at + 1);
  const id = (values.get("name") ?? values.get("label"))?.text;
  const range = { start: line.start, end: line.end };
  if (name === "list-table" || name === "csv-table") {
    const close = closeOf(lines, end, open);
    const read = (name === "list-table" ? listTable : csvTable)(lines.slice(end, close), values);
    const table = { kind: "table" as const, ...read, caption: titled ? title : undefined, id, range: { start: range.start, end: lines[Math.min(close, lines.length - 1)].end } }; // prettier-ignore
    return { blocks: read.rows.length > 0 ? [table] : [], end: close + 1 };
  }
  if (name === "table") return { blocks: titled || id ? [{ kind: "caption", text: title, id, range }] : [], end, open };
  return { blocks: titled && name !== "figure" ? [{ kind: "paragraph", text: title, range }] : [], end, open }; // the title of an admonition; the file of a figure
}

/** The line of the closing fence, or the end of the text. */
function closeOf(lines: readonly Line[], from: number, open: OpenDirective): number {
  let at = from;
  while (at < lines.length && !closes(lines[at].text, open)) at++;
  return at;
}

/** Whether a line closes a directive: as many signs as opened it, or more, and nothing else. */
export function closes(text: string, open: OpenDirective): boolean {
  const line = text.trim();
  return line[0] === open.sign && line.length >= open.length && line.length < 200 && line === open.sign.repeat(line.length);
}

/** ":name: tbl-one" lines, or YAML between "---" lines, under the opening line. */
function options(lines: readonly Line[], from: number): { values: Map<string, Option>; end: number } {
  const values = new Map<string, Option>();
  const take = (line: Line | undefined, pattern: RegExp): boolean => {
    const match = line && line.text.length < 2000 ? pattern.exec(line.text) : null;
    if (match) values.set(match[1], { text: match[2].trimEnd(), start: line!.start + match[0].length - match[2].length });
    return match !== null;
  };
  let at = from;
  if (lines[at]?.text.trim() === "---") {
    const close = lines.slice(at + 1, at + 60).findIndex((line) => line.text.trim() === "---");
    if (close >= 0) {
      for (const line of lines.slice(at + 1, at + 1 + close)) take(line, /^\s*([\w-]{1,40}):\s*(.*)$/);
      return { values, end: at + close + 2 };
    }
  }
  while (take(lines[at], /^\s{0,12}:([\w-]{1,40}):(?!\S)[ \t]*(.*)$/)) at++;
  return { values, end: at };
}

/** Lines that MyST takes for no prose: a target ("(tbl-one)=" names the table that follows), a comment "% …", a cell break "+++". */
export function mystMark(lines: readonly Line[], at: number): { blocks: RawBlock[]; end: number } | undefined {
  const { text, start, end } = lines[at];
  const match = /^\s{0,3}(?:\(([\w:.-]{1,100})\)=\s{0,9}$|%(?:\s|$)|\+{3}(?:\s|$))/.exec(text.slice(0, 200));
  if (!match) return undefined;
  const names = match[1] && /^(?:tbl|tab)/.test(match[1]);
  return { blocks: names ? [{ kind: "caption", text: { text: "", starts: [], ends: [] }, id: match[1], range: { start, end } }] : [], end: at + 1 };
}
