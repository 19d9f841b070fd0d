import { type RuleSeverity, ruleSeverities } from "../checks/severities";
import { type AnalysisSettings, defaultSettings } from "../psychometrics/analysis";
import { nearestName } from "../psychometrics/selection";
import { mostIterations, overrideNumbers, stopRuleNames } from "./override-settings";
import { parallelHint, parallelVariant } from "./parallel-variant";
import { conventionChoices, factorCriteria, mostFactors, otherNames, type Request, requests, settingValues, wholeSettings } from "./settings";
import type { Study, StudyAnalysis, StudyScale } from "./study";
import { dataKeyNames, readDataKeys } from "./data-keys";
import { readYaml, type YamlValue } from "./yaml-nodes";

const placeKeys = ["data", "encoding", "delimiter", "sheet", "missing-codes"];
const studyKeys = [...placeKeys, ...dataKeyNames, "items", "labels", "reverse", "scales", "analyses", "manuscripts", "checks"];
const overrideKeys = ["kaiser", "stop-rule", "max-iterations", ...Object.keys(overrideNumbers)];
const settingKeys = [
  ...Object.keys(settingValues),
  "factors",
  ...Object.keys(wholeSettings),
  ...Object.keys(requests),
  "parallel",
  "factor-names",
  "except",
  ...overrideKeys,
];
const analysisKeys = [...settingKeys, "target", "items", "reverse", "scales"];

type Entries = ReturnType<YamlValue["map"]>;

/**
 * Reads `scree.yaml`.
 *
 *     data: survey.csv
 *     missing-codes: [99]
 *     columns: { Age: group }
 *     items: Q1-Q24
 *     reverse: [Q5, Q11]
 *     scales:
 *       Selection: Q1-Q6
 *     analyses:
 *       main: { extraction: paf, rotation: varimax, factors: parallel }
 *     manuscripts: [manuscript.md]
 *     checks: { citation: off, p-value: error }
 *
 * Item names are looked up later, in the data (`select`), and the names of rules among the rules (`severitiesOf`).
 *
 * @throws ScreeError at its line: `bad-yaml`, `unknown-key`, `wrong-type`, `unknown-value`, `no-data`, …
 */
export function readStudy(source: string, path: string): Study {
  const root = readYaml(source, path);
  const entries = root.isNull() ? new Map() : root.map(studyKeys);
  const get = (key: string): YamlValue | undefined => entries.get(key)?.value;
  const data = get("data");
  if (!data) throw root.fail("no-data", "the study names no data", 'Add a line such as "data: survey.csv".');
  const items = get("items");
  return {
    path,
    data: data.text(),
    encoding: get("encoding")?.text().value,
    delimiter: get("delimiter")?.text().value,
    sheet: get("sheet")?.text().value,
    ...missing(get("missing-codes")),
    reading: readDataKeys(get),
    items: items && (items.isMap() ? [...items.map().values()].map(({ key }) => key.text()) : items.texts()),
    labels: new Map([...(items?.isMap() ? items.map() : []), ...(get("labels")?.map() ?? [])].map(([name, { value }]) => [name, value.text()])),
    reverse: get("reverse")?.texts() ?? [],
    scales: scales(get("scales")) ?? [],
    analyses: analyses(get("analyses")),
    manuscripts: get("manuscripts")?.texts() ?? [],
    checks: checks(get("checks")),
  };
}

function checks(value: YamlValue | undefined): Study["checks"] {
  if (!value || value.isNull()) return [];
  return [...value.map().values()].map(({ key, value }) => ({ rule: key.text(), severity: oneOf(value, ruleSeverities) as RuleSeverity }));
}

/** Numbers, and words that stand in place of answers: [99, -9, no comment]. */
function missing(value: YamlValue | undefined): Pick<Study, "missingCodes" | "missingWords"> {
  const written = value && !value.isNull() ? value.texts().map((code) => code.value.trim()) : [];
  const isNumber = (code: string) => code !== "" && Number.isFinite(Number(code));
  return { missingCodes: written.filter(isNumber).map(Number), missingWords: written.filter((code) => !isNumber(code)) };
}

function scales(value: YamlValue | undefined): readonly StudyScale[] | undefined {
  return value && [...value.map()].map(([name, { value }]) => ({ name, items: value.texts() }));
}

