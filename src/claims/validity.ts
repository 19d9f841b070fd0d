import { headerOf, type ManuscriptTable } from "../manuscript/manuscript";
import type { ClaimBase } from "./claim";
import { columnRole } from "./column-role";
import { type Reported, soleNumber } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { validityInSentence } from "./validity-sentence";

/** A construct's composite reliability, with the standardized loadings that stand beside it. */
export interface CompositeReliabilityClaim extends ClaimBase<"composite-reliability"> {
  readonly reported: Reported;
  readonly construct: string;
  readonly loadings: readonly Reported[];
}

/** A construct's average variance extracted, with the standardized loadings that stand beside it. */
export interface AverageVarianceClaim extends ClaimBase<"average-variance-extracted"> {
  readonly reported: Reported;
  readonly construct: string;
  readonly loadings: readonly Reported[];
}

/** One construct's diagonal entry of a Fornell–Larcker table, with the correlations in its row and column. */
export interface FornellLarckerClaim extends ClaimBase<"fornell-larcker"> {
  readonly reported: Reported;
  readonly construct: string;
  readonly correlations: readonly Reported[];
}

type Found = CompositeReliabilityClaim | AverageVarianceClaim | FornellLarckerClaim;

/** Tables of convergent and discriminant validity: construct, items, loadings, CR, AVE; and √AVE on the diagonal of the correlations. */
const validity: Recogniser = {
  name: "validity",
  sentence: (sentence, context) => validityInSentence(sentence, context),
  table: (table, context) => [...reliabilities(table, context), ...diagonal(table, context)],
};
export default validity;

interface Construct {
  readonly name: string;
  readonly rows: number[];
}

function reliabilities(table: ManuscriptTable, context: RecogniserContext): Found[] {
  const roles = Array.from({ length: table.width }, (_, c) => columnRole(headerOf(table, c)));
  const wanted = roles.flatMap((role, c) => (role === "composite-reliability" || role === "average-variance-extracted" ? [{ role, c }] : []));
  if (wanted.length === 0) return [];
  const loadingColumn = roles.indexOf("loading");
  const numberAt = (r: number, c: number) => (c < 0 ? undefined : soleNumber(table.rows[r].cells[c].mapped, context.decimal));
  return constructs(table, wanted[0].c).flatMap((construct) => {
    const loadings = construct.rows.flatMap((r) => numberAt(r, loadingColumn) ?? []).filter((n) => n.decimals > 0);
    const complete = loadingColumn >= 0 && loadings.length >= 2;
    return wanted.flatMap(({ role, c }): Found[] => {
      const at = construct.rows.find((r) => numberAt(r, c));
      const reported = at === undefined ? undefined : numberAt(at, c);
      if (at === undefined || !reported || reported.decimals < 1) return [];
      const claim = {
        text: reported.text,
        range: reported.range,
        reported,
        construct: construct.name,
        loadings: complete ? loadings : [],
        place: { ...context.place({ table }), cell: table.rows[at].cells[c] },
        values: { value: reported.value, construct: construct.name },
      };
      return role === "composite-reliability" ? [{ kind: "composite-reliability", ...claim }] : [{ kind: "average-variance-extracted", ...claim }];
    });
  });
}

/** Rows by construct: under a heading row, under a filled first cell, with the same first cell, or from one filled cell of CR or AVE to the next. */
function constructs(table: ManuscriptTable, column: number): Construct[] {
  const headed = table.rows.some((r) => r.heading);
  const firsts = table.rows.map((r) => r.cells[0]?.text.trim() ?? "");
  const sparse = !headed && firsts.some((f, i) => f === "" && !table.rows[i].heading);
  const gaps = !headed && !sparse && table.rows.some((r) => r.cells[column].text.trim() === "");
  const out: Construct[] = [];
  table.rows.forEach((row, r) => {
    const name = headed ? (row.heading ? firsts[r] : (row.group ?? firsts[r])) : firsts[r];
    const last = out[out.length - 1];
    const starts =
      !last ||
      (headed ? name !== last.name : sparse ? firsts[r] !== "" && firsts[r] !== last.name : gaps ? row.cells[column].text.trim() !== "" : name !== last.name);
    if (starts) out.push({ name, rows: [r] });
    else last.rows.push(r);
  });
  return out.filter((c) => !/^(?:note|total|mean)/i.test(c.name));
}

function diagonal(table: ManuscriptTable, context: RecogniserContext): FornellLarckerClaim[] {
  const about = [table.caption?.text ?? "", ...table.notes.map((n) => n.text), ...table.header.flatMap((r) => r.cells.map((c) => c.text))].join(" ");
  if (!/fornell|discriminant|square[- ]roots?|√ ?AVE|sqrt/i.test(about) || /HTMT|heterotrait/i.test(about) || /cross-?loading/i.test(about)) return [];
  const rows = table.rows.filter((r) => !r.heading && (r.cells[0]?.text.trim() ?? "") !== "");
  const columns = Array.from({ length: table.width }, (_, c) => c).filter((c) => {
    const header = headerOf(table, c).trim().toLowerCase();
    return (
      c > 0 &&
      header !== "" &&
      (/^\(?\d{1,2}\)?\.?$/.test(header) ||
        rows.some(
          (r) =>
            r.cells[0].text
              .trim()
              .toLowerCase()
              .replace(/^\d{1,2}[.)]\s*/, "") === header,
        ))
    );
  });
  if (columns.length < 2 || columns.length !== rows.length) return [];
  const at = (i: number, j: number) => soleNumber(rows[i].cells[columns[j]].mapped, context.decimal);
  return rows.flatMap((row, i) => {
    const reported = at(i, i);
    if (!reported || reported.decimals < 1 || reported.value === 1) return [];
    const correlations = rows.flatMap((_, j) => (j === i ? [] : [at(i, j), at(j, i)].flatMap((x) => x ?? [])));
    const construct = row.cells[0].text.trim().replace(/^\d{1,2}[.)]\s*/, "");
    return [
      {
        kind: "fornell-larcker",
        text: reported.text,
        range: reported.range,
        reported,
        construct,
        correlations,
        place: { ...context.place({ table }), cell: row.cells[columns[i]] },
        values: { value: reported.value, construct },
      },
    ];
  });
}
