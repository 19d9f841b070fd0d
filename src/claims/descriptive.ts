import { headerOf, type ManuscriptTable, type Sentence, type TableRow } from "../manuscript/manuscript";
import { type Mapped, type Range, rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { numbersIn, type Reported, soleNumber } from "./number";
import { numbersBetween } from "./numbers-from";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { responseScale } from "./scale-points";

/** A mean, its standard deviation where printed, and what the same sentence or table says of the answers behind it. */
export interface Descriptive extends ClaimBase<"descriptive"> {
  readonly mean: Reported;
  readonly sd?: Reported;
  /** people, printed in the row, the brackets, the header, the caption or the note */
  readonly n?: { readonly value: number; readonly range: Range };
  /** the response scale named in the sentence, the caption or the note */
  readonly scale?: { readonly low: number; readonly high: number };
  /** answers are coded 0 and 1, by the words of the caption, the note or the sentence */
  readonly binary: boolean;
  /** each mean is that of one question, so that the answers are whole numbers */
  readonly singleItem: boolean;
  /** the row's label, or the words before the brackets */
  readonly label: string;
}

const zeroOne =
  /\b0 ?= ?[\p{L}"'][^=;]{0,40}?1 ?= ?[\p{L}"']|\b(?:scored|coded|kodiert|codiert)(?: as)? 0 (?:or|and|oder|und) 1\b|\b0\/1\b|\bdichotom\p{L}*|\bbinary\b|\bright or wrong\b|\b1 ?= ?[\p{L}"'][^=;]{0,40}?0 ?= ?[\p{L}"']/iu;
/** Shares of people, in a caption or note; in a sentence "proportion correct" is as often a mean of individual proportions. */
const proportion = /\b(?:proportions?|shares?) (?:correct|who|that|of)\b|\bdummy\b|\bindicator variables?\b|\bAnteile?\b/i;
const single = /\b(?:items?|statements?|questions?|aussagen?|fragen?|ítems?|itens)\b/i;
const oneItem = /\b(?:single|one)[- ]items?\b|\bEinzelitem\b/i;
const composite =
  /\b(?:scales?|subscales?|factors?|components?|dimensions?|composites?|scores?|totals?|sums?|indices|index|averag\p{L}*|skalen?|constructs?)\b/iu;

/** Questions are named, and no scale that averages them; the response scale itself does not count as one. */
function ofSingleItems(text: string): boolean {
  const rest = text.replace(/(?:[\p{L}\d]{1,12}[- ]?(?:point|stufigen?|step)|response|Likert|rating)(?:[- ]?\p{L}{2,12})?[- ]?(?:scales?|Skala)/giu, " ");
  return single.test(rest) && !composite.test(rest);
}

const meanHeader = /(?:^|[ (,;])(?:M|Mean|Means|Mittelwert|MW|Media|Moyenne|Média|x̄|X̄|average)(?:$|[ ),;(±])/u;
const sdHeader = /(?:^|[ (,;±])(?:SD|S\.D\.|s\.d\.|SDs|Std\.? ?Dev(?:iation)?\.?|Standard deviation|Standardabweichung|DE|DS|DP|σ|St\. ?dev\.)(?:$|[ ),;)])/iu;
const countHeader = /(?:^| )(?:n|N|Valid N|Valid n)(?:$| )/;

const descriptive: Recogniser = {
  name: "descriptive",
  sentence: (sentence, context) =>
    sentence.block === "heading" || sentence.block === "note" || sentence.section.role === "references" ? [] : inSentence(sentence, context),
  table: (table, context) => inTable(table, context),
};

const meanSd =
  /(?<![\p{L}\p{N}])(?:M|Mean|MW|mean(?: score| rating| age)?(?: of| was| =)?)(?: ?= ?| )(-?\d{0,6}[.,]?\d{1,6})[,;]? ?(?:\(|and |und )?(?:SD|S\.D\.|s\.d\.|Standard deviation|standard deviation|Standardabweichung)(?: ?= ?| of | )(\d{0,6}[.,]?\d{1,6})/gu;

function inSentence(sentence: Sentence, context: RecogniserContext): Descriptive[] {
  const { text } = sentence;
  const matches = [...text.matchAll(meanSd)];
  if (matches.length === 0) return [];
  const numbers = numbersIn(sentence.mapped, context.decimal);
  const at = (from: number, to: number) => numbersBetween(numbers, from, to).find((n) => n.end <= to);
  const shared = {
    scale: (text.match(/\bscales?\b|skala\b|skalen\b/gi) ?? []).length > 1 ? undefined : responseScale([sentence.mapped]),
    binary: zeroOne.test(text),
    singleItem: ofSingleItems(text),
  };
  return matches.flatMap((match): Descriptive[] => {
    const end = match.index + match[0].length;
    const sdAt = end - match[2].length;
    const mean = at(match.index, sdAt - 1);
    const sd = at(sdAt, end);
    if (!mean || !sd || mean.percent) return [];
    const inside = bracketAround(text, match.index, end);
    const counted = /(?<![\p{L}\p{N}])[nN] ?= ?$/u;
    const n = numbersBetween(numbers, inside.from, inside.to).find(
      (x) => x.end <= inside.to && x.decimals === 0 && x.value >= 2 && counted.test(text.slice(Math.max(0, x.start - 5), x.start)),
    );
    return [
      {
        kind: "descriptive",
        mean,
        sd,
        n: n && { value: n.value, range: n.range },
        ...shared,
        label: text.slice(Math.max(0, inside.from - 60), inside.from).trim(),
        text: text.slice(match.index, end),
        range: rangeOf(sentence.mapped, match.index, end),
        place: context.place({ sentence, at: match.index }),
        values: { mean: mean.value, sd: sd.value, n: n?.value ?? null },
      },
    ];
  });
}

/** The brackets that hold [from, to), as far as 500 characters from it, or what follows it for 20. */
function bracketAround(text: string, from: number, to: number): { from: number; to: number } {
  const left = Math.max(0, from - 500);
  const before = text.slice(left, from);
  const open = before.lastIndexOf("(");
  const close = text.slice(to, to + 500).indexOf(")");
  return open >= 0 && close >= 0 && !before.slice(open).includes(")") ? { from: left + open, to: to + close } : { from, to: Math.min(text.length, to + 20) };
}

function inTable(table: ManuscriptTable, context: RecogniserContext): Descriptive[] {
  const headers = Array.from({ length: table.width }, (_, j) => headerOf(table, j).replace(/[*_$]/g, "").trim());
  const about: Mapped[] = [...(table.caption ? [table.caption] : []), ...table.notes];
  const words = about.map((m) => m.text).join(" ");
  const shared = {
    scale: responseScale(about),
    binary: zeroOne.test(words) || proportion.test(words),
    singleItem: ofSingleItems(`${headers[0]} ${table.caption?.text ?? ""}`) || (oneItem.test(words) && !composite.test(words)),
  };
  return headers.flatMap((header, j) => {
    if (j === 0 || !meanHeader.test(header) || /correlation|difference|inter-?item|rank|square|age\b|deleted|dropped|error|equality|levene/i.test(header))
      return [];
    const together = sdHeader.test(header);
    const sdColumn = together ? j : headers.findIndex((h, k) => k > j && k <= j + 2 && sdHeader.test(h) && stem(h) === stem(header));
    const nColumn = headers.findIndex((h, k) => k > 0 && countHeader.test(h) && (stem(h) === stem(header) || stem(h) === ""));
    const general = sizeOf(headerCells(table, j), context) ?? sizeOf(about, context);
    return table.rows.flatMap((row) => rowClaim(row, { j, sdColumn, nColumn, together, general, shared, table, context }));
  });
}

/** The header cells of a column: "Men (n = 114)". */
const headerCells = (table: ManuscriptTable, column: number): Mapped[] => table.header.flatMap((row) => (row.cells[column] ? [row.cells[column].mapped] : []));

/** What columns of one group have in common: "Men" of "Men M" and "Men SD". */
const stem = (header: string): string =>
  header
    .replace(meanHeader, " ")
    .replace(sdHeader, " ")
    .replace(countHeader, " ")
    .replace(/[()±,;]|\b[nN] ?= ?\d+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

interface Columns {
  readonly j: number;
  readonly sdColumn: number;
  readonly nColumn: number;
  readonly together: boolean;
  readonly general?: Descriptive["n"];
  readonly shared: Pick<Descriptive, "scale" | "binary" | "singleItem">;
  readonly table: ManuscriptTable;
  readonly context: RecogniserContext;
}

function rowClaim(row: TableRow, { j, sdColumn, nColumn, together, general, shared, table, context }: Columns): Descriptive[] {
  const cell = row.cells[j];
  if (!cell || row.heading || cell.text === "") return [];
  const both = together ? numbersIn(cell.mapped, context.decimal) : [];
  const mean = together ? (both.length === 2 ? both[0] : undefined) : soleNumber(cell.mapped, context.decimal);
  const sd = together ? both[1] : sdColumn > 0 && row.cells[sdColumn] ? soleNumber(row.cells[sdColumn].mapped, context.decimal) : undefined;
  if (!mean || mean.percent || (sd && sd.value < 0)) return [];
  const counted = nColumn > 0 && row.cells[nColumn] ? soleNumber(row.cells[nColumn].mapped, context.decimal) : undefined;
  const n = counted && counted.decimals === 0 && counted.value >= 2 ? { value: counted.value, range: counted.range } : general;
  const last = sd && !together ? row.cells[sdColumn] : cell;
  return [
    {
      kind: "descriptive",
      mean,
      sd,
      n,
      ...shared,
      label: row.label,
      text: sd ? `M = ${mean.text}, SD = ${sd.text}` : `M = ${mean.text}`,
      range: { start: Math.min(cell.range.start, last.range.start), end: Math.max(cell.range.end, last.range.end) },
      place: { ...context.place({ table }), cell },
      values: { label: row.label, mean: mean.value, sd: sd?.value ?? null, n: n?.value ?? null },
    },
  ];
}

/** "N = 320" in a caption or note. Two different sizes say nothing of one row. */
function sizeOf(about: readonly Mapped[], context: RecogniserContext): Descriptive["n"] {
  const found = about.flatMap((mapped) =>
    numbersIn(mapped, context.decimal).filter(
      (n) => n.decimals === 0 && n.value >= 2 && /(?<![\p{L}\p{N}])[nN] ?= ?$/u.test(mapped.text.slice(Math.max(0, n.start - 5), n.start)),
    ),
  );
  return new Set(found.map((n) => n.value)).size === 1 ? { value: found[0].value, range: found[0].range } : undefined;
}

export default descriptive;
