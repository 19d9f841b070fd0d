import { type FileResult, type FindingResult, type RangeResult, type StatisticResult } from "../checks/result";
import { h, replace } from "./parts/dom";
import { editor } from "./parts/editor";
import { findingWord, isImpossible } from "../checks/finding-word";
import { passage } from "../checks/passage";
import { type FromReport, reportState, type ToReport, toReport } from "./protocol";

/** The page "Scree: Check reported statistics": what cannot be true first, what is doubtful after, and at the end what is right. */
const groups = ["error", "warning", "information", "consistent", "unchecked"] as const;
type Group = (typeof groups)[number];
const groupNames: Record<Group, string> = { error: "contradictory", warning: "doubtful", information: "incomplete", consistent: "right", unchecked: "not checkable" };

let report: Extract<ToReport, { type: "report" }> | undefined;
const stored = reportState(editor.getState());
const uri = document.body.dataset.uri ?? stored?.uri ?? "";
const shown = new Set<Group>(stored && stored.show.length > 0 ? groups.filter((group) => stored.show.includes(group)) : groups);
const send = (message: FromReport) => editor.postMessage(message);

const title = h("h1", {});
const filters = h("div", { class: "filters grow", role: "group", "aria-label": "Show" });
const exported = h("button", { class: "primary", id: "export", type: "button", disabled: true, click: () => send({ type: "export" }) }, "Export review");
const body = h("main", { id: "findings" });
document.body.append(h("header", {}, title, filters, exported), body);

function draw(): void {
  if (!report) return;
  const { result, lines } = report;
  title.replaceChildren(report.title);
  exported.disabled = false;
  replace(filters, ...filterButtons(result));
  const findings = groups.slice(0, 3).flatMap((group) => (shown.has(group) ? byImpossibility(result.findings.filter(({ severity }) => severity === group)) : []));
  const looked = (verdict: "consistent" | "unchecked") => (shown.has(verdict) ? result.statistics.filter((statistic) => statistic.verdict === verdict) : []);
  replace(
    body,
    ...(result.findings.length === 0 ? [h("p", { class: "none" }, result.statistics.length === 0 ? "No reported statistic was recognised here." : "Nothing contradicts: everything that could be recomputed agrees with what is printed.")] : []),
    ...findings.map((finding, i) => findingCard(finding, lines, i)),
    ...statisticsList("Right", looked("consistent"), lines, "right"),
    ...statisticsList("Not checkable", looked("unchecked"), lines, "open"),
  );
}

/** The impossible first; otherwise in the order of the text. */
const byImpossibility = (findings: readonly FindingResult[]) => [...findings].sort((a, b) => Number(isImpossible(b.rule)) - Number(isImpossible(a.rule)));

function filterButtons(result: FileResult): HTMLElement[] {
  const counts = (group: Group) => (group === "consistent" || group === "unchecked" ? result.statistics.filter(({ verdict }) => verdict === group) : result.findings.filter(({ severity }) => severity === group)).length;
  const total = result.statistics.length;
  return [
    h("span", { class: "dim" }, `${total} reported ${total === 1 ? "statistic" : "statistics"}`),
    ...groups.filter((group) => counts(group) > 0).map((group) =>
      h("button", { class: `filter ${group}`, type: "button", id: `filter-${group}`, "aria-pressed": String(shown.has(group)), title: shown.has(group) ? "Hide these" : "Show these", click: () => toggle(group) }, `${counts(group)} ${groupNames[group]}`)),
  ];
}

function toggle(group: Group): void {
  if (!shown.delete(group)) shown.add(group);
  editor.setState({ uri, show: [...shown] });
  draw();
}

function findingCard(finding: FindingResult, lines: readonly string[], index: number): HTMLElement {
  const { before, marked, after } = passage(lines, finding.range);
  return h("article", { class: `finding ${finding.severity}`, "aria-labelledby": `finding-${index}` },
    h("div", {}, h("b", { id: `finding-${index}` }, findingWord(finding.rule, finding.severity)), " ", h("q", {}, before, h("mark", {}, marked), after)),
    h("div", {}, finding.message, finding.detail ? ` ${finding.detail}` : ""),
    h("div", { class: "places" }, jump(`finding-${index}-place`, `line ${finding.range.start.line}`, finding.range),
      ...finding.related.map(({ message, range }, i) => jump(`finding-${index}-related-${i}`, `${message}, line ${range.start.line}`, range)),
      h("button", { class: "quiet", type: "button", id: `finding-${index}-why`, "aria-label": `Why: ${finding.rule}`, title: finding.rule, click: () => send({ type: "explain", rule: finding.rule }) }, "why")));
}

function statisticsList(name: string, statistics: readonly StatisticResult[], lines: readonly string[], mark: string): HTMLElement[] {
  if (statistics.length === 0) return [];
  const rows = statistics.map((statistic, i) => {
    const { before, marked, after } = passage(lines, statistic.range);
    return h("li", {}, jump(`${mark}-${i}`, `line ${statistic.range.start.line}`, statistic.range), " ", h("q", { class: "dim" }, before, h("strong", {}, marked), after), statistic.reason ? h("span", { class: "dim reason" }, ` · ${statistic.reason}`) : null);
  });
  return [h("section", { class: `looked ${mark}`, "aria-label": name }, h("h2", {}, name, h("span", { class: "dim" }, ` ${statistics.length}`)), h("ul", {}, ...rows))];
}

const jump = (id: string, text: string, { start, end }: RangeResult) =>
  h("button", { class: "quiet", type: "button", id, click: () => send({ type: "show", place: { start: start.offset, end: end.offset } }) }, text);

addEventListener("message", (event) => {
  const message = toReport(event.data);
  if (message?.type === "report") {
    report = message;
    draw();
  } else if (message?.type === "problem") {
    replace(body, h("section", { class: "problem", role: "alert" }, h("p", {}, h("strong", {}, message.problem.message)), message.problem.hint ?? ""));
  }
});
editor.setState({ uri, show: [...shown] });
send({ type: "ready" });
