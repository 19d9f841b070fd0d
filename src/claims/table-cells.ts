import type { Manuscript, ManuscriptTable, Sentence, TableCell } from "../manuscript/manuscript";
import { type Interval, scale } from "../numerics/interval";
import { magnitudeAfter } from "./magnitude";
import { numbersIn, type Reported } from "./number";

/** The tables of the manuscript that a sentence refers to, each once. */
function citedTables(text: string, manuscript: Manuscript): ManuscriptTable[] {
  if (!/tab|tbl|TABLE/i.test(text)) return [];
  const cited = [
    ...text.matchAll(
      /(?:[Tt]able|TABLE|Tabelle|Tab\.|Tabla|Tableau|Tabela) ?((?:[A-Z]\.?)?\d{1,2}|[IVX]{1,4})(?![\d\p{L}])|@(tbl-[\w-]{1,60})|\\ref\{(tab[:\w.-]{1,60}|tbl[:\w.-]{1,60})\}/gu,
    ),
  ];
  const found = cited.map((m) => manuscript.tables.find((t) => (m[1] !== undefined ? t.number === m[1] : t.id === (m[2]?.replace(/-$/, "") ?? m[3]))));
  return [...new Set(found)].flatMap((t) => (t ? [t] : []));
}

/** The one number of a short cell, and the values it stands for with the word of magnitude in cell or header ("10.54 million"; "Sales (100 million yuan)"). */
export function cellNumber(cell: TableCell, header: string, decimal: "." | ","): { n: Reported; value: Interval } | undefined {
  const numbers = numbersIn(cell.mapped, decimal).filter((x) => !x.words);
  if (numbers.length !== 1 || cell.text.length > 30) return undefined;
  const [n] = numbers;
  const own = magnitudeAfter(cell.text, n.end).factor;
  return { n, value: scale(n.interval, own > 1 ? own : headerMagnitude(header)) };
}

/** "Sales (100 million yuan)" → 1e8. */
export function headerMagnitude(header: string): number {
  const match = /\((?:in )?(\d{1,4})? ?(hundred|thousand|million|billion|Tausend|Millionen|Milliarden|[千万亿])/iu.exec(header);
  return match ? Number(match[1] ?? 1) * magnitudeAfter(" " + match[2], 0).factor : 1;
}

/** A sentence of the prose and the one table that it speaks of; `next`: the sentence right before it refers to the table, it does not itself. */
export interface OnOneTable {
  readonly sentence: Sentence;
  readonly table: ManuscriptTable;
  readonly next: boolean;
}

/** The sentences of the prose that refer to just one table, and those right after them, with it: what they repeat of a table can only be of that one. */
export function sentencesOnOneTable(manuscript: Manuscript): readonly OnOneTable[] {
  return manuscript.blocks
    .filter((b) => b.kind === "paragraph" || b.kind === "list-item")
    .flatMap((block) => {
      const cited = block.sentences.map((sentence) => citedTables(sentence.text, manuscript));
      return block.sentences.flatMap((sentence, i): OnOneTable[] => {
        if (cited[i].length === 1) return [{ sentence, table: cited[i][0], next: false }];
        return cited[i].length === 0 && cited[i - 1]?.length === 1 ? [{ sentence, table: cited[i - 1][0], next: true }] : [];
      });
    });
}
