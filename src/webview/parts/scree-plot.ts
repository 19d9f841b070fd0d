import { type Retention } from "../../psychometrics/analysis";
import { s } from "./dom";

const width = 380;
const height = 200;
const edge = { left: 30, right: 10, top: 12, bottom: 26 };

/**
 * Eigenvalues in descending order, with the limit of parallel analysis where random data were simulated (Cattell, 1966; Horn, 1965): those that it compares.
 * The factors kept are filled, the others hollow. What it shows stands in words in its label, and in figures in the table beside it.
 */
export function screePlot(retention: Retention, kept: number): SVGSVGElement {
  const { parallel } = retention;
  const eigenvalues = parallel?.observed ?? retention.eigenvalues;
  const limit = limitOf(parallel);
  const shown = Math.min(eigenvalues.length, Math.max(12, kept + 4));
  const data = eigenvalues.slice(0, shown);
  const random = limit?.values.slice(0, shown) ?? [];
  const top = Math.max(1, ...data, ...random) * 1.04;
  const step = niceStep(top);
  const x = (i: number) => edge.left + (shown === 1 ? 0 : (i * (width - edge.left - edge.right - 8)) / (shown - 1)) + 4;
  const y = (value: number) => height - edge.bottom - (Math.max(0, value) / top) * (height - edge.top - edge.bottom);
  const line = (values: readonly number[]) => values.map((value, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const ticks = Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => i * step);
  const every = Math.ceil(shown / 16);

  return s(
    "svg",
    { class: "scree", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": inWords(retention, kept) },
    ...ticks.flatMap((value) => [
      s("line", { class: value === 0 ? "axis" : "grid", x1: edge.left, x2: width - edge.right, y1: y(value), y2: y(value) }),
      s("text", { class: "value", x: edge.left - 6, y: y(value) + 3 }, String(Number(value.toFixed(2)))),
    ]),
    ...data.map((_, i) => (i % every === 0 ? s("text", { class: "order", x: x(i), y: height - 9 }, String(i + 1)) : null)),
    random.length > 0 ? s("path", { class: "random", d: line(random) }) : null,
    s("path", { class: "data", d: line(data) }),
    ...data.map((value, i) =>
      s(
        "circle",
        { class: i < kept ? "kept" : "dropped", cx: x(i), cy: y(value), r: 3.2 },
        s("title", {}, `${i + 1}: ${value.toFixed(3)}${random[i] === undefined ? "" : `, random ${random[i].toFixed(3)}`}`),
      ),
    ),
    limit && random.length > 0 ? randomLabel(limit.name, random, data, x, y) : null,
  );
}

function limitOf(parallel: Retention["parallel"]): { readonly values: readonly number[]; readonly name: string } | undefined {
  if (!parallel) return undefined;
  return parallel.variant?.threshold === "mean" ? { values: parallel.mean, name: "mean" } : { values: parallel.percentile95, name: "95th percentile" };
}

/** Above the line of random data, to the right, where the data have fallen below it. */
function randomLabel(name: string, random: readonly number[], data: readonly number[], x: (i: number) => number, y: (value: number) => number): SVGElement {
  const below = data.findIndex((value, i) => value < random[i]);
  const at = Math.min(below < 0 ? random.length - 1 : below + 1, Math.max(0, Math.round(random.length * 0.42)));
  const text = `random data, ${name}`;
  const room = width - edge.right - text.length * 5; // it ends within the drawing
  return s("text", { class: "label", x: Math.min(x(at), room), y: y(random[at]) - 9 }, text);
}

function inWords({ eigenvalues, parallel, kaiser }: Retention, kept: number): string {
  const limit = limitOf(parallel);
  const above = limit ? `${parallel!.factors} of them lie above the ${limit.name} of random data` : `${kaiser} of them exceed 1`;
  return `Scree plot of ${eigenvalues.length} eigenvalues, from ${(parallel?.observed ?? eigenvalues)[0]?.toFixed(2)} down: ${above}; ${kept} kept.`;
}

/** 1, 2 or 5 times a power of ten that gives at most about six lines. */
function niceStep(top: number): number {
  const rough = top / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
}
