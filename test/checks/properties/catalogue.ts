import { fullMatrix, starredMatrix } from "./facts/correlations";
import { approvals, oneQuestion, ratings } from "./facts/descriptives";
import {
  countedProducts,
  countedThings,
  crossReferences,
  enumerations,
  headings,
  literature,
  repeatedNumbers,
  scalePoints,
  silenced,
} from "./facts/document-parts";
import { eigenvalueList } from "./facts/eigenvalue-list";
import { factorSolution } from "./facts/factor-solution";
import { fit, fitTable } from "./facts/fit";
import { bartlettTest, kmoAndBartlett } from "./facts/kmo-and-bartlett";
import { hiddenLoadings, loadingMatrix, loadingSentences } from "./facts/loadings";
import { anova, interval, regression } from "./facts/regression";
import { labelled, reliability, repeatedAlpha } from "./facts/reliability";
import { rotatedShares } from "./facts/rotated-shares";
import { countedShares, formula, frequencies, returns, sample, sharesOfWhole, singleChoice, twoGroupsOfSample } from "./facts/samples";
import { correlationResult, otherSizes, testResult, twoGroups } from "./facts/test-results";
import { contentValidity, convergentValidity, validitySentence } from "./facts/validity";
import type { Property } from "./kit/property";

export const factorProperties: readonly Property[] = [
  { rule: "component-count", paper: factorSolution },
  { rule: "component-names", paper: hiddenLoadings },
  { rule: "item-count", paper: hiddenLoadings },
  { rule: "eigenvalue-range", paper: eigenvalueList },
  { rule: "eigenvalue-range", name: "beside percentages", paper: factorSolution },
  { rule: "eigenvalue-order", paper: eigenvalueList },
  { rule: "eigenvalue-variance", paper: factorSolution },
  { rule: "variance-total", also: ["component-count"], paper: factorSolution },
  { rule: "variance-total", name: "in a sentence", paper: rotatedShares },
  { rule: "variance-cumulative", paper: factorSolution },
  { rule: "kaiser-criterion", paper: factorSolution },
  { rule: "loading-range", paper: loadingMatrix },
  { rule: "loading-range", name: "small loadings hidden", paper: hiddenLoadings },
  { rule: "loading-range", name: "in sentences", paper: loadingSentences },
  { rule: "loading-threshold", paper: loadingMatrix },
  { rule: "loading-threshold", name: "small loadings hidden", paper: hiddenLoadings },
  { rule: "communality", paper: loadingMatrix },
  { rule: "loading-sum-squares", paper: loadingMatrix },
  { rule: "variance-oblique", paper: rotatedShares },
  { rule: "kmo-range", paper: factorSolution },
  { rule: "kmo-bartlett", paper: kmoAndBartlett },
  { rule: "bartlett-df", paper: factorSolution },
  { rule: "bartlett-p", paper: bartlettTest },
  { rule: "table-text", also: ["eigenvalue-variance"], paper: factorSolution },
];

export const reliabilityProperties: readonly Property[] = [
  { rule: "alpha-range", paper: reliability },
  { rule: "alpha-conflict", paper: reliability },
  { rule: "alpha-conflict", name: "abstract and results", paper: repeatedAlpha },
  { rule: "alpha-inter-item", paper: reliability },
  { rule: "alpha-label", paper: labelled },
  { rule: "composite-reliability", paper: convergentValidity },
  { rule: "composite-reliability", name: "in a sentence", paper: validitySentence },
  { rule: "average-variance-extracted", paper: convergentValidity },
  { rule: "average-variance-extracted", name: "in a sentence", paper: validitySentence },
  { rule: "fornell-larcker", paper: convergentValidity },
  { rule: "content-validity", paper: contentValidity },
];

export const testProperties: readonly Property[] = [
  { rule: "p-value", also: ["p-decision"], paper: testResult },
  { rule: "p-value", also: ["p-decision"], name: "of a correlation", paper: correlationResult },
  { rule: "p-value", also: ["p-decision"], name: "in a table", paper: regression },
  { rule: "p-decision", paper: testResult },
  { rule: "p-zero", paper: testResult },
  { rule: "anova-table", paper: anova },
  { rule: "fit-index", paper: fit },
  { rule: "fit-index", name: "in a table", paper: fitTable },
  { rule: "stars", paper: starredMatrix },
  { rule: "effect-size", paper: twoGroups },
  { rule: "effect-size", name: "η² and V", paper: otherSizes },
  { rule: "correlation-range", paper: fullMatrix },
  { rule: "correlation-range", name: "in a sentence", paper: correlationResult },
  { rule: "r-squared-f", paper: regression },
  { rule: "coefficient-t", paper: regression },
  { rule: "confidence-interval", paper: regression },
  { rule: "confidence-interval", name: "in a sentence", paper: interval },
];

export const documentProperties: readonly Property[] = [
  { rule: "heading", paper: headings },
  { rule: "citation", paper: literature },
  { rule: "reference-duplicate", paper: literature },
  { rule: "table-reference", paper: crossReferences },
  { rule: "enumeration-count", paper: enumerations },
  { rule: "count-conflict", paper: countedThings },
  { rule: "count-conflict", name: "of what a paper proposes", paper: countedProducts },
  { rule: "scale-points", paper: scalePoints },
  { rule: "suppression-unused", paper: silenced, without: { "text of a PDF": "converters leave no comments" } },
  { rule: "suppression-unknown", paper: silenced, without: { "text of a PDF": "converters leave no comments" } },
  { rule: "table-text", name: "a number told again", paper: repeatedNumbers, without: { SPSS: 'heads eigenvalues "Total" beside percentages only' } },
];

export const sampleProperties: readonly Property[] = [
  { rule: "sample-size", paper: sample },
  { rule: "subgroup-total", paper: sample },
  { rule: "subgroup-total", name: "two groups", paper: twoGroupsOfSample },
  { rule: "sample-formula", paper: formula },
  { rule: "response-rate", paper: returns },
  { rule: "percent-base", paper: sharesOfWhole },
  { rule: "percent-count", paper: frequencies },
  { rule: "percent-count", name: "in a sentence", paper: countedShares },
  { rule: "percent-total", paper: singleChoice },
  { rule: "grim", paper: ratings },
  { rule: "grimmer", paper: oneQuestion },
  { rule: "debit", paper: approvals },
  { rule: "mean-range", paper: ratings },
  { rule: "sd-bound", paper: ratings },
];

export const properties: readonly Property[] = [...factorProperties, ...reliabilityProperties, ...testProperties, ...documentProperties, ...sampleProperties];
