import { ScreeError, type Warning } from "../errors";
import { normalised } from "./answer-words";
import { type DraftColumn, type DraftNumeric, type DraftText, narrow } from "./draft";
import { type AnswerScale, type GivenRole } from "./given-roles";
import { isMissingWord } from "./missing-words";
import { list } from "./names";
import { numberOf } from "./number-text";
import { type ColumnRole } from "./survey";

/** What the user says of single columns, in place of what the rules make of them. Lists, not objects: a column may be called `__proto__`. */
export interface ColumnCorrections {
  readonly roles?: readonly { readonly column: string; readonly role: GivenRole }[];
  /** the words of an answer scale with the numbers that they stand for, from the lowest to the highest */
  readonly answers?: readonly { readonly column: string; readonly scale: AnswerScale }[];
  /** "choose 4 here": items that only check attention, with the answer that was asked for */
  readonly instructed?: readonly { readonly column: string; readonly answer: string }[];
}

/** The rows that an entry of a column stands for: one, unless the rows of the file were counted and not kept. */
type Weight = (c: number, row: number) => number;
type Weights = (row: number) => number;

/**
 * Columns read as the user says: words by their scale, numbers among stray words as numbers. What does not fit becomes missing, and a warning says how much of it.
 * Roles are given later (`withGivenRoles`), when all columns have one.
 *
 * @throws ScreeError `unknown-column`, `answers-do-not-fit`, `not-numbers`
 */
export function corrected(
  columns: readonly DraftColumn[],
  { roles = [], answers = [], instructed = [] }: ColumnCorrections,
  source: string,
  weight: Weight = () => 1,
) {
  const out = [...columns];
  const warnings: Warning[] = [];
  const place = new Map(columns.map(({ name }, c) => [name, c]));
  const at = (name: string): number => {
    const c = place.get(name);
    if (c === undefined)
      throw new ScreeError("unknown-column", `${source} has no column ${name}.`, { hint: "Names are those of the header.", data: { item: name } });
    return c;
  };
  for (const { column, scale } of answers) {
    const c = at(column);
    const read =
      out[c].kind === "text"
        ? wordsAsScale(out[c] as DraftText, scale, (row) => weight(c, row))
        : numbersAsScale(out[c] as DraftNumeric, scale, source, (row) => weight(c, row));
    out[c] = read.column;
    warnings.push(...read.warnings);
  }
  for (const { column, role } of roles) {
    const c = at(column);
    const told = out[c];
    if (told.kind !== "text" || !["item", "continuous"].includes(role) || answersInWords(told)) continue;
    const read = strayWordsMissing(told, source, (row) => weight(c, row));
    out[c] = read.column;
    warnings.push(...read.warnings);
  }
  for (const { column } of instructed) at(column);
  return { columns: out, warnings };
}

/** Words that `readAnswerWords` may still make a scale of. */
const answersInWords = ({ values }: DraftText): boolean => !values.some((value) => value !== "" && !Number.isNaN(numberOf(value)));

function wordsAsScale(column: DraftText, scale: AnswerScale, weight: Weights): { column: DraftColumn; warnings: Warning[] } {
  const value = new Map(
    scale.flatMap(
      ({ word, value }) =>
        [
          [normalised(word), value],
          [String(value), value],
        ] as const,
    ),
  );
  const other = new Map<string, number>();
  const doubles = Float64Array.from(column.values, (text, row) => {
    const known = value.get(normalised(text));
    if (known === undefined && text !== "") other.set(text, (other.get(text) ?? 0) + weight(row));
    return known ?? NaN;
  });
  const { kind: _, values: __, declared: ___, ...kept } = column;
  return {
    column: { ...kept, kind: "numeric", ...narrow(doubles), valueLabels: labelsOf(scale) },
    warnings: [...scaleWarning(column.name, scale), ...otherAnswers(column.name, other)],
  };
}

/** Numbers that the scale gives words to; a file's own labels are matched by their words. */
function numbersAsScale(column: DraftNumeric, scale: AnswerScale, source: string, weight: Weights): { column: DraftColumn; warnings: Warning[] } {
  const byWord = new Map(scale.map(({ word, value }) => [normalised(word), value]));
  const labelled = [...(column.valueLabels ?? [])].filter(([, label]) => byWord.has(normalised(label)));
  const recoded = new Map(labelled.map(([code, label]) => [code, byWord.get(normalised(label))!]));
  const own = new Set(scale.map(({ value }) => value));
  const other = new Map<string, number>();
  const doubles = Float64Array.from(column.values, (value, row) => {
    if (value === column.sentinel || value !== value) return NaN;
    const known = recoded.size > 0 ? recoded.get(value) : own.has(value) ? value : undefined;
    if (known === undefined) other.set(String(value), (other.get(String(value)) ?? 0) + weight(row));
    return known ?? NaN;
  });
  if (doubles.every(Number.isNaN) && other.size > 0)
    throw new ScreeError(
      "answers-do-not-fit",
      `${source}: none of the answers to ${column.name} is on the scale given for it; it holds ${list([...other.keys()], 6)}.`,
      {
        hint: "List the words as they stand in the file, from the lowest to the highest.",
        data: { item: column.name },
      },
    );
  const { declared: _, ...kept } = column;
  return {
    column: { ...kept, ...narrow(doubles), valueLabels: labelsOf(scale) },
    warnings: [...scaleWarning(column.name, scale), ...otherAnswers(column.name, other)],
  };
}

