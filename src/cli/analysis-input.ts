import { basename } from "node:path";
import { ScreeError } from "../errors";
import { type Analysis, type AnalysisSettings, defaultSettings, type Scale, type Selection } from "../psychometrics/analysis";
import type { CarelessOptions } from "../psychometrics/careless/report";
import type { PublishedMatrix } from "../psychometrics/published-matrix";
import { readSurvey } from "../survey/read";
import type { Survey } from "../survey/survey";
import { parallelHint, parallelVariant } from "../study/parallel-variant";
import { conventionChoices, factorCriteria, mostFactors, otherNames, requests, settingValues, wholeSettings } from "../study/settings";
import { choice, type Given, list, type OptionKind, whole } from "./arguments";
import { carelessFrom, carelessOptions, withoutNamed } from "./careless-options";
import type { Io } from "./io";
import { overrideOptions, overridesOf, refuseIdle } from "./overrides";
import { readingOptions, refuseBesideStudy, surveyFrom } from "./reading";
import { streamedAnalysis } from "./streamed";

type Options = Readonly<Record<string, OptionKind>>;

/** Where the answers come from, and which way round they are. */
export const sourceOptions: Options = {
  ...readingOptions,
  ...carelessOptions,
  reverse: "values",
  study: "value",
  analysis: "value",
  matrix: "value",
  n: "value",
};

/** What is analysed and how. */
export const inputOptions: Options = {
  ...sourceOptions,
  items: "values",
  scale: "values",
  "factor-names": "values",
  missing: "value",
  correlation: "value",
  extraction: "value",
  rotation: "value",
  factors: "value",
  convention: "value",
  except: "values",
  seed: "value",
  iterations: "value",
  parallel: "value",
  ...Object.fromEntries(Object.keys(requests).map((request) => [request, "value" as const])),
};

/** Of `scree analyze` alone. */
export const analysisOptions: Options = { ...inputOptions, ...overrideOptions, careless: "flag", stream: "flag" };

/** What is analysed: answers, or the correlations that a paper has published. */
export type Source =
  | {
      readonly survey: Survey;
      readonly selection: Selection;
      readonly settings: AnalysisSettings;
      /** the data, after what names them: files that are never written to */
      readonly files: readonly string[];
      /** of a study; otherwise those of the command line */
      readonly missingCodes?: readonly number[];
      /** how careless responding is looked for */
      readonly careless: CarelessOptions;
      /** the study asks for it */
      readonly looksForCareless?: boolean;
    }
  | { readonly published: PublishedMatrix; readonly selection: Selection; readonly settings: AnalysisSettings; readonly files: readonly string[] };

/** A file whose rows were not kept. */
export interface Streamed {
  readonly streamed: true;
  readonly files: readonly string[];
}

/**
 * The analysis that a command line asks for: of a data file, of a study's data, or of a published correlation matrix.
 * @throws ScreeError of the options, the files and the data
 */
export async function analysisFor(given: Given, io: Io): Promise<{ analysis: Analysis; source: Source | Streamed }> {
  return namingFile(given, async () => {
    const streamed = await streamedAnalysis(given, io, { ...defaultSettings, ...settingsOf(given) }, selectionOf(given));
    if (streamed) return { analysis: streamed, source: { streamed: true, files: [given.words[0]] } };
    const read = await sourceOf(given, io);
    const source = { ...read, settings: await withTarget(given, read, io) };
    refuseIdle(given, source.settings);
    const { analyze, analyzeMatrix } = await import("../psychometrics/analyze");
    const analysis =
      "published" in source ? await analyzeMatrix(source.published, source.settings) : await analyze(source.survey, source.selection, source.settings);
    return { analysis: await withCareless(given, analysis, source), source };
  });
}

/** The analysis with what the tables of careless responding print, where it is asked for: among all rows, left out or not. */
async function withCareless(given: Given, analysis: Analysis, source: Source): Promise<Analysis> {
  if (!("survey" in source) || !(given.has("careless") || source.looksForCareless)) return analysis;
  const { findCareless, withComparison } = await import("../psychometrics/careless/careless-survey");
  const all = source.survey.excluded?.of ?? source.survey;
  const careless = await withComparison(findCareless(all, source.selection, source.careless), all, source.selection, analysis.settings);
  return { ...analysis, careless };
}

/** Statistics know no files: their messages get the name of the one that the command line names. */
export async function namingFile<T>(given: Given, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withFile(error, given.value("matrix") ?? given.value("study") ?? given.words[0]);
  }
}

const ofTheData = [
  "too-few-items",
  "too-few-rows",
  "too-few-factors",
  "too-many-factors",
  "no-common-rows",
  "singular-correlations",
  "indefinite-correlations",
  "not-a-correlation-matrix",
  "factor-too-small",
  "item-on-two-factors",
];

