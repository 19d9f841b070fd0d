import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { shared } from "../shared";
import { smallStudy, smallSurvey } from "../study/memory";
import { folder, scree } from "./scree";

const { put, path } = folder();
const survey = put("survey.csv", smallSurvey());
put("scree.yaml", smallStudy);
const json = (args: readonly string[], input?: string) => JSON.parse(scree([...args, "--format", "json"], { input }).out);

describe("scree", () => {
  test("--help and --version, of itself and of each command", () => {
    expect(scree(["--version"])).toEqual({ status: 0, out: `${version}\n`, err: "" });
    for (const args of [
      ["--help"],
      ...["check", "analyze", "tables", "cfa", "icc", "careless", "sample-size", "content-validity"].map((name) => [name, "--help"]),
      ["analyze", "-h"],
    ]) {
      const { status, out } = scree(args);
      expect(status).toBe(0);
      expect(out).toMatch(/scree/);
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(130);
    }
  });
});

describe("the commands beside the contract's", () => {
  test("run from the built program", () => {
    expect(json(["sample-size", "--population", "3080", "--method", "yamane"]).results[0].sample).toBe(355);
    expect(json(["cfa", survey, "--model", "First=A1-A3", "--model", "Second=B1-B3"]).fit.df).toBe(8);
    expect(json(["content-validity", "-", "--scale", "1-4"], "item,E1,E2\nQ1,4,3\nQ2,1,4\n").items).toHaveLength(2);
    expect(json(["icc", survey, "--items", "A1-A3"]).icc).toHaveLength(6);
    expect(scree(["analyze", survey, "--factors", "2", "--iterations", "0", "--as", "spss"]).out).toMatch(/ROTATION=VARIMAX\.\n$/);
    expect(scree(["content-validity", "nowhere.csv"])).toMatchObject({
      status: 2,
      out: "",
      err: expect.stringMatching(/^scree: nowhere\.csv does not exist[^\n]*\n$/),
    });
  });

  test("scores are written beside the data, not over it", () => {
    const out = join(path, "scores.csv");
    const args = ["analyze", survey, "--factors", "2", "--iterations", "0", "--scores-out"];
    expect(scree([...args, out])).toMatchObject({ status: 0 });
    expect(readFileSync(out, "utf8")).toMatch(/^row,F1,F2\r\n1,-?\d/);
    expect(scree([...args, out]).err).toMatch(/exists already/);
    symlinkSync(survey, join(path, "link.csv"));
    const before = readFileSync(survey, "utf8");
    expect(scree([...args, join(path, "link.csv"), "--force"])).toMatchObject({ status: 2, err: expect.stringMatching(/never written into it/) });
    expect(readFileSync(survey, "utf8")).toBe(before);
  });
});

