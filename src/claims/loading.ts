import { headerOf, type ManuscriptTable, type Sentence } from "../manuscript/manuscript";
import type { Mapped } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { columnRole } from "./column-role";
import { type Component, componentOf } from "./component";
import { isFactorAnalytic } from "./factor-words";
import { loadingTable, type LoadingTable } from "./loading-table";
import { numbersIn, type Reported, soleNumber } from "./number";
import { numbersBetween } from "./numbers-from";
import { rangePhrase } from "./range-phrase";
import { ordinalBefore } from "./ordinal";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** One loading in a table, or a single one that a sentence gives. */
export interface LoadingClaim extends ClaimBase<"loading"> {
  readonly reported: Reported;
  readonly item?: string;
  readonly component?: Component;
  readonly row?: number;
  readonly matrix: LoadingTable["matrix"];
  /** "the highest loading", "(minimum factor loading 0.687)" */
  readonly extreme?: "maximum" | "minimum";
}

/** The limits between which loadings lie. */
export interface LoadingRangeClaim extends ClaimBase<"loading-range"> {
  readonly low: Reported;
  readonly high: Reported;
  readonly component?: Component;
  readonly row?: number;
  /** secondary loadings are not what a table's largest figures show */
  readonly cross: boolean;
}

/** The share of an item's variance that the components explain (h²), or its complement (u²). */
export interface CommunalityClaim extends ClaimBase<"communality"> {
  readonly reported: Reported;
  readonly item: string;
  readonly row: number;
  readonly what: "communality" | "initial" | "uniqueness";
}

/** Loadings and communalities: tables item by component, ranges a component, and what sentences say of them. */
const loading: Recogniser = {
  name: "loading",
  table: (table, context) => [...matrixCells(table, context), ...communalities(table, context), ...rangeCells(table, context)],
  sentence: (sentence, context) =>
    /loading|λ|ladung|carga|(?:pattern|structure) coefficient/i.test(sentence.text) && !sentence.table
      ? [...rangesIn(sentence, context), ...extremesIn(sentence, context)]
      : [],
};
export default loading;

function matrixCells(table: ManuscriptTable, context: RecogniserContext): LoadingClaim[] {
  const read = loadingTable(table, context.manuscript);
  if (!read) return [];
  return read.items.flatMap(({ row, item, loadings }) =>
    loadings.flatMap((reported, k) =>
      reported
        ? [
            loadingClaim(reported, {
              item,
              component: read.components[k].component,
              row,
              matrix: read.matrix,
              place: { ...context.place({ table }), cell: table.rows[row].cells[read.components[k].column] },
            }),
          ]
        : [],
    ),
  );
}

const loadingClaim = (reported: Reported, rest: Omit<LoadingClaim, keyof ClaimBase | "reported"> & Pick<LoadingClaim, "place">): LoadingClaim => ({
  kind: "loading",
  text: reported.text,
  range: reported.range,
  reported,
  values: {
    value: reported.value,
    ...(rest.item ? { item: rest.item } : {}),
    ...(rest.component ? { component: rest.component.name ?? rest.component.label } : {}),
  },
  ...rest,
});

/** Communalities and uniquenesses, in a table of loadings or of their own. */
function communalities(table: ManuscriptTable, context: RecogniserContext): CommunalityClaim[] {
  return Array.from({ length: table.width }, (_, c) => c).flatMap((c) => {
    const header = headerOf(table, c);
    const role = columnRole(header);
    const titled = /^communalit/i.test(table.caption?.text ?? "") && /^(?:initial|extraction|extraktion|anfänglich)$/i.exec(header.trim())?.[0];
    const what =
      (titled && /^[ia]/i.test(titled)) || role === "initial-communality" || (role === "communality" && /initial/i.test(header))
        ? "initial"
        : titled
          ? "communality"
          : role === "communality" || role === "uniqueness"
            ? role
            : undefined;
    if (!what || c === 0) return [];
    return table.rows.flatMap((row, i) => {
      const reported = row.heading ? undefined : soleNumber(row.cells[c].mapped, context.decimal);
      const item = row.cells[0]?.text ?? "";
      if (!reported || /^(?:total|sum|mean|eigen|%|SS|variance|cumul|prop)/i.test(item.trim())) return [];
      return [
        {
          kind: "communality" as const,
          text: reported.text,
          range: reported.range,
          place: { ...context.place({ table }), cell: row.cells[c] },
          reported,
          item,
          row: i,
          what,
          values: { value: reported.value, item },
        },
      ];
    });
  });
}

/** A column of ranges a component (".60-.76"), or of a minimum and a maximum; and the extremes that a neighbouring cell names. */
function rangeCells(table: ManuscriptTable, context: RecogniserContext): (LoadingRangeClaim | LoadingClaim)[] {
  const about = `${table.caption?.text ?? ""} ${Array.from({ length: table.width }, (_, c) => headerOf(table, c)).join(" ")}`;
  if (!/loading|ladung|carga|λ/i.test(about)) return [];
  const plausible = loadingTable(table, context.manuscript)
    ? []
    : Array.from({ length: table.width }, (_, c) => c).filter((c) => holdsLoadings(table, c, context));
  return table.rows.flatMap((row, i) => {
    if (row.heading) return [];
    const component = componentOf(row.cells[0]?.text ?? "");
    return row.cells.flatMap((cell, c): (LoadingRangeClaim | LoadingClaim)[] => {
      if (c === 0 || row.cells.indexOf(cell) !== c) return [];
      const role = columnRole(headerOf(table, c));
      const place = { ...context.place({ table }), cell };
      const range = role === "loading" || role === "loading-range" ? leadingRange(cell.mapped, context.decimal) : undefined;
      const single = role === "loading" && plausible.includes(c) ? soleNumber(cell.mapped, context.decimal) : undefined;
      if (single && single.decimals >= 1 && !single.percent) return [loadingClaim(single, { item: row.cells[c - 1]?.text, row: i, matrix: "unstated", place })];
      if (range) return [rangeClaim(range.low, range.high, { component, row: i, place, cross: false })];
      return extremeMentions(cell.mapped, context.decimal).map(({ reported, extreme }) =>
        loadingClaim(reported, { component, row: i, matrix: "unstated", extreme, place }),
      );
    });
  });
}

