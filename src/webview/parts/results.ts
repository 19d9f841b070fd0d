import { type Analysis, type Scale } from "../../psychometrics/analysis";
import { proportion } from "../../tables/number";
import { type Table } from "../../tables/table";
import { type Choices, type Followed, type FollowUp, type Problem, type Reading, type SurveyInfo, type TableInfo } from "../protocol";
import { link } from "./controls";
import { h } from "./dom";
import { screePlot } from "./scree-plot";
import { followUp, scores } from "./follow-ups";
import { drawn, fold, folded, onRequest, plotted, section, type SectionView, withActions } from "./section";
import { uncertainty } from "./uncertainty";
import {
  correlationsVerdict,
  factorabilityVerdict,
  itemsVerdict,
  reliabilityVerdict,
  residualsVerdict,
  solutionVerdict,
  startsVerdict,
  varianceVerdict,
} from "./verdicts";

type Shown = Omit<Analysis, "correlation">;

/** What the results need besides the analysis. */
export interface ResultsView extends SectionView {
  readonly analysis: Shown;
  readonly tables: readonly Table[];
  readonly onRequest: readonly TableInfo[];
  readonly survey: SurveyInfo;
  readonly reading: Reading;
  readonly choices: Choices;
  readonly change: (choices: Choices) => void;
  readonly busy: boolean;
  readonly followed: ReadonlyMap<FollowUp, Followed | Problem>;
}

export const tableOf = ({ tables }: ResultsView, id: string) => tables.find((table) => table.id === id);

/** The results in the order of a paper. */
export function results(view: ResultsView): HTMLElement[] {
  const { analysis, survey } = view;
  const { solution } = analysis;
  const answers = survey.kind === "answers";
  return [
    ...(answers
      ? [
          section(
            view,
            "Items",
            itemsVerdict(analysis),
            [],
            folded(view, "descriptives", "Descriptive statistics", tableOf(view, "descriptives")),
            ...furtherTables(view, "items"),
          ),
        ]
      : []),
    reliability(view),
    retention(view),
    ...(solution
      ? [solved(view), section(view, "Variance explained", varianceVerdict(analysis), [tableOf(view, "variance")], drawn(tableOf(view, "variance")))]
      : [section(view, "Solution", ["none: the remarks above say why"], [])]),
    ...(tableOf(view, "factor-correlations")
      ? [
          section(
            view,
            "Factor correlations",
            correlationsVerdict(analysis),
            [tableOf(view, "factor-correlations")],
            drawn(tableOf(view, "factor-correlations")),
          ),
        ]
      : []),
    ...(answers ? [uncertainty(view)] : []),
    ...(solution ? [followUp(view, "compare", "Compare with…")] : []),
    ...(answers && solution ? [scores(view)] : []),
    ...(answers ? [followUp(view, "careless", "Careless responding")] : []),
    followUp(view, "confirm", "Confirm the scales"),
  ];
}

/** Where tables that are made on request stand; what is not named here belongs to the solution. */
const places: Readonly<Record<string, string>> = {
  correlations: "items",
  "reliability-coefficients": "reliability",
  "split-half": "reliability",
  "inter-item": "reliability",
  "anti-image": "factorability",
  "missing-patterns": "with the data",
  residuals: "with the residuals",
  "largest-residuals": "with the residuals",
};

/** Shorter than what a menu says; a kind that is not named here says that. */
const tableNames: Readonly<Record<string, string>> = {
  correlations: "Correlations",
  "reliability-coefficients": "Guttman’s bounds, halves, ω",
  "split-half": "Split halves",
  "inter-item": "Correlations between items",
  "anti-image": "Anti-image correlations",
  structure: "Structure matrix",
  "schmid-leiman": "Schmid–Leiman transformation",
  fit: "Fit of the model",
};

const furtherTables = (view: ResultsView, place: string): HTMLElement[] =>
  view.onRequest
    .filter(({ id }) => (places[id] ?? "solution") === place)
    .map(({ id, summary }) => onRequest(view, id, tableNames[id] ?? summary.replace(/^[a-z]/, (letter) => letter.toUpperCase())));

const reliability = (view: ResultsView): HTMLElement =>
  section(
    view,
    "Reliability",
    reliabilityVerdict(view.analysis.reliability),
    [tableOf(view, "reliability")],
    drawn(tableOf(view, "reliability")),
    folded(view, "items", "Item statistics", tableOf(view, "item-statistics")),
    ...furtherTables(view, "reliability"),
  );

function retention(view: ResultsView): HTMLElement {
  const { retention, solution, factorability } = view.analysis;
  return section(
    view,
    "Factorability and number of factors",
    factorabilityVerdict(factorability),
    [tableOf(view, "kmo-bartlett"), tableOf(view, "retention")],
    h(
      "div",
      { class: "two" },
      retention ? plotted(view, "scree", "scree plot", screePlot(retention, solution?.factors ?? 0)) : null,
      h("div", {}, drawn(tableOf(view, "retention"))),
    ),
    retention?.criteria
      ? fold(view, "basis", "Why the criteria differ", () => [
          h("ul", { class: "note" }, ...retention.criteria!.map(({ criterion, factors, basis }) => h("li", {}, `${criterion}: ${factors}. ${basis}`))),
        ])
      : null,
    folded(view, "kmo-bartlett", "KMO and Bartlett’s test", tableOf(view, "kmo-bartlett")),
    folded(view, "parallel", "Eigenvalues of the data and of random data", tableOf(view, "parallel-analysis")),
    ...furtherTables(view, "factorability"),
  );
}

function solved(view: ResultsView): HTMLElement {
  const { analysis } = view;
  const { solution } = analysis;
  const starts = startsVerdict(analysis);
  return section(
    view,
    "Solution",
    solutionVerdict(analysis),
    [tableOf(view, "loadings")],
    drawn(tableOf(view, "loadings")),
    starts ? h("p", { class: "note" }, starts) : null,
    fold(view, "method", "For the method section", () => [h("p", { class: "note" }, solution!.method)]),
    folded(view, "communalities", "Communalities", tableOf(view, "communalities")),
    solution!.residuals ? residuals(view) : null,
    ...furtherTables(view, "solution"),
    link("use-as-scales", "Take the factors as scales", () => view.change({ ...view.choices, scales: factorsAsScales(analysis) })),
  );
}

function residuals(view: ResultsView): HTMLElement {
  const { largest } = view.analysis.solution!.residuals!;
  return fold(view, "residuals", `Residuals: ${residualsVerdict(view.analysis)}`, () => {
    const tables = ["largest-residuals", "residuals"].filter((id) => view.onRequest.some((one) => one.id === id)).map(view.requested);
    return [
      h("p", { class: "note" }, `Largest: ${largest.map(({ items: [a, b], residual }) => `${a} with ${b} ${proportion(residual, 3)}`).join(" · ")}`),
      ...tables.map((table) => (table ? withActions(view, table) : h("p", { class: "note" }, "…"))),
    ];
  });
}

/** Each item goes to the factor that it loads on most; a factor with one item is no scale. */
export function factorsAsScales({ solution, sample }: Pick<Shown, "solution" | "sample">): Scale[] {
  const main = solution!.loadings.map((row) => row.map(Math.abs).reduce((best, size, k, all) => (size > all[best] ? k : best), 0));
  return solution!.names.map((name, k) => ({ name, items: sample.items.filter((_, i) => main[i] === k) })).filter(({ items }) => items.length > 1);
}
