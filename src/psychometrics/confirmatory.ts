import type { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import type { Survey } from "../survey/survey";
import { excludedIn } from "../survey/without-rows";
import type { Interval, Scale, Selection } from "./analysis";
import { defaultSettings } from "./analysis";
import { type ConfirmatoryFit, confirmatoryFactorAnalysis } from "./cfa";
import { chooseItems } from "./chosen-items";
import type { PublishedMatrix } from "./published-matrix";
import { expandItems } from "./selection";
import { averageVarianceExtracted, compositeReliability, fornellLarcker, heterotraitMonotrait, withoutDiscriminantValidity } from "./validity";
import { itemsThatVary } from "./varying-items";
import { version } from "../version";

/** A result of `scree cfa --format json`, key by key. */
export interface ConfirmatoryAnalysis {
  readonly sample: {
    readonly file: string;
    readonly rows: number;
    readonly used: number;
    readonly items: readonly string[];
    readonly reversed: readonly string[];
    /** rows left out on the user's word, numbered as in the file */
    readonly excluded?: { readonly rows: readonly number[]; readonly reason: string };
  };
  readonly factors: readonly {
    readonly name: string;
    readonly items: readonly string[];
    /** average variance extracted and composite reliability, of completely standardized loadings */
    readonly ave: number | null;
    readonly cr: number | null;
  }[];
  /** completely standardized, in the order of the factors */
  readonly loadings: readonly {
    readonly factor: string;
    readonly item: string;
    readonly loading: number;
    readonly se: number | null;
    readonly ci: Interval | null;
    readonly p: number | null;
    readonly residualVariance: number;
  }[];
  /** m × m */
  readonly factorCorrelations: readonly (readonly number[])[];
  readonly fit: ConfirmatoryFit;
  /** m × m: √AVE on the diagonal, factor correlations elsewhere */
  readonly fornellLarcker: readonly (readonly number[])[];
  /** pairs of factors that correlate above the √AVE of either */
  readonly notDiscriminant: readonly (readonly [string, string])[];
  readonly htmt: readonly (readonly (number | null)[])[];
  readonly htmt2: readonly (readonly (number | null)[])[];
  readonly iterations: number;
  readonly converged: boolean;
  /** the sentence for the method section */
  readonly method: string;
  readonly warnings: readonly Warning[];
}

/**
 * Confirmatory factor analysis of a survey by maximum likelihood, with convergent and discriminant validity of its factors. Rows complete in all items of the
 * model are used; a reverse-keyed item is reflected.
 * Sources: Jöreskog (1969) for the model, Fornell & Larcker (1981) and Henseler, Ringle & Sarstedt (2015) for validity.
 *
 * @param selection `scales` are the factors
 * @throws ScreeError `no-model`, those of `chooseItems` and `confirmatoryFactorAnalysis`
 */
export function confirmSurvey(survey: Survey, selection: Selection): ConfirmatoryAnalysis {
  const factors = modelOf(selection);
  const chosen = chooseItems(survey, { ...selection, items: factors.flatMap(({ items }) => items), scales: factors });
  const { items, waist, warnings } = itemsThatVary(chosen.items, { ...defaultSettings, missing: "listwise" });
  const varying = chosen.scales.map((scale) => ({ name: scale.name, items: scale.items.filter((name) => waist.items.includes(name)) }));
  const reversed = items.filter((item) => item.reversed).map(({ name }) => name);
  const result = confirmed({ R: waist.correlation, items: waist.items, n: waist.n }, varying);
  return {
    sample: { file: survey.source, rows: survey.rows, used: waist.n, items: waist.items, reversed, ...excludedIn(survey) },
    ...result,
    warnings: [...chosen.warnings, ...warnings, ...result.warnings],
  };
}

/** The same of a published correlation matrix. Sources: as `confirmSurvey`. */
export function confirmMatrix({ R, items, n, source, reversed = [] }: PublishedMatrix, selection: Selection): ConfirmatoryAnalysis {
  const factors = modelOf(selection).map((factor) => ({ name: factor.name, items: expandItems(factor.items, items) }));
  const result = confirmed({ R, items, n }, factors);
  return {
    sample: { file: source, rows: n, used: n, items: items.filter((item) => factors.some((factor) => factor.items.includes(item))), reversed },
    ...result,
  };
}

function modelOf({ scales = [] }: Selection): readonly Scale[] {
  if (scales.length === 0)
    throw new ScreeError("no-model", "A confirmatory factor analysis needs to know which items belong to which factor.", {
      hint: 'Write --model "F1=Q1-Q6" for each factor.',
    });
  const twice = scales.find(({ name }, at) => scales.findIndex((other) => other.name === name) !== at);
  if (twice) throw new ScreeError("factor-twice", `Two factors are called ${twice.name}.`, { hint: "Give each factor a name of its own." });
  return scales;
}

function confirmed({ R, items, n }: { R: Matrix; items: readonly string[]; n: number }, factors: readonly Scale[]): Omit<ConfirmatoryAnalysis, "sample"> {
  const { result, warnings } = confirmatoryFactorAnalysis(R, items, factors, n);
  const loadings = factors.flatMap((factor) =>
    factor.items.map((item) => ({ ...result.loadings.find((row) => row.item === item)!, residualVariance: result.residualVariances[item] })),
  );
  const ofFactor = factors.map(({ name }) => loadings.filter((row) => row.factor === name).map((row) => row.loading));
  const validity = factors.map(({ name, items: own }, f) => ({
    name,
    items: own,
    ave: averageVarianceExtracted(ofFactor[f]),
    cr: compositeReliability(ofFactor[f]),
  }));
  const table = fornellLarcker(
    validity.map(({ ave }) => ave ?? 0),
    result.factorCorrelations,
  );
  const indices = factors.map((factor) => factor.items.map((item) => items.indexOf(item)));
  return {
    factors: validity,
    loadings,
    factorCorrelations: result.factorCorrelations.to2DArray(),
    fit: result.fit,
    fornellLarcker: table.to2DArray(),
    notDiscriminant: withoutDiscriminantValidity(table).map(([a, b]): [string, string] => [factors[a].name, factors[b].name]),
    htmt: heterotraitMonotrait(R, indices, "htmt"),
    htmt2: heterotraitMonotrait(R, indices, "htmt2"),
    iterations: result.iterations,
    converged: result.converged,
    method: methodOf(factors, loadings.length, n),
    warnings,
  };
}

function methodOf(factors: readonly Scale[], items: number, n: number): string {
  const correlated = factors.length > 1 ? ` on ${factors.length} correlated factors` : " on one factor";
  return `Confirmatory factor analysis of ${items} items${correlated}, each item on one factor, errors uncorrelated; maximum likelihood, listwise deletion (N = ${n}), χ² = N·F; Scree ${version}.`;
}
