import type { Claims } from "../claims/claim";
import type { CommunalityClaim } from "../claims/loading";
import { loadingTable, type LoadingTable } from "../claims/loading-table";
import { settingOf } from "../claims/setting";
import { tableName } from "../manuscript/manuscript";
import { add, type Interval, meets, square, subtract, sum, point } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { isOrthogonal } from "./orthogonality";
import { severalAnalyses } from "./several-analyses";
import { show } from "./show";
import { withSlip } from "./slip";

/** An item's communality is the sum of its squared loadings. */
const check: Check = {
  id: "communality",
  severity: "error",
  summary: "A communality is not the sum of the item's squared loadings, exceeds 1, differs between tables, or does not complement the uniqueness.",
  explain: `h² = Σλ² over the components, where these are uncorrelated (unrotated or orthogonally rotated), and h² + u² = 1 always. A share of an item's variance cannot exceed 1. Loadings that are left out of the table because they are
smaller than a stated *c* add between 0 and *c*² each; where *c* is not stated, only a sum that is already too large is reported.`,
  examples: {
    flagged: [
      "Principal component analysis with varimax rotation.\n\n**Table 1.** Component loadings\n\n| Item | F1 | F2 | h² |\n|---|---|---|---|\n| a | .76 | .10 | .59 |\n| b | .67 | .12 | ==.56== |\n| c | .05 | .81 | .66 |\n| d | .11 | .54 | .30 |",
      "Principal component analysis.\n\n| Item | Communality |\n|---|---|\n| a | .59 |\n| b | ==1.46== |\n| c | .66 |",
      "Factor analysis with promax rotation.\n\n**Table 1.** Pattern matrix\n\n| Item | F1 | F2 | h² | u² |\n|---|---|---|---|---|\n| a | .76 | .10 | .59 | .41 |\n| b | .67 | .12 | ==.56== | .54 |\n| c | .05 | .81 | .66 | .34 |",
    ],
    clean: [
      "Principal component analysis with varimax rotation.\n\n**Table 1.** Component loadings\n\n| Item | F1 | F2 | h² |\n|---|---|---|---|\n| a | .76 | | .59 |\n| b | .67 | | .46 |\n| c | | .81 | .66 |\n| d | | .54 | .30 |\n\n*Note.* Loadings below .20 are not shown.",
      "Factor analysis with promax rotation.\n\n**Table 1.** Pattern matrix\n\n| Item | F1 | F2 | h² |\n|---|---|---|---|\n| a | .76 | .10 | .69 |\n| b | .67 | .12 | .56 |\n| c | .05 | .81 | .66 |",
      "Principal component analysis with varimax rotation.\n\n**Table 1.** Component loadings\n\n| Item | F1 | F2 | Initial communality |\n|---|---|---|---|\n| a | .76 | .10 | .49 |\n| b | .67 | .12 | .36 |\n| c | .05 | .81 | .56 |",
    ],
  },

  check(claims) {
    const index = indexOf(claims.of("communality"));
    return claims.of("communality").map((c) => outside(c) ?? complement(c, index) ?? elsewhere(c, index, claims) ?? squares(c, claims));
  },
};
export default check;

/** Claims by what they are of: "u 3 17" the uniqueness in row 17 of the fourth table, "h A4" the communalities of item A4. */
type Index = ReadonlyMap<string, readonly CommunalityClaim[]>;

function indexOf(all: readonly CommunalityClaim[]): Index {
  const index = new Map<string, CommunalityClaim[]>();
  for (const c of all) {
    const key = c.what === "uniqueness" ? `u ${c.place.table?.index} ${c.row}` : `${c.what === "communality" ? "h" : "i"} ${c.item}`;
    const list = index.get(key);
    if (list) list.push(c);
    else index.set(key, [c]);
  }
  return index;
}

const name = (c: CommunalityClaim): string => (c.what === "uniqueness" ? "uniqueness" : "communality");

function outside(c: CommunalityClaim): Outcome | undefined {
  const { low, high } = c.reported.interval;
  if (low <= 1 && high >= 0) return undefined;
  return finding(c, {
    message: `The ${name(c)} ${c.reported.text} of ${c.item} is outside 0 to 1.`,
    detail: "It is a share of the item's variance. A Heywood case would be an inadmissible solution.",
  });
}

