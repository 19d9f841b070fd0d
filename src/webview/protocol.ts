/**
 * Every message between the editor and its pages, typed for both ends and checked by whoever receives it: a page is another program.
 * What the editor sends is a result of the core as it is (`Analysis`, `Table`, `FileResult`), so the outer shape is what is checked there.
 */
import type { FileResult } from "../checks/result";
import type { ScreeError } from "../errors";
import type { Analysis, AnalysisSettings, FactorScores, Scale } from "../psychometrics/analysis";
import type { ReadingChange } from "../study/edit-reading";
import type { TableOptions } from "../tables/options";
import type { Table } from "../tables/table";
import { isAbsentOr, isCount, isFields, isList, isName, isNumber, isOneOf, isText } from "./parts/guards";
import type { Reading, SurveyInfo, TableInfo } from "./parts/survey-info";
import { isReadingChange } from "./parts/reading-guard";
import { isSettings, isTableOptions } from "./parts/settings-guard";

export type { ColumnInfo, MissingCodeInfo, Reading, Suspect, SurveyInfo, TableInfo } from "./parts/survey-info";

/** What the options of the panel say. `items: null` leaves the choice to Scree. */
export interface Choices {
  readonly items: readonly string[] | null;
  readonly reverse: readonly string[];
  readonly scales: readonly Scale[];
  readonly missingCodes: readonly number[];
  readonly settings: AnalysisSettings;
  /** how the tables are printed; absent: as usual */
  readonly tables?: TableOptions;
}

/** A correlation matrix as somebody copied it, with the number of respondents behind it. */
export interface MatrixText {
  readonly text: string;
  readonly n: number;
}

/** A failure as a page shows it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export const problemOf = ({ code, message, hint }: ScreeError): Problem => ({ code, message, hint });

export type ScoreMethod = FactorScores["method"];
export const scoreMethods = ["regression", "bartlett", "anderson-rubin", "ten-berge"] as const satisfies readonly ScoreMethod[];

/** What can be asked for beside an analysis. */
export const followUps = ["confirm", "compare", "careless"] as const;
export type FollowUp = (typeof followUps)[number];

/** The answer: what it found, in a sentence, and its tables. */
export interface Followed {
  readonly verdict: string;
  readonly tables: readonly Table[];
  readonly remarks: readonly string[];
  /** rows that look carelessly answered and still count */
  readonly flagged?: number;
}

export type ToPanel =
  | {
      readonly type: "survey";
      readonly survey: SurveyInfo;
      readonly choices: Choices;
      readonly study: string | null;
      readonly reading: Reading;
      readonly matrix?: MatrixText;
    }
  | { readonly type: "progress"; readonly fraction: number; readonly step: string }
  | {
      readonly type: "result";
      readonly choices: Choices;
      readonly analysis: Omit<Analysis, "correlation">;
      readonly tables: readonly Table[];
      readonly onRequest: readonly TableInfo[];
    }
  /** a table that is made on request */
  | { readonly type: "table"; readonly table: Table }
  | { readonly type: "follow"; readonly what: FollowUp; readonly found: Followed | Problem }
  | { readonly type: "problem"; readonly problem: Problem }
  /** `undo`: it can be taken back */
  | { readonly type: "said"; readonly text: string; readonly undo?: boolean };

export const copyFormats = ["markdown", "html", "latex"] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** The programs whose commands can be had that give the same figures. */
export const replayLanguages = ["r", "spss"] as const;
export type ReplayLanguage = (typeof replayLanguages)[number];

export const figures = ["scree", "intervals"] as const;
export type FigureName = (typeof figures)[number];

export type FromPanel =
  | { readonly type: "ready" }
  | { readonly type: "choose"; readonly choices: Choices }
  | { readonly type: "cancel" }
  | { readonly type: "reload" }
  | { readonly type: "table"; readonly table: string }
  | { readonly type: "insert"; readonly table: string }
  | { readonly type: "figure"; readonly figure: FigureName; readonly svg: string; readonly words: string }
  | { readonly type: "copy"; readonly table: string; readonly format: CopyFormat }
  | { readonly type: "replay"; readonly language: ReplayLanguage }
  | { readonly type: "follow"; readonly what: FollowUp }
  /** saves factor scores beside the data, wherever the user says */
  | { readonly type: "scores"; readonly method: ScoreMethod }
  /** how the file is to be read, written into `scree.yaml`; `said` tells it in words */
  | { readonly type: "correct"; readonly changes: readonly ReadingChange[]; readonly said: string }
  /** takes the last correction back */
  | { readonly type: "undo" }
  /** asks for a file with the loadings that a rotation should come near to */
  | { readonly type: "target" };

/** What a report shows. */
export interface Reported {
  /** what places are quoted from: the manuscript, or the text that a Word document or PDF was converted to */
  readonly lines: readonly string[];
  readonly result: FileResult;
  /** whether the editor can go to a place */
  readonly jumps: boolean;
}

export type ToReport = ({ readonly type: "report"; readonly title: string } & Reported) | { readonly type: "problem"; readonly problem: Problem };

export interface Offsets {
  readonly start: number;
  readonly end: number;
}

