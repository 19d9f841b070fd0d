import type { Check } from "./check";
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

/** Every rule, in the order of the catalogue. Adding one is one file and one line here. */
export const checks: readonly Check[] = [
  pValue,
  pDecision,
  pZero,
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
];