/** h² + u² = 1 where both are printed. */
function complement(c: CommunalityClaim, index: Index): Outcome | undefined {
  if (c.what !== "communality") return undefined;
  const unique = index.get(`u ${c.place.table?.index} ${c.row}`)?.[0];
  if (!unique || meets(add(c.reported.interval, unique.reported.interval), point(1))) return undefined;
  return finding(c, {
    message: `The communality ${c.reported.text} and the uniqueness ${unique.reported.text} of ${c.item} do not add up to 1.`,
    related: [{ message: `Uniqueness ${unique.reported.text}`, range: unique.range }],
    claims: [c, unique],
  });
}

/** The same item's communality after extraction in another table of the one analysis. */
function elsewhere(c: CommunalityClaim, index: Index, claims: Claims): Outcome | undefined {
  if (c.what !== "communality" || severalAnalyses(claims) || !c.item) return undefined;
  const others = (index.get(`h ${c.item}`) ?? []).filter((o) => o.place.table !== c.place.table && o.range.start < c.range.start);
  if (
    others.length !== 1 ||
    settingOf(others[0].place, claims.manuscript) !== settingOf(c.place, claims.manuscript) ||
    meets(others[0].reported.interval, c.reported.interval)
  )
    return undefined;
  return finding(c, {
    message: `The communality of ${c.item} is ${c.reported.text} here and ${others[0].reported.text} in ${tableName(others[0].place.table!)}.`,
    severity: "warning",
    detail: "It would be right if the two tables are of different analyses.",
    related: [{ message: `${others[0].reported.text} here`, range: others[0].range }],
    claims: [c, others[0]],
  });
}

function squares(c: CommunalityClaim, claims: Claims): Outcome {
  const table = c.place.table && loadingTable(c.place.table, claims.manuscript);
  if (c.what === "initial") return unchecked(c, "an initial communality does not follow from the loadings");
  if (!table || !c.place.table) return unchecked(c, "the loadings are not printed beside it");
  if (isOrthogonal(table, claims) !== true) return unchecked(c, "it follows from the loadings only where the components are uncorrelated");
  if (claims.of("component-count").some((n) => n.count > table.components.length && n.place.table !== c.place.table))
    return unchecked(c, "the table may not show all components");
  const row = rowOf(table, c.row);
  if (!row) return unchecked(c, "the loadings are not printed beside it");
  const possible = sumOfSquares(row.loadings, table);
  const printed: Interval = c.what === "uniqueness" ? subtract(point(1), c.reported.interval) : c.reported.interval;
  const terms = row.loadings.flatMap((l) => (l ? [`${l.text}²`] : [])).join(" + ");
  const total = row.loadings.reduce((s, l) => s + (l ? l.value ** 2 : 0), 0);
  if (meets(possible, printed)) return consistent(c, { sumOfSquares: total });
  const hidden = row.loadings.some((l) => !l);
  return finding(c, {
    message: `The ${name(c)} ${c.reported.text} of ${c.item} is not ${c.what === "uniqueness" ? "1 less " : ""}the sum of its squared loadings, ${terms} = ${show(total, Math.max(2, c.reported.decimals))}${hidden && Number.isFinite(possible.high) ? ` (at most ${show(possible.high, 3)} with those not shown)` : ""}.`,
    detail: withSlip("With uncorrelated components h² = Σλ², and u² = 1 − h².", c.reported, c.what === "uniqueness" ? subtract(point(1), possible) : possible),
    related: row.loadings.flatMap((l) => (l ? [{ message: `Loading ${l.text}`, range: l.range }] : [])),
  });
}

/** The item in a row, by bisection: rows ascend. */
function rowOf(table: LoadingTable, row: number): LoadingTable["items"][number] | undefined {
  let low = 0;
  let high = table.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.items[middle].row < row) low = middle + 1;
    else high = middle;
  }
  return table.items[low]?.row === row ? table.items[low] : undefined;
}

/** What the squares of a row or column of loadings can add up to; empty cells hold less than the stated size, or anything. */
export function sumOfSquares(loadings: LoadingTable["items"][number]["loadings"], table: LoadingTable): Interval {
  const empty = table.hiddenBelow ? table.hiddenBelow.value ** 2 : Infinity;
  return sum(loadings.map((l) => (l ? square(l.interval) : { low: 0, high: empty })));
}
