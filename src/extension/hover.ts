import * as vscode from "vscode";
import { type FindingResult, type StatisticResult } from "../checks/result";
import { type Manuscripts } from "./manuscripts";
import { toRange } from "./places";
import { statisticLines, verdictLine } from "./wording";

/** Over any recognised statistic: what Scree computed from it, the interval that rounding leaves, and the verdict. */
export function hover(manuscripts: Manuscripts): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: "**" },
    {
      provideHover(document, position) {
        const result = manuscripts.latest(document)?.result;
        if (!result) return undefined;
        const here = <T extends { range: FindingResult["range"] }>(list: readonly T[]) => list.filter(({ range }) => toRange(range).contains(position));
        const statistics = innermost(here(result.statistics));
        if (!statistics) return undefined;
        const findings = here(result.findings);
        return new vscode.Hover(explain(statistics, findings), toRange(statistics.range));
      },
    },
  );
}

/** Where two overlap, the shorter one is meant. */
function innermost(statistics: readonly StatisticResult[]): StatisticResult | undefined {
  const length = ({ range }: StatisticResult) => range.end.offset - range.start.offset;
  return [...statistics].sort((a, b) => length(a) - length(b))[0];
}

function explain(statistic: StatisticResult, findings: readonly FindingResult[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown(`**${verdictLine(statistic)}**\n\n`);
  for (const line of statisticLines(statistic)) text.appendText(line).appendMarkdown("\n\n");
  // the findings themselves are shown by the editor above this, from the diagnostics
  if (findings.length === 0 && statistic.reason) text.appendText(`Not checked: ${statistic.reason}.`);
  return text;
}
