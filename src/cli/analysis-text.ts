import type { Analysis } from "../psychometrics/analysis";
import { methodSentence } from "../tables/words";
import { count } from "../tables/number";
import type { Table } from "../tables/table";
import type { Style } from "./style";
import { textTable, wrap } from "./text-table";

/** An analysis as a person reads it in a terminal: who and what, what to know, then the tables. */
export function analysisText(analysis: Analysis, tables: readonly Table[], style: Style): string {
  return [heading(analysis, style), ...warnings(analysis, style), ...tables.map((table) => textTable(table, style))].join("\n\n");
}

function heading(analysis: Analysis, style: Style): string {
  const { sample, settings, solution } = analysis;
  const out = sample.rows - sample.used;
  const left = out > 0 ? ` · ${count(out)} left out for a missing answer` : "";
  const isMatrix = analysis.warnings.some(({ code }) => code === "matrix-only");
  const kind = settings.correlation === "pearson" ? "Pearson" : settings.correlation;
  const how = `${isMatrix ? `${kind} correlations as published` : `${kind} correlations, ${settings.missing} deletion${pairsOf(analysis)}`}, ${settings.convention} convention`;
  const who = isMatrix ? `correlation matrix, N = ${count(sample.used)}` : `${count(sample.used)} of ${count(sample.rows)} rows`;
  const factors = solution
    ? `${solution.factors} ${solution.factors === 1 ? "factor" : "factors"} (${solution.factorsFrom}). ${methodSentence(analysis)}`
    : "No factors were extracted.";
  return [style.bold(`${sample.file}: ${who} · ${sample.items.length} items${left}`), how, factors].join("\n");
}

/** ", 314 to 320 rows a pair of items": pairwise N beside the listwise one, where they differ. */
function pairsOf({ sample }: Analysis): string {
  if (!sample.missing || sample.missing.complete === sample.missing.pairs.least) return "";
  const { least, most } = sample.missing.pairs;
  return ` (${count(sample.missing.complete)} complete rows; ${count(least)}${least === most ? "" : ` to ${count(most)}`} for a pair of items)`;
}

function warnings({ warnings }: Analysis, style: Style): string[] {
  if (warnings.length === 0) return [];
  return [warnings.flatMap(({ message }) => wrap(message, 110).map((line, i) => `${i === 0 ? style.yellow("! ") : "  "}${line}`)).join("\n")];
}
