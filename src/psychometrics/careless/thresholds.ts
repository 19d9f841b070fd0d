import { type CarelessIndex } from "./careless-responding";

/** Where an index begins to count. Defaults and their sources: `cutoffSources`. */
export interface CarelessThresholds {
  /** share of the items in one run of the same answer */
  readonly longstringShare: number;
  /** the run in items, in place of the share */
  readonly longstring?: number;
  /** standard deviation of a row's answers below which it is flagged; null: shown, not judged */
  readonly variability: number | null;
  readonly evenOdd: number;
  /** the fewest scales whose even–odd consistency is judged: with four it is a correlation of four pairs, and one attentive person in four is below the cut-off */
  readonly evenOddScales: number;
  /** of D² */
  readonly mahalanobisP: number;
  /** of other rows that would have all answers of a row by chance: more, and a repeated row is shown and not judged */
  readonly duplicateChance: number;
  readonly secondsPerItem: number;
}

export const defaultThresholds: CarelessThresholds = {
  longstringShare: 0.5,
  variability: null,
  evenOdd: 0.3,
  evenOddScales: 10,
  mahalanobisP: 0.001,
  duplicateChance: 0.001,
  secondsPerItem: 2,
};

/** A shorter run is nothing unusual: half of twelve items of one scale are answered alike by many who read them. */
export const fewestItems = 8;

/** Of right and wrong, or three answers, long runs come by themselves. */
export const fewestAnswers = 4;

/** As tables and sentences call them. */
export const indexNames: Readonly<Record<CarelessIndex, string>> = {
  longstring: "longstring",
  variability: "intra-individual variability",
  "even-odd": "even–odd consistency",
  mahalanobis: "Mahalanobis distance",
  duplicate: "duplicated answers",
  time: "response time",
  instructed: "instructed items",
};

/** Who says so. */
export const cutoffSources: Readonly<Record<CarelessIndex, string>> = {
  longstring: "Curran (2016): a run of half of the items, here of 8 at least",
  variability: "Dunn et al. (2018) give no general cut-off",
  "even-odd": "Jackson (1977); Johnson (2005)",
  mahalanobis: "Tabachnick & Fidell (2013); Meade & Craig (2012)",
  duplicate: "every answer as in an earlier row, where chance makes fewer than one such row in a thousand",
  time: "Huang et al. (2012): 2 seconds an item",
  instructed: "Meade & Craig (2012): any other answer than the one asked for",
};
