import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Analysis, type AnalysisSettings, defaultSettings, type Selection } from "../../../src/psychometrics/analysis";
import { analyze } from "../../../src/psychometrics/analyze";
import { rCommands } from "../../../src/psychometrics/replay/r";
import { replayOf } from "../../../src/psychometrics/replay/replay";
import { spssSyntax } from "../../../src/psychometrics/replay/spss";
import { spssNames } from "../../../src/psychometrics/replay/spss-names";
import { readSurvey } from "../../../src/survey/read";
import { shared } from "../../shared";
import { smallSurvey } from "../../study/memory";

const runs = (program: string, args: string[]) => spawnSync(program, args, { encoding: "utf8" }).status === 0;
const hasR = runs("Rscript", ["-e", "stopifnot(requireNamespace('psych'), requireNamespace('GPArotation'))"]);
const hasPspp = runs("pspp", ["--version"]);
const folder = mkdtempSync(join(tmpdir(), "scree-replay-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An analysis of a file in the folder, and what repeats it. */
async function analysed(csv: string, settings: Partial<AnalysisSettings>, selection: Selection = {}, missingCodes: number[] = []) {
  writeFileSync(join(folder, "survey.csv"), csv);
  const survey = await readSurvey(new TextEncoder().encode(csv), { name: "survey.csv", missingCodes, missingWords: ["no answer"] });
  const analysis = await analyze(survey, selection, { ...defaultSettings, iterations: 0, factors: 2, ...settings });
  return { analysis, replay: replayOf(survey, selection, analysis, { missingCodes }) };
}

const likert = () => (shared ? readFileSync(`${shared}/reference/likert320.csv`, "utf8") : "");
const bfi = () => (shared ? readFileSync(`${shared}/reference/bfi25.csv`, "utf8") : "");
const reversed: Selection = {
  items: ["Q1-Q24"],
  reverse: ["Q5", "Q11", "Q16", "Q23"],
  scales: [
    { name: "First", items: ["Q1-Q6"] },
    { name: "It's", items: ["Q7-Q12"] },
  ],
};

/** Differences of loadings after the factors are matched with sign. */
function apart(ours: Analysis, theirs: number[][]): number {
  const loadings = ours.solution!.loadings;
  return Math.max(
    ...loadings[0].map((_, k) =>
      Math.min(...theirs[0].flatMap((_, j) => [1, -1].map((sign) => Math.max(...loadings.map((row, i) => Math.abs(row[k] - sign * theirs[i][j])))))),
    ),
  );
}

function runR(script: string, name: string): { loadings: number[][]; alphas: number[]; kmo: number; phi: number[] } {
  const more = `
cat("\\n#loadings", formatC(t(loadings), digits = 15, format = "g"), "\\n")
if (exists("phi", mode = "numeric")) cat("#phi", formatC(sort(abs(phi)), digits = 15, format = "g"), "\\n")
cat("#kmo", formatC(KMO(R)$MSA, digits = 15, format = "g"), "\\n")
`;
  const file = join(folder, `${name}.R`);
  writeFileSync(file, script + more);
  const { stdout, stderr, status } = spawnSync("Rscript", [file], { cwd: folder, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const line = (key: string) => /(?:^|\n)#KEY ([^\n]*)/.source.replace("KEY", key);
  const numbers = (key: string) => new RegExp(line(key)).exec(stdout)![1].trim().split(/\s+/).map(Number);
  const flat = numbers("loadings");
  const m = Number(/\nm <- (\d+)/.exec(script)![1]);
  const alphas = [...stdout.matchAll(/raw_alpha[^\n]*\n\s*(\S+)/g)].map((found) => Number(found[1])).filter((alpha) => !Number.isNaN(alpha));
  return {
    loadings: Array.from({ length: flat.length / m }, (_, i) => flat.slice(i * m, (i + 1) * m)),
    alphas,
    kmo: numbers("kmo")[0],
    phi: stdout.includes("#phi") ? numbers("phi") : [],
  };
}

describe.skipIf(!shared || !hasR)("Copy as R, run by R", () => {
  it.each<[string, Partial<AnalysisSettings>, number]>([
    ["SPSS's principal axes and varimax", {}, 1e-9],
    ["SPSS's promax", { rotation: "promax" }, 1e-9],
    ["another kappa", { rotation: "promax", kappa: 3 }, 1e-9],
    ["SPSS's quartimax", { rotation: "quartimax" }, 1e-9],
    ["equamax", { rotation: "equamax" }, 1e-9],
    ["components, unrotated", { extraction: "pca", rotation: "none" }, 1e-9],
    ["components, promax of stats", { extraction: "pca", rotation: "promax", convention: "psych" }, 1e-6],
    ["psych's promax", { extraction: "minres", rotation: "promax", convention: "psych" }, 2e-4],
    ["psych's stop rule", { stopRule: "psych" }, 1e-9],
    ["minres and raw oblimin", { extraction: "minres", rotation: "oblimin", convention: "psych" }, 2e-4],
    ["ML and normalized oblimin", { extraction: "ml", rotation: "oblimin" }, 2e-4],
    ["geomin of rank correlations", { extraction: "minres", rotation: "geomin", correlation: "spearman", convention: "psych" }, 2e-4],
    ["pairwise deletion", { missing: "pairwise", rotation: "varimax", convention: "psych" }, 1e-6],
  ])(
    "%s",
    async (name, settings, tolerance) => {
      const { analysis, replay } = await analysed(likert(), { factors: 4, ...settings }, reversed);
      const theirs = runR(rCommands(replay), name.replace(/\W/g, ""));
      expect(theirs.kmo).toBeCloseTo(analysis.factorability!.kmo!, 9);
      expect(apart(analysis, theirs.loadings)).toBeLessThan(tolerance);
      // the same correlations of factors, whatever their order and signs
      const phi = analysis
        .solution!.factorCorrelations.flat()
        .map(Math.abs)
        .sort((a, b) => a - b);
      theirs.phi.forEach((value, i) => expect(Math.abs(value - phi[i])).toBeLessThan(tolerance * 5));
      expect(theirs.phi.length).toBe(["promax", "oblimin", "geomin"].includes(settings.rotation ?? "") ? 16 : 0);
      expect(theirs.alphas).toHaveLength(2);
      theirs.alphas.forEach((alpha, s) => expect(Math.abs(alpha - analysis.reliability[s].alpha!)).toBeLessThan(0.0051));
    },
    60_000,
  );

  it("polychoric correlations", async () => {
    const { analysis, replay } = await analysed(bfi(), { factors: 2, correlation: "polychoric", extraction: "minres" }, { items: ["A1-A5", "C1-C5"] });
    expect(apart(analysis, runR(rCommands(replay), "polychoric").loadings)).toBeLessThan(2e-4);
  }, 60_000);

  it("a target rotation, codes for no answer", async () => {
    const csv = smallSurvey((rows) => (rows[3][2] = 99));
    const target = [
      [null, 0],
      [null, 0],
      [null, 0],
      [0, null],
      [0, null],
      [0, null],
    ];
    const { analysis, replay } = await analysed(csv, { rotation: "target", target, extraction: "minres" }, {}, [99]);
    expect(analysis.sample.used).toBe(59);
    expect(apart(analysis, runR(rCommands(replay), "target").loadings)).toBeLessThan(1e-4);
  }, 60_000);
});

/** The small survey with its answers in words. */
const inWords = () =>
  smallSurvey().replace(
    /(?<=[\n,])\d/g,
    (digit) => ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"][Number(digit) - 1],
  );

describe.skipIf(!hasR)("answers in words", () => {
  it("are given their numbers in R", async () => {
    const { analysis, replay } = await analysed(inWords(), {});
    expect(analysis.items[0].max).toBe(5);
    expect(apart(analysis, runR(rCommands(replay), "words").loadings)).toBeLessThan(1e-9);
  }, 60_000);
});

/** Loadings from the last table of PSPP's output with that title, as CSV. */
function runPspp(syntax: string, title: string): number[][] {
  writeFileSync(join(folder, "run.sps"), `SET FORMAT=F20.10.\n${syntax}`);
  const { stdout, status } = spawnSync("pspp", ["-O", "format=csv", "run.sps"], { cwd: folder, encoding: "utf8" });
  expect(status, stdout).toBe(0);
  expect(stdout).not.toMatch(/error:/);
  const table = stdout.slice(stdout.lastIndexOf(`Table: ${title}`)).split("\n\n")[0];
  return table
    .split("\n")
    .map((line) => line.split(","))
    .filter((cells) => cells.length > 2 && cells.slice(1).every((cell) => cell !== "" && !Number.isNaN(Number(cell))) && !/Factor|Component/.test(cells[0]))
    .filter((cells) => !/^\d*$/.test(cells[0]))
    .map((cells) => cells.slice(1).map(Number));
}

describe.skipIf(!shared || !hasPspp)("Copy as SPSS syntax, run by PSPP", () => {
  it.each<[string, Partial<AnalysisSettings>, string, number]>([
    ["varimax", {}, "Rotated Factor Matrix", 2e-4],
    ["promax", { rotation: "promax" }, "Pattern Matrix", 2e-4],
    ["components", { extraction: "pca", rotation: "none" }, "Component Matrix", 1e-8],
    ["converged axes, no rotation", { stopRule: "limit", rotation: "none" }, "Factor Matrix", 1e-6],
    ["pairwise", { missing: "pairwise", rotation: "none" }, "Factor Matrix", 1e-8],
    ["rank correlations", { correlation: "spearman", rotation: "none" }, "Factor Matrix", 1e-8],
  ])(
    "%s",
    async (_, settings, title, tolerance) => {
      const { analysis, replay } = await analysed(likert(), { factors: 4, ...settings }, reversed);
      const theirs = runPspp(spssSyntax(replay), title);
      expect(theirs).toHaveLength(24);
      expect(apart(analysis, theirs)).toBeLessThan(tolerance);
    },
    60_000,
  );
});

describe.skipIf(!hasPspp)("answers in words, in SPSS", () => {
  it("are given their numbers", async () => {
    const { analysis, replay } = await analysed(inWords(), { rotation: "none" });
    expect(apart(analysis, runPspp(spssSyntax(replay), "Factor Matrix"))).toBeLessThan(1e-8);
  }, 60_000);
});

/** A small survey with semicolons and decimal commas, one column of each kind, a title, and names under which the columns are not known. */
const european = () =>
  smallSurvey()
    .split("\n")
    .map((line, i) => (line === "" ? line : `${line.replaceAll(",", ";")};${i === 0 ? "Minuten" : `${i},5`}`))
    .join("\n");
const withWordsForNothing = () =>
  `${smallSurvey()
    .replace(/(\n[^\n]*),\d(?=\n)/, "$1,N/A")
    .trimEnd()}\n`.replace(/\d(?=\n$)/, "no answer");
const underQuestions = () =>
  `The survey of spring\n${smallSurvey()
    .split("\n")
    .map((line, i) => (i === 0 ? line.replaceAll(/[A-Z]\d/g, "How much do you like $&?") : line))
    .join("\n")}`;

describe("files that are not plain CSV", () => {
  it("semicolons and decimal commas", async () => {
    const { replay } = await analysed(european(), { rotation: "none" });
    expect(rCommands(replay)).toContain(`read.csv("survey.csv", sep = ";", dec = ",", check.names = FALSE`);
    expect(spssSyntax(replay)).toMatch(/SET DECIMAL=COMMA\.[^]*DELIMITERS=";" \/QUALIFIER='"' \/FIRSTCASE=2/);
  });

  it("another encoding than UTF-8", async () => {
    const bytes = Uint8Array.from(`Straße,${smallSurvey().replaceAll("\n", "\nMünchen,")}`.replace(/\n[^,\n]*,$/, "\n"), (c) => c.charCodeAt(0));
    const survey = await readSurvey(bytes, { name: "survey.csv", encoding: "windows-1252" });
    const analysis = await analyze(survey, {}, { ...defaultSettings, iterations: 0, factors: 1 });
    const replay = replayOf(survey, {}, analysis);
    expect(rCommands(replay)).toContain(`na.strings = c("", "NA"), fileEncoding = "windows-1252")`);
    expect(spssSyntax(replay)).toContain("/FILE='survey.csv' /ENCODING='windows-1252'");
  });

  it("titles and questions above the answers", async () => {
    const { analysis, replay } = await analysed(underQuestions(), { rotation: "none" });
    expect(rCommands(replay)).toMatch(/header = FALSE, skip = 2, sep = ",", check\.names = FALSE, na\.strings = c\("", "NA"\),\n {2}col\.names = c\("/);
    for (const item of analysis.sample.items) expect(/col\.names = ([^]*?)\)\)/.exec(rCommands(replay))![1]).toContain(`"${item}"`);
    expect(spssSyntax(replay)).toContain("/FIRSTCASE=3");
  });

  it.skipIf(!hasR).each([
    ["semicolons", european],
    ["questions", underQuestions],
    ["gaps", withWordsForNothing],
  ])(
    "%s, run by R",
    async (name, csv) => {
      const { analysis, replay } = await analysed(csv(), { rotation: "none" });
      expect(apart(analysis, runR(rCommands(replay), name).loadings)).toBeLessThan(1e-8);
    },
    60_000,
  );

  it.skipIf(!hasPspp).each([
    ["semicolons", european],
    ["questions", underQuestions],
  ])(
    "%s, run by PSPP",
    async (_, csv) => {
      const { analysis, replay } = await analysed(csv(), { rotation: "none" });
      expect(apart(analysis, runPspp(spssSyntax(replay), "Factor Matrix"))).toBeLessThan(1e-8);
    },
    60_000,
  );
});

describe("the commands", () => {
  it("of R", async () => {
    const selection = { scales: [{ name: "First", items: ["A1-A3"] }], reverse: ["A2"] };
    const { replay } = await analysed(smallSurvey(), { extraction: "ml", rotation: "oblimin", kaiser: false }, selection, [99, -9]);
    const script = rCommands(replay);
    expect(script).toContain(`data <- read.csv("survey.csv", sep = ",", check.names = FALSE, na.strings = c("", "NA"))`);
    expect(script).toContain("answer %in% c(99, -9)");
    expect(script).toContain(`x[["A2"]] <- 6 - x[["A2"]]`);
    expect(script).toContain(`alpha(complete[, c("A1", "A2", "A3")], check.keys = FALSE)   # First`);
    expect(script).toContain(`loadings <- fa(R, m, n.obs = n, rotate = "none", fm = "ml")$loadings`);
    expect(script).toContain("GPArotation::oblimin(loadings, gam = 0, normalize = FALSE,");
  });

  it("of SPSS", async () => {
    const csv = smallSurvey().replace("A1,A2,A3", "pre-test,A2,ALL");
    const { replay } = await analysed(csv, { rotation: "oblimin", delta: -1, missing: "pairwise" }, { reverse: ["A2"] }, [99]);
    const syntax = spssSyntax(replay);
    expect(syntax).toContain("* pre_test is pre-test.");
    expect(syntax).toContain("    pre_test F8.0\n    A2 F8.0\n    v3_ALL F8.0\n");
    expect(syntax).toContain("(99=SYSMIS).");
    expect(syntax).toContain("COMPUTE A2 = 6 - A2.");
    expect(syntax).toContain(
      "FACTOR\n  /VARIABLES=pre_test A2 v3_ALL B1 B2 B3\n  /MISSING=PAIRWISE\n  /PRINT=INITIAL KMO EXTRACTION ROTATION\n  /CRITERIA=FACTORS(2) ITERATE(25) ECONVERGE(0.001)\n" +
        "  /EXTRACTION=PAF\n  /CRITERIA=ITERATE(500) RCONVERGE(0.000000001) DELTA(-1)\n  /ROTATION=OBLIMIN.",
    );
    expect(syntax).not.toContain("NMISS");
  });

  it.each<[Partial<AnalysisSettings>, RegExp]>([
    [{ correlation: "polychoric" }, /polychoric/],
    [{ rotation: "geomin" }, /geomin/],
    [{ rotation: "promax", convention: "psych" }, /promax/],
    [{ stopRule: "psych" }, /stop rule/],
  ])("what SPSS lacks is refused: %j", async (settings, words) => {
    const { replay } = await analysed(smallSurvey(), settings);
    expect(() => spssSyntax(replay)).toThrow(expect.objectContaining({ code: "no-spss-counterpart", message: expect.stringMatching(words) }));
  });

  it("names that SPSS accepts, none twice", () => {
    const names = ["Q1", "q1", "1st", "pre-test", "pre_test", "with", "ข้อ 1", "a.", "x".repeat(90)];
    const given = [...spssNames(names).values()];
    expect(given).toEqual(["Q1", "q1_2", "v3_1st", "pre_test", "pre_test_2", "v6_with", "ข้อ_1", "a", "x".repeat(52)]);
    expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});
