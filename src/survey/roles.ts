import { type ColumnFacts, distinctValues, factsOf } from "./column-facts";
import { isCompactDate, looksLikeDate } from "./dates";
import { type DraftColumn, type DraftNumeric, type DraftText } from "./draft";
import { isScalePoint, normalised } from "./answer-words";
import { list } from "./names";
import { meaningOf, type NameMeaning } from "./name-meaning";
import { numberOf } from "./number-text";
import { type ColumnRole } from "./survey";

export interface Role {
  readonly role: ColumnRole;
  /** in words that a user can check against the file */
  readonly reason: string;
}

/** A role, and how many rows have a value: counted once, where the column is looked at. */
export interface Looked extends Role {
  readonly valid: number;
}

/** An item has few possible answers; what has more is measured, not ticked (contract: 20). */
export const mostDistinct = 20;

/**
 * What each column is for. The rules, in their order: no variation → constant; the file's own word; the name; what the values look like;
 * numbers with more than 20 distinct values → continuous; the other numbers → items.
 */
export function rolesOf(
  columns: readonly DraftColumn[],
  rows: number,
  looked: (column: DraftColumn, c: number) => ColumnFacts = (column) => factsOf(column, rows),
): Looked[] {
  const series = seriesOf(columns);
  const labelled = labelledGroups(columns);
  return columns.map((column, c) => {
    const facts = looked(column, c);
    const meaning = (series.has(column) ? undefined : meaningOf(column.name)) ?? (column.label ? meaningOf(column.label) : undefined);
    return { ...roleOf(column, facts, meaning, labelled.has(column), c === 0), valid: facts.valid };
  });
}

function roleOf(column: DraftColumn, facts: ColumnFacts, meaning: NameMeaning | undefined, labelledGroup: boolean, isFirst: boolean): Role {
  if (facts.valid === 0) return { role: "constant", reason: "no answers" };
  if (facts.distinct === 1 && facts.rows > 1) return { role: "constant", reason: `the same value, ${firstValue(column)}, in every row that has one` };
  if (column.declared) return { role: column.declared, reason: declaredReasons[column.declared] };
  return column.kind === "numeric" ? numericRole(column, facts, meaning, labelledGroup, isFirst) : textRole(column, facts, meaning);
}

const declaredReasons = {
  date: "the file declares it a date",
  timing: "the file declares it a response time",
  identifier: "the file declares it data about the response",
  text: "the file declares it text",
  group: "the file declares it one choice of a question that takes several",
} as const;

/** By which the column's meaning is known: its name, or the question that it stands for. */
const namedAs = ({ name, label }: DraftColumn): string => (meaningOf(name) === undefined && label !== undefined ? `it asks "${label}"` : `named ${name}`);

function numericRole(column: DraftNumeric, facts: ColumnFacts, meaning: NameMeaning | undefined, labelledGroup: boolean, isFirst: boolean): Role {
  const unique = facts.integers && facts.distinct === facts.valid;
  const named = namedAs(column);
  if (meaning === "identifier" && (unique || facts.distinct > mostDistinct))
    return { role: "identifier", reason: `${named}, ${distinctValues(facts)} in ${facts.valid} rows` };
  if (unique && facts.increasing && facts.valid === facts.rows && countsRows(facts, isFirst && !/\d$/.test(column.name))) {
    return { role: "identifier", reason: `whole numbers that only increase, ${facts.low} to ${facts.high}` };
  }
  if (meaning === "timing") return { role: "timing", reason: named };
  if (meaning === "date") return { role: "date", reason: named };
  if (facts.integers && isCompactDate(facts.low) && isCompactDate(facts.high)) return { role: "date", reason: `dates from ${facts.low} to ${facts.high}` };
  if (facts.distinct > mostDistinct) return { role: "continuous", reason: distinctValues(facts) };
  if (meaning === "group" || meaning === "identifier") return { role: "group", reason: `${named}, ${distinctValues(facts)}` };
  if (labelledGroup) return { role: "group", reason: `its values are labelled ${list([...column.valueLabels!.values()], 4)}` };
  return { role: "item", reason: `${distinctValues(facts)}, ${facts.low} to ${facts.high}` };
}

/** A run of increasing numbers is a count of rows when it is long, or when it goes up by ones from 0 or 1 in a first column that is not named like an item (Q1). */
function countsRows(facts: ColumnFacts, mayCount: boolean): boolean {
  if (facts.valid < 3) return false;
  return facts.valid > mostDistinct || (mayCount && facts.low <= 1 && facts.low >= 0 && facts.high - facts.low === facts.valid - 1);
}

