import { shared } from "../../shared";
import { answersOf, dataSets, type Figures, figures } from "../figures";

/** Which quantities of the reference were looked at: paths without the names of items, scales and factors. */
const read = new Set<string>();

/** Tables whose columns are different quantities. */
const statistics = /^[^/]*\/(?:descriptives|.*(?:alpha_drop|item_stats|item_total)|number_of_factors\/vss\/stats|icc\/results|icc_anova\/results|table)$/;

const isMatrix = (value: object): value is { cols: string[]; values: unknown[] } => "cols" in value && "values" in value;
const isNumeric = (value: unknown): boolean => typeof value === "number" || (Array.isArray(value) && value.flat().some((cell) => typeof cell === "number"));

/** The name of a key in the path of its kind. */
function kindOf(parent: string, key: string): string {
  if (parent.endsWith("/reliability")) return "{scale}";
  if (names.has(key)) return "{item}";
  if (/\/(?:R2|R2_scores|AVE|CR)$/.test(parent)) return "{factor}";
  if (parent === "polychoric_tight") return "{set}";
  return key;
}

/** Names that are keys of figures: of the items of every set. */
const names = new Set(shared ? [...dataSets.flatMap((set) => answersOf(set).items), ...Array.from({ length: 24 }, (_, i) => `Q${i + 1}`)] : []);

const rootOf = (set: string, missing?: string): string => (missing ? "survey" : set.replace(/^.*_cfa$/, "cfa"));

/** Figures that remember which of their quantities were looked at. */
export const recorded = (set: string, missing?: "listwise" | "pairwise"): Figures =>
  watched(missing ? figures(set, missing) : figures(set).results, rootOf(set, missing));

/** Where a table of figures stands. */
const PATH = Symbol("path");

/** A column of a table of statistics, in the order of its rows. */
export function ofColumn(matrix: Figures, name: string): readonly (number | null)[] {
  if (matrix[PATH]) read.add(`${matrix[PATH]}[${name}]`);
  const at = matrix.cols.indexOf(name);
  return matrix.values.map((row: (number | null)[]) => row[at]);
}

function watched(value: object, path: string): Figures {
  return new Proxy(value, {
    get(target, key) {
      if (key === PATH) return path;
      const inner: unknown = Reflect.get(target, key);
      if (typeof key !== "string") return inner;
      const at = `${path}/${kindOf(path, key)}`;
      if (inner !== null && typeof inner === "object" && !Array.isArray(inner)) return watched(inner, at);
      read.add(isMatrix(target) ? path : at);
      return inner;
    },
  });
}

/** All quantities of the figures of a set: numbers, lists of numbers and matrices; a table of statistics has one in each column. */
export function quantitiesOf(set: string, missing?: "listwise" | "pairwise"): Set<string> {
  const found = new Set<string>();
  const visit = (value: object, path: string): void => {
    if (isMatrix(value)) {
      if (!statistics.test(path)) found.add(path);
      else for (const name of value.cols) found.add(`${path}[${name}]`);
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      const at = `${path}/${kindOf(path, key)}`;
      if (isNumeric(inner)) found.add(at);
      else if (inner && typeof inner === "object" && !Array.isArray(inner)) visit(inner, at);
    }
  };
  visit(missing ? figures(set, missing) : figures(set).results, rootOf(set, missing));
  return found;
}

