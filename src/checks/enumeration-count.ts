import type { Claims } from "../claims/claim";
import type { Enumeration } from "../claims/enumeration";
import { soleNumber } from "../claims/number";
import { headerOf, type ManuscriptTable, type TableCell, tableName } from "../manuscript/manuscript";
import { type Check, consistent, type Finding, finding, type Outcome } from "./check";

const check: Check = {
  id: "enumeration-count",
  severity: "warning",
  summary: "More or fewer things are listed than announced, or one is listed twice.",
  explain: `“Four guidelines: (a) …, (b) …, (c) …” announces four and lists three. Lists are counted by their marks, (a) (b) (c) or 1) 2) 3), over list items too, and by commas where these leave no doubt;
lists opened by “including” or “such as” are not complete and not counted. A paragraph that begins with the label of a table row and lists things is held against the number that the row gives.`,
  examples: {
    flagged: [
      "The ==five== constructs, quality, value, price, and loyalty, were measured.",
      "We propose ==five== guidelines: (a) extend the hours, (b) simplify the search, (c) speed up lending, and (d) offer advice.",
      "There are ==four== kinds of users: readers, borrowers, and visitors.",
      "The analysis supported ==five== factors, which we call Peers, Teachers, Place and Purpose.",
      "The following ==three== steps were taken:\n\n1. Items were written.\n2. Experts judged them.\n3. A pilot was run.\n4. The survey was held.",
    ],
    clean: [
      "The four constructs, quality, value, price, and loyalty, were measured. Two groups, patients and controls, were compared.",
      "The nine tests split evenly: three load on Visual, three on Textual and three on Speed.",
      "We propose four guidelines: (a) extend the hours, (b) simplify the search, (c) speed up lending, and (d) offer advice.",
      "The analysis supported four factors, which we call Peers, Teachers, Place and Purpose.",
      "There are five kinds of users, including: readers, borrowers, and visitors.",
      "The following three steps were taken:\n\n1. Items were written.\n2. Experts judged them.\n3. A pilot was run.",
    ],
  },

  check(claims) {
    const lists = claims.of("enumeration", { every: true }).filter((e) => e.place.source !== "literature");
    return lists.flatMap((list) => [...announcedCount(list), ...twice(list), ...againstTable(list, claims)]);
  },
};

function announcedCount(list: Enumeration): Outcome[] {
  if (!list.announced || list.form === "labelled") return [];
  const count = list.items.length;
  if (count === list.announced.value) return [consistent(list, { count })];
  return [
    finding(list, {
      message: `${list.announced.text} ${list.noun} are announced and ${count} listed.`,
      related: list.items.map((item, i) => ({ message: `${i + 1}: ${item.text.slice(0, 60)}`, range: item.range })),
    }),
  ];
}

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function twice(list: Enumeration): Finding[] {
  if (list.form === "labelled" || !list.announced) return [];
  const seen = new Map<string, Enumeration["items"][number]>();
  return list.items.flatMap((item) => {
    const key = words(item.text);
    const earlier = seen.get(key);
    if (!earlier) {
      if (key.length > 2) seen.set(key, item);
      return [];
    }
    return [finding(list, { message: `“${item.text}” is listed twice.`, range: item.range, related: [{ message: "listed here", range: earlier.range }] })];
  });
}

/** "Product quality: Test. Inspect." against the table row "Product quality | 5", the number of its variables. */
function againstTable(list: Enumeration, claims: Claims): Outcome[] {
  if (!list.label) return [];
  for (const table of claims.manuscript.tables) {
    const column = countColumn(table);
    const row = column === undefined ? undefined : table.rows.find((r) => sameLabel(r.cells[0]?.text ?? "", list.label!));
    const cell: TableCell | undefined = row?.cells[column!];
    const stated = cell && soleNumber(cell.mapped, claims.manuscript.decimal);
    if (!stated || stated.decimals !== 0) continue;
    if (stated.value === list.items.length) return [consistent(list, { count: list.items.length })];
    return [
      finding(list, {
        message: `${list.items.length} things are listed for “${list.label}”, where ${tableName(table)} gives ${stated.text}.`,
        detail: "Unless the list leaves some out.",
        related: [{ message: `${headerOf(table, column!)}: ${stated.text}`, range: cell!.range }],
      }),
    ];
  }
  return [];
}

function countColumn(table: ManuscriptTable): number | undefined {
  for (let column = 1; column < table.width; column++)
    if (/\b(?:number of|no\. of|anzahl)\b.*\b(?:items|variables|indicators|statements|questions|items|variablen)\b/i.test(headerOf(table, column)))
      return column;
  return undefined;
}

const sameLabel = (a: string, b: string): boolean => words(a) === words(b) && words(a).length > 3;

export default check;
