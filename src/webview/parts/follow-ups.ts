import { type FollowUp } from "../protocol";
import { link } from "./controls";
import { h } from "./dom";
import { type ResultsView } from "./results";
import { drawn, tableActions } from "./section";

/** What a section says before it was asked for. */
const leads: Record<FollowUp, string> = {
  confirm: "ML confirmatory factor analysis of the scales, AVE, composite reliability, Fornell–Larcker, HTMT",
  compare: "congruence with another analysis, or with loadings from a file",
  careless: "rows that may have been answered without reading",
};

export function followUp(view: ResultsView, what: FollowUp, name: string): HTMLElement {
  const found = view.followed.get(what);
  const word = found ? "Again" : what === "compare" ? "Choose…" : "Run";
  const run = link(`follow-${what}`, word, () => view.send({ type: "follow", what }), { "aria-label": `${word}: ${name}` });
  const head = (say: string) =>
    h("div", { class: "head" }, h("h2", {}, name.replace(/…$/, "")), h("span", { class: "say" }, say), h("span", { class: "actions" }, run));
  if (!found) return h("section", { "aria-label": name }, head(leads[what]));
  if ("message" in found) return h("section", { "aria-label": name }, head(`${found.message} ${found.hint ?? ""}`));
  return h(
    "section",
    { "aria-label": name },
    head(found.verdict),
    ...found.remarks.map((remark) => h("p", { class: "note" }, remark)),
    found.flagged ? h("p", {}, excludeFlagged(view, found.flagged)) : null,
    ...found.tables.map((table) =>
      h(
        "div",
        { class: "block" },
        h(
          "div",
          { class: "head" },
          h("h3", {}, table.title),
          h("span", { class: "grow" }),
          h("span", { class: "actions" }, ...tableActions(view, table, false)),
        ),
        drawn(table),
      ),
    ),
  );
}

const excludeFlagged = ({ send, reading }: ResultsView, flagged: number): HTMLElement =>
  link("exclude-careless", flagged === 1 ? "Leave this row out" : `Leave these ${flagged} rows out`, () =>
    send({
      type: "correct",
      changes: [{ kind: "exclude", careless: true, rows: reading.excluded.rows }],
      said: "Rows that look carelessly answered are left out.",
    }),
  );

export function scores(view: ResultsView): HTMLElement {
  const methods =
    view.choices.settings.extraction === "pca"
      ? { regression: "Regression" }
      : { regression: "Regression", bartlett: "Bartlett", "anderson-rubin": "Anderson–Rubin", "ten-berge": "ten Berge" };
  const method = h("select", { id: "score-method" }, ...Object.entries(methods).map(([value, name]) => h("option", { value }, name)));
  const table = view.requested("factor-scores");
  return h(
    "section",
    { "aria-label": "Factor scores" },
    h(
      "div",
      { class: "head" },
      h("h2", {}, "Factor scores"),
      h("span", { class: "say" }, "a file of their own beside the data"),
      h("span", { class: "actions" }, ...(table ? tableActions(view, table, false) : [])),
    ),
    h(
      "form",
      {
        class: "inline",
        submit: (event) => {
          event.preventDefault();
          view.send({ type: "scores", method: method.value as keyof typeof methods });
        },
      },
      h("label", {}, "Method ", method),
      " ",
      h("button", { class: "secondary", id: "save-scores", type: "submit" }, "Save scores…"),
    ),
    table ? drawn(table) : null,
  );
}
