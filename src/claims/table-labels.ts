import type { ManuscriptTable } from "../manuscript/manuscript";

/** A text as part of a regular expression that stands for itself. */
export const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Words in lower case with a space between and around them, so that labels can be looked for as whole words. */
export const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .trim()} `;

/** A row's label without the number before it: "2. Weight". */
export const rowLabel = (text: string): string => plain(text.replace(/^\d{1,2}[.)] ?/, ""));

/** "Q1", "SE12": the code of an item is a name as a longer label is. */
const isCode = (text: string): boolean => /^(?!Table|Figure)(?:\p{Lu}{1,4}|(?![tpdfnr]\d)\p{Ll}{1,8})\d{1,3}$/u.test(text.replace(/[*_]/g, "").trim());

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const germanOrdinals = ["erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht"];

/** The rows that a clause names: by their label, or "the first factor" for the row "1" or "Factor 1". */
export function rowsNamed(clause: string, table: ManuscriptTable): number[] {
  const words = plain(clause);
  const labels = table.rows.map((r) => rowLabel(r.cells[0]?.text ?? ""));
  const matched = labels.flatMap((label, i) =>
    label.trim().replace(/[^\p{L}]/gu, "").length >= 3 && words.includes(label)
      ? [i]
      : isCode(table.rows[i].cells[0]?.text ?? "") && words.includes(label)
        ? [i]
        : [],
  );
  const longest = matched.filter((i) => !matched.some((j) => j !== i && labels[j].length > labels[i].length && labels[j].includes(labels[i])));
  const named = /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:\p{L}+ )?(?:factor|component|dimension|eigenvalue)s?\b/iu.exec(clause);
  const german = /\b(erst|zweit|dritt|viert|fünft|sechst|siebt|acht)e[rnms]? (?:Faktor|Komponente|Dimension|Eigenwert)/iu.exec(clause);
  const at = named ? ordinals.indexOf(named[1].toLowerCase()) : german ? germanOrdinals.indexOf(german[1].toLowerCase()) : -1;
  if (at < 0) return longest;
  const byNumber = labels.findIndex((label) => new RegExp(`^ (?:(?:factor|component|faktor|komponente|dimension|f|pc|c) ?)?${at + 1} $`, "i").test(label));
  return byNumber >= 0 ? [...new Set([...longest, byNumber])] : longest;
}
