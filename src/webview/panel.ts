import { type Analysis, type AnalysisSettings } from "../psychometrics/analysis";
import { type Table } from "../tables/table";
import { link } from "./parts/controls";
import { dataSection, fileControls } from "./parts/data-section";
import { h, replace } from "./parts/dom";
import { editor } from "./parts/editor";
import { optionsPanel } from "./parts/options";
import { results } from "./parts/results";
import { fold as foldIn, type SectionView } from "./parts/section";
import { sampleVerdict } from "./parts/verdicts";
import {
  type Choices,
  type Followed,
  type FollowUp,
  type FromPanel,
  type MatrixText,
  panelState,
  type Problem,
  type Reading,
  type SurveyInfo,
  type TableInfo,
  type ToPanel,
  toPanel,
} from "./protocol";

/** The page "Scree: Analyze survey": options beside their result. */
interface Page {
  survey?: SurveyInfo;
  study: string | null;
  reading: Reading;
  matrix?: MatrixText;
  choices?: Choices;
  result?: {
    readonly analysis: Omit<Analysis, "correlation">;
    readonly tables: readonly Table[];
    readonly onRequest: readonly TableInfo[];
  };
  problem?: Problem;
  /** 0 to 1 while an analysis runs */
  progress?: { readonly fraction: number; readonly step: string };
  /** tables that were asked for; undefined: on its way */
  requested: Map<string, Table | undefined>;
  followed: Map<FollowUp, Followed | Problem>;
}

const page: Page = {
  study: null,
  reading: { missingWords: [], excluded: { careless: false, rows: [] }, careless: false },
  requested: new Map(),
  followed: new Map(),
};
const stored = panelState(editor.getState());
const uri = document.body.dataset.uri ?? stored?.uri ?? "";
const open = new Set(stored?.open ?? []);
const send = (message: FromPanel) => editor.postMessage(message);
const remember = () => editor.setState({ uri, choices: page.choices ?? stored?.choices ?? null, open: [...open], matrix: page.matrix ?? stored?.matrix });

const nameOfFile = () => decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
const title = h("h1", {});
const sample = h("span", { class: "dim grow", id: "sample" });
const status = h("div", { class: "status", role: "status", "aria-live": "polite" });
/** beside what was said, which stays while something runs */
const progressHost = h("div", { class: "dim", id: "progress" });
const optionsHost = h("nav", { "aria-label": "Options" });
const resultsHost = h("div", { class: "results", id: "results" });
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
document.body.append(h("header", {}, title, sample, status, progressHost, copyAs, insertAll), h("main", {}, optionsHost, resultsHost));

function receive(message: ToPanel): void {
  if (message.type === "survey")
    Object.assign(page, {
      survey: message.survey,
      choices: message.choices,
      study: message.study,
      reading: message.reading,
      matrix: message.matrix,
      problem: undefined,
    });
  else if (message.type === "progress") page.progress = message;
  else if (message.type === "result") showResult(message);
  else if (message.type === "table") page.requested.set(message.table.id, message.table);
  else if (message.type === "follow") page.followed.set(message.what, message.found);
  else if (message.type === "problem") Object.assign(page, { problem: message.problem, progress: undefined });
  if (message.type === "said") say(message.text, message.undo);
  else if (message.type === "progress") drawProgress();
  else draw();
}

/** What was asked for of an earlier result is asked for again where it is seen, and forgotten elsewhere. */
function showResult(message: Extract<ToPanel, { type: "result" }>): void {
  const bootstraps = message.choices.settings.bootstrap !== undefined && message.analysis.uncertainty === undefined;
  const progress = bootstraps ? { fraction: 0, step: "bootstrap" } : undefined;
  Object.assign(page, { result: message, choices: message.choices, problem: undefined, progress });
  page.requested.clear();
  page.followed.clear();
}

