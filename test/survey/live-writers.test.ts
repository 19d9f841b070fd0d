import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import ExcelJS from "exceljs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSurvey } from "../../src/survey/read";
import { tableOf } from "./cells";

/** Whether a writer is on this machine: PSPP, R with haven, LibreOffice. Where it is not, its tests are shown as skipped. */
const runs = (command: string, ...args: string[]): boolean => spawnSync(command, args, { encoding: "utf8", timeout: 60_000 }).status === 0;
const pspp = runs("pspp", "--version");
const haven = runs("Rscript", "-e", "library(haven)");
const office = runs("soffice", "--version");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scree-writers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (command: string, ...args: string[]): void => {
  const { status, stderr, stdout } = spawnSync(command, args, { cwd: folder, encoding: "utf8", timeout: 120_000 });
  expect(status, stderr + stdout).toBe(0);
};
const read = (name: string) => readSurvey(new Uint8Array(readFileSync(join(folder, name))), { name });

/** The same table in every run: whole numbers of each size, decimals, missing cells, and texts of one to four bytes a letter. */
const rows = 60;
const [table] = fc.sample(
  fc.record({
    id: fc.constant(Array.from({ length: rows }, (_, row) => row + 1)),
    q1: fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), { minLength: rows, maxLength: rows }),
    small: fc.array(fc.integer({ min: -99, max: 151 }), { minLength: rows, maxLength: rows }),
    large: fc.array(fc.option(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 })), { minLength: rows, maxLength: rows }),
    decimal: fc.array(fc.option(fc.integer({ min: -99999, max: 99999 }).map((n) => n / 100)), { minLength: rows, maxLength: rows }),
    word: fc.array(fc.constantFrom("a", "Zoë", "ไทย", "日本", "😀", "b c"), { minLength: rows, maxLength: rows }),
    essay: fc.array(
      fc.array(fc.constantFrom("x", "ก", "é", "文", "😀"), { minLength: 120, maxLength: 200 }).map((letters) => letters.join("")),
      { minLength: rows, maxLength: rows },
    ),
  }),
  { numRuns: 1, seed: 7 },
);
type Names = keyof typeof table;
const names = Object.keys(table) as Names[];

