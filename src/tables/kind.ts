import type { Analysis } from "../psychometrics/analysis";
import type { TableOptions } from "./options";
import type { Table } from "./table";

/** A kind of table: one file under `tables/`, listed in `catalogue.ts`. */
export interface TableKind {
  /** as in a live block's marker and `--table` */
  readonly id: string;
  /** one line for menus and `--help` */
  readonly summary: string;
  /** only shown when asked for by its id: it is long, or few papers print it */
  readonly onRequest?: boolean;
  /** those that change this table; a live block may name no other */
  readonly options: readonly (keyof TableOptions)[];
  /** why this analysis has no such table, as the end of the sentence "There is no … table: …"; undefined where it has one */
  unavailable(analysis: Analysis): string | undefined;
  make(analysis: Analysis, options: TableOptions): Table;
}

export const noSolution = "no factors were extracted";