/** The statistics know no files: their messages get the name in front. */
function withFile(error: unknown, file: string | undefined): unknown {
  const isStatistical = error instanceof ScreeError && ofTheData.includes(error.code);
  if (!isStatistical || file === undefined || error.message.includes(basename(file))) return error;
  return new ScreeError(error.code, `${file}: ${error.message}`, { hint: error.hint, data: { ...error.data }, cause: error });
}

/** The data that a command line names, read, with the settings and the items that it names. */
export async function sourceOf(given: Given, io: Io, others = ", --study FILE, or --matrix FILE with --n N"): Promise<Source> {
  const settings = settingsOf(given);
  if (given.has("matrix")) return ofMatrix(given, { ...defaultSettings, ...settings }, io);
  if (given.has("study")) return ofStudy(given, settings, io);
  const [data, ...more] = given.words;
  if (data === undefined)
    throw new ScreeError("no-input", "Name a data file.", {
      hint: `A survey file (CSV, SPSS, Stata, Excel, …), "-" for standard input${others}.`,
    });
  if (more.length > 0)
    throw new ScreeError("too-many-files", `One data file is analysed at a time, not ${given.words.length}.`, {
      hint: "Item names belong to --items, separated by commas without blanks.",
    });
  const bytes = data === "-" ? await io.stdin() : await io.files.read(data);
  const whole = await surveyFrom(given, bytes, data === "-" ? "standard input" : basename(data));
  const selection = selectionOf(given);
  const careless = carelessFrom(given);
  const survey = withoutNamed(given, whole, selection, careless);
  return { survey, selection, settings: { ...defaultSettings, ...settings }, files: data === "-" ? [] : [data], careless };
}