/** Why a quantity of the reference is compared with nothing. */
const withoutCounterpart: readonly (readonly [RegExp, string])[] = [
  [
    /\/(?:seed|iterations|replicates|n_max|n_obs|n_complete|nfactors|power|tolerance|max_iter|confidence|lower_bound_uniqueness|correct|rank_1e_10)$/,
    "how a figure was made",
  ],
  [
    /\/(?:max_abs_gradient_free|final_log10_gradient|criterion|maxdiff_\w+(?:\.5)?|max_abs_diff_\w+|counts\.\w+|condition_number|rotmat\/values)$/,
    "how well the other program did",
  ],
  [/random_starts_12|n_raters|aiken_\w+\/(?:hi|lo|z)$|polychoric_tight\/\{set\}\/n$|horn_normal_1000\/n$|^cfa\/n$/, "input, or counts of the other program"],
  [/descriptives\[(?:kurtosis_type1|skew_type1|mad|median|range|se|se_\w+|trimmed)\]/, "not shown"],
  [/^cfa\/(?:semTools_check|optional_|modification_indices)/, "by other formulas, estimators, or modification, which is not done"],
  [/^cfa\/fit\/(?:agfi|aic|baseline|bic|fmin|gfi|ifi|logl|nfi|npar|rmsea\.pvalue)/, "indices that are not shown"],
  [/^cfa\/(?:loadings\/(?:p|raw|raw_se|z)|factor_correlations_se)/, "of raw loadings; no standard errors of factor correlations are shown"],
  [/\/Pc\/\{item\}$/, "chance agreement, a step on the way to κ"],
  [/sample_size\/(?:published_differs|table\[km_ceiling\])/, "another rounding"],
  [/icc_lmer|MSW$|icc(?:_anova)?\/anova$/, "by another estimator, and its parts"],
  [/complexity|eigen_common|(?:EBIC|SABIC|EPVAL|chi_empirical|crms|fit_off|fit|null_model|null_dof|null_chisq|objective)$/, "further output of psych"],
  [/efa_psych\/pa\/(?:\w+\/iterations_comm|none_maxiter25\/variance)/, "the same for every rotation, and what follows from the loadings"],
  [/efa_psych\/pca\/fit\//, "components are no model, and have no fit"],
  [
    /efa_psych\/(?:pca|pa)\/.*R2_scores|efa_polychoric\/(?:R2_scores|communalities|uniquenesses|eigenvalues)/,
    "of solutions that are compared, by formulas that are compared with minres and ml",
  ],
  [/factor_scores\/(?:Anderson|Bartlett|tenBerge)\/R2/, "psych's own index, which is not the correlation with the factor"],
  [/factanal\/(?:varimax|promax)\/(?:PVAL|STATISTIC|dof|uniquenesses|criteria)|factanal\/none\/criteria/, "those of factanal/none once more"],
  [
    /factanal\/promax\/loadings|(?:minres|ml)\/rotations\/promax[34]_R_convention|pca\/rotations\/promax4_psych_kaiser/,
    "a promax that neither SPSS nor psych makes of this extraction",
  ],
  [/anti_image_covariance/, "not shown"],
  [/vss\/(?:vss\d|stats\[(?:prob|sqresid|fit|SABIC|complex|e\w+|cfit\.\d|cresidual\.\d)\])/, "very simple structure, and further indices"],
  [/omega\/(?:G6|alpha|omega_group|omega_lim|schmid_sl)$/, "further output of psych; the general loadings of schmid_sl are compared"],
  [/alpha_check_keys/, "items reversed unasked"],
  [
    /\/alpha\/(?:alpha_drop\[(?!raw_alpha)|ase_ci95|feldt\/r_bar|unidim|item_stats\[(?!r\.drop)|total\/(?:S\/N|ase|median_r))/,
    "further output of psych, and items' own figures once more",
  ],
  [/omega_total_1factor_cfa_ml\/(?:loadings|residual_variances)/, "inside ω, which is compared"],
  [
    /psych_guttman\/(?:alpha\.pc|beta|beta\.pc|glb|lambda\.4|lambda\.5p|tenberge_mu)|psych_splitHalf/,
    "further bounds; of an odd number of items psych looks at half of the divisions",
  ],
  [/item_total\[item_total_uncorrected\]/, "not corrected for the item's own part"],
];

/** Quantities that no test looked at and that have a counterpart. */
export function neverRead(all: ReadonlySet<string>): string[] {
  return [...all].filter((path) => !read.has(path) && !withoutCounterpart.some(([pattern]) => pattern.test(path))).sort();
}
