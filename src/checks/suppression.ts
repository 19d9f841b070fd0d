import { codeRegions, within } from "../manuscript/code-regions";
import type { Manuscript } from "../manuscript/manuscript";
import type { Range } from "../manuscript/mapped";
import type { Check, Finding, Fix } from "./check";

/**
 * What an author wants left as it is, in comments that no reader sees:
 *
 *     <!-- scree-disable-next-line ID -- reason -->      findings that begin on the next line with text, or anywhere in the table that begins there
 *     <!-- scree-disable ID --> … <!-- scree-enable ID -->   findings that begin between the two (or up to the end)
 *
 * Several ids may be named, parted by spaces or commas. In LaTeX the same words follow a per cent sign. A comment that silences nothing, or names a rule that does not exist, is reported itself.
 */
interface Suppression {
  readonly rule: string;
  readonly comment: Range;
  /** the findings that begin here are silenced */
  readonly scope: Range;
  /** the comment that ends it */
  readonly end?: Range;
}

const comment =
  /<!--\s{0,20}scree-(disable-next-line|disable|enable)(?![\w-])([^>]{0,400}?)-->|(?:^|[^\\])%\s{0,20}scree-(disable-next-line|disable|enable)(?![\w-])([^\n]{0,400})/g;

/** The rules that report on the comments themselves: `suppress` makes their findings, `check` is empty. */
export const suppressionChecks: readonly Check[] = [
  {
    id: "suppression-unused",
    severity: "information",
    summary: "A comment silences a rule that has nothing to report there.",
    explain: "What a comment silenced may have been corrected since, and the comment would hide the next mistake.",
    examples: {
      flagged: [
        "==<!-- scree-disable-next-line heading -- wanted -->==\n# Method\n\nText.",
        "==<!-- scree-disable citation -->==\n\nShown by Abel (2015).\n\n<!-- scree-enable citation -->",
        "# Method\n\nText.\n\n==<!-- scree-disable heading -->==\n\nMore text.",
      ],
      clean: [
        "# A\n\n## Method\n\nText.\n\n<!-- scree-disable-next-line heading -- wanted -->\n## Method\n\nText.",
        "# A\n\n## Method\n\nText.\n\n<!-- scree-disable heading -->\n\n## Method\n\nText.",
        "Write `<!-- scree-disable-next-line heading -->` before the line.",
      ],
    },
    check: () => [],
  },
  {
    id: "suppression-unknown",
    severity: "information",
    summary: "A comment silences a rule that does not exist, or names none.",
    explain: "`scree check --rules` lists the rules by their ids.",
    examples: {
      flagged: [
        "==<!-- scree-disable-next-line headings -->==\n# Method\n\nText.",
        "==<!-- scree-disable-next-line -->==\n# Method\n\nText.",
        "==<!-- scree-disable alpha-rnage -->==\n\nText.",
      ],
      clean: [
        "# A\n\n## Method\n\nText.\n\n<!-- scree-disable-next-line heading -- wanted -->\n## Method\n\nText.",
        "```\n<!-- scree-disable-next-line headings -->\n```",
        "<!-- an ordinary comment about scree-disable -->\n\nText.",
      ],
    },
    check: () => [],
  },
];

/**
 * The findings that no comment silences, and what is to be said of the comments. `silenced` are those left out.
 *
 * @param quiet rules whose findings are not all known here: a comment that silences them is not called unused
 */
export function suppress(
  manuscript: Pick<Manuscript, "source" | "format" | "tables">,
  findings: readonly Finding[],
  known: readonly string[],
  quiet: readonly string[] = [],
): { findings: readonly Finding[]; silenced: readonly Finding[] } {
  if (!/scree-(?:disable|enable)/.test(manuscript.source)) return { findings, silenced: [] };
  const { suppressions, faults } = read(manuscript, new Set(known));
  const used = new Set<Suppression>();
  const silenced = findings.filter((f) => {
    const by = suppressions.filter((s) => s.rule === f.rule && s.scope.start <= f.range.start && f.range.start < s.scope.end);
    by.forEach((s) => used.add(s));
    return by.length > 0;
  });
  const idle = suppressions.filter((s) => !used.has(s) && !quiet.includes(s.rule));
  const unused = idle.map((s) => {
    const fix = withoutSuppressions(manuscript.source, s, idle);
    return report("suppression-unused", s.comment, `Nothing is silenced here: ${s.rule} has nothing to report.`, fix);
  });
  const gone = new Set(silenced);
  return { findings: [...findings.filter((f) => !gone.has(f)), ...faults, ...unused], silenced };
}

