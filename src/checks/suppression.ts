import { codeRegions, within } from "../manuscript/code-regions";
import type { Manuscript } from "../manuscript/manuscript";
import type { Range } from "../manuscript/mapped";
import type { Check, Finding } from "./check";

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

/** The findings that no comment silences, and what is to be said of the comments. `silenced` are those left out. */
export function suppress(
  manuscript: Pick<Manuscript, "source" | "format" | "tables">,
  findings: readonly Finding[],
  known: readonly string[],
): { findings: readonly Finding[]; silenced: readonly Finding[] } {
  if (!/scree-(?:disable|enable)/.test(manuscript.source)) return { findings, silenced: [] };
  const { suppressions, faults } = read(manuscript, new Set(known));
  const used = new Set<Suppression>();
  const silenced = findings.filter((f) => {
    const by = suppressions.filter((s) => s.rule === f.rule && s.scope.start <= f.range.start && f.range.start < s.scope.end);
    by.forEach((s) => used.add(s));
    return by.length > 0;
  });
  const unused = suppressions
    .filter((s) => !used.has(s))
    .map((s) => report("suppression-unused", s.comment, `Nothing is silenced here: ${s.rule} has nothing to report.`, remove(s.comment)));
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
    const ids = (match[2] ?? match[4])
      .split(/\s--(?:\s|$)/)[0]
      .split(/[\s,]+/)
      .filter(Boolean);
    if (ids.length === 0) faults.push(report("suppression-unknown", range, `This comment names no rule.`));
    for (const rule of ids) {
      if (!known.has(rule)) faults.push(report("suppression-unknown", range, `There is no rule “${rule}”.`));
      else if (action === "disable-next-line") suppressions.push({ rule, comment: range, scope: nextLine(source, range.end, tables) });
      else if (action === "disable") {
        if (!open.has(rule)) open.set(rule, range);
      } else if (open.has(rule)) {
        const from = open.get(rule)!;
        suppressions.push({ rule, comment: from, scope: { start: from.end, end: range.start } });
        open.delete(rule);
      } else faults.push(report("suppression-unused", range, `${rule} is not disabled here, so it cannot be enabled.`, remove(range)));
    }
  }
  for (const [rule, from] of open) suppressions.push({ rule, comment: from, scope: { start: from.end, end: source.length + 1 } });
  return { suppressions, faults };
}

function report(rule: string, range: Range, message: string, fixes: Finding["fixes"] = []): Finding {
  return { outcome: "finding", rule, severity: "information", message, range, related: [], fixes, claims: [] };
}

const remove = (range: Range): Finding["fixes"] => [{ title: "Remove the comment", edits: [{ range, newText: "" }] }];

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
