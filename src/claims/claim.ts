import type { Manuscript, ManuscriptTable, Section, Sentence, TableCell } from "../manuscript/manuscript";
import type { Range } from "../manuscript/mapped";
import type { ClaimKinds } from "./kinds";

/** What every statement that a manuscript makes has in common. The kinds and what each adds stand in `kinds.ts`. */
export interface ClaimBase<K extends string = string> {
  readonly kind: K;
  /** as printed, for quotations: "χ²(276) = 6543.2, p < .001" */
  readonly text: string;
  readonly range: Range;
  readonly place: Place;
  /** false: about the document (a heading, a citation), not a number to be listed among the statistics */
  readonly statistic?: boolean;
  /** the name in the list of statistics where it is not the kind: "t", "chi-square" */
  readonly listedAs?: string;
  /** plain values for the list of statistics and its JSON ("values" of contract.md) */
  readonly values?: Readonly<Record<string, unknown>>;
}

/** Where a claim stands and whom it speaks of. */
export interface Place {
  readonly section: Section;
  readonly sentence?: Sentence;
  readonly table?: ManuscriptTable;
  readonly cell?: TableCell;
  /** `this`: reported of this study; `literature`: quoted from somebody else; `hypothetical`: a plan, an example, a rule of thumb. Only `this` is held against this study's numbers. */
  readonly source: "this" | "literature" | "hypothetical";
}

export type Claim = ClaimKinds[keyof ClaimKinds];
export type ClaimKind = keyof ClaimKinds;

/** All that was recognised in one manuscript, in the order of the source. */
export interface Claims {
  readonly manuscript: Manuscript;
  readonly all: readonly Claim[];
  /** the claims of one kind that are reported of this study; `{ every: true }` those quoted or hypothetical too */
  of<K extends ClaimKind>(kind: K, options?: { every?: boolean }): readonly ClaimKinds[K][];
}
