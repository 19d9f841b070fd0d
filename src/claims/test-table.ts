import type { ManuscriptTable, TableCell, TableRow } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import { numbersIn, type Reported, soleNumber } from "./number";
import type { ReportedP } from "./p-clause";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { numberAt } from "./statistic-number";
import { errorDf } from "./anova-table";
import { columnGroups, testColumns, type TestColumn, type TestColumns } from "./test-columns";
import { headsIn, parseTest } from "./test-grammar";
import { type PValueClaim, type TestName, type TestStatistic, valuesOf } from "./test-statistic";

/**
 * Tests in tables: rows with a column for the statistic, its degrees of freedom and p ("t", "df", "Sig. (2-tailed)"), headers that give the df ("t(28)"),
 * and cells that hold a whole result ("t(28) = 2.20, p = .036").
 */
const recogniser: Recogniser = {
  name: "test-table",
  table(table, context) {
    const columns = testColumns(table);
    const groups = columnGroups(columns);
    const out: (TestStatistic | PValueClaim)[] = [];
    for (const row of table.rows) {
      if (row.heading) continue;
      for (const group of groups) out.push(...readGroup(table, row, group, columns, context));
      out.push(...wholeResults(table, row, context));
    }
    return out;
  },
};

export default recogniser;

const oneTailed = /\b(?:one|1)[- –]?(?:tailed|sided)\b|\beinseitig/i;

function readGroup(
  table: ManuscriptTable,
  row: TableRow,
  group: readonly number[],
  columns: TestColumns,
  context: RecogniserContext,
): (TestStatistic | PValueClaim)[] {
  const cell = (role: TestColumn): TableCell | undefined => {
    const column = group.find((c) => columns.roles[c] === role);
    return column === undefined ? undefined : row.cells[column];
  };
  const pCell = cell("p") ?? cell("p-adjusted");
  const p = pCell && pOfCell(pCell, context.decimal, cell("p") === undefined);
  const test =
    (["t", "F", "chi-square", "z", "r", "Q"] as const).find((name) => cell(name)) ?? (cell("wald") && cell("df") ? ("chi-square" as const) : undefined);
  const statisticCell = test && (cell(test) ?? cell("wald"));
  const place = { ...context.place({ table }), cell: statisticCell ?? pCell };
  const statistic = statisticCell && soleNumber(statisticCell.mapped, context.decimal);
  if (test && statistic && statisticCell && (p || test === "F" || test === "chi-square" || test === "Q")) {
    const df = degreesOf(test, cell, statisticCell, columns, context.decimal, (dfCell) =>
      columns.roles.includes("sum-of-squares") || columns.roles.includes("mean-square") ? errorDf(table, row, dfCell.column, context.decimal) : undefined,
    );
    const text = [statisticCell.text, p?.text].filter(Boolean).join(", ");
    return [
      {
        kind: "test-statistic",
        listedAs: test,
        test,
        symbol: test === "chi-square" ? "χ²" : test,
        value: { ...statistic, relation: "=" },
        ...df,
        p,
        oneTailed: oneTailed.test(captionAndNotes(table)),
        text: `${test === "chi-square" ? "χ²" : test} = ${text}`,
        range: statisticCell.range,
        place,
        values: valuesOf(test, statistic, df.df, df.df2, undefined, p),
      },
    ];
  }
  if (!p || p.comparison === "ns") return [];
  return [{ kind: "p-value", p, text: p.text, range: p.range, place, values: { p: p.value, pComparison: p.comparison } }];
}

function captionAndNotes(table: ManuscriptTable): string {
  return [table.caption?.text ?? "", ...table.notes.map((n) => n.text), ...table.header.flatMap((row) => row.cells.map((c) => c.text))].join(" ");
}

