/** A paper before it is printed: its numbers are values, its tables rows; a style decides how they look. */
export interface Paper {
  readonly sections: readonly Section[];
}
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}
export type Block = Paragraph | TableBlock | HeadingBlock | References | Comment;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Inline;
  /** as a German paper would say it; without it the English sentence is printed with decimal commas */
  readonly german?: Inline;
}
export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly note?: Inline;
}
export interface HeadingBlock {
  readonly kind: "heading";
  readonly level: 2 | 3;
  readonly text: Inline;
}
/** What no reader sees; the block after it follows on the next line. */
export interface Comment {
  readonly kind: "comment";
  readonly text: Inline;
}
export interface References {
  readonly kind: "references";
  readonly entries: readonly Inline[];
}

export type Inline = readonly Piece[];
export type Cell = Piece | Inline;
export type Piece = string | Printed | Choice | Symbol | Result | TableReference;

/** What contradicts the rest of the paper in this place, for a rule. */
export interface Wrong<T> {
  readonly rule: string;
  readonly breaks: T;
}

/** A number to be rounded and dressed. */
export interface Printed {
  readonly kind: "number";
  readonly value: number;
  readonly decimals: number;
  /** `bounded`: cannot exceed 1, so that some styles drop the zero; `count`: some styles spell it out; `p`: with its relation */
  readonly form: "plain" | "bounded" | "percent" | "count" | "p" | "p-cell";
  /** whether another printed value is a contradiction beyond any rounding */
  readonly wrong: readonly Wrong<(printed: number) => boolean>[];
  /** digits that are never rounded away, whatever the style does: exact facts such as counts */
  readonly after?: string;
}
/** Words of which the first are true. */
export interface Choice {
  readonly kind: "choice";
  readonly text: string;
  readonly wrong: readonly Wrong<string>[];
}
/** A symbol of statistics: t, p, M, χ², R², α. */
export interface Symbol {
  readonly kind: "symbol";
  readonly name: string;
}
/** "t(28) = 2.20" */
export interface Result {
  readonly kind: "result";
  readonly symbol: string;
  readonly df: readonly (Printed | Inline)[];
  readonly value: Printed;
}
export interface TableReference {
  readonly kind: "table-reference";
  readonly number: number;
  readonly wrong: readonly Wrong<number>[];
}

type Breaks = Wrong<(printed: number) => boolean>;

export const wrong = (rule: string, breaks: (printed: number) => boolean): Breaks => ({ rule, breaks });
/** Wrong when it is farther from the truth than this. */
export const off = (rule: string, truth: number, tolerance: number): Breaks => wrong(rule, (x) => Math.abs(x - truth) > tolerance);

const number =
  (form: Printed["form"]) =>
  (value: number, decimals: number, ...wrong: readonly Breaks[]): Printed => ({ kind: "number", value, decimals, form, wrong });
export const num = number("plain");
/** of a quantity that cannot exceed 1 */
export const bounded = number("bounded");
/** with its sign */
export const percent = number("percent");
/** "p = .036" */
export const pOf = (value: number, ...wrong: readonly Breaks[]): Printed => number("p")(value, 3, ...wrong);
/** ".036" under the heading p */
export const pCell = (value: number, ...wrong: readonly Breaks[]): Printed => number("p-cell")(value, 3, ...wrong);
export const int = (value: number, ...wrong: readonly Breaks[]): Printed => number("plain")(value, 0, ...wrong);
/** a small number that some styles spell out */
export const count = (value: number, ...wrong: readonly Breaks[]): Printed => number("count")(value, 0, ...wrong);
export const sym = (name: string): Symbol => ({ kind: "symbol", name });
export const either = (text: string, ...wrong: readonly Wrong<string>[]): Choice => ({ kind: "choice", text, wrong });
export const swap = (rule: string, breaks: string): Wrong<string> => ({ rule, breaks });
export const result = (symbol: string, df: Result["df"], value: Printed): Result => ({ kind: "result", symbol, df, value });
export const tableNumber = (number: number, ...wrong: readonly Wrong<number>[]): TableReference => ({ kind: "table-reference", number, wrong });

/** A sentence or paragraph with its pieces: text`The groups differed, ${result(…)}.` */
export const text = (strings: TemplateStringsArray, ...pieces: readonly (Piece | Inline)[]): Inline =>
  strings.flatMap((s, i) => [...(s ? [s] : []), ...(i < pieces.length ? flat(pieces[i]) : [])]);
const flat = (piece: Piece | Inline): Inline => (Array.isArray(piece) ? (piece as Inline) : [piece as Piece]);
export const inline = (cell: Cell): Inline => flat(cell);
/** Pieces with "a, b, and c" between them. */
export const listed = (items: readonly (Piece | Inline)[], and = ", and "): Inline =>
  items.flatMap((item, i) => [...(i === 0 ? [] : [i === items.length - 1 ? (items.length === 2 ? and.replace(/^,/, "") : and) : ", "]), ...flat(item)]);

export const para = (text: Inline, german?: Inline): Paragraph => ({ kind: "paragraph", text, german });
export const table = (caption: string, header: readonly Cell[], rows: readonly (readonly Cell[])[], note?: Inline): TableBlock => ({
  kind: "table",
  caption,
  header,
  rows,
  note,
});
export const heading = (level: 2 | 3, text: Inline): HeadingBlock => ({ kind: "heading", level, text });
export const comment = (text: Inline): Comment => ({ kind: "comment", text });
export const section = (title: string, ...blocks: readonly Block[]): Section => ({ title, blocks });
export const paper = (...sections: readonly Section[]): Paper => ({ sections });

/** A place of a paper where something can be made wrong for a rule. */
export type Slot = Printed | Choice | TableReference;

export function slotsOf(paper: Paper, rule: string, german: boolean): readonly Slot[] {
  const isSlot = (p: Piece): p is Slot => typeof p !== "string" && "wrong" in p && p.wrong.some((w) => w.rule === rule);
  return paper.sections.flatMap((s) => s.blocks.flatMap((b) => piecesOf(b, german).filter(isSlot)));
}

function piecesOf(block: Block, german: boolean): readonly Piece[] {
  const inner = (i: Inline): readonly Piece[] =>
    i.flatMap((p) => (typeof p !== "string" && p.kind === "result" ? [...p.df.flatMap((d) => inner(inline(d as Cell))), p.value] : [p]));
  if (block.kind === "paragraph") return inner((german && block.german) || block.text);
  if (block.kind === "heading" || block.kind === "comment") return inner(block.text);
  if (block.kind === "references") return block.entries.flatMap(inner);
  return [...block.header, ...block.rows.flat()].flatMap((c) => inner(inline(c))).concat(block.note ? inner(block.note) : []);
}
