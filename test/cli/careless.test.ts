import { describe, expect, test } from "vitest";
import analyze from "../../src/cli/commands/analyze";
import careless from "../../src/cli/commands/careless";
import cfa from "../../src/cli/commands/cfa";
import { run } from "./run";

/** Twelve items, 60 people; row 12 is a straight-liner, row 20 copies row 10, row 30 failed the check, row 40 took 8 seconds. */
function survey(): string {
  let state = 11;
  const random = () => ((state = (state * 48271) % 2147483647), state / 2147483647);
  const rows = Array.from({ length: 60 }, () => {
    const factors = [random(), random(), random()];
    return Array.from({ length: 12 }, (_, j) => 1 + Math.min(4, Math.floor(5 * (0.45 * factors[j % 3] + 0.55 * random()))));
  });
  rows[10].fill(4);
  rows[18] = [...rows[8]];
  const header = ["id", ...rows[0].map((_, j) => `Q${j + 1}`), "check", "duration"].join(",");
  return [header, ...rows.map((row, at) => [`p${at + 1}`, ...row, at === 28 ? 1 : 4, at === 38 ? 8 : 240].join(","))].join("\n");
}
const files = { "s.csv": survey() };
const fast = ["--iterations", "5", "--instructed", "check=4"];

describe("scree careless", () => {
  test("flags rows by number, identifier and reason, and compares the results", async () => {
    const { status, out, err } = await run(careless, ["s.csv", "--format", "json", ...fast], files);
    expect([status, err]).toEqual([0, ""]);
    const result = JSON.parse(out);
    expect(result.flagged.map((row: { row: number; identifier: string; reasons: string[] }) => [row.row, row.identifier, row.reasons])).toEqual([
      [12, "p11", ["longstring"]],
      [20, "p19", ["duplicate"]],
      [30, "p29", ["instructed"]],
      [40, "p39", ["time"]],
    ]);
    expect(result.comparison.all.used - result.comparison.without.used).toBe(4);
    expect(Object.keys(result.tables)).toEqual(["careless-indices", "careless", "careless-comparison"]);
    expect(result.sample).toMatchObject({ rows: 60, timing: "duration", identifier: "id", instructed: [{ item: "check", answer: 4 }] });
    expect(result.warnings.map(({ code }: { code: string }) => code)).toContain("instructed-items");
  });

  test.each(["text", "markdown", "html", "latex"])("prints as %s", async (format) => {
    const { status, out } = await run(careless, ["s.csv", "--format", format, ...fast], files);
    expect(status).toBe(0);
    expect(out).toMatch(/the same answer to 12 of 12 items in a row/);
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("cut-offs and the number of reasons can be set", async () => {
    const flagged = async (...words: string[]) => {
      const { out } = await run(careless, ["s.csv", "--format", "json", ...fast, ...words], files);
      return JSON.parse(out).flagged.map(({ row }: { row: number }) => row);
    };
    expect(await flagged("--seconds-per-item", "0.5")).toEqual([12, 20, 30]);
    expect(await flagged("--reasons", "2")).toEqual([]);
    expect((await flagged("--longstring", "3")).length).toBeGreaterThan(4);
    expect(await flagged("--variability", ".01")).toEqual([12, 20, 30, 40]);
  });

  test.each([
    [["--even-odd", "3"], /--even-odd cannot be "3"/],
    [["--timing", "nowhere"], /no column nowhere/],
    [["--instructed", "check"], /--instructed cannot be "check"/],
    [["--instructed", "chek=4"], /Did you mean check/],
    [["--columns", "Q1=itm"], /Did you mean item/],
    [["--exclude", "9999"], /no row 9999/],
    [["--exclude", "abc"], /--exclude cannot be "abc"/],
    [["--answers", "Q1=only"], /--answers has no scale/],
  ])("refuses %j", async (words, sentence) => {
    const { status, out, err } = await run(careless, ["s.csv", ...words], files);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(sentence);
  });
});

describe("scree analyze", () => {
  test("--exclude-careless leaves the rows out and says so in the note of every table", async () => {
    const { out } = await run(analyze, ["s.csv", "--format", "json", "--exclude-careless", "--careless", ...fast, "--factors", "3"], files);
    const result = JSON.parse(out);
    expect(result.sample).toMatchObject({ rows: 56, excluded: { rows: [12, 20, 30, 40] } });
    expect(result.careless.flagged).toHaveLength(4);
    expect(result.careless.comparison.without.used).toBe(result.sample.used);
    const markdown = await run(analyze, ["s.csv", "--format", "markdown", "--exclude-careless", ...fast, "--factors", "3", "--reverse", "Q2"], files);
    const notes = markdown.out.split("\n").filter((line) => line.startsWith("*Note.*"));
    expect(notes.length).toBeGreaterThan(8);
    for (const note of notes) {
      expect(note).toContain("4 rows of the file were left out as careless");
      expect(note).toContain("rows 12, 20, 30 and 40");
      expect(note.match(/reverse-scored/g)).toHaveLength(1);
    }
    expect(markdown.err).toContain("4 rows were left out as careless");
  });

  test("--exclude leaves out by number, in the file's count", async () => {
    const all = survey().split("\n");
    const without = [...all.slice(0, 4), ...all.slice(7)].join("\n"); // lines 5 to 7
    const [ours, theirs] = await Promise.all([
      run(analyze, ["s.csv", "--format", "json", "--exclude", "5-7", ...fast], files),
      run(analyze, ["s.csv", "--format", "json", ...fast], { "s.csv": without }),
    ]);
    expect(JSON.parse(ours.out).correlation).toEqual(JSON.parse(theirs.out).correlation);
    expect(JSON.parse(ours.out).sample.excluded).toEqual({ rows: [5, 6, 7], reason: "by number" });
  });

  test("so do the tables of a confirmatory analysis", async () => {
    const { out } = await run(
      cfa,
      ["s.csv", "--format", "markdown", "--exclude", "12", "--reverse", "Q4", "--model", "A=Q1,Q4,Q7", "--model", "B=Q2,Q5,Q8"],
      files,
    );
    const notes = out.split("\n").filter((line) => line.startsWith("*Note.*"));
    expect(notes.length).toBeGreaterThan(2);
    for (const note of notes) expect(note).toMatch(/Q4 was reverse-scored\..*1 row of the file was left out by number: row 12\./);
  });

  test("a study says the same", async () => {
    const study = "data: s.csv\ninstructed: { check: 4 }\nexclude: { careless: on, rows: [3] }\nanalyses: { main: { factors: 3, iterations: 0 } }\n";
    const { out } = await run(analyze, ["--study", "scree.yaml", "--format", "json"], { ...files, "scree.yaml": study });
    const result = JSON.parse(out);
    expect(result.sample.excluded.rows).toEqual([3, 12, 20, 30, 40]);
    expect(result.careless.flagged.map(({ row }: { row: number }) => row)).toEqual([12, 20, 30, 40]);
    expect(Object.keys(result.tables)).toContain("careless-comparison");
  });

  test("roles and answer scales are corrected", async () => {
    const words =
      "who,Q1,Q2,Q3,mood\n" +
      Array.from({ length: 30 }, (_, r) => `p${r},${(r % 5) + 1},${((r * 3) % 5) + 1},${((r * 2) % 5) + 1},${["grim", "so-so", "sunny"][r % 3]}`).join("\n");
    const { out } = await run(analyze, ["w.csv", "--format", "json", "--iterations", "0", "--answers", "mood=grim|so-so|sunny", "--columns", "Q3=group"], {
      "w.csv": words,
    });
    const result = JSON.parse(out);
    expect(result.sample.items).toEqual(["Q1", "Q2", "mood"]);
    expect(result.items[2].frequencies).toEqual({ 1: 10, 2: 10, 3: 10 });
    const said = result.warnings.map(({ message }: { message: string }) => message);
    expect(said).toContain("mood: answers are read on the scale given for it, 1 grim, 2 so-so, 3 sunny.");
    expect(said.join(" ")).toContain("Q3 was left out: it divides the respondents into groups (as you said; by the rules item: 5 distinct values, 1 to 5)");
  });

  test("reading options beside a study are refused", async () => {
    const { err } = await run(analyze, ["--study", "scree.yaml", "--columns", "Q1=group"], { ...files, "scree.yaml": "data: s.csv\n" });
    expect(err).toMatch(/--columns cannot stand beside --study/);
  });
});