export const exportFormats = ["review", "json", "sarif"] as const;

export type FromReport =
  | { readonly type: "ready" }
  | { readonly type: "show"; readonly place: Offsets }
  | { readonly type: "explain"; readonly rule: string }
  | { readonly type: "export"; readonly format: (typeof exportFormats)[number] };

/** What each page keeps over a reload. */
export interface PanelState {
  readonly uri: string;
  readonly choices: Choices | null;
  readonly open: readonly string[];
  readonly matrix?: MatrixText;
}
export interface ReportState {
  readonly uri: string;
  readonly show: readonly string[];
}

const isScale = (value: unknown): value is Scale => isFields(value) && isText(value.name) && isList(value.items, isName);

export function isChoices(value: unknown): value is Choices {
  if (!isFields(value)) return false;
  const { items, reverse, scales, missingCodes, settings } = value;
  return (
    (items === null || isList(items, isName)) &&
    isList(reverse, isName) &&
    isList(scales, isScale) &&
    isList(missingCodes, isNumber) &&
    isSettings(settings) &&
    isAbsentOr(value.tables, isTableOptions)
  );
}

/** The message, or undefined where this is none that a panel sends. */
export function fromPanel(value: unknown): FromPanel | undefined {
  if (!isFields(value)) return undefined;
  const { type } = value;
  const known =
    isOneOf(type, ["ready", "cancel", "reload", "target", "undo"]) ||
    (type === "correct" && isList(value.changes, isReadingChange) && isText(value.said)) ||
    (type === "choose" && isChoices(value.choices)) ||
    (isOneOf(type, ["insert", "table"]) && isText(value.table)) ||
    (type === "figure" && isOneOf(value.figure, figures) && isDrawing(value.svg) && isText(value.words)) ||
    (type === "copy" && isText(value.table) && isOneOf(value.format, copyFormats)) ||
    (type === "replay" && isOneOf(value.language, replayLanguages)) ||
    (type === "follow" && isOneOf(value.what, followUps)) ||
    (type === "scores" && isOneOf(value.method, scoreMethods));
  return known ? (value as FromPanel) : undefined;
}

const isDrawing = (svg: unknown): boolean => isText(svg, 2_000_000) && /^<\?xml[^>]{1,80}>\s*<svg\b/.test(svg) && !/<script/i.test(svg);

export function fromReport(value: unknown): FromReport | undefined {
  if (!isFields(value)) return undefined;
  const { type, place } = value;
  const known =
    type === "ready" ||
    (type === "export" && isOneOf(value.format, exportFormats)) ||
    (type === "show" && isFields(place) && isCount(place.start, 2 ** 31) && isCount(place.end, 2 ** 31) && (place.start as number) <= (place.end as number)) ||
    (type === "explain" && isText(value.rule, 100));
  return known ? (value as FromReport) : undefined;
}

const isMatrix = (value: unknown): value is MatrixText => isFields(value) && isText(value.text, 10_000_000) && isCount(value.n, 1e9);
const isTable = (value: unknown): boolean => isFields(value) && Array.isArray(value.columns) && Array.isArray(value.rows);
const isProblem = (value: unknown): value is Problem => isFields(value) && isText(value.message, 10_000);

export function toPanel(value: unknown): ToPanel | undefined {
  if (!isFields(value)) return undefined;
  const { type } = value;
  const known =
    (type === "survey" && isFields(value.survey) && Array.isArray(value.survey.columns) && isChoices(value.choices)) ||
    (type === "progress" && isNumber(value.fraction) && isText(value.step)) ||
    (type === "result" && isChoices(value.choices) && isFields(value.analysis) && Array.isArray(value.tables) && Array.isArray(value.onRequest)) ||
    (type === "table" && isTable(value.table)) ||
    (type === "follow" && isOneOf(value.what, followUps) && isFields(value.found) && (isProblem(value.found) || Array.isArray(value.found.tables))) ||
    (type === "problem" && isProblem(value.problem)) ||
    (type === "said" && isText(value.text));
  return known ? (value as unknown as ToPanel) : undefined;
}

export function toReport(value: unknown): ToReport | undefined {
  if (!isFields(value)) return undefined;
  const { type, result } = value;
  const known =
    (type === "report" &&
      isText(value.title) &&
      Array.isArray(value.lines) &&
      isFields(result) &&
      Array.isArray(result.findings) &&
      Array.isArray(result.statistics)) ||
    (type === "problem" && isProblem(value.problem));
  return known ? (value as unknown as ToReport) : undefined;
}

/** State from an earlier version of Scree, or from somebody else, is forgotten. */
export function panelState(value: unknown): PanelState | undefined {
  if (!isFields(value) || !isText(value.uri, 10_000)) return undefined;
  return {
    uri: value.uri,
    choices: isChoices(value.choices) ? value.choices : null,
    open: isList(value.open, isName) ? value.open : [],
    ...(isMatrix(value.matrix) ? { matrix: value.matrix } : {}),
  };
}

export function reportState(value: unknown): ReportState | undefined {
  if (!isFields(value) || !isText(value.uri, 10_000)) return undefined;
  return { uri: value.uri, show: isList(value.show, isName) ? value.show : [] };
}
