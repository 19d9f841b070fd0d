import { headerOf, type Manuscript, type ManuscriptTable, type Sentence, type TableCell } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import { type Interval, scale } from "../numerics/interval";
import type { ClaimBase } from "./claim";
import { magnitudeAfter } from "./magnitude";
import { numbersIn, type Reported } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** A number of the text that repeats a cell of the table that its sentence refers to: "the eigenvalue of the first factor was 4.54 (Table 2)". */
export interface TableStatement extends ClaimBase<"table-statement"> {
  readonly reported: Reported;
  readonly table: ManuscriptTable;
  /** the header and the row label that lead to the cell */
  readonly header: string;
  readonly label: string;
  readonly cell: TableCell;
  /** what text and cell stand for, words of magnitude multiplied in */
  readonly said: Interval;
  readonly shown: Interval;
  /** the table prints the number in another cell, so that the words may speak of that one */
  readonly elsewhere: boolean;
}

/** "Seven institutions have a GMV above one billion": how many rows of a table pass a limit. */
export interface TableCount extends ClaimBase<"table-count"> {
  readonly reported: Reported;
  readonly table: ManuscriptTable;
  readonly header: string;
  readonly limit: string;
  /** rows that pass it, at least (beyond doubt) and at most (were the limit itself to count) */
  readonly passing: Interval;
  readonly rows: number;
}

const tableStatement: Recogniser = {
  name: "table-statement",
  document: (manuscript, context) =>
    manuscript.blocks
      .filter((b) => b.kind === "paragraph" || b.kind === "list-item")
      .flatMap((block) =>
        block.sentences.flatMap((sentence) => {
          const tables = citedTables(sentence.text, manuscript);
          return tables.length === 1 ? [...repeated(sentence, tables[0], context), ...correlations(sentence, tables[0], context), ...counts(sentence, tables[0], context)] : [];
        }),
      ),
};

function citedTables(text: string, manuscript: Manuscript): ManuscriptTable[] {
  if (!/tab|tbl|TABLE/i.test(text)) return [];
  const cited = [...text.matchAll(/(?:[Tt]able|TABLE|Tabelle|Tab\.|Tabla|Tableau|Tabela) ?((?:[A-Z]\.?)?\d{1,2}|[IVX]{1,4})(?![\d\p{L}])|@(tbl-[\w-]{1,60})/gu)];
  const found = cited.map((m) => manuscript.tables.find((t) => (m[1] !== undefined ? t.number === m[1] : t.id === m[2]?.replace(/-$/, ""))));
  return [...new Set(found)].flatMap((t) => (t ? [t] : []));
}

