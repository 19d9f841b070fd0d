import { applyEdits, type Edit, smallestEdit } from "../../study/edit";
import { insertPlainTable } from "../../study/insert";
import { type Flavour } from "../../tables/markdown";
import { type Table } from "../../tables/table";

export interface PlaceRequest {
  readonly tables: readonly Table[];
  readonly text: string;
  readonly offset: number;
  readonly flavour: Flavour;
}

/** Tables that no study keeps up to date, one after the other at a place of a manuscript, as one edit. */
export function place({ tables, text, offset, flavour }: PlaceRequest): Edit {
  let after = text;
  let at = offset;
  for (const table of tables) {
    const edit = insertPlainTable(after, at, table, flavour);
    after = applyEdits(after, [edit]);
    at = edit.range.start + edit.newText.trimEnd().length;
  }
  return smallestEdit(text, after);
}
