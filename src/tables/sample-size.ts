import type { SampleMethod, SamplePlan } from "../psychometrics/sample-plan";
import { column, label, ofCount, ofPercent, ofQuantity, stub } from "./cells";
import type { Inline, Table } from "./table";

const names: Record<SampleMethod, string> = { "krejcie-morgan": "Krejcie & Morgan (1970)", yamane: "Yamane (1967)", cochran: "Cochran (1977)" };

/** The sample size by each formula, with the arithmetic below, and how it is shared out to the strata. */
export function sampleSizeTables({ settings, results }: SamplePlan): readonly Table[] {
  const { population, margin, p, z, chiSquare } = settings;
  const terms = [
    `${population === null ? "Unlimited population" : `Population of ${ofCount(population).text}`}; margin of error ${margin}`,
    ...(results.some(({ method }) => method !== "yamane") ? [`; proportion ${p}`] : []),
    ...(results.some(({ method }) => method === "cochran") ? ["; ", { italic: "z" }, ` = ${z}`] : []),
    ...(results.some(({ method }) => method === "krejcie-morgan") ? [`; χ² = ${Number(chiSquare.toFixed(4))}`] : []),
    ".",
  ];
  const sizes: Table = {
    id: "sample-size",
    title: "Sample size",
    columns: [stub("Formula"), column("exact", "Computed"), column("sample", "Sample")],
    rows: results.map(({ method, exact, sample }) => ({ key: method, cells: [label(names[method]), ofQuantity(exact, 2), ofCount(sample)] })),
    notes: [terms, ...results.map(({ method, arithmetic }): readonly Inline[] => [`${names[method]}: ${arithmetic}.`])],
  };
  const strata = results[0]?.strata;
  if (!strata) return [sizes];
  const total = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  const allocation: Table = {
    id: "sample-allocation",
    title: "Proportional allocation of the sample",
    columns: [stub("Stratum"), column("population", "Population"), column("percent", "%"), ...results.map(({ method }) => column(method, names[method]))],
    rows: [
      ...strata.map(({ name, population }, s) => ({
        key: name,
        cells: [label(name), ofCount(population), ofPercent((100 * population) / total, 1), ...results.map((result) => ofCount(result.strata![s].sample))],
      })),
      {
        key: "total",
        cells: [label("Total"), ofCount(total), ofPercent(100, 1), ...results.map(({ sample }) => ofCount(sample))].map((cell) => ({ ...cell, strong: true })),
      },
    ],
    notes: [["Each stratum has its share of the population; what rounding leaves goes to the largest remainders."]],
  };
  return [sizes, allocation];
}