function textRole(column: DraftText, facts: ColumnFacts, meaning: NameMeaning | undefined): Role {
  const unique = facts.distinct === facts.valid;
  if (meaning === "identifier" && facts.distinct * 2 > facts.valid)
    return { role: "identifier", reason: `named ${column.name}, ${distinctValues(facts)} in ${facts.valid} rows` };
  if (dates(column.values)) return { role: "date", reason: "dates or times" };
  if (meaning === "timing") return { role: "timing", reason: `named ${column.name}` };
  const others = meaning === "group" ? undefined : amongNumbers(column.values);
  if (others) return { role: "text", reason: `${numbersBut} ${others}` };
  if (facts.distinct <= mostDistinct && (!unique || meaning === "group")) return { role: "group", reason: `${distinctValues(facts)}, in words` };
  if (meaning === "group" && !unique) return { role: "group", reason: `named ${column.name}, ${distinctValues(facts)}` };
  if (unique && facts.valid > 2 && codes(column.values))
    return { role: "identifier", reason: `${distinctValues(facts)} in ${facts.valid} rows, all without spaces` };
  return { role: "text", reason: `words, ${distinctValues(facts)}` };
}

/** How the reason of a column begins that a few cells keep from being an item. */
export const numbersBut = "numbers but for";

/** Two of the cells that are no numbers where nine of ten are, as an infinite value of a division is in a column of ratios. */
function amongNumbers(values: readonly string[]): string | undefined {
  if (share(values, isNumber) < 0.9) return undefined;
  const others = [...new Set(values.filter((value) => value !== "" && !isNumber(value)))];
  if (others.length === 0) return undefined;
  const shown = others.slice(0, 2).map((value) => `"${value.slice(0, 20)}"`);
  return shown.join(" and ") + (others.length > 2 ? ` and ${others.length - 2} more` : "");
}

const isNumber = (value: string): boolean => !Number.isNaN(numberOf(value));

const looked = 200;

function share(values: readonly string[], test: (value: string) => boolean): number {
  let seen = 0;
  let passed = 0;
  for (const value of values) {
    if (value === "") continue;
    if (test(value)) passed++;
    if (++seen === looked) break;
  }
  return seen ? passed / seen : 0;
}

const dates = (values: readonly string[]): boolean => share(values, looksLikeDate) > 0.95;
const codes = (values: readonly string[]): boolean =>
  share(values, (value) => value.length <= 64 && !/\s/.test(value) && /[\d@-]/.test(value) && !sentenceWithoutSpaces.test(value)) === 1;

/** Four letters running of a script that writes its sentences without spaces. */
const sentenceWithoutSpaces = /[\u0e01-\u0e7f\u3041-\u30ff\u3400-\u9fff]{4}/;

function firstValue(column: DraftColumn): string {
  if (column.kind === "text") return `"${(column.values.find((value) => value !== "") ?? "").slice(0, 40)}"`;
  const { values, sentinel } = column;
  for (let row = 0; row < values.length; row++) if (values[row] !== sentinel && values[row] === values[row]) return String(values[row]);
  return "";
}

/** Columns like group1, group2, group3: a name with a number behind it, three or more of them, is a series of items whatever its stem says. */
function seriesOf(columns: readonly DraftColumn[]): Set<DraftColumn> {
  const byStem = new Map<string, DraftColumn[]>();
  for (const column of columns) {
    const stem = column.name.replace(/[\s_.-]?\d{1,6}$/, "");
    if (stem !== column.name && stem !== "") byStem.set(stem, [...(byStem.get(stem) ?? []), column]);
  }
  return new Set([...byStem.values()].filter((members) => members.length >= 3).flat());
}

const genders = new Set(
  "male female man woman men women boy girl männlich weiblich mann frau masculino femenino hombre mujer homme femme masculin féminin homem mulher feminino 男 女 男性 女性 laki-laki perempuan pria wanita ชาย หญิง 남자 여자 남성 여성 мужской женский".split(
    " ",
  ),
);

/**
 * Coded columns whose value labels name groups: Male and Female in any language; or declared nominal, with labels that are no known answer scale
 * and that no other column has (SPSS calls many items nominal, but the items of a scale share their labels).
 */
function labelledGroups(columns: readonly DraftColumn[]): Set<DraftColumn> {
  const sets = new Map<DraftColumn, string>();
  const times = new Map<string, number>();
  for (const column of columns) {
    if (column.kind !== "numeric" || !column.valueLabels?.size) continue;
    const key = [...column.valueLabels.values()].join("\n");
    sets.set(column, key);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return new Set(
    [...sets].flatMap(([column, key]) => {
      const labels = key.split("\n").map((label) => normalised(label));
      if (labels.filter((label) => genders.has(label)).length >= 2) return [column];
      const own = column.kind === "numeric" && column.measure === "nominal" && times.get(key) === 1 && labels.length >= 2;
      return own && !labels.some(isScalePoint) ? [column] : [];
    }),
  );
}
