import { addTo } from "./add-to";
import type { Claims } from "../claims/claim";
import { alphasOfAbstract } from "./alpha-prose";
import { sameName } from "../claims/component";
import type { AlphaClaim } from "../claims/reliability";
import { settingOf } from "../claims/setting";
import { headerOf, tableName } from "../manuscript/manuscript";
import { meets } from "../numerics/interval";
import { inSentence } from "./in-sentence";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { withSlip } from "./slip";

/** One scale in one sample has one α. */
const check: Check = {
  id: "alpha-conflict",
  severity: "error",
  summary: "The same scale's α differs between places, or a stated range is not the table's.",
  explain: `The α of a scale in one sample is one number, wherever it is printed, and the smallest and largest α that a sentence states are those of its table. Scales are compared by name. Not compared: raw with standardized α, a pilot or another sample with the main one, different times or groups,
a scale with one without some of its items or with its short form, and α of all items together with that of the scales.`,
  examples: {
    flagged: [
      "# Abstract\n\nCronbach's alpha for the whole questionnaire was ==.84==.\n\n# Results\n\nCronbach's alpha for the whole questionnaire was .87.",
      "# Zusammenfassung\n\nCronbachs Alpha der Gesamtskala betrug ==0,84==.\n\n# Ergebnisse\n\nCronbachs Alpha der Gesamtskala betrug 0,87.",
      "The scales were reliable (Cronbach's α = .81 to ==.94==).\n\n| Scale | Items | α |\n|---|---|---|\n| Planning | 4 | .81 |\n| Revising | 4 | .91 |",
      "| Scale | Items | α |\n|---|---|---|\n| Matrix reasoning | 4 | .53 |\n| Letter series | 4 | .67 |\n| Spatial rotation | 4 | .76 |\n\nCronbach's alpha ranged from .53 (Matrix reasoning) to ==.84== (Spatial rotation).",
      "| Scale | Items | α |\n|---|---|---|\n| Planning | 4 | .81 |\n| Revising | 4 | .67 |\n\nCronbach's alpha was ==.87== for Planning.",
      "| Scale | Items | α |\n|---|---|---|\n| Planning | 4 | .81 |\n| Revising | 4 | .67 |\n\nCronbach's alphas lay between ==.57== and .81.",
    ],
    clean: [
      "Cronbach's alpha rose (α = .79 to .94) when items were dropped.\n\n| Scale | Items | α |\n|---|---|---|\n| Planning | 4 | .80 |\n| Revising | 4 | .91 |",
      "# Abstract\n\nCronbach's alpha for the whole questionnaire was .84.\n\n# Results\n\nCronbach's alpha for the whole questionnaire was .87; without the last three items it was .84.",
      "| Scale | Items | α |\n|---|---|---|\n| Matrix reasoning | 4 | .533 |\n| Letter series | 4 | .673 |\n\nCronbach's alpha ranged from .53 (Matrix reasoning) to .67 (Letter series). For all 8 items together, α = .83.",
      "In the pilot study, Cronbach's alpha of Planning was .87.\n\nThe main study followed.\n\n| Scale | Items | α |\n|---|---|---|\n| Planning | 4 | .81 |\n| Revising | 4 | .67 |",
      "| Scale | Items | α |\n|---|---|---|\n| Planning | 4 | .81 |\n| Revising | 4 | .67 |\n\nDeleting one item would have raised Cronbach's alpha of Revising to .70. The short form of Planning had an alpha of .75.",
      "| Scale | Items | α |\n|---|---|---|\n| Planning | 4 | .81 |\n| Revising | 4 | .67 |\n\nSmith (2019) reported Cronbach's alpha from .70 to .92.",
    ],
  },

  check(claims) {
    const all = claims.of("alpha").filter((a) => a.role !== "if-deleted" && !a.standardized);
    const rows = all.filter((a) => a.row !== undefined && !a.condition);
    return [...all.filter((a) => a.row === undefined).flatMap((a) => judge(a, rows, claims)), ...betweenTables(rows, claims), ...alphasOfAbstract(claims)];
  },
};
export default check;

