import type { Recogniser } from "./recogniser";
import componentCount from "./component-count";
import itemCount from "./item-count";
import variance from "./variance";
import loading from "./loading";
import loadingCutoff from "./loading-cutoff";
import factorMethod from "./factor-method";
import kmo from "./kmo";
import bartlett from "./bartlett";
import reliability from "./reliability";
import validity from "./validity";
import contentValidity from "./content-validity";
import heading from "./heading";
import reference from "./reference";
import citation from "./citation";
import crossReference from "./cross-reference";

import testStatistic from "./test-statistic";
import testTable from "./test-table";
import anovaTable from "./anova-table";
import fitIndex from "./fit-index";
import effectSize from "./effect-size";
import starred from "./starred";
import rSquared from "./r-squared";
import correlation from "./correlation";
import correlationMatrix from "./correlation-matrix";
import stackedCorrelation from "./stacked-correlation";
import coefficient from "./coefficient";
import confidenceInterval from "./confidence-interval";
import sampleSize from "./sample-size";
import sampleFormula from "./sample-formula";
import responseRate from "./response-rate";
import share from "./share";
import subgroups from "./subgroups";
import enumeration from "./enumeration";
import counted from "./counted";
import scalePoints from "./scale-points";
import tableStatement from "./table-statement";
import tableCount from "./table-count";
import descriptive from "./descriptive";
import frequency from "./frequency";
import partOf from "./part-of";
import percentages from "./percentages";
/** Every recogniser, in the order in which their claims are listed where they share a place. Adding one is one line here and one in kinds.ts. */
export const recognisers: readonly Recogniser[] = [
  testStatistic,
  testTable,
  anovaTable,
  fitIndex,
  effectSize,
  starred,
  rSquared,
  correlation,
  correlationMatrix,
  stackedCorrelation,
  coefficient,
  confidenceInterval,
  heading,
  reference,
  citation,
  crossReference,
  sampleSize,
  sampleFormula,
  responseRate,
  componentCount,
  itemCount,
  variance,
  loading,
  loadingCutoff,
  factorMethod,
  kmo,
  bartlett,
  reliability,
  validity,
  contentValidity,
  share,
  subgroups,
  enumeration,
  counted,
  scalePoints,
  tableStatement,
  tableCount,
  descriptive,
  frequency,
  partOf,
  percentages,
];
