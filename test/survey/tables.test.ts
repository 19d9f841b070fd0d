import { zipSync, strToU8 } from "fflate";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { beforeAll, describe, expect, it } from "vitest";
import { ScreeError } from "../../src/errors";
import { readSurvey } from "../../src/survey/read";
import { type Column } from "../../src/survey/survey";

const cells = (column: Column): (number | string | null)[] =>
  column.kind === "text" ? [...column.values] : Array.from(column.values, (value) => (value === column.sentinel || Number.isNaN(value) ? null : value));
const table = async (bytes: Uint8Array, name: string, options: object = {}) => {
  const survey = await readSurvey(bytes, { name, ...options });
  return Object.fromEntries(survey.columns.map((column) => [column.name, cells(column)]));
};
const failure = async (bytes: Uint8Array, name: string, options: object = {}): Promise<ScreeError> => {
  const error = await readSurvey(bytes, { name, ...options }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ScreeError);
  return error as ScreeError;
};
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const mutants = fc.record({
  changes: fc.array(fc.record({ at: fc.nat(1 << 20), byte: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 6 }),
  cut: fc.option(fc.nat(1 << 20)),
});
const survives = (valid: Uint8Array, name: string, runs: number) =>
  fc.assert(
    fc.asyncProperty(mutants, async ({ changes, cut }) => {
      let mutant = valid.slice();
      for (const { at, byte } of changes) mutant[at % mutant.length] = byte;
      if (cut !== null) mutant = mutant.slice(0, cut % mutant.length);
      try {
        const survey = await readSurvey(mutant, { name });
        for (const column of survey.columns) expect(column.values.length).toBe(survey.rows);
      } catch (error) {
        if (!(error instanceof ScreeError)) throw error;
      }
    }),
    { numRuns: Math.ceil((runs * Number(process.env.SCREE_RUNS ?? 1000)) / 1000) },
  );

describe("Excel workbooks", () => {
  let book: Uint8Array;
  beforeAll(async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Antworten & mehr");
    sheet.addRow(["id", "gender", "Q1", "Q2", "when", "done", "note"]);
    sheet.addRow([1, "female", 5, 2.5, new Date(Date.UTC(2024, 2, 1)), true, "=cmd|' /C calc'!A0"]);
    sheet.addRow([2, "male", null, "NA", new Date(Date.UTC(2024, 2, 2)), false, { richText: [{ text: "two " }, { text: "runs" }] }]);
    sheet.addRow([3, "female", { formula: "1+2", result: 3 }, 1, new Date(Date.UTC(2024, 2, 3)), true, { error: "#N/A" }]);
    workbook.addWorksheet("Other").addRows([
      ["a", "b"],
      [1, 2],
      [2, 3],
    ]);
    book = new Uint8Array(await workbook.xlsx.writeBuffer());
  });

  it("reads numbers, words, dates, formulas' results and truth values", async () => {
    expect(await table(book, "s.xlsx")).toEqual({
      id: [1, 2, 3],
      gender: ["female", "male", "female"],
      Q1: [5, null, 3],
      Q2: [2.5, null, 1],
      when: ["2024-03-01", "2024-03-02", "2024-03-03"],
      done: [1, 0, 1],
      note: ["=cmd|' /C calc'!A0", "two runs", ""],
    });
    const survey = await readSurvey(book, { name: "s.xlsx" });
    expect(survey.columns.find((column) => column.name === "when")?.role).toBe("date");
    expect(survey.warnings.find((warning) => warning.code === "first-sheet")?.message).toContain("Antworten & mehr, Other");
  });

  it("reads a time of day to the second", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("A").addRows([["t", "Q1"], ...[10, 11, 12].map((hour) => [new Date(Date.UTC(2024, 2, hour, hour, 0, 0)), hour])]);
    const columns = await table(new Uint8Array(await workbook.xlsx.writeBuffer()), "s.xlsx");
    expect(columns.t).toEqual(["2024-03-10 10:00:00", "2024-03-11 11:00:00", "2024-03-12 12:00:00"]);
  });

  it("reads the sheet that is named or numbered", async () => {
    for (const sheet of ["Other", "2"]) expect(await table(book, "s.xlsx", { sheet })).toEqual({ a: [1, 2], b: [2, 3] });
    const error = await failure(book, "s.xlsx", { sheet: "Third" });
    expect([error.code, error.hint]).toEqual(["unknown-sheet", "Its sheets are: Antworten & mehr, Other."]);
  });

  it("refuses what is no workbook, each with its sentence", async () => {
    expect((await failure(book.slice(0, 500), "s.xlsx")).code).toBe("damaged-file");
    expect((await failure(zipSync({ "data.csv": strToU8("a,b\n1,2\n") }), "s.zip")).message).toContain("is a ZIP archive");
    expect((await failure(text("a,b\n1,2\n"), "s.xlsx")).code).toBe("wrong-extension");
    expect((await failure(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), "s.xls")).message).toContain("old .xls format");
  });

  it("refuses a cell in the far corner and a part that unpacks to a thousand times its size", async () => {
    const package_ = (sheet: string) =>
      zipSync({
        "[Content_Types].xml": strToU8("<Types/>"),
        "xl/_rels/workbook.xml.rels": strToU8(
          '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        ),
        "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'),
        "xl/worksheets/sheet1.xml": strToU8(sheet),
      });
    const far = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    expect((await failure(package_(far), "s.xlsx")).code).toBe("sheet-too-large");
    expect(
      (await failure(package_('<worksheet><sheetData><row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData></worksheet>'), "s.xlsx")).code,
    ).toBe("sheet-too-large");
    const bomb = package_(far);
    const directory = bomb.findIndex((_, i) => bomb[i] === 0x50 && bomb[i + 1] === 0x4b && bomb[i + 2] === 1 && bomb[i + 3] === 2);
    new DataView(bomb.buffer).setUint32(directory + 24, 0x3fffffff, true); // the size that the first part claims to unpack to
    expect((await failure(bomb, "s.xlsx")).code).toBe("unpacks-too-large");
  });

  it("survives any mutation", () => survives(book, "s.xlsx", 60), 120_000);
});

