import { describe, expect, test } from "vitest";
import { smallSurvey } from "../study/memory";
import { folder, scree } from "./scree";

const { put, path } = folder();
const good = put("good.csv", smallSurvey());
const columns = (names: string[], rows: number, cell: (row: number, column: number) => number | string) =>
  [names.join(","), ...Array.from({ length: rows }, (_, r) => names.map((_, c) => cell(r, c)).join(","))].join("\n");
const noise = (r: number, c: number) => 1 + ((r * 7 + c * 13 + ((r * r) % 11) + ((r * c) % 5)) % 5);

/** One line on standard error that names the file or the option, exit status 2, nothing on standard output. */
function refuses(args: readonly string[], ...words: (string | RegExp)[]): void {
  const { status, out, err } = scree(args);
  expect({ status, out }, err).toEqual({ status: 2, out: "" });
  expect(err).toMatch(/^scree: [^\n]{20,400}\n$/);
  expect(err).not.toMatch(/NaN|Infinity|undefined|\bat .*\.js|should not/);
  for (const word of words) expect(err).toMatch(word);
}

describe("data that cannot be analysed: one line that says what is wrong and what to do, status 2", () => {
  test.each<[string, string | Uint8Array, (string | RegExp)[]]>([
    ["empty.csv", "", ["empty.csv", "empty"]],
    ["blank.csv", "\n\n", ["blank.csv"]],
    ["header.csv", "Q1,Q2,Q3\n", ["header.csv", "header"]],
    ["one.csv", columns(["Q1"], 30, noise), ["one.csv", "Q1"]],
    ["two-rows.csv", columns(["Q1", "Q2", "Q3"], 2, noise), ["two-rows.csv", /row/]],
    ["ragged.csv", "Q1,Q2,Q3\n1,2,3\n1,2\n4,5,1\n2,2,2\n", ["ragged.csv", "3"]],
    ["quote.csv", 'Q1,Q2,Q3\n1,"2,3\n4,5,6\n', ["quote.csv", "quot"]],
    ["binary.csv", Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256), ["binary.csv"]],
    ["zip.csv", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 0, 0, 0]), ["zip.csv"]],
    ["words.csv", "a,b\nx,y\nz,w\nq,r\n", ["words.csv"]],
    ["constant.csv", columns(["Q1", "Q2"], 30, (r, c) => (c === 0 ? 3 : noise(r, c))), ["constant.csv", "same value", "Q1"]],
  ])("%s", (name, content, words) => refuses(["analyze", put(name, content)], ...words));

  test("a missing file and a folder", () => {
    refuses(["analyze", "nowhere.csv"], "nowhere.csv does not exist");
    refuses(["analyze", path], "folder");
    refuses(["check", "nowhere.md"], "nowhere.md does not exist");
    refuses(["tables", "nowhere.md"], "nowhere.md does not exist");
    refuses(["check", good.replace("good.csv", "nowhere")], "does not exist");
  });

  test("nothing to read", () => {
    refuses(["analyze"], "Name a data file");
    refuses(["check"], "Name a manuscript");
    refuses([], "check, analyze or tables");
    refuses(["analyze", "-"], "standard input");
  });
});

describe("options that cannot be used", () => {
  test.each<[string[], string]>([
    [["--rotatoin", "varimax"], "Did you mean --rotation?"],
    [["-x"], "no option -x"],
    [["--rotation", "varimx"], "Did you mean varimax?"],
    [["--extraction"], "needs a value"],
    [["--factors", "6"], "6"],
    [["--factors", "99"], "99"],
    [["--factors", "0"], "whole number"],
    [["--factors", "2.5"], "whole number"],
    [["--factors", "lots"], "a whole number, or one of kaiser, parallel, map"],
    [["--iterations", "-1"], "whole number"],
    [["--seed", "x"], "whole number"],
    [["--items", "A1,A9"], "Did you mean A"],
    [["--items", "A1"], "two"],
    [["--reverse", "Z9"], "Z9"],
    [["--scale", "Name"], 'Write --scale "Name=Q1-Q6"'],
    [["--table", "loading"], 'Did you mean "loadings"?'],
    [["--table", "factor-correlations"], "do not correlate"],
    [["--format", "pdf"], "text, json, markdown, html, latex"],
    [["--decimals", "20"], "0 to 6"],
    [["--study", "nowhere.yaml"], "nowhere.yaml"],
    [["--matrix", "nowhere.csv", "--n", "100"], "nowhere.csv does not exist"],
    [["extra.csv"], "One data file"],
  ])("scree analyze %j", (options, words) => {
    refuses(["analyze", ...(options.includes("--study") || options.includes("--matrix") ? [] : [good]), ...options], words);
  });

  test("of the other commands", () => {
    const text = put("text.md", "Nothing here.\n");
    refuses(["check", text, "--format", "xml"], "text, json, sarif");
    refuses(["check", text, "--disable", "eigenvalue-rang"], "eigenvalue-range");
    refuses(["check", text, "--fail-on", "errors"], "Did you mean error?");
    refuses(["tables", text, "--chek"], "Did you mean --check?");
    refuses(["analyse-it"], "no command");
  });
});

