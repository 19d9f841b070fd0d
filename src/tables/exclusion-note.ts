import { type Analysis } from "../psychometrics/analysis";
import type { Table } from "./table";
import { listed, reversedSentence } from "./words";

/** The most rows that a note names. */
const mostNamed = 10;

/** "3 rows of the file were left out as careless (longstring): rows 58, 112 and 204." */
export function exclusionSentence({ excluded }: Pick<Analysis["sample"], "excluded">): string | undefined {
  if (!excluded) return undefined;
  const { rows, reason } = excluded;
  const one = rows.length === 1;
  const named = rows.length <= mostNamed ? `: ${one ? "row" : "rows"} ${listed(rows.map(String))}` : "";
  return `${rows.length} ${one ? "row" : "rows"} of the file ${one ? "was" : "were"} left out ${reason}${named}.`;
}

/** What was done to the answers stands in the note of every table: rows left out on the user's word, items reversed. */
export function withDataNotes(table: Table, { sample }: { readonly sample: Pick<Analysis["sample"], "reversed" | "excluded"> }): Table {
  const [general = [], ...others] = table.notes;
  const said = general.map((inline) => (typeof inline === "string" ? inline : "")).join("");
  const reversed = reversedSentence(sample.reversed).filter((sentence) => !said.includes("reverse-scored") && !said.includes(sentence));
  const left = exclusionSentence(sample);
  const more = [...reversed, ...(left === undefined ? [] : [` ${left}`])];
  return more.length === 0 ? table : { ...table, notes: [[...general, ...more], ...others] };
}
