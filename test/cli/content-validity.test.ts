import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import contentValidity from "../../src/cli/commands/content-validity";
import { shared } from "../shared";
import { run } from "./run";

const json = async (csv: string, ...words: string[]) => {
  const { out, err } = await run(contentValidity, ["ratings.csv", ...words, "--format", "json"], { "ratings.csv": csv });
  expect(err).toBe("");
  return JSON.parse(out);
};
const transposed = (csv: string) => {
  const cells = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return cells[0].map((_, c) => cells.map((row) => row[c]).join(",")).join("\n");
};
const codes = (result: { warnings: { code: string }[] }) => result.warnings.map(({ code }) => code);

describe.skipIf(!shared)("the reference panels, from their files", () => {
  const read = (name: string) => (shared ? readFileSync(`${shared}/reference/${name}`, "utf8") : "");
  const reference = JSON.parse(shared ? read("content_validity.json") : '{"results":{}}').results;

  test("congruence: every index of every item, either way round", async () => {
    const result = await json(read("content_ioc_5x24.csv"));
    expect(result.sample).toMatchObject({ file: "ratings.csv", itemsIn: "rows", experts: ["E1", "E2", "E3", "E4", "E5"] });
    expect(result.scale).toEqual([-1, 1]);
    expect(codes(result)).toEqual([]);
    for (const item of result.items) {
      expect(item.ioc).toBeCloseTo(reference.IOC[item.item], 9);
      expect(item.iCvi).toBeCloseTo(reference.cvi_from_ioc_plus1.I_CVI[item.item], 9);
      expect(item.kappa).toBeCloseTo(reference.cvi_from_ioc_plus1.kappa_modified[item.item], 9);
      expect(item.cvr).toBeCloseTo(reference.CVR_plus1_as_essential[item.item], 9);
      expect(item.aikenV).toBeCloseTo(reference.aiken_ioc.V[item.item], 9);
      expect(item.aikenVCi[0]).toBeCloseTo(reference.aiken_ioc.lower[item.item], 9);
    }
    const other = await json(transposed(read("content_ioc_5x24.csv")));
    expect(other.sample.itemsIn).toBe("columns");
    expect(other.items).toEqual(result.items);
    expect(result.tables["content-validity"]).toMatch(/^\| Item .*IOC.*I-CVI.*95% CI \|$/m);
    expect(reference["IOC_below_0.5"].length).toBeGreaterThan(0);
  });

  test("relevance on four points", async () => {
    const result = await json(read("content_relevance4_5x24.csv"), "--scale", "1-4");
    expect(result).toMatchObject({ scale: [1, 4], relevantFrom: 3, ioc: null });
    expect(result.sCviAve).toBeCloseTo(reference.cvi_from_relevance4.S_CVI_Ave, 9);
    expect(result.sCviUa).toBeCloseTo(reference.cvi_from_relevance4.S_CVI_UA, 9);
    expect(codes(await json(read("content_relevance4_5x24.csv")))).toEqual(["scale-assumed"]);
  });
});

const panel = "item,Expert 1,Expert 2,Expert 3,Remark\nQ1,4,3,4,good\nQ2,2,,4,\nQ3,1,2,3,unclear\n";

describe("scree content-validity", () => {
  test("a missing rating lowers the number of experts of that item; text is named and left out", async () => {
    const result = await json(panel, "--scale", "1-4");
    expect(result.items.map(({ item, experts, agreeing }: Record<string, unknown>) => [item, experts, agreeing])).toEqual([
      ["Q1", 3, 3],
      ["Q2", 2, 1],
      ["Q3", 3, 1],
    ]);
    expect(codes(result)).toEqual(["text-left-out"]);
  });

  test("numbered items, names that say nothing, --items", async () => {
    const csv = "no,a,b\n1,4,4\n2,3,4\n3,2,4\n4,1,4\n";
    const rows = await json(csv, "--scale", "1-4");
    expect(rows.sample).toMatchObject({ items: ["1", "2", "3", "4"], experts: ["a", "b"], itemsIn: "rows" });
    expect(codes(rows)).toContain("orientation-assumed");
    const columns = await json(csv, "--scale", "1-4", "--items", "columns");
    expect(columns.sample.items).toEqual(["a", "b"]);
    expect(codes(columns)).toEqual([]);
  });

  test("another cut-off", async () => expect((await json(panel, "--scale", "1..4", "--relevant-from", "4")).items[0].agreeing).toBe(2));

  test.each(["text", "markdown", "html", "latex"])("prints as %s", async (format) => {
    const { status, out } = await run(contentValidity, ["p.csv", "--scale", "1-4", "--format", format], { "p.csv": panel });
    expect(status).toBe(0);
    expect(out).toMatch(/I-CVI/);
    expect(out).toMatch(/3\/3/);
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each([
    ["", [], /empty/],
    ["item,E1,E2\nQ1,0,1\nQ2,1,1\n", [], /from 0 to 1 do not say what scale/],
    ["item,E1,E2\nQ1,4,5\nQ2,1,1\n", ["--scale", "1-4"], /p\.csv: Q1 is rated 5, outside the scale/],
    ["item,E1,E2\nQ1,,\nQ2,1,1\n", ["--scale", "1-4"], /No expert rated Q1/],
    [panel, ["--scale", "4-1"], /--scale cannot be "4-1"/],
    [panel, ["--scale", "high"], /--scale cannot be "high"/],
    [panel, ["--scale", "1-4", "--relevant-from", "1"], /--relevant-from cannot be 1/],
    [panel, ["--items", "lines"], /rows, columns/],
    ["a,b\nx,y\nz,w\n", [], /no ratings/],
  ])("refuses %j %j", async (csv, words, sentence) => {
    const { status, out, err } = await run(contentValidity, ["p.csv", ...words], { "p.csv": csv });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(sentence);
  });

  test("names the way when no file or two are given", async () => {
    expect((await run(contentValidity, [])).err).toMatch(/Name a file of ratings/);
    expect((await run(contentValidity, ["a.csv", "b.csv"])).err).toMatch(/One file/);
  });
});
