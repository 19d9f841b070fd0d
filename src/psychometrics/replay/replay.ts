import { answers, type NumericColumn, type Survey } from "../../survey/survey";
import type { Analysis, AnalysisSettings, Scale, Selection } from "../analysis";
import { chooseItems } from "../chosen-items";
import type { PublishedMatrix } from "../published-matrix";

/** All that another program has to be told to repeat an analysis. */
export interface Replay {
  /** as the program finds it, or the published correlations */
  readonly data: DataFile | { readonly R: readonly (readonly number[])[]; readonly n: number };
  readonly settings: AnalysisSettings;
  readonly items: readonly string[];
  readonly scales: readonly Scale[];
  /** reverse-keyed items, with the sum of the two ends of their answers: 6 on a scale from 1 to 5 */
  readonly reversed: readonly { readonly item: string; readonly ends: number }[];
  /** 0: none were extracted */
  readonly factors: number;
  readonly method: string;
}

export interface DataFile {
  readonly file: string;
  /** absent: what the file's name says */
  readonly delimiter?: string;
  readonly decimalComma: boolean;
  /** absent: UTF-8 */
  readonly encoding?: string;
  /** lines above the first row of answers, where these do not just name the columns */
  readonly lines?: number;
  /** all columns of the file, in order */
  readonly columns: readonly { readonly name: string; readonly text: boolean }[];
  readonly missingCodes: readonly number[];
  /** some item of a text file lacks an answer, which may stand there as a word that another program does not know */
  readonly gaps: boolean;
  /** rows that are left out, from 1 among the rows of answers */
  readonly excluded: readonly number[];
  /** items whose answers are words in the file, with the numbers that they stand for */
  readonly words: readonly { readonly item: string; readonly codes: readonly (readonly [string, number])[] }[];
}

/**
 * What a survey's analysis has to be repeated with.
 *
 * @param options `file` as the commands shall name it; `missingCodes` as they were given for reading it
 * @internal
 */
export function replayOf(
  survey: Survey,
  selection: Selection,
  analysis: Analysis,
  { file = survey.source, missingCodes = [], delimiter }: { file?: string; missingCodes?: readonly number[]; delimiter?: string } = {},
): Replay {
  const chosen = chooseItems(survey, selection);
  const columns = new Map(survey.columns.map((column) => [column.name, column]));
  const used = [...new Set([...analysis.sample.items, ...chosen.scales.flatMap((scale) => scale.items)])];
  const { layout, columns: whole } = survey.excluded?.of ?? survey;
  const fields = layout?.fields ?? survey.columns.map(({ name }) => name);
  const ofText = /\.(?:csv|tsv|tab|txt|dat)$/i.test(file);
  return {
    data: {
      file,
      delimiter: layout?.delimiter ?? delimiter,
      decimalComma: layout?.decimalComma ?? false,
      ...(layout && layout.encoding !== "utf-8" ? { encoding: layout.encoding } : {}),
      ...(layout && !layout.named ? { lines: layout.lines } : {}),
      columns: fields.map((name) => ({ name, text: columns.get(name)?.kind !== "numeric" })),
      missingCodes,
      gaps: ofText && whole.some(({ name, missing }) => missing > 0 && used.includes(name)),
      excluded: placesOut(survey),
      words: ofText ? used.flatMap((item) => wordsOf(columns.get(item) as NumericColumn)) : [],
    },
    settings: analysis.settings,
    items: analysis.sample.items,
    scales: chosen.scales.map(({ name, items }) => ({ name, items: items.filter((item) => name !== "all" || analysis.sample.items.includes(item)) })),
    reversed: used
      .filter((name) => chosen.item(name).reversed)
      .map((item) => ({ item, ends: endsOf(columns.get(item) as NumericColumn, chosen.item(item).values) })),
    factors: analysis.solution?.factors ?? 0,
    method: analysis.solution?.method ?? "No factors were extracted.",
  };
}

function placesOut({ excluded }: Survey): number[] {
  if (!excluded) return [];
  const kept = new Set(excluded.kept);
  return Array.from({ length: excluded.of.rows }, (_, row) => row)
    .filter((row) => !kept.has(row))
    .map((row) => row + 1);
}

/**
 * The same of a published matrix.
 *
 * @internal
 */
export function replayOfMatrix({ R, items, n }: PublishedMatrix, analysis: Analysis): Replay {
  const { solution, settings } = analysis;
  return {
    data: { R: R.to2DArray(), n },
    settings,
    items,
    scales: [],
    reversed: [],
    factors: solution?.factors ?? 0,
    method: solution?.method ?? "No factors were extracted.",
  };
}

/** An answer and its reflection add up to the two ends of the scale. */
function endsOf(column: NumericColumn, reflected: Float64Array): number {
  const own = answers(column);
  const row = own.findIndex((value) => !Number.isNaN(value));
  return row < 0 ? 0 : own[row] + reflected[row];
}

function wordsOf(column: NumericColumn): DataFile["words"] {
  const labels = column.valueLabels;
  return labels && labels.size > 0 ? [{ item: column.name, codes: [...labels].map(([code, label]) => [label, code] as const) }] : [];
}

/**
 * Lines of at most `width` characters from words, each line after the first indented.
 *
 * @internal
 */
export function folded(words: readonly string[], separator: string, indent: string, width = 100): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + separator.length + word.length <= width) lines[lines.length - 1] = `${last}${separator}${word}`;
    else lines.push(word);
  }
  return lines.join(`${separator.trimEnd()}\n${indent}`);
}
