import type { ManuscriptTable, Sentence, TableCell, TableRow } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { confidenceIntervalAt, type ReportedInterval } from "./interval-text";
import { numbersIn, type Reported, soleNumber } from "./number";
import type { ReportedP } from "./p-clause";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { numberAt, relationAt } from "./statistic-number";
import { columnGroups, testColumns, type TestColumn, type TestColumns } from "./test-columns";
import { headsIn, parseTest } from "./test-grammar";
import { pOfCell } from "./test-table";

/** A regression coefficient or other estimate with what is printed beside it. */
export interface Coefficient extends ClaimBase<"coefficient"> {
  /** the row's label, or the symbol in prose */
  readonly label: string;
  readonly estimate?: Reported;
  readonly standardized?: Reported;
  readonly oddsRatio?: Reported;
  readonly se?: Reported;
  /** t or z; of Wald its χ² with one degree of freedom */
  readonly test?: { readonly name: "t" | "z" | "wald"; readonly value: Reported };
  readonly p?: ReportedP;
  readonly interval?: ReportedInterval;
}

/** Rows of regression tables ("B", "SE", "t", "p", "95% CI") and coefficients in prose ("b = 0.52, SE = 0.10, t(126) = 5.20, 95% CI [0.32, 0.72]"). */
const recogniser: Recogniser = {
  name: "coefficient",
  sentence(sentence, context) {
    return /\bS\.?E\b|\bSE[_ ]?[Bb]?\b/.test(sentence.text) ? inSentence(sentence, context) : [];
  },
  table(table, context) {
    const columns = testColumns(table);
    const groups = columnGroups(columns).filter((group) => group.some((c) => estimates.includes(columns.roles[c])) && group.length > 1);
    if (groups.length === 0) return [];
    return table.rows.flatMap((row) =>
      row.heading || ofModel.test(row.label.replace(/[*_]/g, "").trim()) ? [] : groups.flatMap((group) => inRow(table, row, group, columns, context)),
    );
  },
};

export default recogniser;

/** Rows at the foot that are of the model as a whole, not of a predictor. */
const ofModel =
  /^(?:(?:adj(?:usted|\.)?|total|change in|pseudo|nagelkerke|cox)?[ -]?(?:Δ ?)?R ?(?:²|\^?2|[- ]?squared?)|(?:Δ ?)?F(?: ?\(.{1,20}\)|[- ]?(?:value|change|statistic))?|N|n|AIC|BIC|ICC|log[- ]?likelihood|observations|df|deviance)(?![\p{L}\d])/u;

const estimates: readonly TestColumn[] = ["estimate", "estimate-se", "odds-ratio", "standardized"];

function inRow(table: ManuscriptTable, row: TableRow, group: readonly number[], columns: TestColumns, context: RecogniserContext): Coefficient[] {
  const cell = (role: TestColumn): TableCell | undefined => {
    const column = group.find((c) => columns.roles[c] === role);
    return column === undefined ? undefined : row.cells[column];
  };
  const number = (role: TestColumn) => {
    const c = cell(role);
    return c && soleNumber(c.mapped, context.decimal);
  };
  const both = cell("estimate-se") && numbersIn(cell("estimate-se")!.mapped, context.decimal).filter((n) => !n.words);
  const estimate = number("estimate") ?? (both?.length === 2 ? both[0] : undefined);
  const standardized = number("standardized");
  const oddsRatio = number("odds-ratio");
  const main = cell("estimate") ?? cell("estimate-se") ?? cell("odds-ratio") ?? cell("standardized");
  if (!main || (!estimate && !oddsRatio && !standardized)) return [];
  const test = (["t", "z", "wald"] as const).flatMap((name) => {
    const value = number(name);
    return value ? [{ name, value }] : [];
  })[0];
  const pCell = cell("p");
  return [
    {
      kind: "coefficient",
      label: row.label,
      estimate,
      standardized,
      oddsRatio,
      se: number("se") ?? (both?.length === 2 ? both[1] : undefined),
      test,
      p: pCell && pOfCell(pCell, context.decimal),
      interval: intervalOfCells(cell("ci"), number("ci-low"), number("ci-high"), context.decimal),
      text: `${row.label}: ${main.text}`,
      range: main.range,
      place: { ...context.place({ table }), cell: main },
      values: {
        ...(estimate ? { estimate: estimate.value } : {}),
        ...(standardized ? { standardized: standardized.value } : {}),
        ...(oddsRatio ? { oddsRatio: oddsRatio.value } : {}),
      },
    },
  ];
}

function intervalOfCells(cell: TableCell | undefined, low: Reported | undefined, high: Reported | undefined, decimal: "." | ","): ReportedInterval | undefined {
  if (low && high) return { low, high, range: { start: low.range.start, end: high.range.end }, level: 95 };
  if (!cell) return undefined;
  const numbers = numbersIn(cell.mapped, decimal).filter((n) => !n.words && !n.percent);
  return numbers.length === 2 ? { low: numbers[0], high: numbers[1], range: cell.range, level: 95 } : undefined;
}

const symbol = /(?<![\p{L}\p{N}_])(b|B|γ|β|Est(?:imate)?\.?|estimate|coefficient)(?=\s?=)/gu;
const standardError = /^[\s,;]{1,3}(?:\(|\[)?S\.?E\.?(?:_?\{?[Bbβ]\}?)?(?= ?=)/;

function inSentence(sentence: Sentence, context: RecogniserContext): Coefficient[] {
  const { mapped, text } = sentence;
  const heads = headsIn(text).filter((h) => h.test === "t" || h.test === "z");
  const out: Coefficient[] = [];
  for (const match of text.matchAll(symbol)) {
    const relation = relationAt(text, match.index + match[0].length);
    const estimate = relation?.relation === "=" ? numberAt(mapped, relation.end, context.decimal) : undefined;
    if (!estimate) continue;
    const named = standardError.exec(text.slice(estimate.end, estimate.end + 14));
    const equals = named && relationAt(text, estimate.end + named[0].length);
    const se = equals ? numberAt(mapped, equals.end, context.decimal) : undefined;
    if (!se) continue;
    let at = se.end;
    const before = confidenceIntervalAt(mapped, at, context.decimal);
    if (before) at = before.end;
    const head = heads.find((h) => h.start >= at && h.start - at <= 4 && /^[\s,;)(]*$/.test(text.slice(at, h.start)));
    const parsed = head && parseTest(mapped, head, context.decimal);
    const standardized = match[1] === "β";
    out.push({
      kind: "coefficient",
      label: match[1],
      estimate: standardized ? undefined : estimate,
      standardized: standardized ? estimate : undefined,
      se,
      test: head && parsed ? { name: head.test as "t" | "z", value: parsed.value } : undefined,
      p: parsed?.p,
      interval: before ?? confidenceIntervalAt(mapped, parsed?.p?.end ?? parsed?.end ?? at, context.decimal),
      text: text.slice(match.index, parsed?.end ?? se.end),
      range: rangeOf(mapped, match.index, parsed?.valueEnd ?? se.end),
      place: context.place({ sentence, at: match.index }),
      values: { [standardized ? "standardized" : "estimate"]: estimate.value, se: se.value },
    });
  }
  return out;
}