describe.skipIf(!pspp)("what PSPP writes", () => {
  it.each(["COMPRESSED", "UNCOMPRESSED", "ZCOMPRESSED"])("is read back as it was: %s", async (compression) => {
    const lines = Array.from({ length: rows }, (_, row) =>
      names.map((name) => (table[name][row] === null ? "." : typeof table[name][row] === "string" ? `"${table[name][row]}"` : table[name][row])).join(" "),
    );
    const file = compression === "ZCOMPRESSED" ? "w.zsav" : "w.sav";
    const syntax = `SET DECIMAL=DOT.\nDATA LIST LIST NOTABLE /id (F8.0) q1 (F1.0) small (F4.0) large (F11.0) decimal (F8.2) word (A24) essay (A1000).
BEGIN DATA.\n${lines.join("\n")}\nEND DATA.\nVARIABLE LABELS q1 "ข้อแรก".\nMISSING VALUES q1 (5).\nSAVE OUTFILE="${file}" /${compression}.\n`;
    writeFileSync(join(folder, "w.sps"), syntax);
    inFolder("pspp", "w.sps");
    const survey = await read(file);
    expect(tableOf(survey)).toEqual({ ...table, q1: table.q1.map((value) => (value === 5 ? null : value)) });
    expect(survey.columns[1]).toMatchObject({ label: "ข้อแรก", userMissing: [5] });
  });

  it("is read across the blocks of a .zsav, which end inside letters", async () => {
    const syntax = `INPUT PROGRAM.\nSTRING text (A1000).\nLOOP #i = 1 TO 9000.\nCOMPUTE n = #i.\nCOMPUTE text = CONCAT(LPAD(STRING(#i, F5.0), MOD(#i, 7) + 5), "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟ").
LOOP #k = 1 TO 9.\nCOMPUTE text = CONCAT(RTRIM(text), "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟ").\nEND LOOP.\nEND CASE.\nEND LOOP.\nEND FILE.\nEND INPUT PROGRAM.\nSAVE OUTFILE="blocks.zsav" /ZCOMPRESSED.\n`;
    writeFileSync(join(folder, "b.sps"), syntax);
    inFolder("pspp", "b.sps");
    const survey = await read("blocks.zsav");
    expect(survey.rows).toBe(9000);
    const [text] = survey.columns;
    const thai = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟ".repeat(10);
    const wrong = (text.values as string[]).filter((value, row) => value.trimStart() !== `${row + 1}${thai}`);
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe.skipIf(!haven)("what haven writes", () => {
  it("is read back as it was: .sav of each compression and .dta of each release", async () => {
    writeFileSync(join(folder, "t.json"), JSON.stringify(table));
    writeFileSync(
      join(folder, "t.R"),
      `library(haven)
t <- as.data.frame(jsonlite::fromJSON("t.json"))
t$q1 <- labelled(as.double(t$q1), c("ไม่เลย" = 1, "มาก" = 5))
for (c in c("none", "byte", "zsav")) write_sav(t, paste0(c, ".sav"), compress = c)
for (v in 14:15) write_dta(t, paste0("v", v, ".dta"), version = v, strl_threshold = 300)
ascii <- t[, !(names(t) %in% c("word", "essay"))]
ascii$q1 <- labelled(as.double(t$q1), c("never" = 1, "always" = 5))
for (v in c(8, 10, 12, 13)) write_dta(ascii, paste0("v", v, ".dta"), version = v)
`,
    );
    inFolder("Rscript", "t.R");
    for (const file of ["none.sav", "byte.sav", "zsav.sav", "v14.dta", "v15.dta"]) {
      const survey = await read(file);
      expect([file, tableOf(survey)]).toEqual([file, table]);
      const q1 = survey.columns[1];
      expect([file, q1.kind === "numeric" && [...q1.valueLabels!]]).toEqual([
        file,
        [
          [1, "ไม่เลย"],
          [5, "มาก"],
        ],
      ]);
    }
    const { word: _, essay: __, ...numbers } = table;
    for (const version of [8, 10, 12, 13]) expect([version, tableOf(await read(`v${version}.dta`))]).toEqual([version, numbers]);
  }, 120_000);
});

describe.skipIf(!office)("what LibreOffice writes", () => {
  it("is read back as it was", async () => {
    const quoted = (cell: string | number | null): string => (cell === null ? "" : typeof cell === "string" ? `"${cell}"` : String(cell));
    const lines = [names.join(","), ...Array.from({ length: rows }, (_, row) => names.map((name) => quoted(table[name][row])).join(","))];
    writeFileSync(join(folder, "o.csv"), `${lines.join("\n")}\n`);
    inFolder(
      "soffice",
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--infilter=CSV:44,34,76,1",
      "o.csv",
    );
    expect(tableOf(await read("o.xlsx"))).toEqual(table);
  }, 180_000);
});

it("what exceljs writes is read back as it was", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Data");
  sheet.addRow(names);
  for (let row = 0; row < rows; row++) sheet.addRow(names.map((name) => table[name][row]));
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  expect(tableOf(await readSurvey(bytes, { name: "e.xlsx" }))).toEqual(table);
});

it.each(["UNCOMPRESSED", "SNAPPY"] as const)("what hyparquet-writer writes is read back as it was: %s", async (codec) => {
  const type = { id: "INT32", q1: "INT32", small: "INT32", large: "INT64", decimal: "DOUBLE", word: "STRING", essay: "STRING" } as const;
  const columnData = names.map((name) => ({
    name,
    type: type[name],
    nullable: true,
    data: name === "large" ? table.large.map((n) => (n === null ? null : BigInt(n))) : table[name],
  }));
  const bytes = new Uint8Array(parquetWriteBuffer({ columnData: columnData as never, codec, rowGroupSize: 25 }));
  expect(tableOf(await readSurvey(bytes, { name: "p.parquet" }))).toEqual(table);
});
