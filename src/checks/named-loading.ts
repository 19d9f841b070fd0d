import type { Claims } from "../claims/claim";
import { nameTokens } from "../claims/component";
import { type LoadingTable, loadingTable } from "../claims/loading-table";
import { numbersIn, type Reported } from "../claims/number";
import { rowsNamed } from "../claims/table-labels";
import { type ManuscriptTable, type Sentence, tableName } from "../manuscript/manuscript";
import { meets, type Interval } from "../numerics/interval";
import { finding, type Outcome } from "./check";
import { severalAnalyses } from "./several-analyses";
import { withSlip } from "./slip";

const speaks = /\bload(?:s|ed|ing)?\b|λ|\blädt\b|\blud\b|Ladung/i;
/** A sentence about several items, limits, or another solution than the table's. */
const apart =
  /cut-?off|threshold|criterion|above|below|at least|less than|more than|greater|smaller|\bfrom\b|between|rang|cross|second|also|respectively|average|mean|pilot|stud(?:y|ies)|confirmatory|CFA|structure|unrotated|before rotation|without|after removing|instead/i;

/**
 * The one loading that a sentence gives for one item on one component ("Word meaning loaded highest on Verbal (.87)") against its cell in the table of loadings: a part of `table-text`.
 * Only where the manuscript has one such table, and the sentence one item, one component and one number.
 */
export function namedLoadings(claims: Claims): Outcome[] {
  const tables = claims.manuscript.tables.flatMap((table) => {
    const read = loadingTable(table, claims.manuscript);
    return read ? [{ table, read }] : [];
  });
  if (tables.length !== 1 || severalAnalyses(claims)) return [];
  const [{ table, read }] = tables;
  return claims.manuscript.blocks
    .filter((b) => b.kind === "paragraph" && (b.section.role === "results" || b.section.role === "other"))
    .flatMap((b) => b.sentences.flatMap((s) => (speaks.test(s.text) && !apart.test(s.text) ? judge(s, table, read, claims.manuscript.decimal) : [])));
}

const size = (r: Reported): Interval => (r.value < 0 ? { low: -r.interval.high, high: -r.interval.low } : r.interval);

function judge(sentence: Sentence, table: ManuscriptTable, read: LoadingTable, decimal: "." | ","): Outcome[] {
  const { text } = sentence;
  const numbers = numbersIn(sentence.mapped, decimal).filter((n) => n.decimals >= 2 && !n.percent && n.relation === "=");
  const [n] = numbers;
  if (
    numbers.length !== 1 ||
    Math.abs(n.value) >= 2 ||
    !/[(=]\s?$|\b(?:of|with|mit|at)\s$/.test(text.slice(Math.max(0, n.start - 6), n.start)) ||
    !/^\s?[).,]/.test(text.slice(n.end, n.end + 2))
  )
    return [];
  if (/(?:h²|α|r|alpha|communality|eigenvalue) ?(?:=|of|was)? ?\(?$/i.test(text.slice(Math.max(0, n.start - 20), n.start))) return [];
  const rows = rowsNamed(text, table);
  const named = read.components.flatMap(({ component }, k) =>
    component.name && nameTokens(component.name).length > 0 && text.toLowerCase().includes(component.name.toLowerCase()) ? [k] : [],
  );
  const item = rows.length === 1 ? read.items.find((i) => i.row === rows[0]) : undefined;
  const shown = named.length === 1 ? item?.loadings[named[0]] : undefined;
  if (!item || !shown) return [];
  const range = n.range;
  if (meets(size(n), size(shown))) return [];
  return [
    finding(
      { range },
      {
        message: `The loading of ${item.item} on ${read.components[named[0]].component.name} is ${n.text} here and ${shown.text} in ${tableName(table)}.`,
        detail: withSlip(undefined, n, shown.interval),
        related: [{ message: `${shown.text} here`, range: shown.range }],
      },
    ),
  ];
}
