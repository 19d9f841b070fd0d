import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allRules } from "../../src/checks/rule-ids";
import { checkManuscript } from "../../src/checks/run";
import { nodeFiles } from "../../src/cli/files";
import { shared } from "../shared";
import { applyFixes } from "../checks/apply-fixes";
import { smallSurvey } from "../study/memory";
import tables from "../../src/cli/commands/tables";
import { folderOf, runCheck } from "./check-run";

const fixtures = "test/fixtures/fixes";
const filesIn = (path: string): string[] => (statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path]);
const manuscripts = [fixtures, "examples"].flatMap(filesIn).filter((path) => /\.(?:md|tex|html|txt)$/.test(path));
const key = ({ rule, message }: { rule: string; message: string }) => `${rule}: ${message}`;

describe("core and command line", () => {
  test.each([fixtures, "examples"])("find the same in %s", async (folder) => {
    const { files } = JSON.parse((await runCheck(folder, "--format", "json")).out);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const core = checkManuscript(readFileSync(file.path, "utf8"), { path: file.path });
      expect(file).toEqual(JSON.parse(JSON.stringify(core)));
    }
  });
});

/** Applying all fixes of a text: what they were for is gone, nothing new is found, and a second time changes nothing. */
function expectSettled(path: string, source: string): string {
  const before = checkManuscript(source, { path });
  const { text, applied } = applyFixes(source, before);
  const after = checkManuscript(text, { path });
  const count = (of: readonly { rule: string; message: string }[], one: string) => of.filter((finding) => key(finding) === one).length;
  for (const one of new Set(after.findings.map(key)))
    expect([one, count(after.findings, one)]).toEqual([one, count(before.findings, one) - count(applied, one)]);
  expect(applyFixes(text, after)).toEqual({ text, applied: [] });
  return text;
}

describe("applying all fixes", () => {
  test.each(manuscripts)("%s", (path) => {
    const source = readFileSync(path, "utf8");
    expectSettled(path, source);
    if (path.startsWith(fixtures)) expect(applyFixes(source, checkManuscript(source, { path })).applied).not.toEqual([]);
  });

  test("every example of every rule", () => {
    for (const { id, examples } of allRules)
      [...examples.flagged, ...examples.clean].forEach((example, i) => expectSettled(`${id}-${i}.md`, example.replaceAll("==", "")));
  });

  test.skipIf(!shared)("the seeded manuscripts and the papers", () => {
    for (const path of ["cases/manuscripts", "papers"].flatMap((folder) => filesIn(join(shared!, folder))))
      if (/\.(?:md|qmd|txt|tex|html)$/.test(path)) expectSettled(path, readFileSync(path, "utf8"));
  });

  test.each([
    [
      "p-zero.md",
      ["*t*(28) = 22.20, *p* < .001", "*F*(1, 118) = 31.40, *p* < 0.001", "χ²(4) = 51.2, *p* < .001", "*t*(306) = 3.18, *p* = .000", "| 9.31 | 88 | < .001 |"],
    ],
    ["response-rate.md", ["a response rate of 80.0%."]],
    ["response-rate-german.md", ["Rücklaufquote von 82,5 % entspricht", "*p* < 0,001"]],
    ["table-text.md", ["first factor was 4.54.", "*B* = −3.878 (Table 2)"]],
    ["p-zero.tex", ["$t(28) = 22.20$, $p < .001$", "\\emph{p} < 0.001"]],
    ["p-zero.html", ["<em>p</em> &lt; .001, and", "<em>p</em> &lt; .001.</p>"]],
    ["p-zero.txt", ["p < .001.", "response rate of 80.0%."]],
    ["factor-analysis.md", ["χ²(276) = 2120.72", "explained 42.43% of", "| 2 | 2.56 | 10.67 | 34.01 |"]],
    ["cumulative.md", ["| 2 | 10,65 | 33,99 |"]],
    [
      "tests.md",
      [
        "*F*(2, 28) = 4.84, *p* = .016",
        "| 84.20 | 2 | 42.10 | 5.62 | .005 |",
        "| 960.60 | 119 |",
        "| 73.10 | 2 | 36.55 | 4.64 | .012 |",
        "| .45 | 1.00 | .28 |",
      ],
    ],
    ["shares.md", ["| Small | 86 | 26.9 |", "| Use | .41 | .73 |"]],
    [
      "suppressions.md",
      [
        "<!-- scree-disable-next-line heading -- wanted -->",
        "<!-- scree-disable p-zero -- known -->",
        "<!-- scree-enable p-zero -->",
        "<!-- scree-disable stale-table -->",
      ],
    ],
  ])("%s reads as it should", (name, expected) => {
    const path = join(fixtures, name);
    const text = expectSettled(path, readFileSync(path, "utf8"));
    for (const words of expected) expect(text).toContain(words);
    if (/^(?:factor|cumul|tests|shares)/.test(name)) expect(checkManuscript(text, { path }).findings).toEqual([]);
    if (name === "suppressions.md") expect(text).not.toMatch(/citation|alpha-range|enable heading/);
  });
});

test("the fixes of live tables and bound numbers make them fresh", async () => {
  const folder = folderOf({
    "scree.yaml": "data: survey.csv\nanalyses:\n  main: { factors: 2, iterations: 20 }\nmanuscripts: [paper.md]\n",
    "survey.csv": smallSurvey(),
    "paper.md": "# Results\n\nWe asked 61<!-- scree:v n --> people; KMO was .10<!-- scree:v kmo -->.\n\n<!-- scree:begin loadings -->\n\n<!-- scree:end -->\n",
  });
  const path = join(folder, "paper.md");
  const io = { files: nodeFiles, stdin: async () => new Uint8Array(), out: () => undefined, err: () => undefined, colours: false };
  const found = async () => JSON.parse((await runCheck(path, "--format", "json")).out).files[0];

  await tables.run([path], io);
  await nodeFiles.write(path, new TextEncoder().encode(readFileSync(path, "utf8").replace("We asked 60", "We asked 61")));
  await nodeFiles.write(join(folder, "survey.csv"), new TextEncoder().encode(smallSurvey((rows) => rows.slice(0, 9).forEach((row) => (row[0] = 6 - row[0])))));
  const before = await found();
  expect(before.findings.map((one: { rule: string }) => one.rule)).toEqual(expect.arrayContaining(["stale-table", "stale-value"]));
  const { text, applied } = applyFixes(readFileSync(path, "utf8"), before);
  expect(applied.length).toBe(before.findings.length);
  await nodeFiles.write(path, new TextEncoder().encode(text));
  expect((await found()).findings).toEqual([]);
});