/** Settings with the target of `--target FILE`, which asks for a target rotation of as many factors as it has columns. */
async function withTarget(given: Given, source: Source, io: Io): Promise<AnalysisSettings> {
  const { settings } = source;
  const path = given.value("target");
  if (path === undefined && settings.rotation === "target" && !settings.target)
    throw new ScreeError("no-target", "A target rotation needs the loadings that it should come near to.", {
      hint: "Add --target FILE with item,F1,F2 and a line for each item.",
    });
  if (path === undefined || (given.has("rotation") && settings.rotation !== "target")) return settings;
  const [{ targetFor }, { chooseItems }, { itemsThatVary }] = await Promise.all([
    import("../study/target-file"),
    import("../psychometrics/chosen-items"),
    import("../psychometrics/varying-items"),
  ]);
  const items =
    "published" in source ? source.published.items : itemsThatVary(chooseItems(source.survey, source.selection).items, settings).items.map(({ name }) => name);
  const target = targetFor(items, await readSurvey(await io.files.read(path), { name: basename(path) }));
  return { ...settings, rotation: "target", target, factors: given.has("factors") ? settings.factors : target[0].length };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The settings that the command line names. */
function settingsOf(given: Given): Partial<AnalysisSettings> {
  const factors = given.value("factors");
  const named: Partial<Mutable<AnalysisSettings>> = {
    missing: choice(given, "missing", settingValues.missing),
    correlation: correlationOf(given),
    extraction: choice(given, "extraction", settingValues.extraction),
    rotation: choice(given, "rotation", [...settingValues.rotation, "target"]),
    convention: choice(given, "convention", settingValues.convention),
    seed: whole(given, "seed", ...wholeSettings.seed),
    iterations: whole(given, "iterations", ...wholeSettings.iterations),
    parallel: parallelOf(given),
    except: exceptOf(given),
    factorNames: given.has("factor-names") ? factorNamesOf(list(given.values("factor-names"))) : undefined,
    ...Object.fromEntries(Object.entries(requests).map(([request, { setting, limits }]) => [setting, whole(given, request, ...limits)])),
    factors:
      factors !== undefined && /^[-+.\d]/.test(factors)
        ? whole(given, "factors", 1, mostFactors)
        : choice(given, "factors", factorCriteria, "a whole number, or "),
    ...overridesOf(given),
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

function factorNamesOf(names: readonly string[]): readonly string[] {
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (names.length > 0 && twice === undefined) return names;
  throw new ScreeError("bad-factor-names", twice === undefined ? "--factor-names names none." : `--factor-names has ${twice} twice.`, {
    hint: 'Write --factor-names "Warmth,Order", in the order of the factors.',
  });
}

function exceptOf(given: Given): AnalysisSettings["except"] {
  if (!given.has("except")) return undefined;
  return list(given.values("except")).map((choice) => {
    const found = conventionChoices.find((one) => one === choice);
    if (found) return found;
    throw new ScreeError("unknown-value", `--except cannot be "${choice}".`, { hint: `It is any of ${conventionChoices.join(", ")}.` });
  });
}

function correlationOf(given: Given): AnalysisSettings["correlation"] | undefined {
  const name = choice(given, "correlation", [...settingValues.correlation, ...Object.keys(otherNames)]);
  return name === undefined ? undefined : (otherNames[name] ?? (name as AnalysisSettings["correlation"]));
}

function parallelOf(given: Given): AnalysisSettings["parallel"] {
  const text = given.value("parallel");
  const variant = text === undefined ? undefined : parallelVariant(text.split(","));
  if (text === undefined || variant) return variant;
  throw new ScreeError("unknown-value", `--parallel cannot be "${text}".`, { hint: parallelHint });
}

function selectionOf(given: Given): Selection {
  const items = list(given.values("items"));
  const scales = (["scale", "model"] as const).flatMap((option) => given.values(option).map((text) => scaleOf(text, option)));
  return { ...(items.length > 0 ? { items } : {}), reverse: list(given.values("reverse")), ...(scales.length > 0 ? { scales } : {}) };
}

/** "Name=Q1-Q6" */
function scaleOf(text: string, option: string): Scale {
  const at = text.indexOf("=");
  const items = list([text.slice(at + 1)]);
  if (at < 1 || items.length === 0) throw new ScreeError("bad-scale", `--${option} cannot be "${text}".`, { hint: `Write --${option} "Name=Q1-Q6".` });
  return { name: text.slice(0, at).trim(), items };
}

/** The study's analysis, with what the command line says in place of what the study says. */
async function ofStudy(given: Given, settings: Partial<AnalysisSettings>, io: Io): Promise<Source> {
  if (given.words.length > 0)
    throw new ScreeError("too-many-files", `The study names its data, so ${given.words[0]} has no place.`, { hint: "Leave out the data file or --study." });
  const [{ analysisOf, openStudy }, { select }, { settingsWithTarget }] = await Promise.all([
    import("../study/open-study"),
    import("../study/select"),
    import("../study/study-target"),
  ]);
  refuseBesideStudy(given);
  const { study, survey: read } = await openStudy(io.files, given.value("study")!);
  const careless = carelessFrom(given, study.reading.careless);
  const all = select(study, { name: "", settings: defaultSettings }, read);
  const survey = withoutNamed(given, read, all, careless);
  const chosen = analysisOf(study, given.value("analysis"));
  const own = selectionOf(given);
  const selection = { ...select(study, chosen, survey), ...own, reverse: own.reverse?.length ? own.reverse : select(study, chosen, survey).reverse };
  return {
    survey,
    selection,
    settings: { ...(given.has("rotation") ? chosen.settings : settingsWithTarget(study, chosen, survey, selection)), ...settings },
    files: [study.path, io.files.resolve(study.path, study.data.value)],
    missingCodes: study.missingCodes,
    careless,
    looksForCareless: study.reading.careless !== undefined,
  };
}

async function ofMatrix(given: Given, settings: AnalysisSettings, io: Io): Promise<Source> {
  const n = whole(given, "n", 3, 1e9);
  if (n === undefined) throw new ScreeError("missing-value", "A correlation matrix needs the number of respondents.", { hint: "Add --n N." });
  const path = given.value("matrix")!;
  refuseAnswersOptions(given);
  const { readMatrixFile } = await import("../study/matrix-file");
  const published = readMatrixFile(path === "-" ? await io.stdin() : await io.files.read(path), basename(path), n);
  const { selectedFrom } = await import("../psychometrics/published-matrix");
  const selection = selectionOf(given);
  return { published: selectedFrom(published, given.has("model") ? { reverse: selection.reverse } : selection), selection, settings, files: [path] };
}

/** Where there are no answers, these would change nothing. @throws ScreeError `too-many-files`, `idle-option` */
function refuseAnswersOptions(given: Given): void {
  if (given.words.length > 0)
    throw new ScreeError("too-many-files", `Either a matrix or a data file is analysed, so ${given.words[0]} has no place beside --matrix.`, {
      hint: "Leave out one of them.",
    });
  const ofAnswers = [
    "missing",
    "study",
    "analysis",
    "bootstrap",
    "comparison-data",
    "careless",
    ...Object.keys(readingOptions),
    ...Object.keys(carelessOptions),
  ];
  const idle = ofAnswers.find((option) => given.has(option));
  if (idle === undefined) return;
  throw new ScreeError("idle-option", `--${idle} belongs to a data file, and --matrix has no answers.`, { hint: `Leave --${idle} out, or give the data.` });
}
