import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { likertCsv, likertSav } from "../../../bench/likert";
import { ScreeError } from "../../../src/errors";
import { type OpenRequest, previewReader, type Reading } from "../../../src/extension/remote/preview-service";
import { remote } from "../../../src/extension/remote/worker";
import { toUtf16 } from "./utf16";

/** The worker of a preview in a thread, on files of the disk, with the least of an editor before it. */
describe("the worker of a preview", () => {
  const folder = mkdtempSync(join(tmpdir(), "scree-preview-"));
  const bundle = join(folder, "preview.js");
  const handlers = {
    read: async (uri: string) => {
      try {
        return new Uint8Array(readFileSync(fileURLToPath(uri.replace(/^memory:/, "file:"))));
      } catch {
        throw new ScreeError("file-not-found", "It does not exist.");
      }
    },
    stamp: (uri: string) =>
      stat(fileURLToPath(uri.replace(/^memory:/, "file:"))).then(
        ({ size }) => String(size),
        () => null,
      ),
  };
  const reader = previewReader(
    remote(
      () => {
        const thread = new Worker(bundle);
        return {
          port: { post: (message, transfer) => thread.postMessage(message, transfer), listen: (receive) => void thread.on("message", receive) },
          onDeath: (died) => void thread.on("error", (error) => died(String(error))),
          terminate: () => void thread.terminate(),
        };
      },
      "preview",
      handlers,
    ),
  );
  beforeAll(async () => {
    const entryPoints = ["src/extension/workers/preview.ts"];
    await build({
      entryPoints,
      outfile: bundle,
      bundle: true,
      platform: "browser",
      target: "es2022",
      format: "iife",
      logLevel: "error",
      logOverride: { "empty-import-meta": "silent" },
    });
  });
  afterAll(() => {
    reader.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("gives no cells before a file is read, and tells no one of it", async () => {
    await expect(reader.tiles({ ranges: [], shown: "labels" })).rejects.toMatchObject({ code: "cancelled" });
  });

  const put = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
    return pathToFileURL(path).href;
  };
  const open = async (uri: string, more: Partial<OpenRequest> = {}) => {
    const news: Reading[] = [];
    const opened = await reader.open(
      { uri, name: uri.slice(uri.lastIndexOf("/") + 1), ...more },
      { signal: new AbortController().signal, progress: (one) => news.push(one) },
    );
    return { ...opened, news };
  };
  const cells = async (row: number, column: number, columns = 1) =>
    (await reader.tiles({ ranges: [{ row, rows: 2, column, columns }], shown: "labels" }))[0].columns.map(({ texts }) => texts);

  it("gives windows, summaries and places of a small file at once", async () => {
    const { table, news } = await open(put("small.csv", "id,Q1,Q2\na,1,2\nb,3,3\nc,5,4\n"));
    expect(table).toMatchObject({ source: "small.csv", rows: 3, firstNumber: 2, whole: true });
    expect(table.columns.map(({ name, role }) => [name, role])).toEqual([
      ["id", "identifier"],
      ["Q1", "item"],
      ["Q2", "item"],
    ]);
    expect(news.filter((one) => "first" in one)).toEqual([]);
    expect(await cells(1, 0, 3)).toEqual([
      ["b", "c"],
      ["3", "5"],
      ["3", "4"],
    ]);
    expect((await reader.summaries({ column: 1, columns: 2 })).map(({ valid, numbers }) => [valid, numbers?.mean])).toEqual([
      [3, 3],
      [3, 3],
    ]);
    expect(await reader.find({ text: "4", shown: "values", from: { row: 1, column: 2 }, backward: false, oneColumn: false })).toEqual({
      row: 2,
      column: 2,
      wrapped: false,
    });
    expect(await reader.copy({ range: { row: 0, rows: 2, column: 0, columns: 2 }, shown: "values" })).toBe("a\t1\nb\t3");
  });

  it("shows the first rows of a large text before the whole, and counts while it reads", async () => {
    const csv = likertCsv(120_000, 40);
    const { table, news } = await open(put("large.csv", csv));
    expect(table).toMatchObject({ rows: 120_000, whole: true });
    const first = news[0];
    if (!("first" in first)) throw new Error("the first rows come first");
    expect(first.first.whole).toBe(false);
    expect(first.first.rows).toBeGreaterThan(2_000);
    expect(first.first.rows).toBeLessThan(30_000);
    const counts = news.slice(1).map((one) => ("rows" in one ? one.rows : NaN));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBe(120_000);
    const lines = new TextDecoder().decode(csv).split("\n");
    expect((await cells(119_998, 0))[0]).toEqual([lines[119_999].split(",")[0], lines[120_000].split(",")[0]]);
  });

  it("shows the first rows of a large SPSS file before the whole", async () => {
    const { table, news } = await open(put("large.sav", likertSav(60_000, 50)));
    expect(table).toMatchObject({ rows: 60_000, whole: true, firstNumber: 1 });
    expect(news).toHaveLength(1);
    expect(news[0]).toMatchObject({ first: { rows: 1_000, whole: false } });
  });

  it("the same where the file is not of the disk", async () => {
    const uri = put("virtual.csv", likertCsv(120_000, 40)).replace(/^file:/, "memory:");
    const { table, news } = await open(uri);
    expect(table.rows).toBe(120_000);
    expect("first" in news[0]).toBe(true);
  });

  it("reads a quoted line break at the cut, and UTF-16, as a whole", async () => {
    const text = `Q1,note\n${'1,"two\nlines"\n'.repeat(250_000)}`;
    const { table } = await open(put("breaks.csv", text));
    expect(table.rows).toBe(250_000);
    expect((await cells(249_998, 1))[0]).toEqual(["two\nlines", "two\nlines"]);
    expect((await open(put("wide.csv", toUtf16(`Q1,note\n${"1,é\n".repeat(300_000)}`)))).table.rows).toBe(300_000);
  });

  it("says what is wrong with a file, and takes another encoding", async () => {
    await expect(open(put("broken.sav", "$FL2 and no more"))).rejects.toMatchObject({
      code: expect.stringMatching(/truncated|damaged/),
      hint: expect.any(String),
    });
    await expect(open(pathToFileURL(join(folder, "none.csv")).href)).rejects.toMatchObject({ code: "file-not-found" });
    const uri = put("thai.csv", Uint8Array.of(...new TextEncoder().encode("Q1,Q2\n1,"), 0xe4, 0xb7, 0xc2, ...new TextEncoder().encode("\n2,x\n")));
    await open(uri, { encoding: "windows-874" });
    expect((await cells(0, 1))[0]).toEqual(["ไทย", "x"]);
  });

  it.each(["haven-zsav.sav", "haven-118.dta", "duckdb.parquet"])("opens %s", async (name) => {
    const { table } = await open(pathToFileURL(`test/fixtures/survey/${name}`).href);
    expect(table.whole).toBe(true);
    const [column] = await cells(0, 0);
    expect(column.length).toBeGreaterThan(0);
  });

  it("names the sheets of a workbook, and reads the one that is chosen", async () => {
    const book = new ExcelJS.Workbook();
    for (const [name, answer] of [
      ["Pilot", 1],
      ["Main & last", 2],
    ] as const)
      book.addWorksheet(name).addRows([
        ["Q1", "Q2"],
        [answer, 3],
        [answer, 4],
      ]);
    const uri = put("book.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
    expect(await reader.sheets({ uri, name: "book.xlsx" })).toEqual(["Pilot", "Main & last"]);
    await open(uri);
    expect((await cells(0, 0))[0]).toEqual(["1", "1"]);
    await open(uri, { sheet: "Main & last" });
    expect((await cells(0, 0))[0]).toEqual(["2", "2"]);
    await expect(open(uri, { sheet: "None" })).rejects.toMatchObject({ code: "unknown-sheet" });
  });

  it("honours the study that is about the file", async () => {
    const uri = put("study/data.csv", Uint8Array.of(...new TextEncoder().encode("Q1;Q2\n1;2\n3;9\n2;"), 0xe9, 10));
    const study = put("study/scree.yaml", 'data: data.csv # the survey\nencoding: windows-1252\nmissing-codes: [9]\nlabels: { Q1: "I read" }\n');
    const { table, study: found, choices } = await open(uri);
    expect([found, choices]).toEqual([study, { encoding: "windows-1252" }]);
    expect(table.columns[0].label).toBe("I read");
    expect((await cells(2, 1))[0]).toEqual(["é"]);
    // a file beside it that the study is not about is read as it is
    expect((await open(put("study/other.csv", "Q1,Q2\n1,2\n3,4\n"))).study).toBeNull();
  });
});