/** A column "Loading" of a factor or measurement model, not of a diet or a lorry: nearly all of it within -1 and 1. */
function holdsLoadings(table: ManuscriptTable, column: number, context: RecogniserContext): boolean {
  const roles = Array.from({ length: table.width }, (_, c) => columnRole(headerOf(table, c)));
  if (!isFactorAnalytic(context.manuscript) && !roles.some((r) => r === "alpha" || r === "composite-reliability" || r === "average-variance-extracted"))
    return false;
  const numbers = table.rows.flatMap((row) => soleNumber(row.cells[column].mapped, context.decimal) ?? []);
  return numbers.length >= 3 && numbers.filter((n) => n.decimals > 0 && Math.abs(n.value) <= 1).length >= 0.7 * numbers.length;
}

function leadingRange(mapped: Mapped, decimal: "." | ","): { low: Reported; high: Reported } | undefined {
  const [a, b] = numbersIn(mapped, decimal).filter((n) => !n.words);
  if (!a || !b || a.decimals < 1 || b.decimals < 1 || a.start > 12) return undefined;
  return /^ ?(?:[-–—~]|to|bis|a|,|;) ?$/.test(mapped.text.slice(a.end, b.start)) ? { low: a, high: b } : undefined;
}

const rangeClaim = (
  low: Reported,
  high: Reported,
  rest: Omit<LoadingRangeClaim, keyof ClaimBase | "low" | "high"> & Pick<LoadingRangeClaim, "place">,
): LoadingRangeClaim => ({
  kind: "loading-range",
  text: `${low.text}-${high.text}`,
  range: { start: low.range.start, end: high.range.end },
  low,
  high,
  values: { low: low.value, high: high.value },
  ...rest,
});

const subject =
  /loadings?|(?:pattern|structure) coefficients?|λ|ladung(?:en)?|cargas?|eigen-?values?|alphas?\b|α|communalit\w*|correlat\w*|reliabilit\w*|coefficients? H|omegas?|ICC|\bAVE\b|\bCR\b|weights?/gi;

/** "primary loadings lay between .21 and .87", "factor loadings (.52-.81)". */
function rangesIn(sentence: Sentence, context: RecogniserContext): LoadingRangeClaim[] {
  const { text } = sentence;
  const numbers = numbersIn(sentence.mapped, context.decimal).filter((n) => !n.words);
  const nouns = [...text.matchAll(subject)];
  const cross = /cross-?loading|secondary|side loading|Nebenladung|Querladung/i.test(text);
  let next = 0; // the first noun not before the number at hand
  return numbers.slice(1).flatMap((b, i) => {
    const a = numbers[i];
    if (a.decimals < 1 || b.decimals < 1 || a.percent || b.percent || a.relation !== "=") return [];
    if (!rangePhrase(text, a, b)) return [];
    while (next < nouns.length && nouns[next].index < a.start) next++;
    const last = nouns[next - 1] ?? nouns[next];
    if (!last || !/loading|λ|ladung|carga|(?:pattern|structure) coeff/i.test(last[0])) return [];
    return [rangeClaim(a, b, { component: ordinalBefore(text, a.start, 0), cross, place: context.place({ sentence }) })];
  });
}

const extreme =
  /\b(highest|largest|strongest|maximum|greatest|höchste|größte|max\.?|lowest|smallest|weakest|minimum|niedrigste|kleinste|min\.?) (?:(?:primary|main|standardi[sz]ed|absolute) )?(?:factor |component )?(?:loadings?|ladung)/gi;

function extremeMentions(mapped: Mapped, decimal: "." | ","): { reported: Reported; extreme: "maximum" | "minimum" }[] {
  const numbers = numbersIn(mapped, decimal);
  return [...mapped.text.matchAll(extreme)].flatMap((match) => {
    const end = match.index + match[0].length;
    const n = numbersBetween(numbers, end, end + 110).find((x) => !x.words && x.decimals >= 1 && !x.percent);
    if (!n || /[;]|highest|lowest|ranged|between|threshold|criterion|cut-?off|varian|eigen/i.test(mapped.text.slice(end, n.start))) return [];
    return [{ reported: n, extreme: /^(?:low|small|weak|min|nied|klein)/i.test(match[1]) ? ("minimum" as const) : ("maximum" as const) }];
  });
}

/** "The highest loading on Spatial rotation was that of rotate.4 (λ = .76)". */
function extremesIn(sentence: Sentence, context: RecogniserContext): LoadingClaim[] {
  return extremeMentions(sentence.mapped, context.decimal).map(({ reported, extreme: which }) =>
    loadingClaim(reported, {
      extreme: which,
      matrix: "unstated",
      component: ordinalBefore(sentence.text, reported.start, 0),
      place: context.place({ sentence }),
    }),
  );
}
