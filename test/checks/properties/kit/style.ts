/** How a journal, a program or a converter prints a paper. One small file each. */
export interface Style {
  readonly name: string;
  readonly path: string;
  readonly language: "en" | "de";
  /** a number as "-0.361" or "12480" made to look as here */
  number(digits: string, form: "plain" | "bounded"): string;
  percent(number: string): string;
  /** spells out counts below a hundred */
  readonly spelled?: boolean;
  symbol(name: string): string;
  /** "t(28) = 2.20" of its dressed parts */
  result(symbol: string, df: readonly string[], value: string): string;
  /** "p = .036", of its dressed parts */
  relation(symbol: string, sign: "=" | "<", value: string): string;
  /** plain words: what the format needs escaped */
  words(text: string): string;
  /** a heading of a column, a caption or a section in the style's language and vocabulary */
  term(text: string): string;
  heading(level: number, text: string, number: string): string;
  paragraph(text: string): string;
  table(table: PrintedTable): string;
  tableReference(number: number): string;
  references(entries: readonly string[]): string;
  document(blocks: readonly string[]): string;
}

export interface PrintedTable {
  readonly number: number;
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string;
}

/** What marks the changed place while a paper is printed; has no width. */
export const marks = /[\uE000\uE001]/g;
export const width = (text: string): number => text.replace(marks, "").length;
export const padEnd = (text: string, to: number): string => text + " ".repeat(Math.max(0, to - width(text)));
export const padStart = (text: string, to: number): string => " ".repeat(Math.max(0, to - width(text))) + text;

/** Lines of at most `to` columns, as a converter leaves them. */
export function wrap(text: string, to: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && width(last) + 1 + width(word) <= to) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

export const withoutZero = (digits: string): string => digits.replace(/^(-?)0(?=\.\d)/, "$1");
export const minus = (digits: string): string => digits.replace("-", "−");
export const thousands = (digits: string, separator: string): string =>
  digits.replace(/^(-?)(\d{4,})/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(?:\d{3})+$)/g, separator));
export const pipe = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map((_, i) => (i === 0 ? "---" : "---:")), ...rows].map((r) => `| ${r.join(" | ")} |`).join("\n");
export const spaced = (symbol: string, df: readonly string[], value: string): string => `${symbol}${df.length ? `(${df.join(", ")})` : ""} = ${value}`;
export const related = (symbol: string, sign: string, value: string): string => `${symbol} ${sign} ${value}`;
/** Tables and headings of Markdown; a style spreads this and says what it does otherwise. */
export const markdown: Omit<Style, "name"> = {
  path: "paper.md",
  language: "en",
  number: (digits, form) => minus(form === "bounded" ? withoutZero(digits) : thousands(digits, ",")),
  percent: (number) => `${number}%`,
  symbol: (name) => name,
  result: spaced,
  relation: related,
  words: (text) => text,
  term: (text) => text,
  heading: (level, text) => `${"#".repeat(level)} ${text}`,
  paragraph: (text) => text,
  table: ({ number, caption, header, rows, note }) => `**Table ${number}**\n\n*${caption}*\n\n${pipe(header, rows)}${note ? `\n\n*Note.* ${note}` : ""}`,
  tableReference: (number) => `Table ${number}`,
  references: (entries) => entries.join("\n\n"),
  document: (blocks) => `${blocks.join("\n\n")}\n`,
};
/** Symbols in italics, Greek letters upright, as the APA wants it. */
export const italic = (name: string, around: (letters: string) => string = (x) => `*${x}*`): string =>
  name.replace(/^([A-Za-z]+)/, (letters) => around(letters));