const whole = /\ball\b|overall|total|whole|entire|full|complete|together|gesamt|across all/i;

/** What α was, would be or is without an item, in another version of the scale, or in another sample. */
const otherwise =
  /\b(?:without|delet\w*|remov\w*|dropp\w*|omit\w*|omission|leav(?:e|ing) out|left out|exclu\w*|eliminat\w*|discard\w*|would|could|might|(?:short|long|shorter|shortened|brief|abbreviated) (?:form|version|scale)|(?:validation|calibration|hold-?out) (?:sub)?sample|ohne|wäre|würde|Kurz(?:form|version|skala)|entfern\w*)\b/i;

function judge(alpha: AlphaClaim, rows: readonly AlphaClaim[], claims: Claims): Outcome[] {
  const setting = settingOf(alpha.place, claims.manuscript);
  const comparable = rows.filter((r) => settingOf(r.place, claims.manuscript) === setting);
  if (comparable.length === 0) return [unchecked(alpha, "no table shows α of this sample")];
  if (
    /subsample|men\b|women|male|boys|girls|each (?:sample|group)|other (?:study|sample)|\bT[12]\b|time [12]|wave|previous|original|test-retest/i.test(
      alpha.place.sentence?.text ?? "",
    )
  )
    return [unchecked(alpha, "it may belong to another sample or time")];
  const named = alpha.scale
    ? comparable.filter((r) => r.scale && sameName(r.scale, alpha.scale!) && whole.test(r.scale) === whole.test(alpha.scale!))
    : scaleBefore(alpha, comparable, claims);
  const names = new Set(named.map((r) => r.reported.text));
  if (named.length > 0 && names.size === 1) {
    if (!meets(alpha.reported.interval, named[0].reported.interval) && otherwise.test(alpha.place.sentence?.text ?? ""))
      return [unchecked(alpha, "it may be of fewer items, of another version or of another sample")];
    return [against(alpha, named[0], named[0].scale ?? "this scale")];
  }
  if (alpha.role === "value") return [unchecked(alpha, "no table shows α of this scale")];
  return [limit(alpha, comparable)];
}

/** A stated minimum or maximum without a scale's name: of the one table of scales. */
function limit(alpha: AlphaClaim, rows: readonly AlphaClaim[]): Outcome {
  const tables = [...new Set(rows.map((r) => r.place.table))];
  const scales = rows.filter((r) => !whole.test(r.scale ?? ""));
  if (tables.length !== 1 || scales.length < 2) return unchecked(alpha, "which table it speaks of is not certain");
  const pick = (list: readonly AlphaClaim[]) =>
    list.reduce((a, b) => ((alpha.role === "minimum" ? b.reported.value < a.reported.value : b.reported.value > a.reported.value) ? b : a));
  const candidates = [pick(scales), pick(rows)];
  const fit = candidates.find((c) => meets(c.reported.interval, alpha.reported.interval));
  if (fit) return consistent(alpha);
  const sentence = alpha.place.sentence?.text ?? "";
  if (/except|most|other than|remaining|apart from|subscales? of|\b(?:rose|increas\w*|improv\w*|dropp\w*|delet\w*|remov\w*)\b/i.test(sentence))
    return unchecked(alpha, "it speaks of some of the scales only");
  const [right] = candidates;
  return finding(alpha, {
    message: `The ${alpha.role === "minimum" ? "lowest" : "highest"} α is given as ${alpha.reported.text}, but it is ${right.reported.text} in ${tableName(right.place.table!)} (${right.scale ?? ""}).`,
    detail: withSlip(undefined, alpha.reported, right.reported.interval),
    related: [{ message: `${right.reported.text} here`, range: right.range }],
    claims: [alpha],
  });
}

function against(alpha: AlphaClaim, row: AlphaClaim, scale: string): Outcome {
  if (meets(alpha.reported.interval, row.reported.interval)) return consistent(alpha);
  return finding(alpha, {
    message: `α of ${scale} is ${alpha.reported.text} here and ${row.reported.text} in ${row.place.table ? tableName(row.place.table) : "the table"}.`,
    detail: withSlip("One scale in one sample has one α.", alpha.reported, row.reported.interval),
    related: [{ message: `${row.reported.text} here`, range: row.range }],
    claims: [alpha, row],
  });
}

