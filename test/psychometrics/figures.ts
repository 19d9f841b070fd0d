import { readFileSync } from "node:fs";
import { shared } from "../shared";

/** The data sets of `reference/` with the figures that R made of them. */
export const dataSets = ["bfi25", "hs1939", "attitude", "ability16", "likert320"] as const;
export type DataSet = (typeof dataSets)[number];

/** `[set, missing]` of every file of figures; pairwise exists only where answers are missing. */
export const cases = dataSets.flatMap((set) =>
  (["listwise", "pairwise"] as const)
    .filter((missing) => missing === "listwise" || !["hs1939", "attitude"].includes(set))
    .map((missing) => [set, missing] as const),
);

interface NamedMatrix {
  readonly rows: string[];
  readonly cols: string[];
  readonly values: (number | null)[][];
}

// The files hold a different tree for each data set; a path that is not there fails the test that asks for it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Figures = any;

const cache = new Map<string, Figures>();

export function figures(set: string, missing?: "listwise" | "pairwise"): Figures {
  const file = missing ? `${set}.${missing}.json` : `${set}.json`;
  if (!cache.has(file)) cache.set(file, JSON.parse(readFileSync(`${shared}/reference/${file}`, "utf8")));
  return missing ? cache.get(file).results : cache.get(file);
}

/** One column of a matrix of figures, by row name. */
export function column(matrix: NamedMatrix, name: string): Record<string, number | null> {
  const at = matrix.cols.indexOf(name);
  return Object.fromEntries(matrix.rows.map((row, i) => [row, matrix.values[i][at]]));
}

/** The items' answers, NaN where missing, in the order of the figures. */
export function answersOf(set: string): { items: string[]; columns: Float64Array[] } {
  const [header, ...rows] = readFileSync(`${shared}/reference/${set}.csv`, "utf8").trim().split("\n");
  const names = header.split(",");
  const items = set === "likert320" ? names.filter((name) => /^Q\d+$/.test(name)) : names;
  const cells = rows.map((row) => row.split(","));
  const columns = items.map((item) =>
    Float64Array.from(cells, (row) => (["", "NA"].includes(row[names.indexOf(item)].trim()) ? NaN : Number(row[names.indexOf(item)]))),
  );
  return { items, columns };
}