describe("manuscripts that cannot be used", () => {
  test("binary data", () => {
    refuses(["check", put("binary.md", Uint8Array.from([77, 0, 1, 2]))], "binary.md", "byte 2");
  });

  test.each([
    ["an unpaired marker", "Text.\n\n<!-- scree:begin loadings -->\n\nText.\n", "line 3", "never ends"],
    ["an end alone", "<!-- scree:end -->\n", "line 1", "never began"],
    ["an unknown table", "\n<!-- scree:begin loading -->\n\n<!-- scree:end -->\n", "line 2", 'Did you mean "loadings"?'],
    ["an unknown value", "α = .8<!-- scree:v alfa -->\n", "line 1", "scree.yaml"],
  ])("%s: scree tables refuses and writes nothing; scree check warns", async (_, source, line, words) => {
    const file = put("markers.md", source);
    refuses(["tables", file, "--check"], "markers.md", line, words);
    refuses(["tables", file], line);
    const { status, out } = scree(["check", file, "--format", "json"]);
    expect(status).toBe(0);
    const { findings } = JSON.parse(out).files[0];
    expect(findings.map((finding: { severity: string }) => finding.severity)).toContain(
      line === "line 1" && words === "scree.yaml" ? "information" : "warning",
    );
    expect((await import("node:fs")).readFileSync(file, "utf8")).toBe(source);
  });

  test("a study that is wrong is named with its line", () => {
    const study = put("wrong.yaml", `data: ${good}\nscales:\n  First: A1-A33\n`);
    refuses(["analyze", "--study", study], "wrong.yaml, line 3", "Did you mean A3?");
  });
});

describe("data that can be analysed, with a warning", () => {
  const analysis = (args: readonly string[]) => {
    const { status, out, err } = scree(["analyze", "--format", "json", ...args]);
    expect(err).toBe("");
    expect(status).toBe(0);
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
    return JSON.parse(out);
  };
  const codes = (result: { warnings: { code: string }[] }) => result.warnings.map((warning) => warning.code);
  const messages = (result: { warnings: { message: string }[] }) => result.warnings.map((warning) => warning.message).join(" ");

  test("an item without variance is left out by name", () => {
    const result = analysis([
      put(
        "flat.csv",
        columns(["Q1", "Q2", "Q3", "Q9"], 40, (r, c) => (c === 3 ? 3 : noise(r, c))),
      ),
      "--items",
      "Q1,Q2,Q3,Q9",
    ]);
    expect(codes(result)).toContain("constant-item");
    expect(messages(result)).toContain("Q9");
    expect(result.sample.items).toEqual(["Q1", "Q2", "Q3"]);
  });

  test("a duplicated item: R is singular, KMO and Bartlett are null and the items are named", () => {
    const result = analysis([
      put(
        "twice.csv",
        columns(["Q1", "Q2", "Q3", "Q4"], 40, (r, c) => noise(r, c === 3 ? 0 : c)),
      ),
      "--factors",
      "1",
    ]);
    expect(result.factorability === null || result.factorability.kmo === null).toBe(true);
    expect(messages(result)).toMatch(/Q1|Q4/);
  });

  test("fewer rows than items", () => {
    const names = Array.from({ length: 8 }, (_, i) => `Q${i + 1}`);
    const result = analysis([put("few.csv", columns(names, 6, noise)), "--factors", "1"]);
    expect(result.warnings.length).toBeGreaterThan(0);
  });

  test("no degenerate data bring NaN or a crash", () => {
    for (const [rows, items] of [
      [3, 3],
      [4, 2],
      [5, 9],
      [3, 24],
      [30, 2],
    ]) {
      const names = Array.from({ length: items }, (_, i) => `Q${i + 1}`);
      const { status, out, err } = scree(["analyze", put("odd.csv", columns(names, rows, noise)), "--items", names.join(","), "--format", "json"]);
      expect([0, 2], err).toContain(status);
      expect(out + err).not.toMatch(/NaN|Infinity|should not/);
    }
  });
});
