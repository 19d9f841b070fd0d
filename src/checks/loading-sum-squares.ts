import type { Claims } from "../claims/claim";
import { sameComponent } from "../claims/component";
import { loadingTable, type LoadingTable } from "../claims/loading-table";
import type { EigenvalueClaim } from "../claims/variance-claims";
import { type ManuscriptTable, tableName } from "../manuscript/manuscript";
import { type Interval, meets, sum } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { sumOfSquares } from "./communality";
import { itemsAnalysed } from "./items-analysed";
import { isOrthogonal } from "./orthogonality";
import { severalAnalyses } from "./several-analyses";
import { show } from "./show";
import { type VarianceBlock, varianceBlocks } from "./variance-lines";
import { withSlip } from "./slip";

/** A component's sum of squared loadings is just that, and rotation only redistributes it. */
const check: Check = {
  id: "loading-sum-squares",
  severity: "error",
  summary: "A sum of squared loadings is not the column's, or rotation changes the total.",
  explain: `The sum of squared loadings of an orthogonal component is the sum of the squares of its column of loadings; an orthogonal rotation leaves the total over the components (which is also the sum of the communalities) as it was.
Conditions: the table shows the loadings of all items analysed; loadings left out because they are smaller than a stated *c* add at most *c*² each. Figures called "eigenvalue" under rotated loadings are usually those before rotation and are not compared.`,
  examples: {
    flagged: [
      "Principal component analysis with varimax rotation.\n\n**Table 1.** Component loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | .10 |\n| b | .67 | .12 |\n| c | .05 | .81 |\n| d | .11 | .54 |\n| SS loadings | ==1.44== | 0.97 |",
      "Factor analysis with varimax rotation.\n\n| Factor | Extraction sums of squared loadings | Rotation sums of squared loadings |\n|---|---|---|\n| 1 | 4.12 | ==2.88== |\n| 2 | 1.20 | 2.24 |",
      "Principal component analysis with varimax rotation.\n\n**Table 1.** Rotated loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | |\n| b | .67 | |\n| c | | .81 |\n| d | | .54 |\n| SS loadings | ==1.24== | 0.95 |\n\n*Note.* Loadings below .10 are not shown.",
    ],
    clean: [
      "Principal component analysis with varimax rotation.\n\n**Table 1.** Component loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | .10 |\n| b | .67 | .12 |\n| c | .05 | .81 |\n| d | .11 | .54 |\n| SS loadings | 1.04 | 0.97 |",
      "Factor analysis with promax rotation.\n\n| Factor | Extraction sums of squared loadings | Rotation sums of squared loadings |\n|---|---|---|\n| 1 | 4.12 | 3.88 |\n| 2 | 1.20 | 2.24 |",
      "Principal component analysis with varimax rotation.\n\n**Table 1.** Component loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | .10 |\n| b | .67 | .12 |\n| c | .05 | .81 |\n| d | .11 | .54 |\n| Eigenvalue | 1.42 | 0.61 |",
    ],
  },

  check: (claims) => [...columns(claims), ...totals(claims)],
};
export default check;

function columns(claims: Claims): Outcome[] {
  return claims.of("eigenvalue").flatMap((claim): Outcome[] => {
    const { table } = claim.place;
    if (!table || !claim.sumOfSquares || claim.block === "initial") return [];
    const source = sourceOf(claim, table, claims);
    if (!source) return [];
    const { read, k, at } = source;
    const rows = itemsAnalysed(claims).stated?.reported.value;
    if (at !== table && rows !== read.items.length) return [unchecked(claim, "whether the table of loadings shows all items is not certain")];
    if (rows !== undefined && rows !== read.items.length) return [unchecked(claim, "the table does not show all items")];
    const column = read.items.map((item) => item.loadings[k]);
    const possible = sumOfSquares(column, read);
    const shown = column.reduce((s, l) => s + (l ? l.value ** 2 : 0), 0);
    if (meets(possible, claim.reported.interval)) return [consistent(claim, { sumOfSquares: shown })];
    return [
      finding(claim, {
        message: `The sum of squared loadings ${claim.reported.text} is not that of the column in ${tableName(at)}, ${between(possible, shown)}.`,
        detail: withSlip("The squares of the loadings printed, each within its rounding, with those not shown.", claim.reported, possible),
        related: [{ message: "The loadings", range: at.range }],
      }),
    ];
  });
}

const between = (possible: Interval, shown: number): string =>
  Number.isFinite(possible.high) && possible.high - possible.low < 0.2
    ? show(shown, 2)
    : `at least ${show(possible.low, 2)}${Number.isFinite(possible.high) ? ` and at most ${show(possible.high, 2)}` : ""}`;

/** The table of loadings that a sum belongs to: its own, or the only one of the paper with the same rotation. */
function sourceOf(claim: EigenvalueClaim, table: ManuscriptTable, claims: Claims): { read: LoadingTable; k: number; at: ManuscriptTable } | undefined {
  const own = loadingTable(table, claims.manuscript);
  if (own) {
    const k = own.components.findIndex((c) => c.column === claim.line);
    return k >= 0 && isOrthogonal(own, claims) ? { read: own, k, at: table } : undefined;
  }
  if (severalAnalyses(claims) || !claim.component) return undefined;
  const { component } = claim;
  const all = claims.manuscript.tables.flatMap((t) => {
    const read = loadingTable(t, claims.manuscript);
    return read ? [{ read, at: t }] : [];
  });
  if (all.length !== 1 || isOrthogonal(all[0].read, claims) !== true) return undefined;
  const rotated = all[0].read.rotation === "orthogonal" || all[0].read.matrix === "rotated";
  if (claim.block === "rotation" ? !rotated : claim.block === "extraction" ? all[0].read.matrix !== "unrotated" : true) return undefined;
  const k = all[0].read.components.findIndex((c) => sameComponent(c.component, component));
  return k >= 0 ? { ...all[0], k } : undefined;
}

/** Σ after an orthogonal rotation = Σ before it, in one table. */
function totals(claims: Claims): Outcome[] {
  const blocks = varianceBlocks(claims);
  const rotations = new Set(claims.of("factor-method", { every: true }).flatMap((m) => m.rotation ?? []));
  if (rotations.has("oblique") || !rotations.has("orthogonal")) return [];
  return blocks
    .filter((b) => b.block === "rotation")
    .flatMap((rotation): Outcome[] => {
      const extraction = blocks.find((b) => b.table === rotation.table && b.block === "extraction");
      const [before, after] = [valuesOf(extraction), valuesOf(rotation)];
      if (before.length < 2 || before.length !== after.length) return [];
      if (meets(sum(before.map((c) => c.reported.interval)), sum(after.map((c) => c.reported.interval)))) return after.map((c) => consistent(c));
      const total = (list: readonly EigenvalueClaim[]) =>
        show(
          list.reduce((s, c) => s + c.reported.value, 0),
          Math.max(2, list[0].reported.decimals),
        );
      return [
        finding(after[0], {
          message: `The sums of squared loadings in ${tableName(rotation.table)} add up to ${total(before)} before and ${total(after)} after the rotation.`,
          detail: "An orthogonal rotation redistributes the sum among the components and does not change it.",
          related: [{ message: "Before rotation", range: before[0].range }],
          claims: after,
        }),
      ];
    });
}

const valuesOf = (block: VarianceBlock | undefined): readonly EigenvalueClaim[] => block?.lines.flatMap((l) => l.eigenvalue ?? []) ?? [];