function analyses(value: YamlValue | undefined): readonly StudyAnalysis[] {
  if (!value || value.isNull()) return [{ name: "main", settings: defaultSettings }];
  const named = [...value.map()].map(([name, { key, value }]): StudyAnalysis => {
    if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name))
      throw key.fail("bad-name", `"${name}" cannot be the name of an analysis`, "Use letters, digits and hyphens: a live table names it in its marker.");
    const entries: Entries = value.isNull() ? new Map() : value.map(analysisKeys);
    return {
      name,
      settings: settingsOf(entries),
      target: targetOf(entries.get("target")?.value),
      items: entries.get("items")?.value.texts(),
      reverse: entries.get("reverse")?.value.texts(),
      scales: scales(entries.get("scales")?.value),
    };
  });
  return named.length > 0 ? named : [{ name: "main", settings: defaultSettings }];
}

function settingsOf(entries: Entries): AnalysisSettings {
  const settings: Record<string, unknown> = { ...defaultSettings };
  for (const [key, { value }] of entries) {
    if (key === "rotation" && entries.has("target") && value.text().value === "target") continue;
    const names = key === "correlation" ? Object.keys(otherNames) : [];
    if (key in settingValues) {
      const name = oneOf(value, [...settingValues[key as keyof typeof settingValues], ...names]);
      settings[key] = otherNames[name] ?? name;
    }
    if (key in wholeSettings) settings[key] = wholeNumber(value, ...wholeSettings[key as keyof typeof wholeSettings]);
    if (key === "factors") settings.factors = /^\d+$/.test(value.text().value) ? wholeNumber(value, 1, mostFactors) : oneOf(value, factorCriteria);
    if (key === "kaiser") settings.kaiser = ["on", "true"].includes(oneOf(value, ["on", "off", "true", "false"]));
    if (key in requests) settings[requests[key as Request].setting] = wholeNumber(value, ...requests[key as Request].limits);
    if (key === "parallel") settings.parallel = parallelOf(value);
    if (key === "factor-names") settings.factorNames = factorNames(value);
    if (key === "except") settings.except = value.texts().map((choice) => oneOfText(choice.value, value, conventionChoices));
    if (key === "stop-rule") settings.stopRule = oneOf(value, stopRuleNames);
    if (key === "max-iterations") settings.maxIterations = wholeNumber(value, 1, mostIterations);
    if (key in overrideNumbers) settings[key] = override(value, overrideNumbers[key as keyof typeof overrideNumbers]);
  }
  return settings as unknown as AnalysisSettings;
}

function parallelOf(value: YamlValue): AnalysisSettings["parallel"] {
  const words = value.texts().map((word) => word.value);
  const variant = parallelVariant(words);
  if (variant) return variant;
  throw value.fail("unknown-value", `"${words.join(", ")}" is not possible here`, parallelHint);
}

function factorNames(value: YamlValue): readonly string[] {
  const names = value.texts().map((name) => name.value);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return names;
  throw value.fail("duplicate-name", `the factor ${twice} is named twice`, "Give each factor a name of its own.");
}

/** An item a line with the loadings wanted: "Q1: [.7, 0]", a blank or ~ where one is free. */
function targetOf(value: YamlValue | undefined): StudyAnalysis["target"] {
  if (!value) return undefined;
  const rows = [...value.map()].map(([item, { key, value }]) => ({
    item: key.text().value === item ? key.text() : { ...key, value: item },
    loadings: value.elements().map((cell) => (cell.isNull() ? null : cell.number())),
  }));
  const [first, ...others] = rows;
  const short = others.find((row) => row.loadings.length !== first.loadings.length);
  if (!first || first.loadings.length < 2)
    throw value.fail("bad-target", "a target takes two factors or more", "Write an item and its loadings on each line, such as Q1: [0.7, 0].");
  if (short) {
    const counts = `${short.item.value} has ${short.loadings.length} loadings and ${first.item.value} ${first.loadings.length}`;
    throw value.fail("bad-target", counts, "Give each item a loading on every factor, ~ where one is free.");
  }
  return { rows, line: value.line };
}

function override(value: YamlValue, { allowed, hint }: { allowed: (value: number) => boolean; hint: string }): number {
  const number = value.number();
  if (allowed(number)) return number;
  throw value.fail("unknown-value", `${number} is not possible here`, hint);
}

const oneOf = (value: YamlValue, allowed: readonly string[]): string => oneOfText(value.text().value, value, allowed);

function oneOfText(text: string, value: YamlValue, allowed: readonly string[]): string {
  if (allowed.includes(text)) return text;
  const near = nearestName(text, allowed);
  throw value.fail("unknown-value", `"${text}" is not possible here`, near ? `Did you mean "${near}"?` : `It is one of ${allowed.join(", ")}.`);
}

function wholeNumber(value: YamlValue, least: number, most: number): number {
  const number = value.number();
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw value.fail("unknown-value", `${number} is not possible here`, `It is a whole number from ${least} to ${most}.`);
}
