/** A result as a table that means something: what a cell is, not how it looks. Renderers turn it into Markdown, HTML, LaTeX. */
export interface Table {
  /** stable id, as in a live block's marker and `--table`: "loadings", "reliability", "variance" */
  readonly id: string;
  /** the italic title of APA 7, without number: "Factor loadings" */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** in APA's order: general, specific, probability; without the word "Note." */
  readonly notes: readonly (readonly Inline[])[];
}

/** Inline text with the only dressing APA tables use. `bound` is a number that a live table keeps up to date in its note: the key of the bound value. */
export type Inline = string | { readonly italic: string } | { readonly superscript: string } | { readonly text: string; readonly bound: string };

export interface TableColumn {
  readonly key: string;
  /** complete without the spanner: "Rotation sum of squares" */
  readonly header: readonly Inline[];
  /** the spanner above several columns ("Initial eigenvalues"), where a format has room for one */
  readonly spanner?: string;
  /** what stands under the spanner: "Total"; absent: the header */
  readonly short?: readonly Inline[];
  readonly align: "left" | "right";
}

export interface TableRow {
  /** what the row is about, whatever its label says: the item's name, the scale's name, "kmo" */
  readonly key: string;
  /** the question behind an item: an author may have put it in place of the name */
  readonly question?: string;
  readonly cells: readonly Cell[];
  /** sub-heading row that spans the table */
  readonly heading?: boolean;
}

export interface Cell {
  /** what is printed; empty where a small value is hidden */
  readonly text: string;
  /** the full-precision value behind it, where the cell is a number */
  readonly value?: number | null;
  /** a salient loading, the total row: drawn bold */
  readonly strong?: boolean;
}

/** The text of inlines without their dressing. */
export function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (typeof inline === "string" ? inline : "italic" in inline ? inline.italic : "superscript" in inline ? inline.superscript : inline.text))
    .join("");
}
