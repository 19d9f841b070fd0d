import { describe, expect, test } from "vitest";
import analyze from "../../src/cli/commands/analyze";
import { tableKinds } from "../../src/tables/catalogue";
import { toHtml } from "../../src/tables/html";
import { toLatex } from "../../src/tables/latex";
import { toMarkdown } from "../../src/tables/markdown";
import type { Analysis } from "../../src/psychometrics/analysis";
import { run } from "../cli/run";
import { type Degenerate, degenerate } from "./degenerate-data";

/**
 * Data that have no, or no good, solution, under every extraction, rotation, kind of correlation and convention, through the command line: what is wrong is
 * named, by a warning or a refusal; nothing is NaN; every null has a warning that says why; a matrix that was repaired is said to have been.
 */
const csv = (data: Record<string, number[]>) => {
  const names = Object.keys(data);
  return [names.join(","), ...data[names[0]].map((_, row) => names.map((name) => (Number.isNaN(data[name][row]) ? "" : data[name][row])).join(","))].join("\n");
};
const extractions = ["pca", "paf", "minres", "ml"];
const rotations = ["none", "varimax", "quartimax", "equamax", "parsimax", "promax", "oblimin", "geomin", "bifactor"];
const combinations = ["pearson", "spearman", "polychoric"].flatMap((correlation) =>
  extractions.flatMap((extraction) =>
    (correlation === "pearson" ? rotations : ["varimax", "oblimin"]).flatMap((rotation) =>
      ["spss", "psych"].map((convention) => ["--correlation", correlation, "--extraction", extraction, "--rotation", rotation, "--convention", convention]),
    ),
  ),
);
const wordsOf = ({ data, words = [] }: Degenerate) => ["s.csv", "--items", Object.keys(data).join(","), "--iterations", "10", ...words];
const analysed = (on: Degenerate, words: readonly string[]) => run(analyze, [...wordsOf(on), ...words], { "s.csv": csv(on.data) });

/** Which warnings explain a null, by where it stands. */
const reasons: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/reliability/, ["no-coefficient", "no-alpha", "scale-too-short"]],
  [/^\/factorability/, ["singular-correlations", "indefinite-correlations", "uncorrelated-items", "bartlett-too-few-rows"]],
  [/^\/items\/\d+\/kurtosis$/, ["no-kurtosis"]],
  [/^\/items\/\d+\/skewness$/, ["no-skewness"]],
  [/^\/retention\/nest$/, ["no-nest"]],
  [
    /^\/uncertainty/,
    [
      "bootstrap-samples",
      "bootstrap-solutions",
      "no-alpha",
      "no-factors",
      "singular-correlations",
      "indefinite-correlations",
      "heywood-case",
      "factor-without-loadings",
      "fewer-rows-than-items",
    ],
  ],
  [/^\/retention/, ["few-rows", "singular-correlations", "indefinite-correlations", "uncorrelated-items"]],
  [/^\/solution$/, ["no-factors", "singular-correlations", "indefinite-correlations", "heywood-case", "factor-without-loadings", "fewer-rows-than-items"]],
  [/^\/solution\/fit/, ["components-have-no-fit", "no-degrees-of-freedom", "factors-not-identified", "singular-correlations", "few-rows"]],
];

function nulls(value: unknown, path = ""): string[] {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value as object).flatMap(([key, inner]) => nulls(inner, `${path}/${key}`));
}

function check(out: string, words: string): Analysis {
  expect(out, words).not.toMatch(/NaN|Infinity|undefined/);
  const { settings, tables: _tables, ...analysis } = JSON.parse(out);
  const codes = (analysis.warnings as Analysis["warnings"]).map(({ code }) => code);
  for (const path of nulls(analysis)) {
    // SPSS gives no percentages after an oblique rotation, which the contract says
    if (/^\/solution\/variance\/rotation\/\d+\/(?:percent|cumulative)$/.test(path) && settings.convention === "spss") continue;
    const reason = reasons.find(([where]) => where.test(path));
    expect(reason, `${words}: ${path} is null`).toBeDefined();
    expect(
      reason![1].some((code) => codes.includes(code)),
      `${words}: ${path} is null, and only ${codes.join(", ")} are said`,
    ).toBe(true);
  }
  return { settings, ...analysis };
}

/** An eigenvalue below zero is the data's own, or the matrix was smoothed and the warning says so. */
const smallest = (analysis: Analysis) => Math.min(...analysis.retention!.eigenvalues);

describe.each(degenerate)("$name", (on) => {
  test("in JSON: every choice of method names what is wrong", async () => {
    const said = new Set<string>();
    for (const words of combinations) {
      const { status, out, err } = await analysed(on, [...words, "--format", "json"]);
      if (status === 2) {
        expect(err, words.join(" ")).toMatch(/^[^\n]{20,400}$/);
        said.add("refusal");
        continue;
      }
      const analysis = check(out, words.join(" "));
      const codes = analysis.warnings.map(({ code }) => code);
      codes.forEach((code) => said.add(code));
      for (const { code, message } of analysis.warnings) expect(message, code).toMatch(/^[^\n]{20,600}[.:]?$/);
      if (on.says.length > 0 && on.always)
        expect(
          codes.some((code) => on.says.includes(code)),
          `${words.join(" ")}: ${codes.join(", ")}`,
        ).toBe(true);
      if (smallest(analysis) < -1e-6) expect(codes).toContain("indefinite-correlations");
    }
    expect(
      on.says.some((code) => said.has(code)),
      [...said].join(", "),
    ).toBe(true);
  });

  test.each(["text", "markdown", "html", "latex"])("as %s", async (format) => {
    for (const words of combinations.filter((_, i) => i % 9 === 0)) {
      const { status, out, err } = await analysed(on, [...words, "--format", format]);
      expect([0, 2]).toContain(status);
      expect(`${out}${err}`, words.join(" ")).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
      expect(status === 2 ? err : out).not.toBe("");
    }
  });

  test("every table is made or refused with a sentence", async () => {
    for (const words of combinations.filter((_, i) => i % 13 === 0)) {
      const { status, out } = await analysed(on, [...words, "--compare", "2", "--bootstrap", "20", "--format", "json"]);
      if (status === 2) continue;
      const analysis = check(out, words.join(" "));
      for (const kind of tableKinds) {
        const reason = kind.unavailable(analysis);
        if (reason !== undefined) expect(reason.length).toBeGreaterThan(10);
        else
          for (const render of [toMarkdown, toHtml, toLatex]) expect(render(kind.make(analysis, {})), kind.id).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
      }
    }
  });
});
