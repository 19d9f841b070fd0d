import { sortedItems } from "../../tables/loadings";
import { link } from "./controls";
import { h } from "./dom";
import { intervalPlot } from "./interval-plot";
import { type ResultsView, tableOf } from "./results";
import { folded, plotted, section } from "./section";
import { uncertaintyVerdict } from "./verdicts";

/** The intervals of a bootstrap: asked for by a button, because they take hundreds of analyses. */
export function uncertainty(view: ResultsView): HTMLElement {
  const { analysis, choices, change, busy } = view;
  const { uncertainty, solution } = analysis;
  const run = (bootstrap: number | undefined) => change({ ...choices, settings: { ...choices.settings, bootstrap } });
  const samples = h("input", { id: "bootstrap-samples", type: "number", min: 100, max: 100_000, step: 100, value: choices.settings.bootstrap ?? 1000 });
  const form = h(
    "form",
    {
      class: "inline",
      submit: (event) => {
        event.preventDefault();
        const count = samples.valueAsNumber;
        if (Number.isInteger(count) && count >= 2 && count <= 100_000) run(count);
      },
    },
    h("label", {}, "Samples of the rows ", samples),
    " ",
    h("button", { class: "secondary", id: "bootstrap-run", type: "submit", disabled: busy }, uncertainty ? "Run again" : "Bootstrap"),
    choices.settings.bootstrap ? link("bootstrap-clear", "Without", () => run(undefined)) : null,
  );
  const intervals = uncertainty?.loadings;
  return section(
    view,
    "Uncertainty",
    uncertaintyVerdict(analysis, choices.settings.bootstrap !== undefined && busy),
    uncertainty ? [tableOf(view, "loading-intervals"), tableOf(view, "bootstrap")] : [],
    form,
    intervals && solution
      ? plotted(view, "intervals", "loadings with their intervals", intervalPlot(solution, intervals, analysis.sample.items, sortedItems(solution.loadings)))
      : null,
    uncertainty ? folded(view, "loading-intervals", "Loadings with 95% intervals", tableOf(view, "loading-intervals")) : null,
    uncertainty ? folded(view, "bootstrap", "Reliability and number of factors", tableOf(view, "bootstrap")) : null,
  );
}
