import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/**
 * Every reader on mutants of valid files: no crash, no hang, bounded memory, and a sentence for whatever cannot be read.
 * `SCREE_FUZZ_SECONDS=600 npx vitest run test/survey/fuzz` goes on for ten minutes a format; `SCREE_FUZZ_SEED=1000000` takes other mutants, by default the same in every run.
 */
const seconds = Number(process.env.SCREE_FUZZ_SECONDS ?? 1.5);
const seed = Number(process.env.SCREE_FUZZ_SEED ?? 1);
const longestRead = 10_000;
const mostMegabytes = 1500;

const folder = mkdtempSync(join(tmpdir(), "scree-fuzz-"));
const child = join(folder, "child.mjs");
const fixtures = (...names: string[]): string[] => names.map((name) => `test/fixtures/survey/${name}`);
const written = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const csv = `id,gender,"Q 1",Q2,note\r\n${Array.from({ length: 30 }, (_, r) => `${r + 1},${r % 2 ? "male" : "female"},${r % 5},"${(r % 4) + 0.5}","a ""b"" ${r}"`).join("\r\n")}\r\n`;
const qualtrics = `StartDate,Duration (in seconds),Q1,Q2\nStart Date,Duration,"First, of two",Second\n"{""ImportId"":""startDate""}","{""ImportId"":""duration""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\n${Array.from({ length: 20 }, (_, r) => `2024-03-${10 + r},${100 + r},${["Agree", "Disagree", "Neutral"][r % 3]},${r % 5}`).join("\n")}\n`;
const utf16 = Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from("id;性别;Q1\n1;男;3\n2;女;4\n3;男;5\n", (c) => c.charCodeAt(0)).buffer)]);
const gbk = Uint8Array.from([
  ...Buffer.from("id,", "latin1"),
  0xd0,
  0xd4,
  0xb1,
  0xf0,
  ...Buffer.from(",Q1\n1,", "latin1"),
  0xc4,
  0xd0,
  ...Buffer.from(",5\n2,", "latin1"),
  0xc5,
  0xae,
  44,
  53,
  10,
]);
const json = JSON.stringify(Array.from({ length: 12 }, (_, r) => ({ id: r + 1, Q1: r % 5, words: `é${r}`, nothing: null })));
const lines = Array.from({ length: 12 }, (_, r) => JSON.stringify({ id: r + 1, Q1: r % 5, words: "x" })).join("\n");

const formats: Record<string, string[]> = {
  "delimited text": [
    written("s.csv", csv),
    written("q.csv", qualtrics),
    written("m.txt", csv.replaceAll(",", "\t")),
    written("p.csv", "9 2 5\n6 1 3\n8 4 6\n"),
  ],
  "text of other encodings": [written("u.csv", utf16), written("g.csv", gbk)],
  JSON: [
    written("s.json", json),
    written("s.jsonl", lines),
    written("l.json", '[["id","Q1"],[1,5],[2,null]]'),
    written("c.json", '{"id":[1,2],"Q1":[5,null]}'),
  ],
  "SPSS, plain": fixtures("spss-plain.sav", "haven-none.sav", "page-gbk.sav"),
  "SPSS, compressed": fixtures("spss.sav", "haven-byte.sav"),
  "SPSS, zlib": fixtures("spss.zsav", "haven-zsav.sav"),
  "Stata, to 115": fixtures("stata-114.dta", "haven-113.dta", "haven-115.dta", "foreign-115.dta"),
  "Stata, from 117": fixtures("stata-117.dta", "stata-118.dta", "stata-119.dta", "haven-118.dta"),
  Excel: [join(folder, "s.xlsx")],
  "Parquet, plain": fixtures("arrow-none.parquet", "arrow-delta.parquet", "arrow-nested.parquet"),
  "Parquet, packed": fixtures(
    "arrow-snappy.parquet",
    "arrow-gzip.parquet",
    "arrow-zstd.parquet",
    "arrow-brotli.parquet",
    "arrow-lz4.parquet",
    "arrow-v2.parquet",
    "arrow-plain.parquet",
    "duckdb.parquet",
  ),
};

beforeAll(async () => {
  await build({ entryPoints: ["test/survey/fuzz/child.ts"], bundle: true, platform: "node", format: "esm", outfile: child, logLevel: "error" });
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Answers");
  sheet.addRows([["id", "when", "Q1", "note"], ...Array.from({ length: 12 }, (_, r) => [r + 1, new Date(Date.UTC(2024, 2, r + 1)), r % 5, `text ${r}`])]);
  sheet.addRow([13, null, { formula: "1+2", result: 3 }, { richText: [{ text: "two " }, { text: "runs" }] }]);
  workbook.addWorksheet("Other").addRow(["a"]);
  writeFileSync(join(folder, "s.xlsx"), new Uint8Array(await workbook.xlsx.writeBuffer()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("mutants of valid files", () => {
  it.each(Object.entries(formats))("%s", { timeout: seconds * 1000 + 60_000 }, (format, files) => {
    const [report, place] = [join(folder, "report.json"), join(folder, "place.txt")];
    rmSync(report, { force: true });
    const { status, signal, stderr } = spawnSync(
      process.execPath,
      ["--max-old-space-size=1024", child, report, place, String(seconds), String(seed), ...files],
      { encoding: "utf8", timeout: seconds * 1000 + longestRead + 5000, killSignal: "SIGKILL" },
    );
    expect([status, signal], `at ${readFileSync(place, "utf8").trim()}: ${stderr.slice(0, 2000)}`).toEqual([0, null]);
    const { runs, read, slowest, slowestSeed, failures, megabytes } = JSON.parse(readFileSync(report, "utf8"));
    if (process.env.SCREE_FUZZ_SECONDS) {
      console.log(`${format}: ${runs} mutants, ${read} of them read, slowest ${Math.round(slowest)} ms (seed ${slowestSeed}), ${Math.round(megabytes)} MB`);
    }
    expect(failures).toEqual([]);
    expect(runs).toBeGreaterThan(10);
    expect(slowest, `seed ${slowestSeed}`).toBeLessThan(longestRead);
    expect(megabytes).toBeLessThan(mostMegabytes);
  });
});
