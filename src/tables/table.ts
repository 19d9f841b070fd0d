/** A result as a table that means something: what a cell is, not how it looks. Renderers turn it into Markdown, HTML, LaTeX. */
export interface Table {
  /** stable id, as in a live block's marker and `--table`: "loadings", "reliability", "variance" */
  readonly id: string;
  /** the italic title of APA 7, without number: "Factor loadings" */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** in APA's order: general, specific, probability; without the word "Note." */
  readonly notes: readonly Inline[][];
}

/** Inline text with the only dressing APA tables use. */
export type Inline = string | { readonly italic: string } | { readonly superscript: string };

export interface TableColumn {
  readonly key: string;
  readonly header: readonly Inline[];
  /** the spanner above several columns ("Initial eigenvalues") */
  readonly spanner?: string;
  readonly align: "left" | "right";
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** sub-heading row that spans the table */
  readonly heading?: boolean;
}

export interface Cell {
  /** what is printed */
  readonly text: string;
  /** the full-precision value behind it, where the cell is a number */
  readonly value?: number | null;
  /** a salient loading, the total row: drawn bold */
  readonly strong?: boolean;
}