const labelsOf = (scale: AnswerScale): ReadonlyMap<number, string> =>
  new Map([...scale].sort((a, b) => a.value - b.value).map(({ word, value }) => [value, word]));

function scaleWarning(name: string, scale: AnswerScale): Warning[] {
  const labels = labelsOf(scale);
  const shown = [...labels].map(([value, word]) => `${value} ${word}`).join(", ");
  const message = `${name}: answers are read on the scale given for it, ${shown}.`;
  return [{ code: "answer-words", message, data: { columns: [name], scale: Object.fromEntries(labels), given: true } }];
}

function otherAnswers(name: string, other: ReadonlyMap<string, number>): Warning[] {
  if (other.size === 0) return [];
  const counted = [...other].map(([text, times]) => `"${text.slice(0, 40)}" (${times})`);
  const message = `${name}: answers that are not on the scale given for it are missing: ${list(counted, 8)}.`;
  return [{ code: "unlisted-answers", message, data: { column: name, answers: Object.fromEntries(other) } }];
}

function strayWordsMissing(column: DraftText, source: string, weight: Weights): { column: DraftColumn; warnings: Warning[] } {
  const other = new Map<string, number>();
  const doubles = Float64Array.from(column.values, (text, row) => {
    const value = numberOf(text);
    if (Number.isNaN(value) && text !== "") other.set(text, (other.get(text) ?? 0) + weight(row));
    return value;
  });
  const { kind: _, values: __, declared: ___, ...kept } = column;
  const counted = [...other].map(([text, times]) => `"${text.slice(0, 40)}" (${times})`);
  if (doubles.every(Number.isNaN))
    throw new ScreeError("not-numbers", `${source}: ${column.name} holds words, so it is no item: ${list(counted, 6)}.`, {
      hint: `Say what they stand for: answers: { ${column.name}: [lowest, …, highest] }.`,
      data: { item: column.name },
    });
  const warnings =
    other.size === 0
      ? []
      : [{ code: "stray-words", message: `${column.name} is read as numbers as you said; missing are ${list(counted, 8)}.`, data: { column: column.name } }];
  return { column: { ...kept, kind: "numeric", ...narrow(doubles) }, warnings };
}

/** The user's words for "no answer" made missing in columns of text; a column that is numbers but for them becomes one of numbers. */
export function withMissingWords(columns: readonly DraftColumn[], words: readonly string[]): DraftColumn[] {
  if (words.length === 0) return [...columns];
  const missing = new Set(words.map(normalised));
  return columns.map((column) => {
    if (column.kind !== "text" || !column.values.some((value) => missing.has(normalised(value)))) return column;
    const values = column.values.map((value) => (missing.has(normalised(value)) ? "" : value));
    const doubles = Float64Array.from(values, (value) => (isMissingWord(value.trim()) ? NaN : numberOf(value)));
    const { kind: _, values: __, ...kept } = column;
    const numbers = values.every((value, row) => isMissingWord(value.trim()) || !Number.isNaN(doubles[row])) && doubles.some((value) => !Number.isNaN(value));
    return numbers ? { ...kept, kind: "numeric" as const, ...narrow(doubles) } : { ...column, values };
  });
}

/** The role that the user gives, and what the rules would have said. */
export function withGivenRoles<T extends { readonly role: ColumnRole; readonly reason: string }>(
  columns: readonly { readonly name: string }[],
  looked: readonly T[],
  { roles = [], instructed = [], answers = [] }: ColumnCorrections,
): T[] {
  const given = new Map<string, ColumnRole>([
    ...answers.map(({ column }) => [column, "item"] as const),
    ...roles.map(({ column, role }) => [column, role] as const),
    ...instructed.map(({ column }) => [column, "instructed"] as const),
  ]);
  const asked = new Map(instructed.map(({ column, answer }) => [column, answer]));
  return looked.map((one, c) => {
    const { name } = columns[c];
    const role = given.get(name);
    if (role === undefined || (role === one.role && role !== "instructed")) return one;
    const reason = asked.has(name) ? `its answer shows attention: ${asked.get(name)} was asked for` : `as you said; by the rules ${one.role}: ${one.reason}`;
    return { ...one, role, reason };
  });
}