function read(
  { source, format, tables }: Pick<Manuscript, "source" | "format" | "tables">,
  known: ReadonlySet<string>,
): { suppressions: Suppression[]; faults: Finding[] } {
  const suppressions: Suppression[] = [];
  const faults: Finding[] = [];
  const open = new Map<string, Range>();
  const code = format === "markdown" || format === "quarto" ? codeRegions(source) : [];
  for (const match of source.matchAll(comment)) {
    const latex = match[3] !== undefined;
    if (latex !== (format === "latex") || within(code, match.index)) continue;
    const start = latex ? source.indexOf("%", match.index) : match.index;
    const range = { start, end: match.index + match[0].length };
    const action = match[1] ?? match[3];
    const ids = idsIn(match[2] ?? match[4]);
    if (ids.length === 0) faults.push(report("suppression-unknown", range, `This comment names no rule.`));
    for (const rule of ids) {
      if (!known.has(rule)) faults.push(report("suppression-unknown", range, `There is no rule “${rule}”.`));
      else if (action === "disable-next-line") suppressions.push({ rule, comment: range, scope: nextLine(source, range.end, tables) });
      else if (action === "disable") {
        if (!open.has(rule)) open.set(rule, range);
      } else if (open.has(rule)) {
        const from = open.get(rule)!;
        suppressions.push({ rule, comment: from, scope: { start: from.end, end: range.start }, end: range });
        open.delete(rule);
      } else
        faults.push(report("suppression-unused", range, `${rule} is not disabled here, so it cannot be enabled.`, removal(without(source, range, [rule]))));
    }
  }
  for (const [rule, from] of open) suppressions.push({ rule, comment: from, scope: { start: from.end, end: source.length + 1 } });
  return { suppressions, faults };
}

function report(rule: string, range: Range, message: string, fixes: Finding["fixes"] = []): Finding {
  return { outcome: "finding", rule, severity: "information", message, range, related: [], fixes, claims: [] };
}

const idsIn = (text: string): string[] =>
  text
    .split(/\s--(?:\s|$)/)[0]
    .split(/[\s,]+/)
    .filter(Boolean);

const removal = (edits: Fix["edits"]): Fix[] => [{ title: "Remove the comment", edits }];

/** Takes away what silences nothing, with the comments that end it, and leaves the other rules of these comments as they are. */
function withoutSuppressions(source: string, unused: Suppression, idle: readonly Suppression[]): Fix[] {
  const together = idle.filter((s) => s.comment.start === unused.comment.start);
  const rules = together.map((s) => s.rule);
  const whole = without(source, unused.comment, rules);
  const gone = whole.length === 1 && whole[0].range.start === unused.comment.start;
  if (!gone) return removal([...without(source, unused.comment, [unused.rule]), ...(unused.end ? without(source, unused.end, [unused.rule]) : [])]);
  const ends = new Map(together.flatMap((s) => (s.end ? [[s.end.start, s.end] as const] : [])));
  return removal([
    ...whole,
    ...[...ends.values()].flatMap((end) =>
      without(
        source,
        end,
        together.filter((s) => s.end?.start === end.start).map((s) => s.rule),
      ),
    ),
  ]);
}

/** A comment without these rules; nothing of it where it names no others. */
function without(source: string, comment: Range, rules: readonly string[]): Fix["edits"] {
  const text = source.slice(comment.start, comment.end);
  const named = idsIn(text.replace(/^(?:<!--|%)\s{0,20}scree-(?:disable-next-line|disable|enable)|-->$/g, ""));
  if (named.every((id) => rules.includes(id))) return [{ range: comment, newText: "" }];
  return rules.flatMap((rule) => {
    const at = new RegExp(`[\\s,]${rule}(?![\\w-])(?:,(?=\\s))?`).exec(text); // ids of rules need no escape
    return at ? [{ range: { start: comment.start + at.index, end: comment.start + at.index + at[0].length }, newText: "" }] : [];
  });
}

/** The next line that has text, or the whole table that begins on it: a comment between the rows of a table would end it. */
function nextLine(source: string, from: number, tables: Manuscript["tables"]): Range {
  let start = source.indexOf("\n", from);
  if (start < 0) return { start: source.length, end: source.length };
  while (start < source.length && /\s/.test(source[start])) start++;
  let line = start;
  while (line > 0 && source[line - 1] !== "\n") line--;
  const stop = source.indexOf("\n", start);
  const end = stop < 0 ? source.length : stop;
  const table = tables.find((t) => t.range.start < end && line <= t.range.start);
  return { start: line, end: Math.max(end, table?.range.end ?? 0) + 1 };
}
