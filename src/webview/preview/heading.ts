import { type ColumnSummary } from "../../survey/preview/summary";
import { h, s } from "../parts/dom";
import { type ColumnHead } from "./protocol";
import { columnWords, figuresLine, roleLine, validLine } from "./summary-words";

/** The head of a column: name, question, role, and when it has been summed up, its histogram and figures. The whole of it stands in the tooltip and the description. */
export function fillHeading(element: HTMLElement, column: ColumnHead, summary: ColumnSummary | undefined): void {
  const words = columnWords(column, summary);
  element.title = words.join("\n");
  element.setAttribute("aria-label", column.label ? `${column.name}, ${column.label}` : column.name);
  element.setAttribute("aria-description", words.slice(column.label ? 2 : 1).join("; "));
  element.replaceChildren(
    h("div", { class: "name" }, column.name),
    h("div", { class: "label" }, column.label ?? ""),
    h("div", { class: "role" }, roleLine(column, summary)),
    summary?.histogram ? histogram(summary.histogram) : h("div", { class: "bars" }),
    h("div", { class: "figures" }, summary ? validLine(summary) : ""),
    h("div", { class: "figures" }, ...(summary ? figuresLine(column, summary) : [])),
  );
}

/** One path, a unit wide for each bar. */
function histogram({ bars, single }: NonNullable<ColumnSummary["histogram"]>): SVGSVGElement {
  const most = Math.max(...bars);
  const gap = single ? 0.12 : 0.02;
  const shown = Math.max(bars.length, 5); // few bars are not stretched over the whole width
  const d = bars.map((times, i) => {
    const height = times === 0 ? 0 : Math.max(0.04, times / most);
    return `M${i + gap} 1V${(1 - height).toFixed(3)}H${i + 1 - gap}V1Z`;
  });
  return s("svg", { class: "bars", viewBox: `0 0 ${shown} 1`, preserveAspectRatio: "none", "aria-hidden": "true" }, s("path", { d: d.join("") }));
}
