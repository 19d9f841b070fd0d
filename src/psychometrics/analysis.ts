import type { Warning } from "../errors";
import type { ConventionChoice } from "./convention";
import type { CarelessReport } from "./careless/report";
import type { MissingPatterns } from "./missing-patterns";

/** The choices of an analysis. The names are those of the command line (`contract.md`). */
export interface AnalysisSettings extends SolutionOverrides {
  readonly missing: "listwise" | "pairwise";
  readonly correlation: CorrelationKind;
  readonly extraction: ExtractionMethod;
  readonly rotation: RotationMethod;
  /** a number of factors, or the criterion that decides it */
  readonly factors: number | "kaiser" | "parallel" | "map";
  readonly convention: Convention;
  /** of the pseudo-random numbers: the same seed gives the same figures on every machine */
  readonly seed: number;
  /** replications of parallel analysis; 0 leaves it out */
  readonly iterations: number;
  /** which parallel analysis decides; absent: components of normal data at the 95th percentile, or of permuted answers when the correlations are ordinal */
  readonly parallel?: ParallelVariant;
  /** the fit of 1, 2, … up to so many factors is compared; absent or 0: not */
  readonly compareUpTo?: number;
  /** names of the factors in the order of their columns; used where there are as many factors, otherwise F1, F2, … */
  readonly factorNames?: readonly string[];
  /** choices in which the other convention is followed */
  readonly except?: readonly ConventionChoice[];
  /** samples of comparison data for each number of factors (Ruscio & Roche take 500); absent or 0: none */
  readonly comparisonData?: number;
  /** replications of the bootstrap of α, loadings and number of factors; absent or 0: none */
  readonly bootstrap?: number;
}
/** Variants of parallel analysis give different numbers of factors on one data set: say which. */
export interface ParallelVariant {
  /** eigenvalues of R (pca), with squared multiple correlations on its diagonal (smc), or with the communalities of one factor (minres, as R's psych) */
  readonly eigenvalues: "pca" | "smc" | "minres";
  readonly data: "normal" | "permuted";
  readonly threshold: "mean" | "percentile95";
}
export type CorrelationKind = "pearson" | "spearman" | "polychoric";
export type ExtractionMethod = "pca" | "paf" | "minres" | "ml";
export type RotationMethod = "none" | "varimax" | "quartimax" | "equamax" | "parsimax" | "promax" | "oblimin" | "geomin" | "bifactor" | "target";

/** Single choices of extraction and rotation; each that is absent follows the convention. */
export interface SolutionOverrides {
  /** Kaiser normalization of the rows before rotation */
  readonly kaiser?: boolean;
  /** power of the promax target, above 1; 4 in SPSS and psych */
  readonly kappa?: number;
  /** γ of direct oblimin, at most .8; 0 in SPSS and psych */
  readonly delta?: number;
  /** when principal axes end: as SPSS's, as psych's, or at the limit, which is where they go under `psych` unless this is set */
  readonly stopRule?: "spss" | "psych" | "limit";
  /** the rule's smallest change, .001 in SPSS and psych, and its iterations, 25 in SPSS and 50 in psych */
  readonly tolerance?: number;
  readonly maxIterations?: number;
  /** random starts of a rotation with local minima, beside the unrotated axes; 8 unless told */
  readonly starts?: number;
  /** of the rotation `target`: the loadings wanted, p × m; null where a loading is free */
  readonly target?: readonly (readonly (number | null)[])[];
}
export type Convention = "spss" | "psych";

export const defaultSettings: AnalysisSettings = {
  missing: "listwise",
  correlation: "pearson",
  extraction: "paf",
  rotation: "varimax",
  factors: "parallel",
  convention: "spss",
  seed: 1,
  iterations: 100,
};

/** Named set of items whose reliability is reported; `reverse` items are reflected first. */
export interface Scale {
  readonly name: string;
  readonly items: readonly string[];
}