describe("scree analyze", () => {
  let result: ReturnType<typeof json>;
  beforeAll(() => {
    result = json(["analyze", survey, "--factors", "2", "--iterations", "20", "--scale", "First=A1-A3", "--scale", "Second=B1,B2,B3", "--reverse", "B3"]);
  });

  test("has the keys of the contract, in its order", () => {
    expect(Object.keys(result)).toEqual([
      "version",
      "settings",
      "sample",
      "items",
      "correlation",
      "reliability",
      "factorability",
      "retention",
      "solution",
      "tables",
      "warnings",
    ]);
    expect(result.settings).toEqual({
      missing: "listwise",
      correlation: "pearson",
      extraction: "paf",
      rotation: "varimax",
      factors: 2,
      convention: "spss",
      seed: 1,
      iterations: 20,
    });
    expect(result.sample).toMatchObject({ file: "survey.csv", rows: 60, used: 60, items: ["A1", "A2", "A3", "B1", "B2", "B3"] });
    expect(Object.keys(result.items[0])).toEqual(
      expect.arrayContaining(["name", "n", "missing", "mean", "sd", "min", "max", "skewness", "kurtosis", "frequencies"]),
    );
    expect(result.correlation).toHaveLength(6);
    expect(result.reliability.map((scale: { scale: string }) => scale.scale)).toEqual(["First", "Second"]);
    expect(Object.keys(result.reliability[0])).toEqual(
      expect.arrayContaining([
        "scale",
        "items",
        "n",
        "alpha",
        "alphaCi",
        "standardizedAlpha",
        "omegaTotal",
        "lambda6",
        "averageInterItem",
        "splitHalf",
        "perItem",
      ]),
    );
    expect(result.reliability[1].perItem[2]).toMatchObject({ item: "B3", reversed: true });
    expect(Object.keys(result.factorability)).toEqual(expect.arrayContaining(["kmo", "msa", "bartlett", "determinant"]));
    expect(result.retention.parallel).toMatchObject({ iterations: 20, seed: 1 });
    expect(Object.keys(result.solution)).toEqual(
      expect.arrayContaining([
        "factors",
        "names",
        "loadings",
        "unrotated",
        "structure",
        "factorCorrelations",
        "communalities",
        "uniquenesses",
        "variance",
        "fit",
        "iterations",
        "converged",
        "heywood",
      ]),
    );
    expect([result.solution.loadings.length, result.solution.loadings[0].length]).toEqual([6, 2]);
    expect(result.solution.variance.initial[0]).toMatchObject({ eigenvalue: expect.any(Number), percent: expect.any(Number), cumulative: expect.any(Number) });
    expect(result.solution.variance.rotation[0]).toHaveProperty("sumOfSquares");
    expect(result.tables.reliability).toMatch(/^\| Scale .*\|$/m);
  });

  test("the same command gives the same figures", () => {
    expect(
      json(["analyze", survey, "--factors", "2", "--iterations", "20", "--scale", "First=A1-A3", "--scale", "Second=B1,B2,B3", "--reverse", "B3"]),
    ).toEqual(result);
  });

  test("from standard input, with ranges, --iterations 0 and another seed", () => {
    const other = json(["analyze", "-", "--items", "A1-A3,B1", "--iterations", "0", "--factors", "kaiser", "--seed", "5"], smallSurvey());
    expect(other.sample.items).toEqual(["A1", "A2", "A3", "B1"]);
    expect(other.retention.parallel).toBeNull();
  });

  test("missing codes, also negative ones", () => {
    const data = smallSurvey((rows) => {
      rows[0][0] = 99;
      rows[1][1] = -9;
    });
    const used = json(["analyze", "-", "--missing-codes", "-9", "--missing-codes", "99", "--iterations", "0", "--factors", "1"], data).sample.used;
    expect(used).toBe(58);
  });

  test("--study, and what the command line says in its place", () => {
    const study = join(path, "scree.yaml");
    expect(json(["analyze", "--study", study]).reliability.map((scale: { scale: string }) => scale.scale)).toEqual(["First", "Second group"]);
    expect(json(["analyze", "--study", study, "--analysis", "oblique"]).settings.rotation).toBe("promax");
    expect(json(["analyze", "--study", study, "--rotation", "none", "--items", "A1-A3", "--factors", "1"]).sample.items).toHaveLength(3);
  });

  test("--matrix: square and triangular, the same figures as from the data", () => {
    const R: number[][] = result.correlation;
    const names: string[] = ["A1", "A2", "A3", "B1", "B2", "B3r"];
    const square = put("square.csv", [["", ...names], ...R.map((row, i) => [names[i], ...row])].map((row) => row.join(",")).join("\n"));
    const lower = put("lower.csv", R.map((row, i) => [names[i], ...row.slice(0, i + 1)].join("\t")).join("\n"));
    const upper = put(
      "upper.csv",
      [["item", ...names], ...R.map((row, i) => [names[i], ...row.map((r, j) => (j > i ? r : ""))])].map((row) => row.join(";")).join("\n"),
    );
    for (const file of [square, lower, upper]) {
      const published = json(["analyze", "--matrix", file, "--n", "60", "--factors", "2", "--iterations", "0"]);
      expect(published.factorability.kmo).toBeCloseTo(result.factorability.kmo, 9);
      expect(published.factorability.bartlett.chiSquare).toBeCloseTo(result.factorability.bartlett.chiSquare, 6);
      published.solution.loadings.flat().forEach((loading: number, i: number) => expect(loading).toBeCloseTo(result.solution.loadings.flat()[i], 6));
      expect(published.items[0].mean).toBeNull();
      expect(published.tables.descriptives).toBeUndefined();
    }

    const heading = scree(["analyze", "--matrix", lower, "--n", "60", "--factors", "2", "--iterations", "0"]).out.split("\n").slice(0, 2);
    expect(heading).toEqual([expect.stringMatching(/lower\.csv: correlation matrix, N = 60 · 6 items$/), "Pearson correlations as published, spss convention"]);

    const three = json(["analyze", "--matrix", lower, "--n", "60", "--items", "B3r,A1-A2", "--factors", "1", "--iterations", "0"]);
    expect(three.sample.items).toEqual(["B3r", "A1", "A2"]);
    expect(three.correlation[0][2]).toBeCloseTo(R[5][1], 9);
  });

  test.each<[string[], RegExp]>([
    [[survey], /Either a matrix or a data file/],
    [["--missing", "pairwise"], /--missing belongs to a data file/],
    [["--missing-codes", "99"], /--missing-codes belongs/],
    [["--bootstrap", "100"], /--bootstrap belongs/],
    [["--comparison-data", "100"], /--comparison-data belongs/],
    [["--scale", "One=A1-A9"], /A9/],
    [["--reverse", "A9"], /A9/],
    [["--items", "A1,A9"], /A9/],
  ])("--matrix with %j, which would change nothing, is refused", (more, words) => {
    const file = put("refused.csv", "A1,1\nA2,.5,1\nA3,.4,.45,1\n");
    const { status, out, err } = scree(["analyze", "--matrix", file, "--n", "60", "--factors", "1", ...more]);
    expect({ status, out }, err).toEqual({ status: 2, out: "" });
    expect(err).toMatch(words);
  });

  test.each([
    ["A,B\n1,.5\n.5,1\n", /line 1|2 items/],
    ["x,A,B\nA,1,.5\nB,.4,1\n", /line 3: B with A is 0.4 below and 0.5 above/],
    ["x,A,B\nA,2,.5\nB,.5,1\n", /line 2: the diagonal of A is 2, not 1/],
    ["A,1\nB,1.5,1\n", /line 2: the correlation of B with A is 1.5/],
    ["A,1\nB,,1\n", /line 2: the correlation of B with A is missing/],
    ["A,1\nB,oops,1\n", /line 2: "oops" is not a correlation/],
    ["", /empty/],
  ])("--matrix %j", (content, words) => {
    const { status, err } = scree(["analyze", "--matrix", put("matrix.csv", content), "--n", "60", "--factors", "1"]);
    if (status !== 0) expect(err).toMatch(words);
    if (content !== "A,B\n1,.5\n.5,1\n") expect(status).toBe(2);
  });

  test("the other formats, and one table alone", () => {
    const run = (...args: string[]) => scree(["analyze", survey, "--factors", "2", "--iterations", "0", ...args]).out;
    expect(run("--format", "markdown")).toMatch(/^\*\*Table 1\*\*\n\n\*Descriptive statistics of the items\*\n\n\| Item/);
    expect(run("--format", "html")).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(run("--format", "latex").match(/\\begin\{table\}/g)!.length).toBeGreaterThan(5);
    expect(run("--format", "markdown", "--table", "loadings").match(/\*\*Table/g)).toHaveLength(1);
    expect(run("--table", "kmo-bartlett")).toMatch(/^KMO and Bartlett's test\n/);
    expect(Object.keys(JSON.parse(run("--table", "loadings", "--format", "json")).tables)).toEqual(["loadings"]);
    expect(run()).toContain("survey.csv: 60 of 60 rows · 6 items");
    expect(run()).not.toContain("\u001b[");
  });
});

describe("scree check", () => {
  const flawed = "# Results\n\nThe questionnaire had 24 items. The largest eigenvalue was 84.324, *t*(28) = 2.20, *p* = .5.\n";

  test("JSON has the keys of the contract; places count from 1 in UTF-16", () => {
    const file = put("flawed.md", flawed);
    const result = json(["check", file]);
    expect(result.version).toBe(version);
    expect(Object.keys(result.files[0])).toEqual(["path", "statistics", "findings"]);
    const { statistics } = result.files[0];
    const t = statistics.find((one: { kind: string }) => one.kind === "t");
    expect(t).toMatchObject({ verdict: "inconsistent", values: { statistic: 2.2, df: 28, p: 0.5, pComparison: "=" }, range: { start: { line: 3 } } });
    expect(t.computed.p).toBeCloseTo(0.0362, 3);
    const found = flawed.slice(t.range.start.offset, t.range.end.offset);
    expect(found).toContain("2.20");
    expect(t.range.start.column).toBe(flawed.slice(0, t.range.start.offset).split("\n").at(-1)!.length + 1);
    for (const finding of result.files[0].findings)
      expect(Object.keys(finding)).toEqual(expect.arrayContaining(["rule", "severity", "message", "range", "related", "fixes"]));
  });

  test("exit status follows --fail-on and --disable", () => {
    const warning = put("warning.md", "# Results\n\nThe difference was clear, *t*(28) = 2.20, *p* = .02.\n");
    expect(scree(["check", warning]).status).toBe(0);
    expect(scree(["check", warning, "--fail-on", "warning"]).status).toBe(1);
    expect(scree(["check", warning, "--fail-on", "warning", "--disable", "p-value"]).status).toBe(0);
    const error = put("error.md", flawed);
    expect(scree(["check", error]).status).toBe(1);
    expect(scree(["check", error, "--fail-on", "never"]).status).toBe(0);
  });

  test("standard input, several files, folders", () => {
    expect(json(["check", "-"], flawed).files[0].path).toBe("-");
    const both = json(["check", put("a.md", "Fine."), put("b.txt", "Fine.")]);
    expect(both.files).toHaveLength(2);
    const walked = json(["check", path]).files.map((file: { path: string }) => file.path);
    expect(walked).toContain(join(path, "a.md"));
    expect(walked).not.toContain(survey);
  });

  test("--rules prints the catalogue", () => {
    const { status, out } = scree(["check", "--rules"]);
    expect(status).toBe(0);
    for (const line of out.trim().split("\n")) expect(line).toMatch(/^[a-z0-9-]+ +(error|warning|information) +\S.*\.$/);
    expect(out).toMatch(/^p-value +warning/m);
    expect(out).toMatch(/^stale-table +warning/m);
  });

  test("SARIF 2.1.0", () => {
    const log = JSON.parse(scree(["check", put("a b.md", flawed), "--format", "sarif"]).out);
    expect(log).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-2.1.0") });
    const [{ tool, results }] = log.runs;
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(["error", "warning", "note"]).toContain(result.level);
      expect(result.locations[0].physicalLocation.artifactLocation.uri).toMatch(/a%20b\.md$/);
      expect(result.locations[0].physicalLocation.region.startLine).toBe(3);
    }
  });

  test("text quotes the place and sums up", () => {
    const { out } = scree(["check", put("flawed.md", flawed)]);
    expect(out).toMatch(/flawed\.md\n {2}impossible or contradictory\n {4}3:\d+ /);
    expect(out).toMatch(/\d+ reported statistics · \d+ contradictory/);
  });

  test("Latin-1 and UTF-16 are read", () => {
    const latin = put("latin.md", Buffer.from("Größe: t(28) = 2.20, p = .02", "latin1"));
    expect(json(["check", latin]).files[0].statistics).toHaveLength(1);
    const wide = put("wide.md", Buffer.from("\ufefft(28) = 2.20, p = .02", "utf16le"));
    expect(json(["check", wide]).files[0].statistics).toHaveLength(1);
  });
});

