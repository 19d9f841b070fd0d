import { headerOf, type Manuscript, type ManuscriptTable, type Sentence, type TableCell } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import { type Interval, scale } from "../numerics/interval";
import type { ClaimBase } from "./claim";
import { magnitudeAfter } from "./magnitude";
import { numbersIn, type Reported } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { cellNumber, sentencesOnOneTable, headerMagnitude } from "./table-cells";
import { escape, plain, rowLabel, rowsNamed } from "./table-labels";

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

const tableStatement: Recogniser = {
  name: "table-statement",
  document: (manuscript, context) =>
    [...sentencesOnOneTable(manuscript), ...coefficientsOfTheOneTable(manuscript)].flatMap(({ sentence, table }) => [
      ...repeated(sentence, table, context),
      ...pairs(sentence, table, context),
      ...correlations(sentence, table, context),
    ]),
};

const coefficient = /(?<![\p{L}\p{N}])(?:B|b|β|OR) ?= ?[-.\d]/u;

/** A sentence that gives a coefficient without saying where it stands, in a manuscript with one table of coefficients. */
function coefficientsOfTheOneTable(manuscript: Manuscript): { sentence: Sentence; table: ManuscriptTable }[] {
  const tables = manuscript.tables.filter((t) =>
    Array.from({ length: t.width }, (_, j) => headerOf(t, j)).some((h) => /^(?:B|b|β|Beta|OR)$/.test(h.replace(/[*_$]/g, "").trim())),
  );
  if (tables.length !== 1) return [];
  const known = new Set(sentencesOnOneTable(manuscript).map((s) => s.sentence));
  return manuscript.blocks
    .filter((b) => b.kind === "paragraph" && b.section === tables[0].section)
    .flatMap((b) => b.sentences)
    .filter((s) => coefficient.test(s.text) && !known.has(s) && !/\b(?:model|step|block|Modell|Schritt) ?\d/i.test(s.text))
    .map((sentence) => ({ sentence, table: tables[0] }));
}

/** Names by which texts call a column: what stands in its header, and what they write for it. */
const synonyms: readonly [header: RegExp, left: RegExp, right?: RegExp][] = [
  [
    /eigen-?values?|eigenwert|autovalor|valeur propre/i,
    /(?:eigenvalues?|Eigenwerte?s?|autovalor(?:es)?|valeurs? propres?)(?: (?:of|for|von|der|des) (?:the |der |dem )?(?:\p{L}+ ){1,4})?\(?(?: ?(?:of|was|is|=|being|at|war|betrug|von|,|beträgt|lag bei)){0,2} ?$/iu,
  ],
  [
    /(?:%|per ?cent|prozent)[^a-z]{0,3}(?:of |der |de la )?(?:total )?varian|variance explained|explained variance|varianz(?:aufklärung)?/i,
    /$^/,
    /^ ?(?:%|percent|per cent|Prozent) (?:of|der|de la|de) (?:the |total |overall |Gesamt)*varian/i,
  ],
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
    const named = known
      ? known[1].test(left) && (!known[2] || known[2].test(right))
      : header.length < 30 &&
        left.includes(bare === "B" && !left.includes("B") ? "b" : bare) &&
        new RegExp(`(?<![\\p{L}\\p{N}])${bare === "B" ? "[Bb]" : escape(bare)}${between}`, "u").test(left);
    const percent = known?.[2]?.test(right) ?? false;
    if (named || (known?.[1].source === "$^" && percent)) out.push({ column, own: known !== undefined && known[1].source !== "\\(?$" });
  }
  return out;
}

/** Words that make a number one of a part of the row: "Trust was higher among women (M = 4.30)". */
const ofPart =
  /\)|\b(?:among|women|men|girls?|boys?|females?|males?|groups?|conditions?|waves?|time|before|after|pre|post|pretest|posttest|than|whereas|while|Frauen|Männern?)\b/i;

/** "among women, Trust was higher (M = 4.30)", "women answered Q1 higher", "in the pilot study": the number is of some, or of others, unless the row is theirs. */
const someOnly =
  /\b(?:women|men|girls|boys|females?|males?|subgroups?|Frauen|Männern?|pilot|pretest|Vorstudie|previous(?:ly)?|earlier|Study \d)\b|\b(?:among|within|for|in|bei|unter) (?:the |den |der )?(?:\p{L}+ )?(?:groups?|conditions?|waves?)\b/iu;
const ofSome = (clause: string, label: string): boolean => someOnly.test(clause.toLowerCase().replace(label.toLowerCase(), ""));