/** Which columns enter, and how. */
export interface Selection {
  /** item names; absent: every column whose role is item */
  readonly items?: readonly string[];
  readonly reverse?: readonly string[];
  /** absent: one scale "all" of every item */
  readonly scales?: readonly Scale[];
}

/** A result of `scree analyze --format json`, key by key. `null`: cannot be computed, the reason is in `warnings`. */
export interface Analysis {
  readonly settings: AnalysisSettings;
  readonly sample: {
    readonly file: string;
    readonly rows: number;
    readonly used: number;
    readonly items: readonly string[];
    readonly reversed: readonly string[];
    /** rows left out on the user's word, numbered as in the file, which `rows` does not count; absent where there are none */
    readonly excluded?: { readonly rows: readonly number[]; readonly reason: string };
    /** which answers are missing together; listwise and pairwise N. Absent of a published matrix, which has no rows */
    readonly missing?: MissingPatterns;
  };
  readonly items: readonly ItemSummary[];
  /** p × p */
  readonly correlation: readonly (readonly number[])[];
  readonly reliability: readonly Reliability[];
  readonly factorability: Factorability | null;
  readonly retention: Retention | null;
  readonly solution: Solution | null;
  /** where a bootstrap was asked for */
  readonly uncertainty?: Uncertainty;
  /** where factor scores were asked for */
  readonly scores?: FactorScores;
  /** where careless responding was looked for */
  readonly careless?: CarelessReport;
  readonly warnings: readonly Warning[];
}

/** How the items are weighted into factor scores; the scores themselves are a file of their own. */
export interface FactorScores {
  readonly method: "regression" | "bartlett" | "anderson-rubin" | "ten-berge";
  /** correlation of each factor with its scores */
  readonly determinacy: Readonly<Record<string, Maybe>>;
  /** of the scores with each other, m × m */
  readonly correlations: readonly (readonly number[])[];
  /** of the standardized items, p × m */
  readonly weights: readonly (readonly number[])[];
  /** rows that have scores: those with an answer to every item */
  readonly scored: number;
  /** where they were written */
  readonly file?: string;
}

type Maybe = number | null;
/** Lower and upper limit. */
export type Interval = readonly [number, number];

export interface ItemSummary {
  readonly name: string;
  readonly label?: string;
  readonly n: number;
  readonly missing: number;
  readonly mean: Maybe;
  readonly sd: Maybe;
  readonly min: Maybe;
  readonly max: Maybe;
  readonly skewness: Maybe;
  readonly kurtosis: Maybe;
  readonly frequencies: Readonly<Record<string, number>>;
}

export interface Reliability {
  readonly scale: string;
  readonly items: readonly string[];
  readonly n: number;
  readonly alpha: Maybe;
  readonly alphaCi: Interval | null;
  readonly standardizedAlpha: Maybe;
  readonly omegaTotal: Maybe;
  /** ω of the raw items, by maximum likelihood */
  readonly omegaUnstandardized?: Maybe;
  readonly lambda6: Maybe;
  readonly averageInterItem: Maybe;
  /** Spearman–Brown, first half against second half */
  readonly splitHalf: Maybe;
  /** lower bounds of Guttman (1945), λ₄ the largest over all halves; of covariances under `spss`, of correlations under `psych` */
  readonly guttman?: {
    readonly lambda1: Maybe;
    readonly lambda2: Maybe;
    readonly lambda3: Maybe;
    readonly lambda4: Maybe;
    readonly lambda5: Maybe;
    readonly lambda6: Maybe;
  };
  readonly halves?: {
    readonly firstSecond: Halves;
    readonly oddEven: Halves;
    /** λ₄ over all divisions into halves; `sampled` when there are too many to look at each */
    readonly all: { readonly splits: number; readonly sampled: boolean; readonly min: number; readonly mean: number; readonly max: number } | null;
  };
  /** correlations between different items */
  readonly interItem?: { readonly mean: Maybe; readonly min: Maybe; readonly max: Maybe; readonly variance: Maybe };
  /** of all items when the run has at least 3 factors: the shares of one general factor, and of all common factors, in the variance of the sum (Schmid–Leiman) */
  readonly omegaHierarchical?: { readonly factors: number; readonly hierarchical: number; readonly total: number } | null;
  /** standardized α and one-factor ω of the polychoric correlations (Zumbo, Gadermann & Zeisser, 2007); absent unless those are analysed */
  readonly ordinalAlpha?: Maybe;
  readonly ordinalOmega?: Maybe;
  /** mean and standard deviation of the persons' scale means */
  readonly mean: Maybe;
  readonly sd: Maybe;
  readonly perItem: readonly {
    readonly item: string;
    readonly itemRest: Maybe;
    readonly alphaIfDeleted: Maybe;
    readonly reversed: boolean;
    /** mean and variance of the sum of the other items, and the squared multiple correlation with them, as SPSS prints them */
    readonly meanIfDeleted?: Maybe;
    readonly varianceIfDeleted?: Maybe;
    readonly squaredMultipleCorrelation?: Maybe;
  }[];
}