describe("scree tables", () => {
  const paper = "# Paper\r\n\r\nα = .11<!-- scree:v alpha.first --> [@cite]\r\n\r\n<!-- scree:begin loadings -->\r\n\r\n<!-- scree:end -->\r\n\r\n*end*";
  const read = (file: string) => readFileSync(file, "utf8");

  test("--check changes nothing and exits 1 while something is out of date; the refresh is whole, and done once", () => {
    const file = put("paper.md", paper);
    const check = scree(["tables", file, "--check"]);
    expect([check.status, read(file)]).toEqual([1, paper]);
    expect(check.out).toMatch(/line 5 +loadings +out of date[^]*alpha\.first +out of date/);
    expect(scree(["tables", file]).status).toBe(0);
    const after = read(file);
    expect(after).toMatch(/^# Paper\r\n\r\nα = \.\d\d<!-- scree:v alpha\.first --> \[@cite\]\r\n\r\n<!-- scree:begin loadings -->\r\n\r\n\*\*Table 1/);
    expect(after.endsWith("-->\r\n\r\n*end*")).toBe(true);
    expect(scree(["tables", file, "--check"]).status).toBe(0);
    expect(scree(["tables", file]).status).toBe(0);
    expect(read(file)).toBe(after);
    expect(readdirSync(path).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("a number changed by hand asks: kept, restored or detached", () => {
    const file = put("paper.md", paper);
    scree(["tables", file]);
    const fresh = read(file);
    const edited = fresh.replace(/(\| A1[^\n]*?)\.(\d)(\d)/, (_, start: string, a: string, b: string) => `${start}.${a}${(Number(b) + 1) % 10}`);
    expect(edited).not.toBe(fresh);
    writeFileSync(file, edited);
    expect([scree(["tables", file]).status, read(file)]).toEqual([1, edited]);
    expect(json(["tables", file, "--check"]).files[0].tables[0]).toMatchObject({
      table: "loadings",
      state: "edited",
      changes: [{ from: expect.any(String), to: expect.any(String) }],
    });
    expect(scree(["check", file, "--format", "json", "--fail-on", "warning"]).status).toBe(1);
    expect([scree(["tables", file, "--edited", "restore"]).status, read(file)]).toEqual([0, fresh]);
    writeFileSync(file, edited);
    expect(scree(["tables", file, "--edited", "detach"]).status).toBe(0);
    expect(read(file)).not.toContain("scree:begin");
  });

  test("a row that the author reworded keeps its numbers when the data change", () => {
    const file = put("paper.md", paper);
    scree(["tables", file]);
    writeFileSync(file, read(file).replace("| A1 ", "| I like it "));
    expect(scree(["tables", file, "--check"]).status).toBe(0);
    expect(scree(["tables", file]).status).toBe(0);
    expect(read(file)).toMatch(/<!-- scree:end sum=\S+ in=\S+ rows=A1\.[\w-]{4} -->/);
    put(
      "survey.csv",
      smallSurvey((rows) => rows.slice(0, 9).forEach((row) => (row[0] = 6 - row[0]))),
    );
    expect(scree(["tables", file]).status).toBe(0);
    const communality = (json(["analyze", "--study", join(path, "scree.yaml")]).solution.communalities.A1 as number).toFixed(2).replace(/^0/, "");
    expect(read(file)).toMatch(new RegExp(`\\| I like it [^\\n]*${communality.replace(".", "\\.")} \\|`));
    put("survey.csv", smallSurvey());
  });

  test("another answer in the data: stale, and scree check says so with a fix", () => {
    const file = put("paper.md", paper);
    scree(["tables", file]);
    put(
      "survey.csv",
      smallSurvey((rows) => rows.slice(0, 9).forEach((row) => (row[0] = 6 - row[0]))),
    );
    expect(scree(["tables", file, "--check"]).status).toBe(1);
    const { findings } = json(["check", file]).files[0];
    expect(findings.map((finding: { rule: string }) => finding.rule)).toEqual(expect.arrayContaining(["stale-table", "stale-value"]));
    expect(findings.find((finding: { rule: string }) => finding.rule === "stale-value").fixes[0].edits[0].newText).toMatch(/^\.\d\d$/);
    put("survey.csv", smallSurvey());
  });

  test("standard input goes to standard output", () => {
    const { status, out, err } = scree(["tables", "-", "--study", join(path, "scree.yaml")], { input: paper });
    expect(status).toBe(0);
    expect(out).toMatch(/^# Paper\r\n[^]*\*\*Table 1\*\*[^]*\*end\*$/);
    expect(err).toContain("loadings");
  });

  test("a link stays a link, permissions and the byte order mark stay", () => {
    const file = put("real.md", `\ufeff${paper}`);
    chmodSync(file, 0o640);
    const link = join(path, "link.md");
    if (!existsSync(link)) symlinkSync(file, link);
    expect(scree(["tables", link]).status).toBe(0);
    expect(read(file)).toMatch(/^\ufeff# Paper\r\n[^]*\*\*Table 1\*\*/);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test("a manuscript that is not UTF-8 is not rewritten", () => {
    const file = put("latin.md", Buffer.from(`Größe\n\n${paper.replace("α", "a")}`, "latin1"));
    const before = readFileSync(file);
    const { status, err } = scree(["tables", file]);
    expect([status, readFileSync(file).equals(before)]).toEqual([2, true]);
    expect(err).toMatch(/not UTF-8/);
  });

  test("Quarto manuscripts get Quarto tables", () => {
    const file = put("paper.qmd", paper);
    scree(["tables", file]);
    expect(read(file)).toContain(": Factor loadings {#tbl-loadings}");
  });
});

describe.skipIf(!shared)("against reference figures, as printed", () => {
  test("likert320", () => {
    const { out } = scree(["analyze", join(shared!, "reference/likert320.csv"), "--format", "markdown", "--table", "kmo-bartlett"]);
    expect(out).toMatch(/sampling adequacy \| +\.86 \|[^]*χ² +\| 2,120\.72 \|[^]*df +\| +276 \|[^]*p +\| +< \.001 \|/);
  });
});

describe("a manuscript with live tables, but without its data", () => {
  const bare = folder();
  const live =
    "# Paper\n\nN = 60<!-- scree:v n -->.\n\n<!-- scree:begin loadings -->\n\n<!-- scree:end -->\n\nThe difference was clear, *t*(28) = 2.20, *p* = .02.\n";
  const rules = (file: string) =>
    json(["check", file]).files[0].findings.map((finding: { rule: string; severity: string; message: string }) => [
      finding.rule,
      finding.severity,
      finding.message,
    ]);

  test("is checked all the same: one word about the data, as information", () => {
    expect(rules(bare.put("paper.md", live))).toEqual([
      ["live-table", "information", "1 live table and 1 bound number cannot be compared with data: there is no study file."],
      ["p-value", "warning", expect.any(String)],
    ]);
  });

  test("and so it is when the study that lies beside it cannot be used, with the reason", () => {
    const file = bare.put("paper.md", live);
    bare.put("scree.yaml", "data: nowhere.csv\n");
    expect(rules(file)).toEqual([
      ["live-table", "warning", expect.stringMatching(/scree\.yaml, line 1: the data file nowhere\.csv cannot be read\.$/)],
      ["p-value", "warning", expect.any(String)],
    ]);
    expect(scree(["check", file, "--study", join(bare.path, "scree.yaml")]).status).toBe(2);
    expect(scree(["tables", file, "--check"]).status).toBe(2);
  });
});
