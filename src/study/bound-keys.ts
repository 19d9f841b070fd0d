import { ScreeError } from "../errors";
import type { Analysis, Reliability } from "../psychometrics/analysis";
import { nearestName } from "../psychometrics/selection";

/** How a value is printed where the text does not show a style of its own. */
export type ValueKind = "count" | "quantity" | "proportion" | "percent" | "probability";

export interface BoundValue {
  readonly value: number | null;
  readonly kind: ValueKind;
}

type Get = (...names: string[]) => BoundValue | undefined;

/**
 * The value that a key of a bound number names.
 *
 * `n`, `rows`, `items`, `factors`, `kmo`, `bartlett.chi2`, `eigenvalue.1`, `alpha.SCALE`, `loading.ITEM.F1`, …: the list is `boundKeys(analysis)`. Names of scales, items and factors
 * are matched without regard to case, blanks written as hyphens: `alpha.product-quality`.
 *
 * @throws ScreeError `unknown-value`, with the nearest key
 */
export function boundValue(analysis: Analysis, key: string): BoundValue {
  const [first, ...rest] = key.split(".");
  const found = lookUp(gets(analysis), first, rest);
  if (found) return found;
  const near = nearestName(key, boundKeys(analysis));
  throw new ScreeError("unknown-value", `There is no value "${key}" in this analysis.`, {
    hint: near ? `Did you mean "${near}"?` : `Values are named like n, kmo, alpha.${slug(analysis.reliability[0]?.scale ?? "all")} or eigenvalue.1.`,
    data: { key },
  });
}

/** An item's name may hold dots of its own ("rotate.4"), so every division of the rest into names is tried. */
function lookUp(all: Readonly<Record<string, Get>>, first: string, rest: readonly string[]): BoundValue | undefined {
  if (!Object.hasOwn(all, first)) return undefined;
  for (const names of divisions(rest)) {
    const found = all[first](...names);
    if (found) return found;
  }
  return undefined;
}

function divisions(parts: readonly string[]): string[][] {
  const out = [[...parts], [parts.join(".")]];
  for (let i = 1; i < parts.length; i++) out.push([parts.slice(0, i).join("."), parts.slice(i).join(".")]);
  return out.filter((names) => names.every((name, i) => i === 0 || name !== ""));
}

/** "Product quality" → "product-quality". */
export const slug = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, "-");

const as =
  (kind: ValueKind) =>
  (value: number | null | undefined): BoundValue | undefined =>
    value === undefined ? undefined : { value, kind };
const count = as("count");
const quantity = as("quantity");
const proportion = as("proportion");
const percent = as("percent");
const probability = as("probability");