/** Names by which texts call a column: what stands in its header, and what they write for it. */
const synonyms: readonly [header: RegExp, left: RegExp, right?: RegExp][] = [
  [/eigen-?values?|eigenwert|autovalor|valeur propre/i, /(?:eigenvalues?|Eigenwerte?s?|autovalor(?:es)?|valeurs? propres?)(?: (?:of|for|von|der|des) (?:the |der |dem )?(?:\p{L}+ ){1,4})?\(?(?: ?(?:of|was|is|=|being|at|war|betrug|von|,|beträgt|lag bei)){0,2} ?$/iu],
  [/(?:%|per ?cent|prozent)[^a-z]{0,3}(?:of |der |de la )?(?:total )?varian|variance explained|explained variance|varianz(?:aufklärung)?/i, /$^/, /^ ?(?:%|percent|per cent|Prozent) (?:of|der|de la|de) (?:the |total |overall |Gesamt)*varian/i],
  [/^(?:%|percent(?:age)?|prozent|anteil)$/i, /\(?$/, /^ ?(?:%|percent\b|per cent\b|Prozent\b)(?! (?:of|der) (?:the |total )?varian)/i],
];
const between = "\\)?(?: ?(?:=|was|of|is|being|were|betrug|war|von|,|:)){1,2} ?$";

function columnsFor(text: string, n: Reported, table: ManuscriptTable): { column: number; own: boolean }[] {
  const left = text.slice(Math.max(0, n.start - 60), n.start);
  const right = text.slice(n.end, n.end + 40);
  const out: { column: number; own: boolean }[] = [];
  for (let column = 1; column < table.width; column++) {
    const header = headerOf(table, column).replace(/[*_]/g, "").trim();
    if (!header || /cumul|kumul/i.test(header)) continue;
    const bare = header.replace(/ ?\(.*\)$/, "");
    const known = synonyms.find(([pattern]) => pattern.test(header));
    const named = known ? known[1].test(left) && (!known[2] || known[2].test(right)) : header.length < 30 && left.includes(bare) && new RegExp(`(?<![\\p{L}\\p{N}])${escape(bare)}${between}`, "u").test(left);
    const percent = known?.[2]?.test(right) ?? false;
    if (named || (known?.[1].source === "$^" && percent)) out.push({ column, own: known !== undefined && known[1].source !== "\\(?$" });
  }
  return out;
}

/** Words that make a number one of a part of the row: "Trust was higher among women (M = 4.30)". */
const ofPart = /\)|\b(?:among|women|men|girls?|boys?|females?|males?|groups?|conditions?|waves?|time|before|after|pre|post|pretest|posttest|than|whereas|while|Frauen|Männern?)\b/i;

/** Whether a row's label stands right before or after the number, with nothing between that would make the number another's. */
function beside(text: string, n: Reported, label: string): boolean {
  const words = label.replace(/^\d{1,2}[.)] ?/, "").replace(/[*_]/g, "").trim().toLowerCase();
  const lower = text.toLowerCase();
  const before = lower.lastIndexOf(words, n.start - words.length);
  const gap = before >= 0 ? text.slice(before + words.length, n.start) : undefined;
  if (gap !== undefined && gap.length <= 45 && !ofPart.test(gap)) return true;
  const after = lower.indexOf(words, n.end);
  const next = after >= 0 ? text.slice(n.end, after) : undefined;
  return next !== undefined && next.length <= 30 && !ofPart.test(next);
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const rowLabel = (text: string): string => plain(text.replace(/^\d{1,2}[.)] ?/, ""));
const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, " ").trim()} `;

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const germanOrdinals = ["erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht"];

/** The rows that a clause names: by their label, or "the first factor" for the row "1" or "Factor 1". */
function rowsNamed(clause: string, table: ManuscriptTable): number[] {
  const words = plain(clause);
  const labels = table.rows.map((r) => rowLabel(r.cells[0]?.text ?? ""));
  const matched = labels.flatMap((label, i) => (label.trim().replace(/[^\p{L}]/gu, "").length >= 3 && words.includes(label) ? [i] : []));
  const longest = matched.filter((i) => !matched.some((j) => j !== i && labels[j].length > labels[i].length && labels[j].includes(labels[i])));
  const named = /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:\p{L}+ )?(?:factor|component|dimension|eigenvalue)s?\b/iu.exec(clause);
  const german = /\b(erst|zweit|dritt|viert|fünft|sechst|siebt|acht)e[rnms]? (?:Faktor|Komponente|Dimension|Eigenwert)/iu.exec(clause);
  const at = named ? ordinals.indexOf(named[1].toLowerCase()) : german ? germanOrdinals.indexOf(german[1].toLowerCase()) : -1;
  if (at < 0) return longest;
  const byNumber = labels.findIndex((label) => new RegExp(`^ (?:(?:factor|component|faktor|komponente|dimension|f|pc|c) ?)?${at + 1} $`, "i").test(label));
  return byNumber >= 0 ? [...new Set([...longest, byNumber])] : longest;
}

function clauseAround(text: string, n: Reported): string {
  const from = Math.max(text.lastIndexOf(";", n.start), text.lastIndexOf(", and ", n.start), 0);
  const stop = /;|, and /.exec(text.slice(n.end));
  return text.slice(from, stop ? n.end + stop.index : text.length);
}

function cellNumber(cell: TableCell, header: string, decimal: "." | ","): { n: Reported; value: Interval } | undefined {
  const numbers = numbersIn(cell.mapped, decimal).filter((x) => !x.words);
  if (numbers.length !== 1 || cell.text.length > 30) return undefined;
  const [n] = numbers;
  const own = magnitudeAfter(cell.text, n.end).factor;
  return { n, value: scale(n.interval, own > 1 ? own : headerMagnitude(header)) };
}

/** "Sales (100 million yuan)" → 1e8. */
function headerMagnitude(header: string): number {
  const match = /\((?:in )?(\d{1,4})? ?(hundred|thousand|million|billion|Tausend|Millionen|Milliarden|[千万亿])/iu.exec(header);
  return match ? Number(match[1] ?? 1) * magnitudeAfter(" " + match[2], 0).factor : 1;
}

function repeated(sentence: Sentence, table: ManuscriptTable, context: RecogniserContext): TableStatement[] {
  const { text } = sentence;
  if (/\brespectively\b|\bjeweils\b/i.test(text)) return [];
  return numbersIn(sentence.mapped, context.decimal).flatMap((n): TableStatement[] => {
    if (n.words || n.relation === "<" || n.relation === ">") return [];
    const { factor } = magnitudeAfter(text, n.end);
    const columns = columnsFor(text, n, table);
    const column = columns.length === 1 ? columns[0].column : factor > 1 ? magnitudeColumn(table) : undefined;
    if (column === undefined) return [];
    const rows = rowsNamed(clauseAround(text, n), table);
    const label = rows.length === 1 ? (table.rows[rows[0]].cells[0]?.text ?? "") : "";
    if (columns.length === 1 && !columns[0].own && !beside(text, n, label)) return [];
    const cell = rows.length === 1 ? table.rows[rows[0]].cells[column] : undefined;
    const header = headerOf(table, column);
    const shown = cell && cellNumber(cell, header, context.decimal);
    if (!cell || !shown) return [];
    const said = scale(n.interval, factor);
    return [
      {
        kind: "table-statement",
        reported: n,
        table,
        header,
        label: table.rows[rows[0]].cells[0].text,
        cell,
        said,
        shown: shown.value,
        elsewhere: table.rows.some((r) => r.cells.some((c, j) => j > 0 && c !== cell && (n.decimals <= 0 || /\d[.,]\d|^[.,]\d/.test(c.text)) && meetsCell(c, headerOf(table, j), said, context.decimal))),
        text: n.text,
        range: rangeOf(sentence.mapped, n.start, n.end),
        place: context.place({ sentence, at: n.start }),
        values: { value: n.value, table: table.number ?? table.id ?? null, row: table.rows[rows[0]].cells[0].text, column: header },
      },
    ];
  });
}

function meetsCell(cell: TableCell, header: string, said: Interval, decimal: "." | ","): boolean {
  const shown = cellNumber(cell, header, decimal);
  return shown !== undefined && said.low <= shown.value.high && shown.value.low <= said.high;
}

/** The one column whose numbers have words of magnitude, in header or cells. */
function magnitudeColumn(table: ManuscriptTable): number | undefined {
  const columns = Array.from({ length: table.width }, (_, j) => j).filter((j) => headerMagnitude(headerOf(table, j)) > 1 || table.rows.some((r) => /\d (?:thousand|million|billion)\b/.test(r.cells[j]?.text ?? "")));
  return columns.length === 1 ? columns[0] : undefined;
}

/** "Weight and fuel economy were closely related (r = -.87)": two rows of a correlation matrix. */
function correlations(sentence: Sentence, table: ManuscriptTable, context: RecogniserContext): TableStatement[] {
  const { text } = sentence;
  const found = numbersIn(sentence.mapped, context.decimal).filter((n) => /(?<![\p{L}\p{N}])r ?= ?$/u.test(text.slice(Math.max(0, n.start - 5), n.start)) && Math.abs(n.value) <= 1);
  const [n] = found;
  if (found.length !== 1 || /\brespectively\b|partial|controlling|among|adjusted/i.test(text)) return [];
  const rows = rowsNamed(text, table);
  if (rows.length !== 2) return [];
  const cells = [rows, [...rows].reverse()].flatMap(([a, b]) => {
    const column = columnOf(table, b);
    const cell = column === undefined ? undefined : table.rows[a].cells[column];
    const shown = cell && cellNumber(cell, "", context.decimal);
    return cell && shown && Math.abs(shown.n.value) <= 1 ? [{ cell, shown, label: table.rows[a].cells[0].text, header: table.rows[b].cells[0].text }] : [];
  });
  if (cells.length === 0) return [];
  const { cell, shown, label, header } = cells.find((c) => c.shown.value.low <= n.interval.high && n.interval.low <= c.shown.value.high) ?? cells[0];
  return [
    {
      kind: "table-statement",
      reported: n,
      table,
      header,
      label,
      cell,
      said: n.interval,
      shown: shown.value,
      elsewhere: false,
      text: n.text,
      range: rangeOf(sentence.mapped, n.start, n.end),
      place: context.place({ sentence, at: n.start }),
      values: { value: n.value, table: table.number ?? table.id ?? null, row: label, column: header },
    },
  ];
}

/** The column of a variable in a square matrix: by its number ("2") or its label. */
function columnOf(table: ManuscriptTable, row: number): number | undefined {
  const label = table.rows[row].cells[0]?.text ?? "";
  const number = /^(\d{1,2})[.)]/.exec(label)?.[1];
  for (let column = 1; column < table.width; column++) {
    const header = headerOf(table, column).replace(/[*_.]/g, "").trim();
    if (header === number || (header !== "" && plain(header) === rowLabel(label))) return column;
  }
  return undefined;
}

const limitWords = "(above|over|more than|greater than|exceeding|higher than|at least|as high as|below|under|less than|lower than|über|mehr als|unter|weniger als)";

function counts(sentence: Sentence, table: ManuscriptTable, context: RecogniserContext): TableCount[] {
  const { text } = sentence;
  const out: TableCount[] = [];
  const lower = text.toLowerCase();
  for (let column = 1; column < table.width; column++) {
    const header = headerOf(table, column);
    const name = header.replace(/ ?\(.*\)$/, "").trim();
    if (name.length < 2 || /[\u4e00-\u9fff]/.test(name) || !lower.includes(name.toLowerCase())) continue;
    const said = new RegExp(`(?<![\\p{L}\\p{N}])${escape(name)}\\)? (?:of |was |were |is |are |values )?(?:all )?${limitWords} ((?:-?\\d(?:[\\d.,]*\\d)?)?) ?(hundred|thousand|million|billion|trillion)?`, "iu").exec(text);
    if (!said || (!said[2] && !said[3])) continue;
    const subject = numbersIn(sentence.mapped, context.decimal).filter((n) => n.end < said.index && said.index - n.end < 90 && n.decimals === 0 && n.value >= 1 && n.value <= table.rows.length).pop();
    if (!subject || /,| and /.test(text.slice(subject.end, said.index)) || !/^ (?:\p{L}+ ){1,4}(?:in \p{L}+ \d{4} )?(?:have|has|had|with|reached|show|haben|hatten)\b/iu.test(text.slice(subject.end, said.index + 1))) continue;
    const limit = (said[2] ? Number(said[2].replace(/[,.](?=\d{3}\b)/g, "").replace(",", ".")) : 1) * (said[3] ? magnitudeAfter(" " + said[3], 0).factor : 1);
    const cells = table.rows.map((r) => cellNumber(r.cells[column], header, context.decimal));
    if (!Number.isFinite(limit) || cells.some((c) => !c)) continue;
    const below = /below|under|less|lower|unter|weniger/i.test(said[1]);
    const sure = cells.filter((c) => (below ? c!.value.high < limit : c!.value.low > limit)).length;
    const possible = cells.filter((c) => (below ? c!.value.low <= limit : c!.value.high >= limit)).length;
    out.push({
      kind: "table-count",
      reported: subject,
      table,
      header,
      limit: `${said[1]} ${said[2]}${said[2] && said[3] ? " " : ""}${said[3] ?? ""}`,
      passing: { low: sure, high: possible },
      rows: table.rows.length,
      text: text.slice(subject.start, said.index + said[0].length),
      range: rangeOf(sentence.mapped, subject.start, said.index + said[0].length),
      place: context.place({ sentence, at: subject.start }),
      values: { count: subject.value, table: table.number ?? table.id ?? null, column: header },
    });
  }
  return out;
}

export default tableStatement;
