import { afterArguments, closing, undressLatex } from "./latex-inline";
import { closings, latexSource, type LatexSource, plainSource } from "./latex-source";
import { isTabular, latexTables } from "./latex-table";
import { stretchOf } from "./mapped";
import type { RawBlock, RawProse } from "./raw";

const hidden =
  /^(?:verbatim|Verbatim|BVerbatim|alltt|lstlisting|minted|comment|filecontents|Shaded|Highlighting|equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math|dmath|subequations|figure|sidewaysfigure|wrapfigure|tikzpicture|tikzcd|forest|pgfpicture|algorithm|algorithmic|CCSXML)\*?$/;
const lists = /^(?:itemize|enumerate|description|compactitem|compactenum)$/;
const quotations = /^(?:quote|quotation|displayquote|quoting|displaycquote)$/;
const tables = /^(?:table|sidewaystable|threeparttable|wraptable|SCtable|ThreePartTable)\*?$/;
const levels: Record<string, number> = { title: 1, chapter: 1, section: 2, subsection: 3, subsubsection: 4, paragraph: 5 };

/** LaTeX as raw blocks: sections, paragraphs, items, and each tabular with the caption, label and notes of its table environment. */
export function latexBlocks(source: string): RawBlock[] {
  const text = plainSource(source);
  const begin = text.indexOf("\\begin{document}");
  const from = begin < 0 ? 0 : begin + "\\begin{document}".length;
  const end = text.indexOf("\\end{document}", from);
  const whole = latexSource(text);
  const out: RawBlock[] = [];
  if (begin >= 0) pushTitle(out, text.slice(0, begin), whole);
  new Reader(text, whole, out).read(from, end < 0 ? text.length : end);
  return out;
}

function pushTitle(out: RawBlock[], preamble: string, source: LatexSource): void {
  const at = preamble.indexOf("\\title{");
  const close = at < 0 ? -1 : closing(preamble, at + 6);
  if (close > 0) out.push({ kind: "heading", level: 1, text: undressLatex(stretchOf(preamble, at + 7, close), source), range: { start: at, end: close + 1 } });
}

/** Walks the body once; `pending` is the paragraph that is being collected. */
class Reader {
  private pending = -1;
  private kind: "paragraph" | "list-item" | "quote" = "paragraph";
  private quotes = 0;
  private depth = 0;
  private tables = 0;
  private readonly unclosed = new Set<string>();

  private readonly closes: Int32Array;
  private readonly lastDisplay: number;

  constructor(
    private readonly text: string,
    private readonly source: LatexSource,
    private readonly out: RawBlock[],
  ) {
    this.closes = closings(text);
    this.lastDisplay = text.lastIndexOf("\\]");
  }

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
      const text = undressLatex(stretchOf(this.text, this.pending, end), this.source);
      const kind = this.kind === "paragraph" && this.quotes > 0 ? "quote" : this.kind;
      const list = kind === "list-item" ? { marker: "-", depth: Math.max(0, this.depth - 1) } : {};
      if (text.text) this.out.push({ kind, text, range: { start: this.pending, end }, ...list });
      this.footnotes(this.pending, end);
    }
    this.pending = -1;
    this.kind = "paragraph";
  }

  /** The footnotes of a paragraph, after it. */
  private footnotes(from: number, to: number): void {
    let past = from;
    for (const match of this.text.slice(from, to).matchAll(/\\footnote(?:text)?(?:\[[^\]]{0,20}\])?\{/g)) {
      const open = from + match.index + match[0].length - 1;
      const close = this.closes[open];
      if (open < past || close === 0 || close > to) continue; // within another
      past = close;
      const text = undressLatex(stretchOf(this.text, open + 1, close), this.source);
      if (text.text) this.out.push({ kind: "footnote", text, range: { start: open + 1, end: close } });
    }
  }

  /** What ends a paragraph at `at`: a blank line, a heading, an environment, an item. Returns where reading goes on. */
  private special(at: number, to: number): number | undefined {
    const text = this.text;
    if (text[at] === "\n") return /^\n[ \t\r]*\n/.test(text.slice(at, at + 200)) ? this.after(at, at + 1) : undefined;
    if (text[at] !== "\\") return undefined;
    if (text[at + 1] === "\\") return at + 2;
    if (text[at + 1] === "[") return this.displayed(at);
    const name = /^\\([a-zA-Z]{1,30})\*?/.exec(text.slice(at, at + 32))?.[1];
    if (!name) return undefined;
    if (name in levels) return this.heading(at, name);
    if (name === "label" && this.pending >= 0) return undefined;
    if (name === "hypertarget" || name === "label")
      return this.after(at, Math.min(to, at + /^\\[a-z]+(?:\{[^{}]{0,200}\})?(?:\{%?)?/.exec(text.slice(at, at + 230))![0].length));
    if (name === "begin") return this.environment(at, to);
    if (name === "end") {
      const closed = /^\\end\{([a-zA-Z]{1,30})\*?\}/.exec(text.slice(at, at + 40))?.[1] ?? "";
      this.flush(at);
      if (lists.test(closed)) this.depth--;
      if (quotations.test(closed)) this.quotes--;
      return afterArguments(text, at + 4);
    }
    if (name === "item" || name === "bibitem") {
      this.flush(at);
      this.kind = "list-item";
      return afterArguments(text, at + name.length + 1);
    }
    return name === "maketitle" ? this.after(at, at + 10) : undefined;
  }

  /** A displayed formula says nothing that a sentence does. */
  private displayed(at: number): number {
    const close = at > this.lastDisplay ? -1 : this.text.slice(at, at + 5000).indexOf("\\]");
    return close < 0 ? at + 2 : this.after(at, at + close + 2);
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
    const close = open < 0 || open > at + name.length + 200 ? 0 : this.closes[open];
    if (close === 0) return at + name.length + 1;
    this.flush(at);
    this.out.push({
      kind: "heading",
      level: levels[name],
      text: undressLatex(stretchOf(this.text, open + 1, close), this.source),
      range: { start: at, end: close + 1 },
    });
    return close + 1;
  }

  private environment(at: number, to: number): number {
    const name = /^\\begin\{([a-zA-Z*]{1,30})\}/.exec(this.text.slice(at, at + 40))?.[1];
    if (!name) return at + 6;
    const after = at + `\\begin{${name}}`.length;
    this.flush(at);
    const titled = name === "abstract" ? "Abstract" : name === "thebibliography" ? "References" : undefined;
    if (titled) this.out.push(title(titled, at, after));
    if (lists.test(name)) this.depth++;
    if (quotations.test(name)) this.quotes++;
    const isTable = tables.test(name) || isTabular(name);
    if (!isTable && !hidden.test(name)) return afterArguments(this.text, after);
    const close = this.endOf(name, after);
    const end = close < 0 ? to : Math.min(close + `\\end{${name}}`.length, to);
    if (isTable) this.table(at, end);
    return end;
  }

  /** The tables of an environment; a caption counts once, whatever tables stand above it. */
  private table(at: number, end: number): void {
    const captioned = /\\caption(?![a-z])(?!\*)/.test(this.text.slice(at, end));
    if (captioned) this.tables++;
    this.out.push(...latexTables(this.text, at, end, this.source, captioned ? String(this.tables) : undefined));
  }
}

/** An environment that stands for a heading. */
function title(text: string, start: number, end: number): RawProse {
  return {
    kind: "heading",
    level: 2,
    text: { text, starts: new Int32Array(text.length).fill(start), ends: new Int32Array(text.length).fill(end) },
    range: { start, end },
  };
}
