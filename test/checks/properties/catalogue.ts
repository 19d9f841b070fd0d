import { eigenvalueList } from "./facts/eigenvalue-list";
import { factorSolution } from "./facts/factor-solution";
import { bartlettTest, kmoAndBartlett } from "./facts/kmo-and-bartlett";
import { hiddenLoadings, loadingMatrix, loadingSentences } from "./facts/loadings";
import { labelled, reliability, repeatedAlpha } from "./facts/reliability";
import { rotatedShares } from "./facts/rotated-shares";
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
  { rule: "variance-total", paper: factorSolution },
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
