import { type Solution, type Uncertainty } from "../../psychometrics/analysis";
import { proportion } from "../../tables/number";
import { s } from "./dom";

const rowHeight = 15;
const edge = { left: 84, right: 8, top: 20, bottom: 22 };
const panelWidth = 150;
const gap = 12;

/** A line an item, a field a factor: each loading with the percentile interval of its bootstrap. What it shows stands in figures in the table beside it. */
export function intervalPlot(
  { names, loadings }: Pick<Solution, "names" | "loadings">,
  { low, high }: NonNullable<Uncertainty["loadings"]>,
  items: readonly string[],
  order: readonly number[],
): SVGSVGElement {
  const all = [...low.flat(), ...high.flat(), 0];
  const [least, most] = [Math.min(-0.2, ...all), Math.max(1, ...all)];
  const width = edge.left + names.length * (panelWidth + gap) - gap + edge.right;
  const height = edge.top + order.length * rowHeight + edge.bottom;
  const left = (factor: number) => edge.left + factor * (panelWidth + gap);
  const x = (factor: number, value: number) => left(factor) + ((value - least) / (most - least)) * panelWidth;
  const y = (row: number) => edge.top + (row + 0.5) * rowHeight;
  const foot = edge.top + order.length * rowHeight;
  const ticks = [-1, -0.5, 0, 0.5, 1].filter((value) => value >= least && value <= most);

  return s(
    "svg",
    { class: "intervals", viewBox: `0 0 ${width} ${height}`, width, role: "img", "aria-label": inWords(names, loadings, low, high) },
    ...order.map((item, row) => s("text", { class: "item", x: edge.left - 8, y: y(row) + 3 }, shortened(items[item]))),
    ...names.flatMap((name, factor) => [
      s("text", { class: "order", x: left(factor) + panelWidth / 2, y: 11 }, name),
      ...ticks.flatMap((value) => [
        s("line", { class: value === 0 ? "axis" : "grid", x1: x(factor, value), x2: x(factor, value), y1: edge.top, y2: foot }),
        s("text", { class: "order", x: x(factor, value), y: foot + 13 }, value === 0 ? "0" : proportion(value, 1)),
      ]),
      ...order.flatMap((item, row) => {
        const [from, to, at] = [low[item][factor], high[item][factor], loadings[item][factor]];
        const apart = from > 0 || to < 0;
        const title = `${items[item]} on ${name}: ${proportion(at)} [${proportion(from)}, ${proportion(to)}]`;
        return [
          s("line", { class: apart ? "interval" : "interval around", x1: x(factor, from), x2: x(factor, to), y1: y(row), y2: y(row) }),
          s("circle", { class: apart ? "kept" : "dropped", cx: x(factor, at), cy: y(row), r: 2.8 }, s("title", {}, title)),
        ];
      }),
    ]),
  );
}

const shortened = (name: string) => (name.length > 12 ? `${name.slice(0, 11)}…` : name);

function inWords(names: readonly string[], loadings: Solution["loadings"], low: readonly (readonly number[])[], high: readonly (readonly number[])[]): string {
  const widths = low.flatMap((row, i) => row.map((from, k) => high[i][k] - from));
  const apart = low.flatMap((row, i) => row.filter((from, k) => from > 0 || high[i][k] < 0));
  return `Loadings of ${loadings.length} items on ${names.length === 1 ? "one factor" : `${names.length} factors`} with 95% bootstrap intervals, ${proportion(Math.min(...widths))} to ${proportion(Math.max(...widths))} wide; ${apart.length} of ${widths.length} lie apart from 0.`;
}
