import type { Reliability } from "../psychometrics/analysis";
import { column, label, ofProportion, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import type { Cell, Inline } from "./table";
import { sampleSize } from "./words";

type Coefficient = readonly [key: string, header: readonly Inline[], value: (scale: Reliability) => number | null | undefined];

const coefficients: readonly Coefficient[] = [
  ["lambda1", ["λ1"], (scale) => scale.guttman?.lambda1],
  ["lambda2", ["λ2"], (scale) => scale.guttman?.lambda2],
  ["lambda3", ["λ3"], (scale) => scale.guttman?.lambda3],
  ["lambda4", ["λ4"], (scale) => scale.guttman?.lambda4],
  ["lambda5", ["λ5"], (scale) => scale.guttman?.lambda5],
  ["lambda6", ["λ6"], (scale) => scale.guttman?.lambda6],
  ["firstSecond", ["Halves 1, 2"], (scale) => scale.halves?.firstSecond.spearmanBrown],
  ["oddEven", ["Odd, even"], (scale) => scale.halves?.oddEven.spearmanBrown],
  ["omegaTotal", ["ω"], (scale) => scale.omegaTotal],
  ["omegaUnstandardized", ["ω, raw items"], (scale) => scale.omegaUnstandardized],
  ["omegaHierarchical", ["ω hierarchical"], (scale) => scale.omegaHierarchical?.hierarchical],
  ["ordinalAlpha", ["Ordinal α"], (scale) => scale.ordinalAlpha],
  ["ordinalOmega", ["Ordinal ω"], (scale) => scale.ordinalOmega],
];

/** The reliability coefficients beside α, scale by scale; a column that no scale has is left out. */
const reliabilityCoefficients: TableKind = {
  id: "reliability-coefficients",
  summary: "Guttman's bounds, split halves and ω, scale by scale",
  options: ["decimals"],
  onRequest: true,

  unavailable: ({ reliability }) => (reliability.some((scale) => scale.guttman) ? undefined : "no scale has at least two items"),

  make(analysis, options) {
    const decimals = decimalsOf(options);
    const cell = (scale: Reliability, [, , value]: Coefficient): Cell => ofProportion(value(scale) ?? null, decimals);
    const shown = coefficients.filter((one) => analysis.reliability.some((scale) => one[2](scale) != null));
    const lambda4 = analysis.reliability.some((scale) => scale.halves?.all?.sampled)
      ? "the largest split-half reliability of 10,000 random halves"
      : "the largest split-half reliability of all";
    return {
      id: "reliability-coefficients",
      title: "Further reliability coefficients",
      columns: [stub("Scale"), ...shown.map(([key, header]) => column(key, ...header))],
      rows: analysis.reliability.map((scale) => ({
        key: scale.scale,
        cells: [label(scale.scale === "all" ? "All items" : scale.scale), ...shown.map((one) => cell(scale, one))],
      })),
      notes: [
        [
          ...sampleSize(analysis),
          ` λ = Guttman's lower bounds; λ4 is ${lambda4}. Split halves with the Spearman–Brown correction. ω = McDonald's omega of one factor.`,
        ],
      ],
    };
  },
};

export default reliabilityCoefficients;
