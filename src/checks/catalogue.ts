import type { Check } from "./check";
import componentCount from "./component-count";
import componentNames from "./component-names";
import itemCount from "./item-count";
import eigenvalueRange from "./eigenvalue-range";
import eigenvalueOrder from "./eigenvalue-order";
import eigenvalueVariance from "./eigenvalue-variance";
import varianceTotal from "./variance-total";
import varianceCumulative from "./variance-cumulative";
import kaiserCriterion from "./kaiser-criterion";
import loadingRange from "./loading-range";
import loadingThreshold from "./loading-threshold";
import communality from "./communality";
import loadingSumSquares from "./loading-sum-squares";
import varianceOblique from "./variance-oblique";
import kmoRange from "./kmo-range";
import kmoBartlett from "./kmo-bartlett";
import bartlettDf from "./bartlett-df";
import bartlettP from "./bartlett-p";
import alphaRange from "./alpha-range";
import alphaConflict from "./alpha-conflict";
import alphaInterItem from "./alpha-inter-item";
import alphaLabel from "./alpha-label";
import compositeReliability from "./composite-reliability";
import averageVarianceExtracted from "./average-variance-extracted";
import fornellLarcker from "./fornell-larcker";
import contentValidity from "./content-validity";
import heading from "./heading";
import citation from "./citation";
import referenceDuplicate from "./reference-duplicate";
import tableReference from "./table-reference";

import pValue from "./p-value";
import pDecision from "./p-decision";
import coefficientT from "./coefficient-t";
import confidenceInterval from "./confidence-interval";
import correlationRange from "./correlation-range";
import rSquaredF from "./r-squared-f";
import effectSize from "./effect-size";
import stars from "./stars";
import anovaTable from "./anova-table";
import fitIndex from "./fit-index";
import pZero from "./p-zero";
import sampleSize from "./sample-size";
import sampleFormula from "./sample-formula";
import responseRate from "./response-rate";
import percentBase from "./percent-base";
import subgroupTotal from "./subgroup-total";
import enumerationCount from "./enumeration-count";
import countConflict from "./count-conflict";
import scalePoints from "./scale-points";
import { suppressionChecks } from "./suppression";
import tableText from "./table-text";
import grim from "./grim";
import grimmer from "./grimmer";
import debit from "./debit";
import meanRange from "./mean-range";
import sdBound from "./sd-bound";
import percentCount from "./percent-count";
import percentTotal from "./percent-total";

/** Every rule, in the order of the catalogue. Adding one is one file and one line here. */
export const checks: readonly Check[] = [
  componentCount,
  componentNames,
  itemCount,
  eigenvalueRange,
  eigenvalueOrder,
  eigenvalueVariance,
  varianceTotal,
  varianceCumulative,
  kaiserCriterion,
  loadingRange,
  loadingThreshold,
  communality,
  loadingSumSquares,
  varianceOblique,
  kmoRange,
  kmoBartlett,
  bartlettDf,
  bartlettP,
  alphaRange,
  alphaConflict,
  alphaInterItem,
  alphaLabel,
  compositeReliability,
  averageVarianceExtracted,
  fornellLarcker,
  contentValidity,
  pValue,
  pDecision,
  pZero,
  anovaTable,
  fitIndex,
  stars,
  effectSize,
  correlationRange,
  rSquaredF,
  coefficientT,
  confidenceInterval,
  heading,
  citation,
  referenceDuplicate,
  tableReference,
  sampleSize,
  sampleFormula,
  responseRate,
  percentBase,
  subgroupTotal,
  enumerationCount,
  countConflict,
  scalePoints,
  ...suppressionChecks,
  tableText,
  grim,
  grimmer,
  debit,
  meanRange,
  sdBound,
  percentCount,
  percentTotal,
];
