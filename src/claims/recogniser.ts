import type { Manuscript, ManuscriptTable, Section, Sentence } from "../manuscript/manuscript";
import type { Claim, Place } from "./claim";

/** Turns sentences and tables into claims of one kind (or a few that are printed together). One file a recogniser; it never looks at other claims. */
export interface Recogniser {
  readonly name: string;
  sentence?(sentence: Sentence, context: RecogniserContext): readonly Claim[];
  table?(table: ManuscriptTable, context: RecogniserContext): readonly Claim[];
  /** for what only the whole shows: headings, the list of references */
  document?(manuscript: Manuscript, context: RecogniserContext): readonly Claim[];
}

export interface RecogniserContext {
  readonly manuscript: Manuscript;
  readonly decimal: "." | ",";
  /** the place of something in a sentence or table, with whose result it is already judged; `at`: where in the sentence's text it stands */
  place(where: { sentence?: Sentence; table?: ManuscriptTable; section?: Section; at?: number }): Place;
}