/** Whether a row's label stands right before or after the number, with nothing between that would make the number another's. */
function beside(text: string, n: Reported, label: string): boolean {
  const words = label
    .replace(/^\d{1,2}[.)] ?/, "")
    .replace(/[*_]/g, "")
    .trim()
    .toLowerCase();
  const lower = text.toLowerCase();
  const before = lower.lastIndexOf(words, n.start - words.length);
  const gap = before >= 0 ? text.slice(before + words.length, n.start) : undefined;
  if (gap !== undefined && gap.length <= 45 && !ofPart.test(gap)) return true;
  const after = lower.indexOf(words, n.end);
  const next = after >= 0 ? text.slice(n.end, after) : undefined;
  return next !== undefined && next.length <= 30 && !ofPart.test(next);
}

function clauseAround(text: string, n: Reported): string {
  const from = Math.max(text.lastIndexOf(";", n.start), text.lastIndexOf(", and ", n.start), 0);
  const stop = /;|, and /.exec(text.slice(n.end));
  return text.slice(from, stop ? n.end + stop.index : text.length);
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
    if (columns.length === 1 && !columns[0].own && (ofSome(clauseAround(text, n), label) || !beside(text, n, label))) return [];
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
        elsewhere: table.rows.some((r) =>
          r.cells.some(
            (c, j) => j > 0 && c !== cell && (n.decimals <= 0 || /\d[.,]\d|^[.,]\d/.test(c.text)) && meetsCell(c, headerOf(table, j), said, context.decimal),
          ),
        ),
        text: n.text,
        range: rangeOf(sentence.mapped, n.start, n.end),
        place: context.place({ sentence, at: n.start }),
        values: { value: n.value, table: table.number ?? table.id ?? null, row: table.rows[rows[0]].cells[0].text, column: header },
      },
    ];
  });
}

/** "boys were absent longer than girls (M = 17.95 vs. M = 15.22)": two rows and two numbers of one column, one of which is the cell of one row, so that the other belongs to the other. */
function pairs(sentence: Sentence, table: ManuscriptTable, context: RecogniserContext): TableStatement[] {
  const { text } = sentence;
  const rows = rowsNamed(text, table);
  const labels = rows.map((r) => table.rows[r].cells[0]?.text ?? "");
  if (rows.length !== 2 || ofSome(text.replace(new RegExp(escape(labels[0]), "i"), ""), labels[1])) return [];
  const said = numbersIn(sentence.mapped, context.decimal).flatMap((n) => {
    const columns = n.words || n.relation !== "=" ? [] : columnsFor(text, n, table);
    return columns.length === 1 ? [{ n, column: columns[0].column }] : [];
  });
  if (said.length !== 2 || said[0].column !== said[1].column || /\brespectively\b|\bjeweils\b/i.test(text)) return [];
  const [{ column }] = said;
  const header = headerOf(table, column);
  const cells = rows.flatMap((r) => {
    const cell = table.rows[r].cells[column];
    const shown = cell && cellNumber(cell, header, context.decimal);
    return cell && shown ? [{ cell, shown: shown.value, label: table.rows[r].cells[0].text }] : [];
  });
  const is = (i: number, j: number) => cells[j].shown.low <= said[i].n.interval.high && said[i].n.interval.low <= cells[j].shown.high;
  if (cells.length !== 2) return [];
  const hits = [0, 1].flatMap((i) => [0, 1].filter((j) => is(i, j)).map((j) => ({ i, j })));
  if (hits.length !== 1) return [];
  const { n } = said[1 - hits[0].i];
  const { cell, shown, label } = cells[1 - hits[0].j];
  return [
    {
      kind: "table-statement",
      reported: n,
      table,
      header,
      label,
      cell,
      said: n.interval,
      shown,
      elsewhere: false,
      text: n.text,
      range: rangeOf(sentence.mapped, n.start, n.end),
      place: context.place({ sentence, at: n.start }),
      values: { value: n.value, table: table.number ?? table.id ?? null, row: label, column: header },
    },
  ];
}

function meetsCell(cell: TableCell, header: string, said: Interval, decimal: "." | ","): boolean {
  const shown = cellNumber(cell, header, decimal);
  return shown !== undefined && said.low <= shown.value.high && shown.value.low <= said.high;
}

/** The one column whose numbers have words of magnitude, in header or cells. */
function magnitudeColumn(table: ManuscriptTable): number | undefined {
  const columns = Array.from({ length: table.width }, (_, j) => j).filter(
    (j) => headerMagnitude(headerOf(table, j)) > 1 || table.rows.some((r) => /\d (?:thousand|million|billion)\b/.test(r.cells[j]?.text ?? "")),
  );
  return columns.length === 1 ? columns[0] : undefined;
}

/** "Weight and fuel economy were closely related (r = -.87)": two rows of a correlation matrix. */
function correlations(sentence: Sentence, table: ManuscriptTable, context: RecogniserContext): TableStatement[] {
  const { text } = sentence;
  const found = numbersIn(sentence.mapped, context.decimal).filter(
    (n) => /(?<![\p{L}\p{N}])r ?= ?$/u.test(text.slice(Math.max(0, n.start - 5), n.start)) && Math.abs(n.value) <= 1,
  );
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

export default tableStatement;
