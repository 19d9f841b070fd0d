/**
 * Every message between the editor and its pages, typed for both ends and checked by whoever receives it: a page is another program.
 * What the editor sends is a result of the core as it is (`Analysis`, `Table`, `FileResult`), so the outer shape is what is checked there.
 */
import type { FileResult } from "../checks/result";
import type { ScreeError, Warning } from "../errors";
import type { Analysis, AnalysisSettings, Scale } from "../psychometrics/analysis";
import type { ColumnRole } from "../survey/survey";
import type { Table } from "../tables/table";

/** What the options of the panel say. `items: null` leaves the choice to Scree. */
export interface Choices {
  readonly items: readonly string[] | null;
  readonly reverse: readonly string[];
  readonly scales: readonly Scale[];
  readonly missingCodes: readonly number[];
  readonly settings: AnalysisSettings;
}

export interface ColumnInfo {
  readonly name: string;
  readonly label?: string;
  readonly role: ColumnRole;
  readonly roleReason: string;
  readonly numeric: boolean;
  readonly missing: number;
}

export interface SurveyInfo {
  readonly source: string;
  readonly rows: number;
  readonly columns: readonly ColumnInfo[];
  readonly warnings: readonly Warning[];
}

/** A failure as a page shows it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export const problemOf = ({ code, message, hint }: ScreeError): Problem => ({ code, message, hint });

export type ToPanel =
  | { readonly type: "survey"; readonly survey: SurveyInfo; readonly choices: Choices; readonly study: string | null }
  | { readonly type: "progress"; readonly fraction: number; readonly step: string }
  | { readonly type: "result"; readonly choices: Choices; readonly analysis: Omit<Analysis, "correlation">; readonly tables: readonly Table[] }
  | { readonly type: "problem"; readonly problem: Problem }
  | { readonly type: "said"; readonly text: string };

export const copyFormats = ["markdown", "html", "latex"] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** The programs whose commands can be had that give the same figures. */
export const replayLanguages = ["r", "spss"] as const;
export type ReplayLanguage = (typeof replayLanguages)[number];

export type FromPanel =
  | { readonly type: "ready" }
  | { readonly type: "choose"; readonly choices: Choices }
  | { readonly type: "cancel" }
  | { readonly type: "reload" }
  | { readonly type: "insert"; readonly table: string }
  | { readonly type: "figure"; readonly svg: string; readonly words: string }
  | { readonly type: "copy"; readonly table: string; readonly format: CopyFormat }
  | { readonly type: "replay"; readonly language: ReplayLanguage };

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
}
export interface ReportState {
  readonly uri: string;
  readonly show: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown, longest = 1_000): value is string => typeof value === "string" && value.length <= longest;
const isList = <T>(value: unknown, is: (item: unknown) => item is T): value is T[] => Array.isArray(value) && value.length <= 100_000 && value.every(is);
const isOneOf = <T extends string>(value: unknown, words: readonly T[]): value is T => words.some((word) => word === value);
const isCount = (value: unknown, most: number) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
const isName = (value: unknown): value is string => isText(value);
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

export const options = {
  missing: ["listwise", "pairwise"],
  correlation: ["pearson", "spearman", "polychoric"],
  extraction: ["pca", "paf", "minres", "ml"],
  rotation: ["none", "varimax", "quartimax", "equamax", "parsimax", "promax", "oblimin", "geomin", "bifactor"],
  factors: ["parallel", "map", "kaiser"],
  convention: ["spss", "psych"],
} as const satisfies Partial<Record<keyof AnalysisSettings, readonly string[]>>;

function isSettings(value: unknown): value is AnalysisSettings {
  if (!isFields(value)) return false;
  const { missing, correlation, extraction, rotation, factors, convention, seed, iterations } = value;
  return (
    isOneOf(missing, options.missing) &&
    isOneOf(correlation, options.correlation) &&
    isOneOf(extraction, options.extraction) &&
    isOneOf(rotation, options.rotation) &&
    isOneOf(convention, options.convention) &&
    (isOneOf(factors, options.factors) || isCount(factors, 1_000)) &&
    isCount(seed, 2 ** 32) &&
    isCount(iterations, 100_000)
  );
}

const isScale = (value: unknown): value is Scale => isFields(value) && isText(value.name) && isList(value.items, isName);

export function isChoices(value: unknown): value is Choices {
  if (!isFields(value)) return false;
  const { items, reverse, scales, missingCodes, settings } = value;
  return (
    (items === null || isList(items, isName)) && isList(reverse, isName) && isList(scales, isScale) && isList(missingCodes, isNumber) && isSettings(settings)
  );
}

/** The message, or undefined where this is none that a panel sends. */
export function fromPanel(value: unknown): FromPanel | undefined {
  if (!isFields(value)) return undefined;
  const { type } = value;
  const known =
    isOneOf(type, ["ready", "cancel", "reload"]) ||
    (type === "choose" && isChoices(value.choices)) ||
    (type === "insert" && isText(value.table)) ||
    (type === "figure" && isText(value.svg, 200_000) && /^<\?xml[^>]{1,80}>\s*<svg\b/.test(value.svg) && !/<script/i.test(value.svg) && isText(value.words)) ||
    (type === "copy" && isText(value.table) && isOneOf(value.format, copyFormats)) ||
    (type === "replay" && isOneOf(value.language, replayLanguages));
  return known ? (value as FromPanel) : undefined;
}

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

const isProblem = (value: unknown): value is Problem => isFields(value) && isText(value.message, 10_000);

export function toPanel(value: unknown): ToPanel | undefined {
  if (!isFields(value)) return undefined;
  const { type } = value;
  const known =
    (type === "survey" && isFields(value.survey) && Array.isArray(value.survey.columns) && isChoices(value.choices)) ||
    (type === "progress" && isNumber(value.fraction) && isText(value.step)) ||
    (type === "result" && isChoices(value.choices) && isFields(value.analysis) && Array.isArray(value.tables)) ||
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
  return { uri: value.uri, choices: isChoices(value.choices) ? value.choices : null, open: isList(value.open, isName) ? value.open : [] };
}

export function reportState(value: unknown): ReportState | undefined {
  if (!isFields(value) || !isText(value.uri, 10_000)) return undefined;
  return { uri: value.uri, show: isList(value.show, isName) ? value.show : [] };
}
