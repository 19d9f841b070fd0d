import type { Claims } from "../claims/claim";
import type { ItemCountClaim } from "../claims/item-count";
import { loadingTable } from "../claims/loading-table";
import type { Range } from "../manuscript/mapped";
import { tableName } from "../manuscript/manuscript";
import { type Finding, finding } from "./check";
import { severalAnalyses } from "./several-analyses";

/** A number of items that something else than a statement shows. */
interface Shown {
  readonly items: number;
  readonly words: string;
  readonly range: Range;
}

/** Something but the analysis at hand: another questionnaire, an earlier form. */
const other =
  /\b(?:pool|pilot|original(?:ly)?|initial(?:ly)?|first|earlier|version|form|long|short|another|also|additional|other|demographic|further|adapted|draft|drafted|generated|Vorstudie|ursprünglich\w*|weitere\w*)\b/i;

/**
 * One statement of the number of items that all the rest contradicts: "A questionnaire of 22 items …" where 20 are stated elsewhere, Bartlett's test has 190 df and the table of loadings 20 rows. What shows the
 * number has to agree with itself and with at least one other statement, or be shown twice.
 */
export function oddStatements(claims: Claims): Finding[] {
  if (severalAnalyses(claims) || claims.of("items-dropped").length > 0) return [];
  const counts = claims.of("item-count");
  if (counts.some((c) => c.role === "deleted" || c.role === "kept")) return [];
  const shown = [...byBartlett(claims), ...byLoadings(claims), ...byComponents(claims)];
  const numbers = new Set(shown.map((s) => s.items));
  const [items] = numbers;
  const stated = counts.filter((c) => c.role === "analysed" || c.role === "whole");
  const agreeing = stated.filter((c) => c.reported.value === items);
  if (numbers.size !== 1 || shown.length + agreeing.length < 2) return [];
  return stated.flatMap((c) => {
    const again = stated.some((o) => o !== c && o.reported.value === c.reported.value);
    if (c.reported.value === items || again || other.test(c.place.sentence?.text ?? "") || Math.abs(c.reported.value - items) > limit(c, items)) return [];
    return [
      finding(c, {
        message: `${c.text} here, but ${items} in the analysis: ${[...shown.map((s) => s.words), ...(agreeing.length > 0 ? [`"${agreeing[0].text}"`] : [])].join(", ")}.`,
        detail: "Items that were left out would have to be mentioned.",
        related: [...shown, ...agreeing.map((a) => ({ words: a.text, range: a.range }))].slice(0, 4).map((s) => ({ message: s.words, range: s.range })),
      }),
    ];
  });
}

/** A statement that belongs to the analysis cannot differ at all; what is said of the questionnaire may, if it holds other questions too. */
const limit = (c: ItemCountClaim, items: number): number => (c.role === "analysed" || everyItem(c) ? items : Math.max(3, 0.2 * items));

/** "For all 17 items together" */
const everyItem = (c: ItemCountClaim): boolean => /\b(?:for|of) all (?:the )?$/i.test((c.place.sentence?.text ?? "").slice(0, c.reported.start));

/** df = p(p − 1)/2 */
const byBartlett = (claims: Claims): Shown[] =>
  claims.of("bartlett").flatMap((b) => {
    const items = (1 + Math.sqrt(1 + 8 * (b.df?.value ?? 0))) / 2;
    return b.df && Number.isInteger(items) && items > 2 ? [{ items, words: `Bartlett's test has ${b.df.text} df`, range: b.range }] : [];
  });

const excerpt = /select(?:ed|ion)|excerpt|examples?\b|abridged|marker items|subset|highest|ausgewählt|Auszug/i;

const byLoadings = (claims: Claims): Shown[] =>
  claims.manuscript.tables.flatMap((table) => {
    const read = loadingTable(table, claims.manuscript);
    if (!read || excerpt.test([table.caption?.text ?? "", ...table.notes.map((n) => n.text)].join(" "))) return [];
    return [{ items: read.items.length, words: `${tableName(table)} has ${read.items.length} rows`, range: table.range }];
  });

/** A table with a row a component that counts its items. */
const byComponents = (claims: Claims): Shown[] => {
  const tables = new Set(claims.of("component-count").flatMap((c) => (c.basis === "table" && c.place.table ? c.place.table : [])));
  return [...tables].flatMap((table) => {
    const counts = claims
      .of("component-items")
      .filter((c) => c.place.table === table && c.component.name && !/^(?:total|sum|overall|all)\b/i.test(c.component.label));
    const items = counts.reduce((sum, c) => sum + c.reported.value, 0);
    return counts.length >= 2 ? [{ items, words: `the components of ${tableName(table)} have ${items}`, range: table.range }] : [];
  });
};
