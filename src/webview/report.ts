import { type FileResult, type FindingResult, type RangeResult, type StatisticResult } from "../checks/result";
import { h, replace } from "./parts/dom";
import { editor } from "./parts/editor";
import { findingWord, isImpossible } from "../checks/finding-word";
import { passage } from "../checks/passage";
import { placeName } from "../checks/place";
import { type exportFormats, type FromReport, type Reported, reportState, type ToReport, toReport } from "./protocol";

/** The page "Scree: Check reported statistics": what cannot be true first, what is doubtful after, and at the end what is right. */
const groups = ["error", "warning", "information", "consistent", "unchecked"] as const;
type Group = (typeof groups)[number];
const groupNames: Record<Group, string> = {
  error: "contradictory",
  warning: "doubtful",
  information: "incomplete",
  consistent: "right",
  unchecked: "not checkable",
};

let latest: Extract<ToReport, { type: "report" }> | undefined;
const stored = reportState(editor.getState());
const uri = document.body.dataset.uri ?? stored?.uri ?? "";
const shown = new Set<Group>(stored && stored.show.length > 0 ? groups.filter((group) => stored.show.includes(group)) : groups);
const send = (message: FromReport) => editor.postMessage(message);

const title = h("h1", {});
const filters = h("div", { class: "filters grow", role: "group", "aria-label": "Show" });
const exportAs = (format: (typeof exportFormats)[number], words: string, title: string) =>
  h(
    "button",
    {
      class: format === "review" ? "primary" : "quiet",
      id: `export-${format}`,
      type: "button",
      disabled: true,
      title,
      click: () => send({ type: "export", format }),
    },
    words,
  );
const exports = [
  exportAs("json", "JSON", "Everything that was read, as scree check --format json prints it"),
  exportAs("sarif", "SARIF", "The findings in SARIF 2.1.0, which code-review services read"),
  exportAs("review", "Export review", "A review in Markdown, as one sends it to authors"),
];
const body = h("main", { id: "findings" });
document.body.append(h("header", {}, title, filters, ...exports), body);

function draw(): void {
  if (!latest) return;
  const report = latest;
  const { result } = report;
  title.replaceChildren(report.title);
  for (const button of exports) button.disabled = false;
  replace(filters, ...filterButtons(result));
  const findings = groups
    .slice(0, 3)
    .flatMap((group) => (shown.has(group) ? byImpossibility(result.findings.filter(({ severity }) => severity === group)) : []));
  const looked = (verdict: "consistent" | "unchecked") => (shown.has(verdict) ? result.statistics.filter((statistic) => statistic.verdict === verdict) : []);
  replace(
    body,
    ...(result.remarks ?? []).map((remark) => h("p", { class: "remark" }, remark)),
    ...(result.findings.length === 0
      ? [
          h(
            "p",
            { class: "none" },
            result.statistics.length === 0
              ? "No reported statistic was recognised here."
              : "Nothing contradicts: everything that could be recomputed agrees with what is printed.",
          ),
        ]
      : []),
    ...findings.map((finding, i) => findingCard(finding, report, i)),
    ...statisticsList("Right", looked("consistent"), report, "right"),
    ...statisticsList("Not checkable", looked("unchecked"), report, "open"),
  );
}

/** The impossible first; otherwise in the order of the text. */
const byImpossibility = (findings: readonly FindingResult[]) => [...findings].sort((a, b) => Number(isImpossible(b.rule)) - Number(isImpossible(a.rule)));

function filterButtons(result: FileResult): HTMLElement[] {
  const counts = (group: Group) =>
    (group === "consistent" || group === "unchecked"
      ? result.statistics.filter(({ verdict }) => verdict === group)
      : result.findings.filter(({ severity }) => severity === group)
    ).length;
  const total = result.statistics.length;
  return [
    h("span", { class: "dim" }, `${total} reported ${total === 1 ? "statistic" : "statistics"}`),
    ...groups
      .filter((group) => counts(group) > 0)
      .map((group) =>
        h(
          "button",
          {
            class: `filter ${group}`,
            type: "button",
            id: `filter-${group}`,
            "aria-pressed": String(shown.has(group)),
            title: shown.has(group) ? "Hide these" : "Show these",
            click: () => toggle(group),
          },
          `${counts(group)} ${groupNames[group]}`,
        ),
      ),
  ];
}

function toggle(group: Group): void {
  if (!shown.delete(group)) shown.add(group);
  editor.setState({ uri, show: [...shown] });
  draw();
}

function findingCard(finding: FindingResult, report: Reported, index: number): HTMLElement {
  const { before, marked, after } = passage(report.lines, finding.range);
  return h(
    "article",
    { class: `finding ${finding.severity}`, "aria-labelledby": `finding-${index}` },
    h("div", {}, h("b", { id: `finding-${index}` }, findingWord(finding.rule, finding.severity)), " ", h("q", {}, before, h("mark", {}, marked), after)),
    h("div", {}, finding.message, finding.detail ? ` ${finding.detail}` : ""),
    h(
      "div",
      { class: "places" },
      place(report, `finding-${index}-place`, "", finding.range),
      ...finding.related.map((related, i) => relatedPlace(report, `finding-${index}-related-${i}`, related)),
      h(
        "button",
        {
          class: "quiet",
          type: "button",
          id: `finding-${index}-why`,
          "aria-label": `Why: ${finding.rule}`,
          title: finding.rule,
          click: () => send({ type: "explain", rule: finding.rule }),
        },
        "why",
      ),
    ),
  );
}

function statisticsList(name: string, statistics: readonly StatisticResult[], report: Reported, mark: string): HTMLElement[] {
  if (statistics.length === 0) return [];
  const rows = statistics.map((statistic, i) => {
    const { before, marked, after } = passage(report.lines, statistic.range);
    return h(
      "li",
      {},
      place(report, `${mark}-${i}`, "", statistic.range),
      " ",
      h("q", { class: "dim" }, before, h("strong", {}, marked), after),
      statistic.reason ? h("span", { class: "dim reason" }, ` · ${statistic.reason}`) : null,
    );
  });
  return [
    h(
      "section",
      { class: `looked ${mark}`, "aria-label": name },
      h("h2", {}, name, h("span", { class: "dim" }, ` ${statistics.length}`)),
      h("ul", {}, ...rows),
    ),
  ];
}

/** A way to the place; in a file without text, where it stands as far as that is known. */
function place({ jumps, result }: Reported, id: string, words: string, range: RangeResult): HTMLElement | null {
  const text = [words, placeName(range, result.path)].filter(Boolean).join(", ");
  if (!jumps) return text ? h("span", { class: "at" }, text) : null;
  return h(
    "button",
    { class: "quiet", type: "button", id, click: () => send({ type: "show", place: { start: range.start.offset, end: range.end.offset } }) },
    text,
  );
}

/** Where nobody can go and look, the other place is quoted as well. */
function relatedPlace(report: Reported, id: string, { message, range }: FindingResult["related"][number]): HTMLElement | null {
  const there = place(report, id, message, range);
  if (report.jumps || !there) return there;
  const { before, marked, after } = passage(report.lines, range);
  there.append(": ", h("q", {}, "“", before, h("strong", {}, marked), after, "”"));
  return there;
}

addEventListener("message", (event) => {
  const message = toReport(event.data);
  if (message?.type === "report") {
    latest = message;
    draw();
  } else if (message?.type === "problem") {
    replace(body, h("section", { class: "problem", role: "alert" }, h("p", {}, h("strong", {}, message.problem.message)), message.problem.hint ?? ""));
  }
});
editor.setState({ uri, show: [...shown] });
send({ type: "ready" });
