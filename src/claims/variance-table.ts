import { headerOf, type ManuscriptTable } from "../manuscript/manuscript";
import { blockOf, type ColumnRole, columnRole } from "./column-role";
import { componentOf } from "./component";
import { isFactorAnalytic } from "./factor-words";
import { numbersIn, type Reported, soleNumber } from "./number";
import type { RecogniserContext } from "./recogniser";
import { eigenvalueClaim, percentClaim, type VarianceClaim } from "./variance-claims";

const totalLabel = /^(?:total|sum|overall|all|gesamt|summe|cumulative|kumuliert)\b/i;

/** Eigenvalues, percentages and cumulative percentages of a table that prints them. */
export function varianceTable(table: ManuscriptTable, context: RecogniserContext): VarianceClaim[] {
  const roles = totalsOfSpss(Array.from({ length: table.width }, (_, c) => headerOf(table, c)));
  const across = roles.some((r) => r === "eigenvalue" || r === "eigenvalue-and-percent" || r === "percent" || r === "cumulative");
  const about = `${table.caption?.text ?? ""} ${Array.from({ length: table.width }, (_, c) => headerOf(table, c)).join(" ")}`;
  const ours =
    /eigen|factor|component|komponente|faktor|SS loadings|squared loadings|variance explained/i.test(about) && !/regression|predictor|ANOVA/i.test(about);
  if (across) return ours ? columnwise(table, roles, context) : [];
  return isFactorAnalytic(context.manuscript) ? rowwise(table, context) : [];
}

/** SPSS heads the eigenvalues "Total", before "% of Variance" and "Cumulative %". */
function totalsOfSpss(headers: readonly string[]): ColumnRole[] {
  const roles = headers.map(columnRole);
  if (roles.includes("eigenvalue") || !/^(?:component|factor|komponente|faktor)s?$/i.test(headers[0].trim())) return roles;
  return roles.map((role, c) => (role === "other" && /^(?:total|gesamt)$/i.test(headers[c].trim()) && roles[c + 1] === "percent" ? "eigenvalue" : role));
}

/** A component a row. */
function columnwise(table: ManuscriptTable, roles: readonly ColumnRole[], context: RecogniserContext): VarianceClaim[] {
  const fallback = blockOf(table.caption?.text ?? "");
  return roles
    .flatMap((role, c) => {
      if (role !== "eigenvalue" && role !== "percent" && role !== "cumulative" && role !== "eigenvalue-and-percent") return [];
      const header = headerOf(table, c);
      const named = blockOf(header);
      const block = named === "unstated" ? fallback : named;
      const cells = table.rows
        .flatMap((row, line) => (row.heading || c === 0 ? [] : [{ cell: row.cells[c], label: row.cells[0]?.text ?? "", line }]))
        .filter((x) => x.cell && x.cell.text.trim() !== "");
      const unit =
        role === "eigenvalue"
          ? 1
          : unitOf(
              cells.map((x) => x.cell.mapped),
              header,
              context,
            );
      return cells.flatMap(({ cell, label, line }) => {
        const total = totalLabel.test(label.trim());
        const common = { component: total ? undefined : componentOf(label), block, line, place: { ...context.place({ table }), cell } };
        return valuesOf(cell.mapped, role, context.decimal).map(({ reported, role: what }) => {
          const kind =
            what === "eigenvalue"
              ? eigenvalueClaim(reported, header)
              : percentClaim(reported, what === "cumulative" ? "cumulative" : total ? "total" : "component", reported.percent ? 1 : unit);
          return { ...kind, ...common } as VarianceClaim;
        });
      });
    })
    .filter((claim) => !(claim.kind === "eigenvalue" && claim.component === undefined)); // the sum of eigenvalues is no eigenvalue
}

/** Components in columns: psych's "SS loadings" and "Proportion Var", or the last rows of a table of loadings. */
function rowwise(table: ManuscriptTable, context: RecogniserContext): VarianceClaim[] {
  const fallback = blockOf(table.caption?.text ?? "");
  return table.rows.flatMap((row) => {
    const label = row.cells[0]?.text ?? "";
    const role = columnRole(label);
    if (role !== "eigenvalue" && role !== "percent" && role !== "cumulative") return [];
    if (/communal|test|bartlett|KMO/i.test(label)) return [];
    const named = blockOf(label);
    const block = named === "unstated" ? fallback : named;
    const cells = row.cells.slice(1).map((cell, i) => ({ cell, header: headerOf(table, i + 1), line: i + 1 }));
    const filled = cells.filter(({ cell, header }) => cell.text.trim() !== "" && !["communality", "uniqueness"].includes(columnRole(header)));
    const unit =
      role === "eigenvalue"
        ? 1
        : unitOf(
            filled.map((x) => x.cell.mapped),
            label,
            context,
          );
    return filled.flatMap(({ cell, header, line }) => {
      const reported = soleNumber(cell.mapped, context.decimal);
      if (!reported) return [];
      const total = totalLabel.test(header.trim());
      if (total && role === "eigenvalue") return [];
      const common = { component: total ? undefined : componentOf(header), block, line, place: { ...context.place({ table }), cell } };
      const kind =
        role === "eigenvalue"
          ? eigenvalueClaim(reported, label)
          : percentClaim(reported, role === "cumulative" ? "cumulative" : total ? "total" : "component", reported.percent ? 1 : unit);
      return [{ ...kind, ...common } as VarianceClaim];
    });
  });
}

/** The numbers of a cell: one, "4.54 (28.4%)", or a phrase: "The maximum eigenvalue is 2.189, explaining 1.684% of the total variance". */
function valuesOf(
  mapped: Parameters<typeof numbersIn>[0],
  role: ColumnRole,
  decimal: "." | ",",
): { reported: Reported; role: "eigenvalue" | "percent" | "cumulative" }[] {
  if (role !== "eigenvalue-and-percent") {
    const reported = soleNumber(mapped, decimal);
    return reported ? [{ reported, role: role as "eigenvalue" | "percent" | "cumulative" }] : [];
  }
  const numbers = numbersIn(mapped, decimal).filter((n) => !n.words);
  const share = numbers.find((n) => n.percent) ?? (numbers.length === 2 ? numbers[1] : undefined);
  const value = numbers.find((n) => n !== share && n.decimals > 0);
  return [...(value ? [{ reported: value, role: "eigenvalue" as const }] : []), ...(share ? [{ reported: share, role: "percent" as const }] : [])];
}

/** 100 where proportions are printed. */
function unitOf(cells: readonly Parameters<typeof numbersIn>[0][], header: string, context: RecogniserContext): number {
  if (/%|per ?cent|prozent/i.test(header)) return 1;
  const numbers = cells.flatMap((cell) => soleNumber(cell, context.decimal) ?? []);
  return numbers.length > 0 && numbers.every((n) => n.value <= 1.005 && !n.percent) ? 100 : 1;
}
