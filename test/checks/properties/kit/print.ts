import type { Block, Cell, Inline, Paper, Piece, Printed, Slot } from "./document";
import { inline } from "./document";
import { marks, type Style } from "./style";

export type Rounding = "half up" | "half even" | "truncated";

/** What is made wrong: the place and what stands there instead. */
export interface Change {
  readonly slot: Slot;
  readonly to: string | number;
}

export interface PrintedPaper {
  readonly source: string;
  readonly path: string;
  /** where the change stands */
  readonly changed?: { readonly start: number; readonly end: number };
}

/** A value with so many decimals, as "-0.361". */
export function rounded(value: number, decimals: number, rounding: Rounding): string {
  const scaled = Math.abs(value) * 10 ** decimals;
  const whole = Math.floor(scaled + 1e-9);
  const rest = scaled - whole;
  const up = rounding === "truncated" ? false : Math.abs(rest - 0.5) < 1e-9 ? rounding === "half up" || whole % 2 === 1 : rest > 0.5;
  const digits = ((whole + (up ? 1 : 0)) / 10 ** decimals).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `-${digits}` : digits;
}

const words = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
  " ",
);
const german = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const spell = (n: number, language: "en" | "de"): string | undefined =>
  language === "de" ? german[n] : (words[n] ?? (n < 100 ? tens[Math.floor(n / 10)] + (n % 10 ? `-${words[n % 10]}` : "") : undefined));

export function print(paper: Paper, style: Style, rounding: Rounding, change?: Change): PrintedPaper {
  let tables = 0;
  let part = 0;
  let subsections = 0;
  const digits = (p: Printed) =>
    change?.slot === p
      ? (change.to as number).toFixed(p.decimals)
      : rounded(p.value, p.decimals, p.decimals === 0 && p.form !== "percent" && Number.isInteger(p.value) ? "half up" : rounding);
  const marked = (piece: Piece, text: string) => (change?.slot === piece ? `\uE000${text}\uE001` : text);

  function number(p: Printed): string {
    const text = digits(p);
    if (p.form === "count" && style.spelled) return marked(p, spell(Number(text), style.language) ?? style.number(text, "plain"));
    if (p.form === "percent") return marked(p, style.percent(style.number(text, "plain")));
    if (p.form === "p" || p.form === "p-cell") return marked(p, probability(p, text));
    return marked(p, style.number(text, p.form === "bounded" ? "bounded" : "plain"));
  }

  function probability(p: Printed, text: string): string {
    const small = change?.slot !== p && p.value < 0.001;
    const value = style.number(small ? "0.001" : text, "bounded");
    if (p.form === "p-cell") return small ? style.words(`< `) + value : value;
    return style.relation("p", small ? "<" : "=", value);
  }

  function piece(p: Piece): string {
    if (typeof p === "string") return style.words(p);
    if (p.kind === "number") return number(p);
    if (p.kind === "symbol") return style.symbol(p.name);
    if (p.kind === "choice") return marked(p, style.words(change?.slot === p ? (change.to as string) : p.text));
    if (p.kind === "table-reference") return marked(p, style.tableReference(change?.slot === p ? (change.to as number) : p.number));
    return style.result(
      p.symbol,
      p.df.map((d) => line(inline(d as Cell))),
      number(p.value),
    );
  }
  const line = (i: Inline): string => i.map(piece).join("");
  const header = (c: Cell): string => (typeof c === "string" ? term(c) : line(inline(c)));
  const term = (text: string): string => style.words(style.term(text));

  function block(b: Block): string {
    if (b.kind === "paragraph") return style.paragraph(line((style.language === "de" && b.german) || b.text));
    if (b.kind === "heading") return style.heading(b.level, line(b.text), `${part}.${++subsections}`);
    if (b.kind === "comment") return style.path.endsWith(".tex") ? `% ${line(b.text)}` : `<!-- ${line(b.text)} -->`;
    if (b.kind === "references") return style.references(b.entries.map(line));
    return style.table({
      number: ++tables,
      caption: term(b.caption),
      header: b.header.map(header),
      rows: b.rows.map((r) => r.map((c) => (typeof c === "string" ? style.words(c) : line(inline(c))))),
      note: b.note && line(b.note),
    });
  }

  /** A comment and the block that it speaks of are one. */
  function glued(blocks: readonly Block[]): string[] {
    const out: string[] = [];
    blocks.forEach((b, i) => (blocks[i - 1]?.kind === "comment" ? out.push(`${out.pop()}\n${block(b)}`) : out.push(block(b))));
    return out;
  }

  const blocks = paper.sections.flatMap((s) => {
    subsections = 0;
    return [style.heading(1, term(s.title), String(++part)), ...glued(s.blocks)];
  });
  const source = style.document(blocks);
  const start = source.indexOf("\uE000");
  return { source: source.replace(marks, ""), path: style.path, ...(start < 0 ? {} : { changed: { start, end: source.indexOf("\uE001") - 1 } }) };
}
