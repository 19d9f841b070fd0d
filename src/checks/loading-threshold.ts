import type { Claims } from "../claims/claim";
import type { LoadingCutoffClaim } from "../claims/loading-cutoff";
import { loadingTable, type LoadingTable } from "../claims/loading-table";
import type { Reported } from "../claims/number";
import { type ManuscriptTable, tableName } from "../manuscript/manuscript";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { severalAnalyses } from "./several-analyses";

/** What a paper's own cut-off excludes is not in its table. */
const check: Check = {
  id: "loading-threshold",
  severity: "warning",
  summary: `A loading below the cut-off that the text states, or an item on two components after "no cross-loadings".`,
  explain: `Where a paper says that items with loadings below a size were removed, the largest loading of every item in its final table reaches that size; where a note says that loadings below a size are not shown, none is. After "no cross-loadings"
above a size, no item has two loadings of it. It would be right if an item was kept for a reason that is given elsewhere, or if the table is the one before the removal.`,
  examples: {
    flagged: [
      "Factor analysis. Items with loadings below .40 were removed.\n\n**Table 1.** Factor loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | |\n| b | .67 | |\n| c | | .81 |\n| d | | ==.34== |",
      "Factor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | |\n| b | .67 | ==.21== |\n| c | | .81 |\n| d | | .54 |\n\n*Note.* Loadings below .30 are not shown.",
      "Factor analysis. There were no cross-loadings above .40.\n\n**Table 1.** Factor loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | .10 |\n| b | .67 | ==.48== |\n| c | .02 | .81 |\n| d | .11 | .54 |",
    ],
    clean: [
      "Factor analysis. Items with loadings below .40 were removed.\n\n**Table 1.** Factor loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | .12 |\n| b | .67 | .20 |\n| c | .11 | .81 |\n| d | .30 | .40 |",
      "Factor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | |\n| b | .67 | .30 |\n| c | | .81 |\n| d | | .54 |\n\n*Note.* Loadings below .30 are not shown.",
      "Factor analysis. A loading of .50 is considered salient.\n\n**Table 1.** Factor loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | |\n| b | .67 | |\n| c | | .81 |\n| d | | .34 |",
    ],
  },

  check(claims) {
    const tables = claims.manuscript.tables.flatMap((table) => {
      const read = loadingTable(table, claims.manuscript);
      return read ? [{ table, read }] : [];
    });
    return [
      ...claims.of("loading-cutoff").flatMap((cutoff) => (cutoff.use === "display" ? display(cutoff, claims) : retention(cutoff, tables, claims))),
      ...crossing(claims, tables),
    ];
  },
};
export default check;

interface Read {
  readonly table: ManuscriptTable;
  readonly read: LoadingTable;
}

const below = (l: Reported, cutoff: Reported): boolean => Math.max(Math.abs(l.interval.low), Math.abs(l.interval.high)) < cutoff.value - 1e-9;

function display(cutoff: LoadingCutoffClaim, claims: Claims): Outcome[] {
  const { table } = cutoff.place;
  const read = table && loadingTable(table, claims.manuscript);
  if (!read) return [];
  if (!read.blanks) return [unchecked(cutoff, "no cell of the table is empty")];
  const shown = read.items.flatMap((item) => item.loadings.flatMap((l) => (l && below(l, cutoff.reported) ? [l] : [])));
  const all = read.items.reduce((n, item) => n + item.loadings.filter((l) => l).length, 0);
  if (shown.length === 0) return [consistent(cutoff)];
  if (shown.length > Math.max(1, all * 0.4)) return [unchecked(cutoff, "many loadings below the size are shown: the note must mean something else")];
  if (shown.length > 1) {
    return [
      finding(cutoff, {
        message: `Loadings below ${cutoff.reported.text} are said not to be shown, but ${shown.map((l) => l.text).join(", ")} are.`,
        related: shown.map((l) => ({ message: `${l.text} here`, range: l.range })),
      }),
    ];
  }
  return shown.map((l) =>
    finding(
      { range: l.range },
      {
        message: `The loading ${l.text} is shown, although loadings below ${cutoff.reported.text} are said not to be.`,
        related: [{ message: `Below ${cutoff.reported.text}, says the note`, range: cutoff.range }],
      },
    ),
  );
}

function retention(cutoff: LoadingCutoffClaim, tables: readonly Read[], claims: Claims): Outcome[] {
  if (tables.length !== 1 || severalAnalyses(claims))
    return [unchecked(cutoff, tables.length === 0 ? "no table shows the loadings" : "the paper shows several tables of loadings")];
  const [{ table, read }] = tables;
  if (/initial|first|before|all items|original|confirmatory|CFA/i.test(table.caption?.text ?? ""))
    return [unchecked(cutoff, "the table may be the one before items were removed")];
  const primary = read.items.map((item) => item.loadings.flatMap((l) => l ?? []).reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a)));
  const low = primary.filter((l) => below(l, cutoff.reported));
  if (low.length === 0) return [consistent(cutoff)];
  if (cutoff.use === "all") {
    const [least] = [...low].sort((a, b) => Math.abs(a.value) - Math.abs(b.value));
    return [
      finding(cutoff, {
        message: `All loadings are said to exceed ${cutoff.reported.text}, but the largest of an item in ${tableName(table)} is ${least.text}.`,
        related: [{ message: `${least.text} here`, range: least.range }],
      }),
    ];
  }
  if (low.length > primary.length / 3) return [unchecked(cutoff, "many items are below the cut-off: the table must be the one before the removal")];
  if (low.length > 1) {
    return [
      finding(cutoff, {
        message: `Items with loadings below ${cutoff.reported.text} are said to have been left out, but the largest loadings of items in ${tableName(table)} include ${low.map((l) => l.text).join(", ")}.`,
        detail: "It would be right if these items were kept for a reason given elsewhere.",
        related: low.map((l) => ({ message: `${l.text} here`, range: l.range })),
      }),
    ];
  }
  return low.map((l) =>
    finding(
      { range: l.range },
      {
        message: `The largest loading of this item in ${tableName(table)}, ${l.text}, is below the cut-off ${cutoff.reported.text} that the text states.`,
        detail: "It would be right if the item was kept for a reason given elsewhere.",
        related: [{ message: `Cut-off ${cutoff.reported.text} stated here`, range: cutoff.range }],
        claims: [cutoff],
      },
    ),
  );
}

function crossing(claims: Claims, tables: readonly Read[]): Outcome[] {
  if (tables.length !== 1) return [];
  return claims.of("no-cross-loadings").flatMap((statement): Outcome[] => {
    const limit = statement.above;
    if (!limit) return [];
    const twice = tables[0].read.items.flatMap((item) => {
      const large = item.loadings.flatMap((l) => (l && Math.min(Math.abs(l.interval.low), Math.abs(l.interval.high)) > limit.value ? [l] : []));
      return large.length > 1 ? [large.reduce((a, b) => (Math.abs(b.value) < Math.abs(a.value) ? b : a))] : [];
    });
    return twice.map((l) =>
      finding(
        { range: l.range },
        {
          message: `This item loads ${l.text} on a second component, although no cross-loadings above ${limit.text} are reported.`,
          related: [{ message: "No cross-loadings, says the text", range: statement.range }],
        },
      ),
    );
  });
}
