import { column, label, ofCount, stub } from "./cells";
import type { TableKind } from "./kind";
import type { TableRow } from "./table";
import { comparedData, comparedMatrix } from "./parallel-words";
import { capitalized, dimension, sampleSize } from "./words";

/** How many factors each criterion would keep, and how many were kept. */
const retention: TableKind = {
  id: "retention",
  summary: "the number of factors by each criterion",
  options: ["basis"],

  unavailable: ({ retention }) => (retention ? undefined : "there are no eigenvalues"),

  make(analysis, { basis = false }) {
    const { parallel, map, kaiser, criteria = [] } = analysis.retention!;
    const row = (key: string, text: string, factors: number, strong?: boolean): TableRow => ({
      key,
      cells: [{ ...label(text), strong }, { ...ofCount(factors), strong }, ...(basis ? [label(criteria.find(({ id }) => id === key)?.basis ?? "")] : [])],
    });
    const rows: TableRow[] = [];
    if (parallel)
      rows.push(
        row(
          "parallel",
          `Parallel analysis (${parallel.variant?.threshold === "mean" ? "mean" : "95th percentile"}, ${parallel.iterations} replications)`,
          parallel.factors,
        ),
      );
    if (map) rows.push(row("map", "Minimum average partial (Velicer, 1976)", map.factors));
    rows.push(row("kaiser", "Eigenvalue above 1 (Kaiser)", kaiser));
    for (const { id, criterion, factors } of criteria) if (!["parallel", "map", "kaiser"].includes(id)) rows.push(row(id, criterion, factors));
    if (analysis.solution) rows.push(row("chosen", "Retained", analysis.solution.factors, true));
    return {
      id: "retention",
      title: `Number of ${dimension(analysis.settings)}s by criterion`,
      columns: [
        stub("Criterion"),
        column("factors", `${capitalized(dimension(analysis.settings))}s`),
        ...(basis ? [{ ...stub("Looks at"), key: "basis" }] : []),
      ],
      rows,
      notes: [
        [
          ...sampleSize(analysis),
          ...(parallel
            ? [` Parallel analysis compares the eigenvalues of ${comparedMatrix(parallel.variant)} with those of ${comparedData(parallel.variant)}.`]
            : []),
        ],
      ],
    };
  },
};

export default retention;
