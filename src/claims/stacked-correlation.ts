import { headerOf, type ManuscriptTable, type TableRow } from "../manuscript/manuscript";
import { type Reported, soleNumber } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { pOfCell } from "./test-table";
import { type TestStatistic, valuesOf } from "./test-statistic";

const correlation = /^(?:pearson(?:['’]?s)?(?: r| correlation)?|r|correlation(?: coefficient)?|pearson-korrelation|korrelation nach pearson)$/i;
const significance = /^(?:sig\.?(?: ?\((?:2|two)-(?:tailed|seitig)\))?|p(?:[- ]values?)?|signifikanz ?\(2-seitig\))$/i;

/** The rows of a table of correlations as SPSS, jamovi and JASP stack them: below each other r, its p and N (or df) of a variable. */
export const isCorrelationRow = (table: ManuscriptTable, row: TableRow): boolean => table.stubs === 2 && correlation.test(row.label.trim());

/** Each correlation of such a stack with the p and N below it. */
const recogniser: Recogniser = {
  name: "stacked-correlation",
  table(table, context) {
    if (!table.rows.some((row) => isCorrelationRow(table, row))) return [];
    return table.rows.flatMap((row, i) => (isCorrelationRow(table, row) ? ofRow(table, row, below(table, i), context) : []));
  },
};

export default recogniser;

/** The rows that go with the correlation in row i: those of the same variable up to the next. */
function below(table: ManuscriptTable, i: number): TableRow[] {
  const name = table.rows[i].cells[0].text;
  let end = i + 1;
  while (end < table.rows.length && table.rows[end].cells[0].text === name && !isCorrelationRow(table, table.rows[end])) end++;
  return table.rows.slice(i + 1, end);
}

function ofRow(table: ManuscriptTable, row: TableRow, stack: readonly TableRow[], context: RecogniserContext): TestStatistic[] {
  const find = (pattern: RegExp) => stack.find((other) => pattern.test(other.label.trim()));
  const [pRow, nRow, dfRow] = [find(significance), find(/^[nN]$/), find(/^df$/i)];
  const cells = row.cells.slice(2).filter((cell) => headerOf(table, cell.column) !== row.cells[0].text);
  return cells.flatMap((cell): TestStatistic[] => {
    const value = soleNumber(cell.mapped, context.decimal);
    const p = pRow && pOfCell(pRow.cells[cell.column], context.decimal);
    const size = nRow && soleNumber(nRow.cells[cell.column].mapped, context.decimal);
    const given = dfRow && soleNumber(dfRow.cells[cell.column].mapped, context.decimal);
    const df = given ?? (size && lessTwo(size));
    if (!value || value.decimals < 1 || !p || !df || df.value < 1) return [];
    return [
      {
        kind: "test-statistic",
        listedAs: "r",
        test: "r",
        symbol: "r",
        value: { ...value, relation: "=" },
        df,
        p,
        oneTailed: false,
        text: `r = ${value.text}, ${p.text}`,
        range: cell.range,
        place: { ...context.place({ table }), cell },
        values: valuesOf("r", value, df, undefined, undefined, p),
      },
    ];
  });
}

/** df = N − 2 */
const lessTwo = (n: Reported): Reported => ({ ...n, value: n.value - 2, interval: { low: n.value - 2, high: n.value - 2 }, text: String(n.value - 2) });
