import type { Loadings, SolutionComparison } from "../psychometrics/compare-solutions";
import { column, label, ofProportion, stub } from "./cells";
import { decimalsOf, type TableOptions } from "./options";
import type { Cell, Table } from "./table";

/** Lorenzo-Seva and ten Berge (2006): from .95 on factors count as equal, from .85 on as similar. */
const equal = 0.95;

/** A difference of loadings worth seeing. */
const notable = 0.1;

/** Congruence of the factors of two solutions, and their loadings side by side. */
export function comparisonTables(
  first: Loadings,
  other: { readonly name: string; readonly names: readonly string[] },
  comparison: SolutionComparison,
  options: TableOptions = {},
): readonly Table[] {
  const decimals = decimalsOf(options);
  const congruence: Table = {
    id: "congruence",
    title: `Congruence of the factors with those of ${other.name}`,
    columns: [stub("Factor"), ...other.names.map((name, k) => column(`${k}`, name))],
    rows: comparison.congruence.map((row, f) => ({
      key: first.names[f],
      cells: [label(first.names[f]), ...row.map((value): Cell => ({ ...ofProportion(value, decimals), strong: Math.abs(value) >= equal }))],
    })),
    notes: [
      [
        `Tucker's coefficient over ${comparison.items.length} items. Values of .85 and above speak of similar factors, .95 and above (bold) of equal ones (Lorenzo-Seva & ten Berge, 2006).`,
      ],
    ],
  };
  return comparison.matched ? [congruence, sideBySide(first, other.name, comparison, comparison.matched.loadings, decimals)] : [congruence];
}

function sideBySide(first: Loadings, other: string, { items }: SolutionComparison, matched: readonly (readonly number[])[], decimals: number): Table {
  return {
    id: "compared-loadings",
    title: `Loadings beside those of ${other}`,
    columns: [
      stub("Item"),
      ...first.names.flatMap((name) => [
        { ...column(`${name} here`, `${name} here`), spanner: name, short: ["Here"] },
        { ...column(`${name} there`, `${name} there`), spanner: name, short: ["There"] },
      ]),
    ],
    rows: items.map((item, i) => {
      const own = first.loadings[first.items.indexOf(item)];
      return {
        key: item,
        cells: [
          label(item),
          ...first.names.flatMap((_, f) => [
            ofProportion(own[f], decimals),
            { ...ofProportion(matched[i][f], decimals), strong: Math.abs(own[f] - matched[i][f]) >= notable },
          ]),
        ],
      };
    }),
    notes: [[`There: ${other}, its factors in the order and direction of those here. Differences of .10 and above are in bold.`]],
  };
}