function gets(analysis: Analysis): Readonly<Record<string, Get>> {
  const { sample, factorability, retention, solution } = analysis;
  const scaleOf = (name = "all") =>
    analysis.reliability.find((scale) => slug(scale.scale) === slug(name)) ??
    (analysis.reliability.length === 1 && name === "all" ? analysis.reliability[0] : undefined);
  const ofScale =
    (read: (scale: Reliability) => BoundValue | undefined): Get =>
    (name, ...more) => {
      const scale = more.length === 0 ? scaleOf(name) : undefined;
      return scale && read(scale);
    };
  const itemNamed = (name = "") => sample.items.find((item) => slug(item) === slug(name));
  const perItem = (item: string | undefined, read: (entry: Reliability["perItem"][number]) => number | null) => {
    const entry = item === undefined ? undefined : analysis.reliability.flatMap((scale) => scale.perItem).find((one) => one.item === item);
    return entry && read(entry);
  };
  const factorAt = (name = "") => solution?.names.findIndex((factor, i) => slug(factor) === slug(name) || String(i + 1) === name) ?? -1;
  const summary = (name: string) => analysis.items.find((item) => item.name === itemNamed(name));
  const at = <T>(list: readonly T[] | undefined, n: string): T | undefined => (/^\d{1,4}$/.test(n ?? "") ? list?.[Number(n) - 1] : undefined);

  return {
    n: (...none) => (none.length === 0 || none[0] === "" ? count(sample.used) : undefined),
    rows: () => count(sample.rows),
    "left-out": () => count(sample.rows - sample.used),
    items: (scale) => (scale === undefined || scale === "" ? count(sample.items.length) : count(scaleOf(scale)?.items.length)),
    factors: () => count(solution?.factors),
    alpha: ofScale((scale) => proportion(scale.alpha)),
    "alpha-low": ofScale((scale) => proportion(scale.alphaCi?.[0] ?? null)),
    "alpha-high": ofScale((scale) => proportion(scale.alphaCi?.[1] ?? null)),
    "alpha-standardized": ofScale((scale) => proportion(scale.standardizedAlpha)),
    "alpha-least": () =>
      proportion(
        extreme(
          analysis.reliability.map((scale) => scale.alpha),
          Math.min,
        ),
      ),
    "alpha-most": () =>
      proportion(
        extreme(
          analysis.reliability.map((scale) => scale.alpha),
          Math.max,
        ),
      ),
    omega: ofScale((scale) => proportion(scale.omegaTotal)),
    "inter-item": ofScale((scale) => proportion(scale.averageInterItem)),
    "split-half": ofScale((scale) => proportion(scale.splitHalf)),
    mean: (name) => quantity(scaleOf(name)?.mean ?? summary(name)?.mean),
    sd: (name) => quantity(scaleOf(name)?.sd ?? summary(name)?.sd),
    skewness: (name) => quantity(summary(name)?.skewness),
    kurtosis: (name) => quantity(summary(name)?.kurtosis),
    missing: (name) => count(summary(name)?.missing),
    "item-rest": (name) => proportion(perItem(itemNamed(name), (item) => item.itemRest)),
    "alpha-if-deleted": (name) => proportion(perItem(itemNamed(name), (item) => item.alphaIfDeleted)),
    kmo: () => proportion(factorability?.kmo),
    msa: (name) => proportion(factorability?.msa[itemNamed(name) ?? ""]),
    bartlett: (name) =>
      name === "chi2"
        ? quantity(factorability?.bartlett.chiSquare)
        : name === "df"
          ? count(factorability?.bartlett.df)
          : name === "p"
            ? probability(factorability?.bartlett.p)
            : undefined,
    eigenvalue: (n) => quantity(at(retention?.eigenvalues, n)),
    kaiser: () => count(retention?.kaiser),
    parallel: () => count(retention?.parallel?.factors),
    map: () => count(retention?.map?.factors),
    variance: (n) => percent(at(solution?.variance.initial, n)?.percent),
    "variance-total": () => percent(solution ? at(solution.variance.initial, String(solution.factors))?.cumulative : undefined),
    "variance-extracted": (n) => percent(at(solution?.variance.extraction, n)?.percent),
    "variance-extracted-total": () => percent(solution?.variance.extraction.at(-1)?.cumulative),
    "variance-rotated": (n) => percent(at(solution?.variance.rotation, n)?.percent),
    "variance-rotated-total": () => percent(solution?.variance.rotation.at(-1)?.cumulative),
    loading: (item, factor) => proportion(solution?.loadings[sample.items.indexOf(itemNamed(item) ?? "")]?.[factorAt(factor)]),
    communality: (name) => proportion(solution?.communalities[itemNamed(name) ?? ""]),
    phi: (a, b) => proportion(solution?.factorCorrelations[factorAt(a)]?.[factorAt(b)]),
    chi2: () => quantity(solution?.fit?.chiSquare),
    df: () => count(solution?.fit?.df),
    p: () => probability(solution?.fit?.p),
    rmsea: () => proportion(solution?.fit?.rmsea),
    tli: () => proportion(solution?.fit?.tli),
    cfi: () => proportion(solution?.fit?.cfi),
    rmsr: () => proportion(solution?.fit?.rmsr),
  };
}

function extreme(values: readonly (number | null)[], pick: (...values: number[]) => number): number | null {
  const known = values.filter((value): value is number => value !== null);
  return known.length > 0 ? pick(...known) : null;
}

/** Every key of an analysis, for completion and for the nearest name. */
export function boundKeys(analysis: Analysis): readonly string[] {
  const scales = analysis.reliability.map((scale) => slug(scale.scale));
  const items = analysis.sample.items;
  const factors = analysis.solution?.names ?? [];
  const numbers = (analysis.retention?.eigenvalues ?? []).map((_, i) => String(i + 1));
  const each = (names: readonly string[], ...keys: string[]) => keys.flatMap((key) => names.map((name) => `${key}.${name}`));
  const candidates = [
    ...[
      "n",
      "rows",
      "left-out",
      "items",
      "factors",
      "kmo",
      "bartlett.chi2",
      "bartlett.df",
      "bartlett.p",
      "kaiser",
      "parallel",
      "map",
      "alpha-least",
      "alpha-most",
    ],
    ...["variance-total", "variance-extracted-total", "variance-rotated-total", "chi2", "df", "p", "rmsea", "tli", "cfi", "rmsr"],
    ...each(scales, "alpha", "alpha-low", "alpha-high", "alpha-standardized", "omega", "inter-item", "split-half", "mean", "sd", "items"),
    ...each(items, "mean", "sd", "skewness", "kurtosis", "missing", "item-rest", "alpha-if-deleted", "msa", "communality"),
    ...each(numbers, "eigenvalue", "variance", "variance-extracted", "variance-rotated"),
    ...items.flatMap((item) => each(factors, `loading.${item}`)),
    ...factors.flatMap((factor, i) => each(factors.slice(0, i), `phi.${factor}`)),
  ];
  const all = gets(analysis);
  return candidates.filter((key) => {
    const [first, ...rest] = key.split(".");
    return lookUp(all, first, rest);
  });
}
