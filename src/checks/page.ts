import type { Check } from "./check";

/** A rule's page under docs/checks/ and behind its code in the editor: what it proves, how, and when; with its own examples. Markdown. */
export function rulePage(check: Check): string {
  const flagged = check.examples.flagged.map(example);
  const clean = check.examples.clean.map(example);
  return [
    `# ${check.id}`,
    `**${check.severity}** · ${check.summary}`,
    check.explain.trim(),
    ...(flagged.length > 0 ? ["## Flagged", ...flagged] : []),
    ...(clean.length > 0 ? ["## Not flagged", ...clean] : []),
    "## To silence it",
    `\`<!-- scree-disable-next-line ${check.id} -- why -->\` before the line, or \`<!-- scree-disable ${check.id} -- why -->\` … \`<!-- scree-enable ${check.id} -->\` around a passage.`,
    "",
  ].join("\n\n");
}

/** The table of all rules, for docs/checks/README.md. */
export function ruleIndex(checks: readonly Check[]): string {
  const rows = checks.map((c) => `| [${c.id}](${c.id}.md) | ${c.severity} | ${c.summary.replaceAll("|", "\\|")} |`);
  return [
    "# The rules",
    "Made by `npm run docs` from the rules themselves.",
    ["| Rule | Severity | Fires when |", "| --- | --- | --- |", ...rows].join("\n"),
    "",
  ].join("\n\n");
}

/**
 * An example as a quotation, so that its tables show as tables; its headings become bold lines, and what is flagged bold. Comments would not show:
 * an example that has them is shown as code.
 */
function example(text: string): string {
  if (text.includes("<!--")) return `\`\`\`\`markdown\n${text.replace(/==/g, "").trim()}\n\`\`\`\``;
  return text
    .replace(/==(.*?)==/gs, "**$1**")
    .trim()
    .split("\n")
    .map((line) => `> ${line.replace(/^#+\s+(.*)$/, "**$1**")}`.trimEnd())
    .join("\n");
}
