import { type Analysis } from "../psychometrics/analysis";
import { toHtml } from "../tables/html";
import { type Table } from "../tables/table";
import { apaTable, inline, notesOf } from "./parts/apa-table";
import { h, replace } from "./parts/dom";
import { editor } from "./parts/editor";
import { link, optionsPanel } from "./parts/options";
import { screePlot } from "./parts/scree-plot";
import { standalone } from "./parts/standalone";
import {
  correlationsVerdict,
  factorabilityVerdict,
  itemsVerdict,
  reliabilityVerdict,
  sampleVerdict,
  solutionVerdict,
  type Verdict,
  varianceVerdict,
} from "./parts/verdicts";
import { type Choices, type FromPanel, panelState, type Problem, type SurveyInfo, type ToPanel, toPanel } from "./protocol";

/** The page "Scree: Analyze survey": options beside their result. */
interface Page {
  survey?: SurveyInfo;
  study: string | null;
  choices?: Choices;
  result?: { readonly analysis: Omit<Analysis, "correlation">; readonly tables: readonly Table[] };
  problem?: Problem;
  /** 0 to 1 while an analysis runs */
  progress?: { readonly fraction: number; readonly step: string };
}

const page: Page = { study: null };
const stored = panelState(editor.getState());
const uri = document.body.dataset.uri ?? stored?.uri ?? "";
const open = new Set(stored?.open ?? []);
const send = (message: FromPanel) => editor.postMessage(message);
const remember = () => editor.setState({ uri, choices: page.choices ?? stored?.choices ?? null, open: [...open] });

const title = h("h1", {});
const sample = h("span", { class: "dim grow", id: "sample" });
const status = h("div", { class: "status", role: "status", "aria-live": "polite" });
const optionsHost = h("nav", { "aria-label": "Options" });
const results = h("div", { class: "results", id: "results" });
const copyAs = h(
  "select",
  {
    class: "copy",
    id: "copy-analysis",
    "aria-label": "Copy the analysis as commands of another program",
    title: "The commands that give the same figures",
    disabled: true,
    change: (event) => {
      const select = event.target as HTMLSelectElement;
      const language = select.value;
      select.value = "";
      if (language === "r" || language === "spss") send({ type: "replay", language });
    },
  },
  h("option", { value: "" }, "Copy as"),
  h("option", { value: "r" }, "R"),
  h("option", { value: "spss" }, "SPSS syntax"),
);
const insertAll = h(
  "button",
  { class: "primary", id: "insert-all", type: "button", disabled: true, click: () => send({ type: "insert", table: "all" }) },
  "Insert report",
);
document.body.append(h("header", {}, title, sample, status, copyAs, insertAll), h("main", {}, optionsHost, results));

function receive(message: ToPanel): void {
  if (message.type === "survey") Object.assign(page, { survey: message.survey, choices: message.choices, study: message.study, problem: undefined });
  else if (message.type === "progress") page.progress = message;
  else if (message.type === "result") Object.assign(page, { result: message, problem: undefined, progress: undefined });
  else if (message.type === "problem") Object.assign(page, { problem: message.problem, progress: undefined });
  if (message.type === "said") status.replaceChildren(message.text);
  else if (message.type === "progress") drawProgress();
  else draw();
}

function draw(): void {
  remember();
  title.replaceChildren(page.survey?.source ?? decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1)));
  optionsHost.hidden = !page.survey;
  sample.replaceChildren(page.result ? sampleVerdict(page.result.analysis) : "");
  copyAs.disabled = insertAll.disabled = !page.result || page.problem !== undefined;
  drawProgress();
  if (page.survey && page.choices)
    replace(
      optionsHost,
      ...optionsPanel({
        survey: page.survey,
        choices: page.choices,
        used: page.result?.analysis.sample.used,
        factors: page.result?.analysis.solution?.factors,
        items: page.result?.analysis.sample.items ?? [],
        change,
        fold,
      }),
    );
  results.classList.toggle("outdated", page.problem !== undefined);
  replace(results, ...(page.problem ? [problemBox(page.problem)] : []), ...(page.result ? sections(page.result.analysis, page.result.tables) : []));
}

function drawProgress(): void {
  const { progress } = page;
  status.replaceChildren(
    ...(progress
      ? [
          h("progress", { max: 1, value: progress.fraction, "aria-label": progress.step }),
          ` ${progress.step} `,
          link("cancel", "Cancel", () => send({ type: "cancel" })),
        ]
      : []),
  );
}

function change(choices: Choices): void {
  page.choices = choices;
  page.progress = { fraction: 0, step: "computing" };
  send({ type: "choose", choices });
  requestAnimationFrame(draw); // after the focus has moved on, which a redrawn control would keep from it
}

