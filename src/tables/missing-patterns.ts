import { column, label, ofCount, ofPercent, stub } from "./cells";
import type { TableKind } from "./kind";
import { count, percent } from "./number";
import { sampleSize } from "./words";

/** The most items that a row names. */
const mostNamed = 8;

/** Which items lack answers together, in how many rows, and what listwise and pairwise deletion leave. */
const missingPatterns: TableKind = {
  id: "missing-patterns",
  summary: "patterns of missing answers, with the rows that listwise and pairwise deletion leave",
  onRequest: true,
  options: ["decimals"],

  unavailable: ({ sample }) => (sample.missing === undefined ? "the rows were not kept" : undefined),

  make(analysis, options) {
    const decimals = options.decimals ?? 1;
    const { complete, pairs, share, patterns, others } = analysis.sample.missing!;
    const { rows } = analysis.sample;
    const row = (key: string, name: string, items: number | null, n: number) => ({
      key,
      cells: [label(name), ofCount(items), ofCount(n), ofPercent((100 * n) / rows, decimals)],
    });
    return {
      id: "missing-patterns",
      title: "Patterns of missing answers",
      columns: [stub("Missing answers to"), column("items", "Items"), column("rows", "Rows"), column("percent", "%")],
      rows: [
        ...patterns.map(({ missing, rows: n }) => row(missing.join() || "none", named(missing), missing.length, n)),
        ...(others.patterns > 0 ? [row("others", `${others.patterns} other patterns`, null, others.rows)] : []),
      ],
      notes: [
        [
          ...sampleSize(analysis),
          ` Of ${count(rows)} rows, ${count(complete)} answer every item (listwise); a pair of items has ${
            pairs.least === pairs.most ? count(pairs.least) : `${count(pairs.least)} to ${count(pairs.most)}`
          } rows (pairwise). ${percent(100 * share, decimals)}% of the answers are missing.`,
        ],
      ],
    };
  },
};

const named = (items: readonly string[]): string =>
  items.length === 0 ? "none" : items.length > mostNamed ? `${items.slice(0, mostNamed).join(", ")} and ${items.length - mostNamed} more` : items.join(", ");

export default missingPatterns;
