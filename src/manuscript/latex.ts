import { afterArguments, closing, undressLatex } from "./latex-inline";
import { type Mapped, MappedBuilder, trim } from "./mapped";
import type { RawBlock, RawRow, RawTable } from "./raw";

const hidden =
  /^(?:verbatim|lstlisting|equation|align|gather|displaymath|figure|tikzpicture|comment|filecontents|minted|Verbatim|eqnarray|multline|Shaded|Highlighting)\*?$/;
const levels: Record<string, number> = { title: 1, chapter: 1, section: 2, subsection: 3, subsubsection: 4, paragraph: 5 };

/** LaTeX as raw blocks: sections, paragraphs, items, and each tabular with the caption, label and notes of its table environment. */
export function latexBlocks(source: string): RawBlock[] {
  const text = blankComments(source);
  const begin = text.indexOf("\\begin{document}");
  const from = begin < 0 ? 0 : begin + "\\begin{document}".length;
  const end = text.indexOf("\\end{document}", from);
  const labels = tableLabels(text);
  const out: RawBlock[] = [];
  if (begin >= 0) pushTitle(out, text.slice(0, begin), labels);
  new Reader(text, labels, out).read(from, end < 0 ? text.length : end);
  return out;
}

/** Comments become spaces, so that offsets stay. */
function blankComments(source: string): string {
  return source.replace(/(^|[^\\])%[^\n\r]*/g, (all, before: string) => before + " ".repeat(all.length - before.length));
}

function pushTitle(out: RawBlock[], preamble: string, labels: ReadonlyMap<string, string>): void {
  const at = preamble.indexOf("\\title{");
  const close = at < 0 ? -1 : closing(preamble, at + 6);
  if (close > 0) out.push({ kind: "heading", level: 1, text: undressLatex(stretch(preamble, at + 7, close), labels), range: { start: at, end: close + 1 } });
}

/** \label of every table, numbered in the order of the captions. */
function tableLabels(text: string): Map<string, string> {
  const labels = new Map<string, string>();
  const counts: Record<string, number> = { table: 0, figure: 0 };
  for (const match of text.matchAll(/\\begin\{(table|figure|longtable|sidewaystable)\*?\}/g)) {
    const kind = match[1] === "figure" ? "figure" : "table";
    const end = text.indexOf(`\\end{${match[1]}`, match.index);
    const body = text.slice(match.index, end < 0 ? match.index + 5000 : end);
    if (!body.includes("\\caption")) continue;
    counts[kind]++;
    const label = /\\label\{([^{}]{1,100})\}/.exec(body)?.[1];
    if (label) labels.set(label, String(counts[kind]));
  }
  return labels;
}

function stretch(text: string, from: number, to: number): Mapped {
  const raw = new MappedBuilder();
  raw.copy(text.slice(from, to), from);
  return trim(raw.done());
}

