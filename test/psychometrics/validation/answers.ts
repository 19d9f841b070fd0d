import { coded } from "../../../src/psychometrics/contingency";
import { moments } from "../../../src/psychometrics/moments";
import { thresholds } from "../../../src/psychometrics/polychoric";
import { completeRows } from "../../../src/psychometrics/moments";
import { answersOf } from "../figures";
import { type Case, flat, listwiseOnly, type Quantity, zip } from "./case";
import { ofColumn, recorded } from "./coverage";

const ofItems = (key: "n" | "mean" | "sd" | "min" | "max" | "skewness" | "kurtosis", name: string, convention: "psych" | "spss") => async (on: Case) => {
  const { items } = await on.run({ convention });
  return zip(
    items.map((item) => item[key]),
    ofColumn(on.expected.descriptives, name),
  );
};

const waist = ({ set, missing }: Case) => {
  const { items, columns } = answersOf(set);
  return moments(items, columns, missing);
};

/** Answers of the rows complete in all items, item by item. */
const complete = ({ set }: Case) => {
  const { columns } = answersOf(set);
  const rows = completeRows(columns);
  return columns.map((values) => Float64Array.from(rows, (row) => values[row]));
};

const ofPsych = (key: string) => async (on: Case) => {
  const { rho, tau } = on.expected.correlations[key] ?? {};
  if (!rho || on.missing === "pairwise") return [];
  const ours = zip(flat((await on.run({ correlation: "polychoric" })).correlation), flat(rho.values));
  const limits = complete(on).map((values) => Array.from(thresholds(coded(values))));
  return [...ours, ...(tau ? limits.flatMap((own, i) => zip(own, tau.values[i])) : [])];
};

/** What is known of the items and of their correlations. */
export const answers: readonly Quantity[] = [
  {
    name: "Answers to an item, smallest, largest",
    against: "psych",
    tolerance: 0,
    pairs: async (on) => [
      ...(await ofItems("n", "n", "psych")(on)),
      ...(await ofItems("min", "min", "psych")(on)),
      ...(await ofItems("max", "max", "psych")(on)),
    ],
  },
  { name: "Mean", against: "psych", tolerance: 1e-9, pairs: ofItems("mean", "mean", "psych") },
  { name: "Standard deviation", against: "psych", tolerance: 1e-9, pairs: ofItems("sd", "sd", "psych") },
  { name: "Skewness, type 3", against: "psych", tolerance: 1e-9, pairs: ofItems("skewness", "skew_type3", "psych") },
  { name: "Kurtosis, type 3", against: "psych", tolerance: 1e-9, pairs: ofItems("kurtosis", "kurtosis_type3", "psych") },
  { name: "Skewness, type 2", against: "psych, as SPSS", tolerance: 1e-9, pairs: ofItems("skewness", "skew_type2", "spss") },
  { name: "Kurtosis, type 2", against: "psych, as SPSS", tolerance: 1e-9, pairs: ofItems("kurtosis", "kurtosis_type2", "spss") },
  {
    name: "Covariances, and rows behind each",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => {
      const { covariance, pairs, n, items } = waist(on);
      const counts = pairs?.to2DArray() ?? items.map(() => items.map(() => n));
      return [
        ...zip(flat(covariance.to2DArray()), flat(on.expected.correlations.covariance.values)),
        ...zip(flat(counts), flat(on.expected.correlations.pairwise_n.values)),
      ];
    },
  },
  {
    name: "Pearson correlations",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => zip(flat((await on.run()).correlation), flat(on.expected.correlations.pearson.values)),
  },
  {
    name: "Spearman correlations",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => zip(flat((await on.run({ correlation: "spearman" })).correlation), flat(on.expected.correlations.spearman.values)),
  },
  {
    name: "Polychoric and tetrachoric correlations, thresholds",
    against: "two steps, iterated to 1e-9",
    tolerance: 1e-6,
    pairs: listwiseOnly(async (on) => {
      if (!["bfi25", "likert320", "ability16"].includes(on.set)) return [];
      const { rho, thresholds: limits, smallest_eigenvalue } = recorded("polychoric_tight")[on.set];
      const ours = complete(on).map((values) => Array.from(thresholds(coded(values))));
      const theirs = answersOf(on.set).items.map((item) => [limits[item]].flat());
      return [
        ...zip(flat((await on.run({ correlation: "polychoric" })).correlation), flat(rho.values)),
        [(await on.run({ correlation: "polychoric" })).retention!.eigenvalues.at(-1), smallest_eigenvalue] as const,
        ...ours.flatMap((own, i) => zip(own, theirs[i])),
      ];
    }),
  },
  {
    name: "Polychoric and tetrachoric correlations, thresholds",
    against: "psych, with and without its correction",
    tolerance: 5e-5,
    pairs: async (on) =>
      (await Promise.all(["polychoric", "polychoric_correct0", "tetrachoric", "tetrachoric_correct0"].map((key) => ofPsych(key)(on)))).flat(),
  },
  {
    name: "Polychoric and tetrachoric correlations",
    against: "lavaan",
    tolerance: 1e-6,
    pairs: async (on) => (await Promise.all(["polychoric_lavaan_lavCor", "tetrachoric_lavaan_lavCor"].map((key) => ofPsych(key)(on)))).flat(),
  },
];
