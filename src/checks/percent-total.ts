import { addTo } from "./add-to";
import type { Percentages } from "../claims/percentages";
import type { Frequency } from "../claims/frequency";
import type { Claims } from "../claims/claim";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";

const check: Check = {
  id: "percent-total",
  severity: "warning",
  summary: "The percentages of single-choice answers do not add up to 100.",
  explain: `Percentages of people who chose one answer each add up to 100, give or take half a unit of the last decimal a category. Conditions: categories that form a scale (from “very satisfied” to “very
dissatisfied”, from “under 20” to “over 60”), or at least four whose sum passes 100 by a little; nothing in the paragraph says that several answers could be given, and the list compares no groups. In a table the rows
above a total of 100% are added up where their counts add up to the total's, or pass it by as little as the percentages pass 100.`,
  examples: {
    flagged: [
      "Of those asked about the queue, ==18.7% thought it very short, 39.2% short, 33.6% long, and 14.3%== very long.",
      "Asked about the hours, ==29.3% were very satisfied, 43.6% satisfied, 24.5% undecided, 7.5% dissatisfied, and 1.3%== very dissatisfied.",
      "**Table 1**\n\nAge\n\n| Years | n | % |\n| --- | ---: | ---: |\n| under 30 | 84 | 42.0 |\n| 30 to 49 | 66 | 33.0 |\n| 50 and over | 58 | 29.0 |\n| Total | 200 | ==100.0== |",
      "As to the search, ==15.9% called it excellent, 32.5% good, 30.3% fair, 11.3% poor, and 5.0%== useless.",
      "Of the respondents, ==18.5% were younger than 20, 41.2% between 20 and 29, 30.1% between 30 and 39, and 15.4%== older than 39.",
    ],
    clean: [
      "Asked about the hours, 23.2% were very satisfied, 43.6% satisfied, 24.5% undecided, 7.5% dissatisfied, and 1.3% very dissatisfied.",
      "It was used for borrowing (71.3%), searching (64.7%), reading rooms (38.4%), and advice (12.2%). As several answers could be given, the percentages add up to more than 100.",
      "**Table 1**\n\nUse (several answers could be given)\n\n| Use | n | % |\n| --- | ---: | ---: |\n| Loans | 84 | 42.0 |\n| Search | 66 | 33.0 |\n| Advice | 58 | 29.0 |\n| Total | 200 | 100.0 |",
      "The most frequent reasons were cost (31.2%), time (24.0%), distance (11.9%), and health (8.3%).",
    ],
  },

  check(claims) {
    return [
      ...claims
        .of("percentages", { every: true })
        .filter((c) => c.place.source !== "hypothetical")
        .flatMap(judge),
      ...tables(claims),
    ];
  },
};

function judge(c: Percentages): Outcome[] {
  const sum = c.percents.reduce((s, n) => s + n.value, 0);
  const slack = c.percents.reduce((s, n) => s + 10 ** -n.decimals, 0) / 2 + 1e-9;
  if (Math.abs(sum - 100) <= slack) return [consistent(c, { sum })];
  // cut off instead of rounded, all of them
  if (sum < 100 && 100 - sum <= 2 * slack) return [consistent(c, { sum })];
  if (c.multiple) return [unchecked(c, "several answers could be given")];
  const near = sum > 100 ? sum < (c.exhaustive ? 115 : 108) : sum > 88;
  if (c.percents.length < (c.exhaustive ? 3 : 4) || !near || (!c.exhaustive && sum < 100))
    return [unchecked(c, "the list may leave answers out, or hold several a person")];
  // in a list over several lines: from the first, or, where points are missing, from the one with most room for them
  const from = sum > 100 ? c.percents[0] : c.percents.reduce((a, b) => (b.value > a.value ? b : a));
  return [
    finding(c, {
      range: { start: from.range.start, end: c.range.end },
      message: `The percentages add up to ${round(sum)}, not 100.`,
      detail: `${c.percents.map((n) => n.text).join(" + ")} = ${round(sum)}; rounding explains ${round(slack)}. Unless several answers could be given.`,
    }),
  ];
}

const round = (x: number): number => Math.round(x * 100) / 100;

/** Rows above a total row of 100 %, in a table without groups. */
function tables(claims: Claims): Outcome[] {
  const columns = new Map<string, Frequency[]>();
  for (const f of claims.of("frequency")) {
    const key = `${f.place.table!.index} ${f.column} ${f.group ?? ""}`;
    addTo(columns, key, f);
  }
  return [...columns.values()].flatMap((column): Outcome[] => {
    const total = column[column.length - 1];
    const rows = column.slice(0, -1);
    if (!total.total || rows.some((f) => f.total) || rows.length < 2 || Math.round(total.percent.value) !== 100) return [];
    const counts = rows.reduce((s, f) => s + f.count.value, 0);
    const sum = rows.reduce((s, f) => s + f.percent.value, 0);
    const slack = rows.reduce((s, f) => s + 10 ** -f.percent.decimals, 0);
    if (Math.abs(sum - 100) <= slack) return [consistent(total, { sum })];
    if (alikeAbove(rows, total, claims))
      return [
        finding(total, {
          message: `The rows add up to ${counts} (${round(sum)}%), not to this total of ${total.count.text} (${total.percent.text}%).`,
          detail: `${rows.map((f) => f.count.text).join(" + ")} = ${counts}. Unless several answers could be given.`,
          related: rows.map((f) => ({ message: f.text, range: f.range })),
        }),
      ];
    if (counts !== total.count.value || Math.abs(sum - 100) > 25) return [unchecked(total, "the rows are not the parts of this total")];
    return [
      finding(total, { message: `The percentages add up to ${round(sum)}, not 100.`, related: rows.map((f) => ({ message: f.text, range: f.percent.range })) }),
    ];
  });
}

/** Counts and percentages of the rows pass the total by the same little, each row's percentage is that of its count, and nothing speaks of several answers or of parts of parts. */
function alikeAbove(rows: readonly Frequency[], total: Frequency, claims: Claims): boolean {
  const whole = total.count.value;
  const table = total.place.table!;
  const excess = rows.reduce((s, f) => s + f.count.value, 0) / whole - 1;
  const slack = rows.reduce((s, f) => s + 10 ** -f.percent.decimals, 0);
  const own = (f: Frequency) => Math.abs(f.percent.value - (100 * f.count.value) / whole) <= 10 ** -f.percent.decimals;
  if (!(excess > 0 && excess <= 0.08 && 100 * excess > slack) || rows.length < 3 || !rows.every((f) => own(f) && f.count.value < whole)) return false;
  if (rows.length !== table.rows.filter((r) => !r.heading).length - 1 || table.rows.some((r) => r.heading)) return false;
  const texts = claims.manuscript.blocks.flatMap((b) => (b.kind === "reference" ? [] : b.sentences.map((s) => s.text)));
  const about = [table.caption?.text ?? "", ...table.notes.map((n) => n.text), ...rows.map((f) => f.label)];
  return ![...about, ...texts].some((t) => several.test(t)) && !about.some((t) => within.test(t));
}

const several =
  /\b(?:more than one|multiple (?:responses?|answers?|choices?|selections?|mentions?)|multiple-(?:response|answer|choice)|several (?:answers|options|responses|reasons|could|were possible)|(?:all|any) that appl(?:y|ied)|(?:check|select|tick|mark|choose)(?:ed)? all|mehrere|Mehrfach\p{L}*)(?!\p{L})/iu;
const within = /(?<!\p{L})(?:of which|of whom|of these|thereof|including|each of the|davon|darunter)(?!\p{L})/iu;

export default check;