function degreesOf(
  test: TestName,
  cell: (role: TestColumn) => TableCell | undefined,
  statistic: TableCell,
  columns: TestColumns,
  decimal: "." | ",",
  errorOf: (df: TableCell) => Reported | undefined,
): { df?: Reported; df2?: Reported } {
  const one = (role: TestColumn) => {
    const c = cell(role);
    return c && soleNumber(c.mapped, decimal);
  };
  if (test === "z") return {};
  const inHeader = columns.df[statistic.column] ?? [];
  const asReported = (value: number): Reported => ({
    text: String(value),
    value,
    decimals: Number.isInteger(value) ? 0 : 2,
    relation: "=",
    interval: { low: value, high: value },
    range: statistic.range,
    start: 0,
    end: 0,
    percent: false,
    words: false,
  });
  if (test !== "F") return { df: one("df") ?? (inHeader.length === 1 ? asReported(inHeader[0]) : undefined) };
  if (inHeader.length === 2) return { df: asReported(inHeader[0]), df2: asReported(inHeader[1]) };
  const pair = cell("df") && /^\(?(\d+(?:\.\d+)?) ?[,;/] ?(\d+(?:\.\d+)?)\)?$/.exec(cell("df")!.text);
  if (pair) return { df: asReported(Number(pair[1])), df2: asReported(Number(pair[2])) };
  const error = cell("df") && errorOf(cell("df")!); // in a table of an analysis of variance
  return error ? { df: one("df"), df2: error } : { df: one("df1"), df2: one("df2") };
}

/** Mplus's 999.000 is none. ".036", "< .001", "0,002", "<.001***", "n.s." as a p value; undefined for anything else. */
export function pOfCell(cell: TableCell, decimal: "." | ",", adjusted = false): ReportedP | undefined {
  const text = cell.text;
  const base = { text, range: cell.range, valueRange: cell.range, adjusted, several: false, explicit: true, start: 0, end: text.length };
  if (/^n\.? ?s\.?$/i.test(text)) return { ...base, comparison: "ns", decimals: 0, interval: { low: 0, high: 1 }, valueText: text };
  const match = /^(?:p ?)?([=<>≤≥]?)=? ?(?=[-\d.,])/i.exec(text);
  if (!match) return undefined;
  const comparison = (match[1] || "=") as ReportedP["comparison"];
  const number = numberAt(cell.mapped, match[0].length, decimal, comparison === "ns" ? "=" : comparison);
  if (number?.value === 999 || !number || number.percent || /[\p{L}\d]/u.test(text.slice(number.end).replace(/^ ?(?:\^?[a-z]|ns)$/, ""))) return undefined;
  const interval =
    comparison === "<" || comparison === "≤"
      ? { low: 0, high: number.value }
      : comparison === ">" || comparison === "≥"
        ? { low: number.value, high: 1 }
        : { low: Math.max(0, number.interval.low), high: number.interval.high };
  return {
    ...base,
    comparison,
    value: number.value,
    decimals: number.decimals,
    interval,
    valueText: number.text,
    valueRange: rangeOf(cell.mapped, 0, number.end),
  };
}

/** Cells in which a whole result is printed. */
function wholeResults(table: ManuscriptTable, row: TableRow, context: RecogniserContext): TestStatistic[] {
  const out: TestStatistic[] = [];
  const seen = new Set<number>();
  for (const cell of row.cells) {
    if (seen.has(cell.range.start) || !/[=<>]/.test(cell.text) || numbersIn(cell.mapped, context.decimal).length === 0) continue;
    seen.add(cell.range.start);
    let from = 0;
    for (const head of headsIn(cell.text)) {
      if (head.start < from) continue;
      const found = parseTest(cell.mapped, head, context.decimal);
      if (!found) continue;
      from = found.valueEnd;
      out.push({
        kind: "test-statistic",
        listedAs: head.test,
        test: head.test,
        symbol: head.symbol,
        ...found,
        oneTailed: oneTailed.test(captionAndNotes(table)),
        approximate: head.approximate,
        text: cell.text.slice(head.start, found.end),
        range: rangeOf(cell.mapped, head.start, found.end),
        place: { ...context.place({ table }), cell },
        values: valuesOf(head.test, found.value, found.df, found.df2, found.n, found.p),
      });
    }
  }
  return out;
}
