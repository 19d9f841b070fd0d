import type { Mapped, Range } from "./mapped";

/** A manuscript of any format as one model: sections, paragraphs with their sentences, tables with captions and notes. */
export interface Manuscript {
  readonly path: string;
  readonly format: "markdown" | "quarto" | "text" | "html" | "latex";
  readonly source: string;
  /** the sign before decimals, judged over the whole text: "0,81" of a German paper against "0.81" */
  readonly decimal: "." | ",";
  /** set for a second reading, in which decimals may have been cut off as well as rounded */
  readonly cutOff?: true;
  /** in the order of the source; prose only: code, comments and metadata are left out */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly tables: readonly ManuscriptTable[];
  /** what to know of the reading, a sentence each: parts that stand in other files, tables in doubt */
  readonly remarks: readonly string[];
}

export type SectionRole =
  "title" | "abstract" | "introduction" | "literature" | "method" | "results" | "discussion" | "conclusion" | "references" | "appendix" | "other";

/** A heading and what stands under it. The text before the first heading is a section of role "title". */
export interface Section {
  readonly index: number;
  readonly title: string;
  /** as printed before the title: "2.1.3" */
  readonly number?: string;
  readonly level: number;
  /** taken from the nearest ancestor that says it: "4.2 Population" under "4 Methods" is method */
  readonly role: SectionRole;
  readonly range: Range;
  readonly parent?: Section;
}

export type BlockKind = "heading" | "paragraph" | "list-item" | "caption" | "note" | "reference" | "quote" | "footnote";

/** A run of prose. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: Mapped;
  readonly sentences: readonly Sentence[];
  readonly section: Section;
  readonly range: Range;
  /** of a list item: the printed marker "(a)", "3)", "-" and the nesting depth from 0 */
  readonly marker?: string;
  readonly depth?: number;
  /** position among `manuscript.blocks` */
  readonly index: number;
}

/** One sentence. `text` is normalised: no markup, "-" for every minus between or before digits, plain spaces, χ² for \chi^2, ASCII apostrophes and quotes. */
export interface Sentence {
  readonly text: string;
  readonly mapped: Mapped;
  readonly block: BlockKind;
  readonly section: Section;
  /** position among the sentences of its block */
  readonly index: number;
  /** position of its block among the manuscript's blocks */
  readonly blockIndex: number;
  /** of a caption or note: the table it belongs to */
  readonly table?: ManuscriptTable;
}

/** A table with its roles told apart. Cells of `header` and `rows` are aligned to `columns` positions; a spanning cell is repeated in each position it covers. */
export interface ManuscriptTable {
  readonly index: number;
  /** "Table 3": the number as printed ("3", "A1"), where the caption gives one */
  readonly number?: string;
  /** a cross-reference id: "tbl-loadings" */
  readonly id?: string;
  readonly caption?: Mapped;
  readonly notes: readonly Mapped[];
  /** header rows, top to bottom; empty where the table has none */
  readonly header: readonly TableRow[];
  readonly rows: readonly TableRow[];
  /** number of columns */
  readonly width: number;
  /** how many columns name the rows: 2 where the first names several rows ("Gender") and the second each ("Male") */
  readonly stubs: 1 | 2;
  /** of a PDF: put together from broken words and numbers by their position, so that it may be misread */
  readonly unsure?: boolean;
  readonly section: Section;
  readonly range: Range;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** what names it: its first cell, or the second where the first names several rows */
  readonly label: string;
  /** a row with one filled cell only that names the rows below it: "Gender" */
  readonly heading: boolean;
  /** the nearest heading row above, if any, or the first of two cells that name it */
  readonly group?: string;
  readonly range: Range;
}

export interface TableCell {
  readonly text: string;
  readonly mapped: Mapped;
  readonly column: number;
  readonly row: number;
  readonly range: Range;
}

/** The header of a column as one string, its rows from top to bottom joined by a space; repeated parts once. */
export function headerOf(table: ManuscriptTable, column: number): string {
  const parts: string[] = [];
  for (const row of table.header) {
    const text = row.cells[column]?.text ?? "";
    if (text && parts[parts.length - 1] !== text) parts.push(text);
  }
  return parts.join(" ");
}

/** Opens what a table is called in messages: "Table 2", or "the table in line 40" has to be said by the caller. */
export function tableName(table: ManuscriptTable): string {
  return table.number ? `Table ${table.number}` : "the table";
}