/** Walks the body once; `pending` is the paragraph that is being collected. */
class Reader {
  private pending = -1;
  private kind: "paragraph" | "list-item" = "paragraph";
  private depth = 0;
  private tables = 0;
  private readonly unclosed = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly labels: ReadonlyMap<string, string>,
    private readonly out: RawBlock[],
  ) {}

  read(from: number, to: number): void {
    let i = from;
    while (i < to) {
      const next = this.special(i, to);
      if (next !== undefined) {
        i = next;
      } else {
        if (this.pending < 0 && !/\s/.test(this.text[i])) this.pending = i;
        i++;
      }
    }
    this.flush(to);
  }

  private flush(end: number): void {
    if (this.pending >= 0) {
      const text = undressLatex(stretch(this.text, this.pending, end), this.labels);
      if (text.text)
        this.out.push({
          kind: this.kind,
          text,
          range: { start: this.pending, end },
          ...(this.kind === "list-item" ? { marker: "-", depth: Math.max(0, this.depth - 1) } : {}),
        });
    }
    this.pending = -1;
    this.kind = "paragraph";
  }

  /** What ends a paragraph at `at`: a blank line, a heading, an environment, an item. Returns where reading goes on. */
  private special(at: number, to: number): number | undefined {
    const text = this.text;
    if (text[at] === "\n") return /^\n[ \t\r]*\n/.test(text.slice(at, at + 200)) ? this.after(at, at + 1) : undefined;
    if (text[at] !== "\\") return undefined;
    const name = /^\\([a-zA-Z]{1,30})\*?/.exec(text.slice(at, at + 32))?.[1];
    if (!name) return undefined;
    if (name in levels) return this.heading(at, name);
    if (name === "hypertarget" || name === "label")
      return this.after(at, Math.min(to, at + /^\\[a-z]+(?:\{[^{}]{0,200}\})?(?:\{%?)?/.exec(text.slice(at, at + 230))![0].length));
    if (name === "begin") return this.environment(at, to);
    if (name === "end") {
      if (/^\\end\{(?:itemize|enumerate|description)\}/.test(text.slice(at, at + 25))) this.depth--;
      return this.after(at, afterArguments(text, at + 4));
    }
    if (name === "item" || name === "bibitem") {
      this.flush(at);
      this.kind = "list-item";
      return afterArguments(text, at + name.length + 1);
    }
    return name === "maketitle" ? this.after(at, at + 10) : undefined;
  }

  /** Ends the paragraph at `at` and goes on at `next`. */
  private after(at: number, next: number): number {
    this.flush(at);
    return next;
  }

  /** The end of an environment that begins before `from`, or -1; a name that is not found once is not looked for again. */
  private endOf(name: string, from: number): number {
    if (this.unclosed.has(name)) return -1;
    const at = this.text.indexOf(`\\end{${name}}`, from);
    if (at < 0) this.unclosed.add(name);
    return at;
  }

  private heading(at: number, name: string): number {
    const open = this.text.indexOf("{", at);
    const close = open < 0 ? -1 : closing(this.text, open);
    if (close < 0) return at + name.length + 1;
    this.flush(at);
    this.out.push({
      kind: "heading",
      level: levels[name],
      text: undressLatex(stretch(this.text, open + 1, close), this.labels),
      range: { start: at, end: close + 1 },
    });
    return close + 1;
  }

  private environment(at: number, to: number): number {
    const name = /^\\begin\{([a-zA-Z*]{1,30})\}/.exec(this.text.slice(at, at + 40))?.[1];
    if (!name) return at + 6;
    const after = at + `\\begin{${name}}`.length;
    const close = this.endOf(name, after);
    const end = close < 0 ? to : Math.min(close + `\\end{${name}}`.length, to);
    this.flush(at);
    if (hidden.test(name)) return end;
    if (name === "abstract")
      this.out.push({
        kind: "heading",
        level: 2,
        text: undressLatex({ text: "Abstract", starts: Array(8).fill(at), ends: Array(8).fill(after) }),
        range: { start: at, end: after },
      });
    if (name === "thebibliography")
      this.out.push({
        kind: "heading",
        level: 2,
        text: undressLatex({ text: "References", starts: Array(10).fill(at), ends: Array(10).fill(after) }),
        range: { start: at, end: after },
      });
    if (/^(?:itemize|enumerate|description)$/.test(name)) this.depth++;
    if (/^(?:table|sidewaystable|longtable|threeparttable)\*?$/.test(name)) {
      this.table(at, end);
      return end;
    }
    if (/^tabular/.test(name)) {
      this.pushTabular(at, end);
      return end;
    }
    return afterArguments(this.text, after);
  }

  private table(at: number, end: number): void {
    const body = this.text.slice(at, end);
    const inner = /\\begin\{(tabularx?\*?|tabulary|longtable|tblr)\}/.exec(body);
    if (!inner) return;
    const from = at + inner.index;
    const close = this.text.indexOf(`\\end{${inner[1]}}`, from);
    const stop = close < 0 ? end : close + `\\end{${inner[1]}}`.length;
    const captionAt = body.indexOf("\\caption");
    const open = captionAt < 0 ? -1 : body.indexOf("{", captionAt);
    const captionEnd = open < 0 ? -1 : closing(body, open);
    const number = captionAt >= 0 ? String(++this.tables) : undefined;
    const caption = captionEnd > 0 ? undressLatex(stretch(this.text, at + open + 1, at + captionEnd), this.labels) : undefined;
    this.pushTabular(from, stop, caption, number);
    const note = stretch(this.text, stop, Math.max(stop, end));
    const plain = undressLatex(note, this.labels);
    const noteAt = plain.text.search(/\bNotes?\b[.:]|\* ?p ?</);
    if (noteAt >= 0)
      this.out.push({
        kind: "paragraph",
        text: {
          text: plain.text.slice(noteAt),
          starts: Array.prototype.slice.call(plain.starts, noteAt),
          ends: Array.prototype.slice.call(plain.ends, noteAt),
        },
        range: { start: stop, end },
      });
  }

  private pushTabular(from: number, to: number, caption?: Mapped, number?: string): void {
    const rows = tabularRows(this.text, from, to, this.labels);
    if (rows.length === 0) return;
    const table: RawTable = { kind: "table", rows, caption, number, range: { start: from, end: to } };
    this.out.push(table);
  }
}

/** Rows end with \\, cells are parted by &; rules and column definitions are no cells. */
function tabularRows(text: string, from: number, to: number, labels: ReadonlyMap<string, string>): RawRow[] {
  const start = afterArguments(text, from + /^\\begin\{[a-zA-Z*]+\}/.exec(text.slice(from, from + 40))![0].length);
  const end = text.lastIndexOf("\\end{", to) > start ? text.lastIndexOf("\\end{", to) : to;
  const rows: RawRow[] = [];
  let cells: RawRow["cells"][number][] = [];
  let cellFrom = start;
  const closeCell = (at: number) => {
    const body = text.slice(cellFrom, at);
    const lead =
      /^(?:\s|\\(?:hline|toprule|midrule|bottomrule|addlinespace|endhead|endfirsthead)(?:\[[^\]]{0,40}\])?(?![a-zA-Z])|\\(?:cline|cmidrule)(?:\([^)]{0,20}\))?\{[^{}]{0,20}\})*/.exec(
        body,
      )![0].length;
    const columns = Number(/^\\multicolumn\{(\d{1,2})\}/.exec(body.slice(lead, lead + 20))?.[1] ?? 1);
    const raw = stretch(text, cellFrom + lead, at);
    const cell = { mapped: undressLatex(raw, labels), range: raw.text ? { start: raw.starts[0], end: raw.ends[raw.text.length - 1] } : { start: at, end: at } };
    for (let k = 0; k < columns; k++) cells.push(cell);
  };
  const closeRow = (at: number) => {
    closeCell(at);
    if (cells.some((c) => c.mapped.text !== "")) rows.push({ cells, range: { start: cells[0].range.start, end: at } });
    cells = [];
  };
  for (let i = start; i < end; i++) {
    if (text[i] === "\\" && text[i + 1] === "\\") {
      closeRow(i);
      i++;
      if (text[i + 1] === "[") i = closing(text, i + 1) < 0 ? end : closing(text, i + 1);
      cellFrom = i + 1;
    } else if (text[i] === "\\") i++;
    else if (text[i] === "&") {
      closeCell(i);
      cellFrom = i + 1;
    }
  }
  if (text.slice(cellFrom, end).trim()) closeRow(end);
  return rows;
}
