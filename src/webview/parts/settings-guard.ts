import { type AnalysisSettings } from "../../psychometrics/analysis";
import { type ConventionChoice, conventionChoices } from "../../psychometrics/convention";
import { mostIterations, overrideNumbers, stopRuleNames } from "../../study/override-settings";
import { factorCriteria, settingValues } from "../../study/settings";
import { type TableOptions } from "../../tables/options";
import { isAbsentOr, isCount, isFields, isFlag, isList, isName, isNumber, isOneOf } from "./guards";

/** What a variant of parallel analysis is made of; the first of each is the usual one. */
export const parallelChoices = { eigenvalues: ["pca", "smc", "minres"], data: ["normal", "permuted"], threshold: ["percentile95", "mean"] } as const;

/** Samples of a bootstrap that a person would wait for. */
export const mostSamples = 100_000;

export const rotations = [...settingValues.rotation, "target"] as const;

/** Settings that this version of Scree can run with. */
export function isSettings(value: unknown): value is AnalysisSettings {
  if (!isFields(value)) return false;
  return (
    isOneOf(value.missing, settingValues.missing) &&
    isOneOf(value.correlation, settingValues.correlation) &&
    isOneOf(value.extraction, settingValues.extraction) &&
    isOneOf(value.rotation, rotations) &&
    isOneOf(value.convention, settingValues.convention) &&
    (isOneOf(value.factors, factorCriteria) || isCount(value.factors, 1_000)) &&
    isCount(value.seed, 2 ** 32) &&
    isCount(value.iterations, 100_000) &&
    isAbsentOr(value.parallel, isParallelVariant) &&
    isAbsentOr(value.compareUpTo, (count) => isCount(count, 1_000)) &&
    isAbsentOr(value.factorNames, (names) => isList(names, isName)) &&
    isAbsentOr(value.comparisonData, (samples) => isCount(samples, mostSamples)) &&
    isAbsentOr(value.except, (choices) => isList(choices, (choice): choice is ConventionChoice => isOneOf(choice, conventionChoices))) &&
    isAbsentOr(value.starts, (count) => isCount(count, 1_000)) &&
    isAbsentOr(value.bootstrap, (samples) => isCount(samples, mostSamples)) &&
    isAbsentOr(value.kaiser, isFlag) &&
    isAbsentOr(value.stopRule, (rule) => isOneOf(rule, stopRuleNames)) &&
    isAbsentOr(value.maxIterations, (count) => isCount(count, mostIterations)) &&
    (["kappa", "delta", "tolerance"] as const).every((key) => isAbsentOr(value[key], (number) => isNumber(number) && overrideNumbers[key].allowed(number))) &&
    isAbsentOr(value.target, (target) => isList(target, isTargetRow))
  );
}

const isParallelVariant = (value: unknown): boolean =>
  isFields(value) &&
  isOneOf(value.eigenvalues, parallelChoices.eigenvalues) &&
  isOneOf(value.data, parallelChoices.data) &&
  isOneOf(value.threshold, parallelChoices.threshold);

const isTargetRow = (row: unknown): row is (number | null)[] => isList(row, (cell): cell is number | null => cell === null || isNumber(cell));

/** How tables are printed. */
export const isTableOptions = (value: unknown): value is TableOptions =>
  isFields(value) &&
  isAbsentOr(value.decimals, (count) => isCount(count, 6)) &&
  isAbsentOr(value.hide, isProportion) &&
  isAbsentOr(value.salient, isProportion) &&
  isAbsentOr(value.labels, isFlag) &&
  isAbsentOr(value.sort, isFlag);

const isProportion = (value: unknown): boolean => isNumber(value) && value >= 0 && value <= 1;