describe("Parquet", () => {
  const file = new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "id", data: [1n, 2n, 3n], type: "INT64" },
        { name: "Q1", data: [5, null, 3], type: "INT32", nullable: true },
        { name: "score", data: [0.5, 1.5, NaN], type: "DOUBLE" },
        { name: "gender", data: ["female", "male", "female"], type: "STRING" },
        { name: "done", data: [true, false, true], type: "BOOLEAN" },
        { name: "__proto__", data: [1, 2, 1], type: "INT32" },
      ],
    } as never),
  );

  it("reads numbers, words and truth values", async () => {
    const survey = await readSurvey(file, { name: "s.parquet" });
    expect(survey.columns.map((column) => [column.name, cells(column)])).toEqual([
      ["id", [1, 2, 3]],
      ["Q1", [5, null, 3]],
      ["score", [0.5, 1.5, null]],
      ["gender", ["female", "male", "female"]],
      ["done", [1, 0, 1]],
      ["__proto__", [1, 2, 1]],
    ]);
  });

  it("refuses a file that is cut off", async () => {
    expect((await failure(file.slice(0, 40), "s.parquet")).code).toBe("truncated-file");
    expect((await failure(text("a,b\n1,2\n"), "s.parquet")).code).toBe("wrong-extension");
  });

  it("refuses a page of negative or absurd size, which would send the library round for ever", async () => {
    for (let at = 5; at < 16; at++) {
      for (const byte of [0x89, 0xff, 0x7f, 0xb7]) {
        const mutant = file.slice();
        mutant[at] = byte;
        await readSurvey(mutant, { name: "s.parquet" }).catch((error: unknown) => expect(error).toBeInstanceOf(ScreeError));
      }
    }
  });

  it("survives any mutation", () => survives(file, "s.parquet", 400), 60_000);
});

describe("JSON", () => {
  const expected = { id: [1, 2], Q1: [5, null], words: ["x", ""] };

  it.each([
    ["a list of objects", '[{"id":1,"Q1":5,"words":"x"},{"id":2,"Q1":null}]'],
    ["one object a line", '{"id":1,"Q1":5,"words":"x"}\n{"id":2,"Q1":"NA","words":null}\n'],
    ["a list of lists", '[["id","Q1","words"],[1,5,"x"],[2,null,null]]'],
    ["an object of lists", '{"id":[1,2],"Q1":[5,null],"words":["x",null]}'],
    ["a list under a key", '{"meta":{"n":2},"data":[{"id":1,"Q1":5,"words":"x"},{"id":2}]}'],
    ["numbers written as texts", '[{"id":"1","Q1":"5","words":"x"},{"id":"2","Q1":"","words":""}]'],
  ])("reads %s", async (_, content) => {
    expect(await table(text(content), "s.json")).toEqual(expected);
  });

  it("keeps a key named __proto__", async () => {
    const survey = await readSurvey(text('[{"__proto__":1,"constructor":2},{"__proto__":3,"constructor":4}]'), { name: "s.json" });
    expect(survey.columns.map((column) => [column.name, cells(column)])).toEqual([
      ["__proto__", [1, 3]],
      ["constructor", [2, 4]],
    ]);
  });

  it("says where it is wrong", async () => {
    expect((await failure(text('[{"a":1},\n {"a":}]'), "s.json")).message).toBe("s.json, line 2, column 7: this is not valid JSON.");
    expect((await failure(text('{"a":1,"b":2}\n{"a":1,"b"'), "s.jsonl")).message).toContain("line 2");
    expect((await failure(text('{"a":1}'), "s.json")).code).toBe("unknown-json-layout");
    expect((await failure(text("[]"), "s.json")).code).toBe("empty-file");
    expect((await failure(text('[["a","b"]]'), "s.json")).code).toBe("header-only");
  });

  it("survives any mutation", () => survives(text('[{"id":1,"Q1":5,"words":"x"},{"id":2,"Q1":null},{"id":3,"Q1":4.5,"words":"é\\n"}]'), "s.json", 1000));
});
