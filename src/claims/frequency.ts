import { headerOf, type ManuscriptTable, type TableRow } from "../manuscript/manuscript";
import type { Range } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { numbersIn, type Reported, soleNumber } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** A count and the percentage beside it in a row of a table. */
export interface Frequency extends ClaimBase<"frequency"> {
  readonly count: Reported;
  readonly percent: Reported;
  readonly label: string;
  /** the heading row above: "Gender" */
  readonly group?: string;
  /** the column of the percentages: rows of one column are judged together */
  readonly column: number;
  /** a row "Total", "All", "Gesamt" */
  readonly total: boolean;
  /** sizes printed in the column's header, the caption and the notes */
  readonly sizes: readonly { readonly value: number; readonly range: Range }[];
}

const countHeader =
  /(?:^| )(?:n|N|f|No\.?|#|counts?|frequenc(?:y|ies)|freq\.?|number|cases|respondents|participants|anzahl|häufigkeit(?:en)?|frecuencia|effectif|frequência)(?: of \p{L}+)?(?:$|[ ,(=])/iu;
const percentHeader = /(?:^|[ (,])(?:valid )?(?:%|per ?cent(?:age)?s?|prozent|anteil|porcentaje|pourcentage|porcentagem)(?:$|[ ),])/iu;
const both = /\b[nN]o?\.? ?[(,/] ?%|\bcounts? \(%|frequency \(%|\bn and %|\bn ?\(per ?cent/i;
const cumulative = /cumul|kumul|varian|missing|change|difference|row|correct/i;

const frequency: Recogniser = {
  name: "frequency",
  table(table, context) {
    const headers = Array.from({ length: table.width }, (_, j) => headerOf(table, j).replace(/[*_$]/g, "").trim());
    const about = [...(table.caption ? [table.caption] : []), ...table.notes];
    const general = about.flatMap((m) => sizesIn(numbersIn(m, context.decimal), m.text));
    return headers.flatMap((header, j) => {
      if (j === 0 || cumulative.test(header)) return [];
      const own = table.header.flatMap((row) => (row.cells[j] ? sizesIn(numbersIn(row.cells[j].mapped, context.decimal), row.cells[j].text) : []));
      const sizes = own.length > 0 ? own : general;
      if (both.test(header) || mostlyBoth(table, j)) return table.rows.flatMap((row) => together(row, j, sizes, table, context));
      if (!percentHeader.test(header)) return [];
      const k = countColumn(headers, j);
      return k < 0 ? [] : table.rows.flatMap((row) => apart(row, k, j, sizes, table, context));
    });
  },
};

function sizesIn(numbers: readonly Reported[], text: string): { value: number; range: Range }[] {
  return numbers
    .filter((n) => n.decimals === 0 && n.value >= 2 && /(?<![\p{L}\p{N}])[nN] ?= ?$/u.test(text.slice(Math.max(0, n.start - 5), n.start)))
    .map((n) => ({ value: n.value, range: n.range }));
}

/** The count beside a percentage: the nearest count column before it, or right after it. */
function countColumn(headers: readonly string[], j: number): number {
  if (j > 1 && countHeader.test(headers[j - 1]) && !percentHeader.test(headers[j - 1])) return j - 1;
  return headers[j + 1] !== undefined &&
    countHeader.test(headers[j + 1]) &&
    !percentHeader.test(headers[j + 1]) &&
    !(headers[j + 2] !== undefined && percentHeader.test(headers[j + 2]))
    ? j + 1
    : -1;
}

const mostlyBoth = (table: ManuscriptTable, j: number): boolean => {
  const filled = table.rows.filter((r) => r.cells[j]?.text);
  return filled.length >= 2 && filled.filter((r) => /^\d[\d,.]{0,8} ?\(\d{1,3}(?:[.,]\d{1,2})? ?%\)$/.test(r.cells[j].text)).length >= 0.7 * filled.length;
};

function claim(
  row: TableRow,
  column: number,
  count: Reported,
  percent: Reported,
  sizes: Frequency["sizes"],
  table: ManuscriptTable,
  context: RecogniserContext,
): Frequency {
  const { label } = row;
  return {
    kind: "frequency",
    count,
    percent,
    label,
    group: row.group,
    column,
    total: /^(?:grand )?(?:total|all|overall|sum|gesamt|summe|insgesamt)\b/i.test(label),
    sizes,
    text: `${label}: ${count.text} (${percent.text}%)`,
    range: percent.range,
    place: { ...context.place({ table }), cell: row.cells[column] },
    values: { label, count: count.value, percent: percent.value },
  };
}

function apart(row: TableRow, k: number, j: number, sizes: Frequency["sizes"], table: ManuscriptTable, context: RecogniserContext): Frequency[] {
  if (row.heading || !row.cells[k] || !row.cells[j]) return [];
  const count = soleNumber(row.cells[k].mapped, context.decimal);
  const percent = soleNumber(row.cells[j].mapped, context.decimal);
  return count && percent && whole(count) && percent.value >= 0 && percent.relation === "=" ? [claim(row, j, count, percent, sizes, table, context)] : [];
}

function together(row: TableRow, j: number, sizes: Frequency["sizes"], table: ManuscriptTable, context: RecogniserContext): Frequency[] {
  if (row.heading || !row.cells[j] || /[–±]|\bto\b/.test(row.cells[j].text)) return [];
  const numbers = numbersIn(row.cells[j].mapped, context.decimal).filter((n) => !n.words);
  if (numbers.length !== 2 || !whole(numbers[0]) || numbers[1].value < 0 || numbers[1].value > 100) return [];
  return [claim(row, j, numbers[0], numbers[1], sizes, table, context)];
}

const whole = (n: Reported): boolean => n.decimals === 0 && n.value >= 0 && Number.isInteger(n.value) && n.relation === "=";

export default frequency;