/** Split-half reliability of one division of the items. */
export interface Halves {
  readonly correlation: Maybe;
  /** Spearman–Brown, as if the halves were equally long */
  readonly spearmanBrown: Maybe;
  /** Spearman–Brown, for halves of the lengths they have (Horst, 1951) */
  readonly unequalLength: Maybe;
  readonly guttman: Maybe;
  /** α of each half; absent where a half is one item */
  readonly alphas?: readonly [Maybe, Maybe];
}

export interface Factorability {
  readonly kmo: Maybe;
  readonly msa: Readonly<Record<string, Maybe>>;
  readonly bartlett: { readonly chiSquare: Maybe; readonly df: number; readonly p: Maybe };
  readonly determinant: Maybe;
  /** p × p, negative partial correlations with the MSA on the diagonal (SPSS); null where R is singular */
  readonly antiImageCorrelation?: readonly (readonly number[])[] | null;
}

export interface Retention {
  readonly eigenvalues: readonly number[];
  readonly kaiser: number;
  readonly parallel: {
    readonly iterations: number;
    readonly seed: number;
    readonly mean: readonly number[];
    readonly percentile95: readonly number[];
    readonly factors: number;
    /** the observed eigenvalues that are compared, where they are not those of R */
    readonly observed?: readonly number[];
    readonly variant?: ParallelVariant;
  } | null;
  /** Velicer (1976); the first value has nothing partialled out */
  readonly map: { readonly values: readonly number[]; readonly factors: number } | null;
  /** with fourth powers (Velicer, Eaton & Fava, 2000) */
  readonly map4?: { readonly values: readonly number[]; readonly factors: number } | null;
  /** empirical Kaiser criterion (Braeken & van Assen, 2017) */
  readonly ekc?: { readonly reference: readonly number[]; readonly factors: number };
  /** fit of 1, 2, … factors, where asked for */
  readonly sequence?: readonly FitOfNumber[];
  /** next eigenvalue sufficiency test (Achim, 2017), beside the sequence of fits; null where none of its numbers suffices */
  readonly nest?: {
    readonly iterations: number;
    readonly seed: number;
    /** how often data of a model with so many factors reach the next observed eigenvalue */
    readonly steps: readonly { readonly factors: number; readonly p: number }[];
    readonly factors: number;
  } | null;
  /** comparison data (Ruscio & Roche, 2012), where asked for */
  readonly comparisonData?: {
    readonly samples: number;
    /** rows of each population */
    readonly population: number;
    readonly seed: number;
    /** of the test that one factor more comes nearer */
    readonly level: number;
    /** mean distance of the samples' eigenvalues from those observed, and p of its being no smaller than with one factor less */
    readonly steps: readonly { readonly factors: number; readonly rmsr: number; readonly p: number | null }[];
    readonly factors: number;
  };
  /** what each criterion says, in one list */
  readonly criteria?: readonly RetentionCriterion[];
}

/** The fit of a number of factors. */
export interface FitOfNumber extends Omit<Fit, "rmseaCi"> {
  readonly factors: number;
  /** common part accounted for (Lorenzo-Seva, Timmerman & Kiers, 2011) */
  readonly caf: Maybe;
}