function draw(): void {
  remember();
  const { survey, choices, result } = page;
  title.replaceChildren(survey?.source ?? nameOfFile());
  optionsHost.hidden = !survey;
  sample.replaceChildren(result ? sampleVerdict(result.analysis) : "");
  copyAs.disabled = insertAll.disabled = !result || page.problem !== undefined;
  drawProgress();
  if (survey && choices)
    replace(
      optionsHost,
      ...optionsPanel({
        survey,
        choices,
        used: result?.analysis.sample.used,
        factors: result?.analysis.solution?.factors,
        items: result?.analysis.sample.items ?? [],
        change,
        set,
        target: () => {
          send({ type: "target" });
          requestAnimationFrame(draw); // until a file is chosen the rotation is what it was
        },
        fold: (id, summary, ...content) => foldIn(sectionView, id, summary, () => content),
      }),
    );
  resultsHost.classList.toggle("outdated", page.problem !== undefined);
  replace(
    resultsHost,
    ...(page.problem ? [problemBox(page.problem)] : []),
    ...(result ? warnings(result.analysis.warnings.map((warning) => warning.message)) : []),
    ...(survey?.kind === "answers" && choices
      ? [
          dataSection({
            ...sectionView,
            survey,
            study: page.study,
            reading: page.reading,
            choices,
            change,
            warnings: page.problem ? [] : (result?.analysis.warnings ?? []),
            missing: page.problem ? undefined : result?.analysis.sample.missing,
            onRequest: page.problem ? [] : (result?.onRequest ?? []),
          }),
        ]
      : []),
    ...(survey && choices && result
      ? results({ ...sectionView, ...result, survey, reading: page.reading, choices, change, busy: page.progress !== undefined, followed: page.followed })
      : []),
  );
}

const sectionView: SectionView = {
  send,
  say: (text) => say(text),
  isOpen: (id) => open.has(id),
  setOpen: (id, now) => {
    if (now) open.add(id);
    else open.delete(id);
    remember();
  },
  requested: (id) => {
    if (!page.requested.has(id) && id !== "factor-scores") {
      page.requested.set(id, undefined);
      send({ type: "table", table: id });
    }
    return page.requested.get(id);
  },
};

function say(text: string, undo = false): void {
  status.replaceChildren(text, ...(undo ? [" ", link("undo", "Undo", () => send({ type: "undo" }))] : []));
}

/** The bar and the button stay the same while the work goes on: a button that is drawn anew under the mouse cannot be pressed. */
const bar = h("progress", { max: 1 });
const step = h("span", {});
const cancel = link("cancel", "Cancel", () => send({ type: "cancel" }));

function drawProgress(): void {
  const { progress } = page;
  if (!progress) return progressHost.replaceChildren();
  bar.value = progress.fraction;
  bar.setAttribute("aria-label", progress.step);
  step.replaceChildren(` ${progress.step} `);
  if (progressHost.childElementCount === 0) progressHost.append(bar, step, cancel);
}

function change(choices: Choices): void {
  page.choices = choices;
  status.replaceChildren();
  page.progress = { fraction: 0, step: "computing" };
  send({ type: "choose", choices });
  requestAnimationFrame(draw); // after the focus has moved on, which a redrawn control would keep from it
}

function set(settings: Partial<AnalysisSettings>): void {
  const { choices } = page;
  if (choices) change({ ...choices, settings: { ...choices.settings, ...settings } });
}

const warnings = (messages: readonly string[]) =>
  messages.length > 0 ? [h("section", { class: "warnings", "aria-label": "Remarks" }, h("ul", {}, ...messages.map((message) => h("li", {}, message))))] : [];

const problemBox = ({ code, message, hint }: Problem) =>
  h(
    "section",
    { class: "problem", role: "alert" },
    h("p", {}, h("strong", {}, message)),
    hint ? h("p", {}, hint) : null,
    /utf|encoding|nul-byte|ragged|quote|delimiter/.test(code)
      ? fileControls({ source: nameOfFile(), warnings: [] }, page.reading, (said, ...changes) => send({ type: "correct", changes, said }))
      : null,
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