/** The scale of the table that a sentence names just before the number, with no other α in between. */
function scaleBefore(alpha: AlphaClaim, rows: readonly AlphaClaim[], claims: Claims): readonly AlphaClaim[] {
  const text = alpha.place.sentence?.text.toLowerCase() ?? "";
  const end = alpha.reported.start;
  const before = text.slice(Math.max(0, end - 60), end);
  const tail = /\.\d[^]*$/.exec(before) ? before.slice(before.search(/\.\d(?![^]*\.\d)/)) : before;
  if (alpha.role !== "value") return [];
  const ordered = respectively(alpha, rows, claims);
  if (ordered) return ordered;
  return rows.filter((r) => r.scale && r.scale.length > 3 && tail.includes(r.scale.toLowerCase()));
}

/** Tables with the same headers, or with a group in the caption, are of different groups, samples or times. */
function parallel(a: AlphaClaim, b: AlphaClaim): boolean {
  const [x, y] = [a.place.table!, b.place.table!];
  const headers = (t: typeof x) => Array.from({ length: t.width }, (_, c) => headerOf(t, c)).join("|");
  return (
    headers(x) === headers(y) ||
    [x, y].some((t) =>
      /\b(?:men|women|males?|females?|boys|girls|samples?|groups?|waves?|time|study|country|countries|grades?|T\d|validation|pilot)\b/i.test(
        t.caption?.text ?? "",
      ),
    )
  );
}

/** "The alphas of A, B, and C were .70, .73, and .76, respectively": as many names as numbers, in the same order; undefined where the sentence is not of that kind. */
function respectively(alpha: AlphaClaim, rows: readonly AlphaClaim[], claims: Claims): readonly AlphaClaim[] | undefined {
  const sentence = alpha.place.sentence;
  if (!sentence || !/respectively|jeweils|in this order|in dieser Reihenfolge/i.test(sentence.text)) return undefined;
  const text = sentence.text.toLowerCase();
  const alphas = inSentence(claims, "alpha", sentence);
  const named = rows
    .filter((r) => r.scale && r.scale.length > 3 && text.split(r.scale.toLowerCase()).length === 2)
    .sort((a, b) => text.indexOf(a.scale!.toLowerCase()) - text.indexOf(b.scale!.toLowerCase()));
  const at = alphas.indexOf(alpha);
  return alphas.length >= 2 && named.length === alphas.length && at >= 0 ? [named[at]] : [];
}

/** The same scale in two tables of the same setting, both without conditions. */
function betweenTables(rows: readonly AlphaClaim[], claims: Claims): Outcome[] {
  const byScale = new Map<string, AlphaClaim[]>();
  for (const row of rows) addTo(byScale, row.scale?.toLowerCase() ?? "", row);
  const namesakes = (row: AlphaClaim): readonly AlphaClaim[] => byScale.get(row.scale?.toLowerCase() ?? "") ?? [];
  return rows.flatMap((row, i): Outcome[] => {
    const other = namesakes(row).find(
      (r) => rows.indexOf(r) < i && r.place.table !== row.place.table && r.scale && row.scale && r.scale.toLowerCase() === row.scale.toLowerCase(),
    );
    if (!other || parallel(row, other) || settingOf(other.place, claims.manuscript) !== settingOf(row.place, claims.manuscript) || namesakes(row).length > 2)
      return [];
    if (meets(other.reported.interval, row.reported.interval)) return [consistent(row)];
    return [
      finding(row, {
        message: `α of ${row.scale} is ${row.reported.text} here and ${other.reported.text} in ${tableName(other.place.table!)}.`,
        severity: "warning",
        detail: "One scale in one sample has one α, unless the tables are of different samples.",
        related: [{ message: `${other.reported.text} here`, range: other.range }],
        claims: [row, other],
      }),
    ];
  });
}