export interface RetentionCriterion {
  readonly id: "parallel" | "map" | "map4" | "ekc" | "kaiser" | "acceleration" | "bic" | "hull" | "rmsea" | "nest" | "comparison-data";
  /** with its variant: "Parallel analysis (components, normal data, 95th percentile)" */
  readonly criterion: string;
  readonly factors: number;
  /** what it looks at, which is why it can differ from the others */
  readonly basis: string;
}

/** Percentile intervals over bootstrap samples of the rows, factors aligned with those of `solution`. */
export interface Uncertainty {
  readonly replications: number;
  /** samples in which every item varied */
  readonly used: number;
  /** samples that had a solution */
  readonly solved: number;
  readonly seed: number;
  readonly level: number;
  readonly alpha: readonly { readonly scale: string; readonly ci: Interval | null }[];
  /** p × m limits */
  readonly loadings: { readonly low: readonly (readonly number[])[]; readonly high: readonly (readonly number[])[] } | null;
  readonly factorCorrelations: { readonly low: readonly (readonly number[])[]; readonly high: readonly (readonly number[])[] } | null;
  /** share of the samples in which the criterion of the run finds so many factors; empty where the user set their number */
  readonly factors: Readonly<Record<string, number>>;
}

export interface VarianceRow {
  readonly eigenvalue?: number;
  readonly sumOfSquares?: number;
  readonly percent: Maybe;
  /** null where a convention gives none (oblique rotation) */
  readonly cumulative: Maybe;
}

export interface Solution {
  readonly factors: number;
  /** who chose the number: "set by the user", "parallel analysis", … */
  readonly factorsFrom: string;
  readonly names: readonly string[];
  /** p × m; the pattern matrix when the rotation is oblique */
  readonly loadings: readonly (readonly number[])[];
  readonly unrotated: readonly (readonly number[])[];
  readonly structure: readonly (readonly number[])[];
  readonly factorCorrelations: readonly (readonly number[])[];
  readonly communalities: Readonly<Record<string, number>>;
  readonly initialCommunalities: Readonly<Record<string, number>>;
  readonly uniquenesses: Readonly<Record<string, number>>;
  readonly variance: { readonly initial: readonly VarianceRow[]; readonly extraction: readonly VarianceRow[]; readonly rotation: readonly VarianceRow[] };
  readonly fit: Fit | null;
  readonly iterations: number;
  readonly converged: boolean;
  /** items at or beyond a communality of 1 */
  readonly heywood: readonly string[];
  /** what the factors leave of the correlations */
  readonly residuals?: Residuals;
  /** one general factor and what is left of the correlated ones (Schmid & Leiman, 1957), after an oblique rotation of at least three */
  readonly schmidLeiman?: {
    readonly general: readonly number[];
    /** p × m */
    readonly groups: readonly (readonly number[])[];
    /** share of the general factor in the common variance (Reise, 2012) */
    readonly explainedCommonVariance: number;
  };
  /** different minima that the starts of the rotation ended in; absent where there is but one start */
  readonly optima?: number;
  /** the sentence for the method section */
  readonly method: string;
}

/** Residual correlations of a solution. */
export interface Residuals {
  /** R − ΛΛ′ off the diagonal, p × p */
  readonly matrix: readonly (readonly number[])[];
  /** the largest by size, at most ten, with the items they concern */
  readonly largest: readonly { readonly items: readonly [string, string]; readonly residual: number }[];
  /** pairs of items whose residual exceeds .05 in size, as SPSS counts them, and their percentage */
  readonly above05: { readonly count: number; readonly percent: number };
}

export interface Fit {
  readonly chiSquare: Maybe;
  readonly df: number;
  readonly p: Maybe;
  readonly rmsea: Maybe;
  readonly rmseaCi: Interval | null;
  readonly tli: Maybe;
  readonly cfi: Maybe;
  readonly bic: Maybe;
  readonly rmsr: Maybe;
}
