import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { type Analysis, type AnalysisSettings, defaultSettings } from "../../src/psychometrics/analysis";
import { analyze } from "../../src/psychometrics/analyze";
import { readSurvey } from "../../src/survey/read";
import { allTables } from "../../src/tables/catalogue";
import { findPipeTable, isNumeric } from "../../src/study/pipe-table";
import { pipeTable, toMarkdown } from "../../src/tables/markdown";
import type { TableOptions } from "../../src/tables/options";
import { shared } from "../shared";

/** Every table that Scree prints, in a paper that says what was done with how many items and people. */
function paper(analysis: Analysis, flavour: "gfm" | "quarto", options: TableOptions): string {
  const { sample, settings } = analysis;
  const tables = allTables(analysis, options).map((table, i) => toMarkdown(table, { number: i + 1, flavour, label: `tbl-${table.id}` }));
  const cited = allTables(analysis)
    .map((table, i) => (flavour === "quarto" ? `@tbl-${table.id}` : `Table ${i + 1}`))
    .join(", ");
  const what = settings.extraction === "pca" ? "components" : "factors";
  return [
    "# A questionnaire",
    "## Method",
    `${sample.used} people answered all ${sample.items.length} items of the questionnaire.`,
    "## Results",
    `${analysis.solution?.factors ?? 0} ${what} were retained. See ${cited}.`,
    ...tables,
    "",
  ].join("\n\n");
}

async function analysed(name: string, settings: Partial<AnalysisSettings>): Promise<Analysis> {
  const survey = await readSurvey(readFileSync(`${shared}/reference/${name}.csv`), { name: `${name}.csv` });
  const { items } = JSON.parse(readFileSync(`${shared}/reference/${name}.listwise.json`, "utf8")) as { items: string[] };
  return analyze(survey, { items }, { ...defaultSettings, iterations: 20, ...settings });
}

const variants: [string, Partial<AnalysisSettings>, "gfm" | "quarto", number][] = [
  ["SPSS varimax", {}, "gfm", 2],
  ["promax, three decimals, Quarto", { rotation: "promax" }, "quarto", 3],
  ["components, unrotated", { extraction: "pca", rotation: "none", factors: "kaiser" }, "gfm", 2],
  ["components, varimax, one decimal", { extraction: "pca", factors: "map" }, "gfm", 1],
  ["minres, psych, pairwise", { extraction: "minres", rotation: "oblimin", convention: "psych", missing: "pairwise" }, "quarto", 2],
];

describe.skipIf(!shared)("no table that Scree prints contradicts itself or another", () => {
  for (const name of ["likert320", "bfi25", "hs1939", "attitude", "ability16"]) {
    test.each(variants)(`${name}: %s`, async (_, settings, flavour, decimals) => {
      const analysis = await analysed(name, settings);
      const source = paper(analysis, flavour, { decimals });
      const { findings } = checkManuscript(source, { path: flavour === "quarto" ? "paper.qmd" : "paper.md" });
      expect(
        findings.map((finding) => `${finding.rule}: ${finding.message} [${source.slice(finding.range.start.offset, finding.range.end.offset).slice(0, 60)}]`),
      ).toEqual([]);
    });
  }
});

/** The columns whose every figure some rule can prove: by sums, by squares, by p(p − 1)/2, by the other table that repeats it. */
const covered: Readonly<Record<string, readonly string[] | "all">> = {
  variance: "all",
  loadings: "all",
  communalities: ["extraction"],
  reliability: ["items", "alpha", "standardizedAlpha", "averageInterItem"],
};

describe.skipIf(!shared)("one changed digit is found", () => {
  test.each(["likert320", "bfi25", "hs1939", "attitude", "ability16"])("%s", async (name) => {
    const analysis = await analysed(name, {});
    const options = { hide: 0, rows: "retained" as const };
    const source = paper(analysis, "gfm", options);
    expect(checkManuscript(source, { path: "paper.md" }).findings).toEqual([]);
    const missed: string[] = [];
    for (const table of allTables(analysis, options)) {
      const columns = covered[table.id] ?? [];
      const start = source.indexOf(pipeTable(table));
      const printed = findPipeTable(source, { start, end: source.length })!;
      for (const [r, row] of printed.rows.slice(0, 3).entries()) {
        for (const [c, cell] of row.entries()) {
          if (c === 0 || !isNumeric(cell.text) || !(columns === "all" || columns.includes(table.columns[c].key))) continue;
          const at = cell.range.start + cell.text.search(/\d/);
          const digit = (Number(source[at]) + 3) % 10 || 4; // 0 items would be no statement at all
          const changed = source.slice(0, at) + digit + source.slice(at + 1);
          const found = checkManuscript(changed, { path: "paper.md" }).findings;
          if (!found.some((finding) => finding.severity !== "information")) missed.push(`${table.id}, row ${r + 1}, ${table.columns[c].key}: ${cell.text}`);
        }
      }
    }
    expect(missed).toEqual([]);
  });
});