function sections(analysis: Omit<Analysis, "correlation">, tables: readonly Table[]): HTMLElement[] {
  const of = (id: string) => tables.find((table) => table.id === id);
  const { solution, retention } = analysis;
  return [
    ...warnings(analysis.warnings.map((warning) => warning.message)),
    section("Items", itemsVerdict(analysis), [], folded("descriptives", "Descriptive statistics", of("descriptives"))),
    section(
      "Reliability",
      reliabilityVerdict(analysis.reliability),
      [of("reliability")],
      drawn(of("reliability")),
      folded("items", "Item statistics", of("items") ?? of("item-statistics")),
    ),
    section(
      "Factorability and number of factors",
      factorabilityVerdict(analysis.factorability),
      [of("kmo-bartlett"), of("retention")],
      h("div", { class: "two" }, retention ? figure(screePlot(retention, solution?.factors ?? 0)) : null, h("div", {}, drawn(of("retention")))),
      folded("kmo-bartlett", "KMO and Bartlett’s test", of("kmo-bartlett")),
      folded("parallel", "Eigenvalues of the data and of random data", of("parallel-analysis") ?? of("parallel")),
    ),
    ...(solution
      ? [
          section(
            "Solution",
            solutionVerdict(analysis),
            [of("loadings")],
            drawn(of("loadings")),
            fold("method", "For the method section", h("p", { class: "note" }, solution.method)),
            folded("communalities", "Communalities", of("communalities")),
          ),
          section("Variance explained", varianceVerdict(analysis), [of("variance")], drawn(of("variance"))),
        ]
      : [section("Solution", ["none: the remarks above say why"], [])]),
    ...(of("factor-correlations")
      ? [section("Factor correlations", correlationsVerdict(analysis), [of("factor-correlations")], drawn(of("factor-correlations")))]
      : []),
  ];
}

function section(name: string, verdict: Verdict, inserts: readonly (Table | undefined)[], ...content: (Node | null)[]): HTMLElement {
  const present = inserts.filter((table) => table !== undefined);
  return h(
    "section",
    { "aria-label": name },
    h(
      "div",
      { class: "head" },
      h("h2", {}, name),
      h("span", { class: "say" }, ...inline(verdict)),
      h("span", { class: "actions" }, ...present.flatMap((table) => actions(table, present.length > 1))),
    ),
    ...content,
  );
}

/** A plot, and the way to take it into the manuscript. */
const figure = (svg: SVGSVGElement) =>
  h(
    "figure",
    {},
    svg,
    h(
      "figcaption",
      {},
      link("insert-figure", "Insert figure", () => send({ type: "figure", svg: standalone(svg), words: svg.getAttribute("aria-label") ?? "" }), {
        "aria-label": "Insert figure into manuscript: scree plot",
      }),
    ),
  );

/** What to do with a table: put it into the manuscript, or take it along. */
function actions(table: Table, several: boolean): HTMLElement[] {
  const copy = h(
    "select",
    {
      class: "copy",
      id: `copy-${table.id}`,
      "aria-label": `Copy: ${table.title}`,
      change: (event) => {
        const select = event.target as HTMLSelectElement;
        const format = select.value;
        select.value = "";
        if (format === "html") copyRich(table);
        else if (format === "markdown" || format === "latex") send({ type: "copy", table: table.id, format });
      },
    },
    h("option", { value: "" }, "Copy"),
    h("option", { value: "markdown" }, "Markdown"),
    h("option", { value: "html" }, "HTML (Word)"),
    h("option", { value: "latex" }, "LaTeX"),
  );
  const label = several ? `Insert ${table.id === "kmo-bartlett" ? "KMO and Bartlett" : "criteria"}` : "Insert table";
  return [
    link(`insert-${table.id}`, label, () => send({ type: "insert", table: table.id }), {
      "aria-label": `${label} into manuscript: ${table.title}`,
      title: "Insert into manuscript",
    }),
    ...(several ? [] : [copy]),
  ];
}

/** As a table that a word processor takes as a table; only the page itself can put that on the clipboard. */
function copyRich(table: Table): void {
  const html = toHtml(table);
  const item = new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([html], { type: "text/plain" }) });
  navigator.clipboard.write([item]).then(
    () => status.replaceChildren(`Copied: ${table.title}`),
    () => send({ type: "copy", table: table.id, format: "html" }),
  );
}

const drawn = (table: Table | undefined): Node | null => (table ? h("div", {}, apaTable(table), notesOf(table)) : null);

const folded = (id: string, summary: string, table: Table | undefined): Node | null =>
  table
    ? fold(id, summary, h("div", { class: "head" }, h("span", { class: "grow" }), h("span", { class: "actions" }, ...actions(table, false))), drawn(table)!)
    : null;

/** Folded until somebody wants it; what was unfolded stays so. */
function fold(id: string, summary: string, ...content: Node[]): HTMLElement {
  return h(
    "details",
    {
      open: open.has(id),
      toggle: (event) => {
        if ((event.target as HTMLDetailsElement).open) open.add(id);
        else open.delete(id);
        remember();
      },
    },
    h("summary", { id: `fold-${id}` }, summary),
    ...content,
  );
}

const warnings = (messages: readonly string[]) =>
  messages.length > 0 ? [h("section", { class: "warnings", "aria-label": "Remarks" }, h("ul", {}, ...messages.map((message) => h("li", {}, message))))] : [];

const problemBox = ({ message, hint }: Problem) =>
  h(
    "section",
    { class: "problem", role: "alert" },
    h("p", {}, h("strong", {}, message)),
    hint ? h("p", {}, hint) : null,
    h(
      "p",
      {},
      link("reload", "Read the file again", () => send({ type: "reload" })),
    ),
  );

addEventListener("message", (event) => {
  const message = toPanel(event.data);
  if (message) receive(message);
});
send({ type: "ready" });
