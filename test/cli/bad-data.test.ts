import { readFileSync } from "node:fs";
import { strToU8, unzipSync, zipSync } from "fflate";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { folder, scree } from "./scree";

const { put } = folder();
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/survey/${name}`));
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const cut = (bytes: Uint8Array, share: number): Uint8Array => bytes.slice(0, Math.floor(bytes.length * share));
const changed = (bytes: Uint8Array, change: (bytes: Uint8Array, view: DataView) => void): Uint8Array => {
  const copy = bytes.slice();
  change(copy, new DataView(copy.buffer));
  return copy;
};
const find = (bytes: Uint8Array, mark: string): number => new TextDecoder("latin1").decode(bytes).indexOf(mark);

let book: Uint8Array;
beforeAll(async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("A").addRows([["Q1", "Q2", "Q3"], ...Array.from({ length: 20 }, (_, r) => [(r % 5) + 1, ((r * 2) % 5) + 1, ((r * 3) % 5) + 1])]);
  book = new Uint8Array(await workbook.xlsx.writeBuffer());
});
const withPart = (name: string, edit: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(book);
  parts[name] = strToU8(edit(new TextDecoder().decode(parts[name])));
  return zipSync(parts);
};
const answers = "Q1,Q2,Q3\n1,2,3\n2,3,4\n3,4,5\n5,4,1\n";

/** What it is, its file name, its content, and what the one line must say: the place, and the trouble. */
const cases: readonly [string, string, () => Uint8Array, RegExp][] = [
  ["SPSS: cut in the dictionary", "a.sav", () => cut(fixture("spss.sav"), 0.05), /a\.sav breaks off: byte \d+/],
  ["SPSS: cut among the cases", "b.sav", () => cut(fixture("spss-plain.sav"), 0.9), /b\.sav breaks off: .*rows? /],
  ["SPSS: cut in a block", "c.zsav", () => cut(fixture("spss.zsav"), 0.8), /c\.zsav: byte \d+ of the file|c\.zsav breaks off/],
  [
    "SPSS: a broken block",
    "d.zsav",
    () => changed(fixture("spss.zsav"), (bytes) => bytes.fill(0xaa, bytes.length - 300, bytes.length - 200)),
    /d\.zsav.*byte \d+/,
  ],
  [
    "SPSS: an absurd number of labels",
    "e.sav",
    () =>
      changed(fixture("page-gbk.sav"), (_, view) => {
        let at = 176;
        while (view.getInt32(at, true) !== 3) at += 4;
        view.setInt32(at + 4, 0x7ffffff0, true);
      }),
    /e\.sav: byte \d+ of the file announces 2147483632 value labels/,
  ],
  ["SPSS: a compression that is none", "f.sav", () => changed(fixture("spss.sav"), (_, view) => view.setInt32(72, 9, true)), /compression 9/],
  ["Stata: cut among the cells", "a.dta", () => cut(fixture("haven-115.dta"), 0.6), /a\.dta.*byte \d+/],
  ["Stata: cut after the header", "b.dta", () => cut(fixture("stata-118.dta"), 0.1), /b\.dta(?: breaks off)?: byte \d+/],
  ["Stata: absurdly many rows", "c.dta", () => changed(fixture("haven-115.dta"), (_, view) => view.setInt32(6, 0x7fffffff, true)), /announces 2147483647 rows/],
  ["Stata: an unknown type", "d.dta", () => changed(fixture("haven-115.dta"), (bytes) => void (bytes[109] = 250)), /type 250, which Stata does not have/],
  ["Stata: an old release", "e.dta", () => changed(fixture("haven-115.dta"), (bytes) => void (bytes[0] = 108)), /release 108; releases 113 to 119 are read/],
  [
    "Stata: a long text that is not there",
    "f.dta",
    () => changed(fixture("haven-118.dta"), (bytes) => bytes.set([9, 9], find(bytes, "GSO") + 3)),
    /long text that the file does not have/,
  ],
  ["Parquet: cut off", "a.parquet", () => cut(fixture("arrow-zstd.parquet"), 0.7), /a\.parquet breaks off: .*byte \d+/],
  [
    "Parquet: a broken page",
    "b.parquet",
    () => changed(fixture("arrow-snappy.parquet"), (bytes) => bytes.fill(0xff, 60, 90)),
    /b\.parquet cannot be read as Parquet/,
  ],
  ["Parquet: nested columns only", "c.parquet", () => fixture("arrow-nested-only.parquet"), /all its columns \(several and pair\) hold lists/],
  ["Excel: cut off", "a.xlsx", () => cut(book, 0.7), /a\.xlsx cannot be read as an Excel workbook/],
  [
    "Excel: a cell in the far corner",
    "b.xlsx",
    () => withPart("xl/worksheets/sheet1.xml", (xml) => xml.replace('r="C21"', 'r="XFD1048576"')),
    /b\.xlsx: xl\/worksheets\/sheet1\.xml has cells as far as row/,
  ],
  ["Excel: a cell nowhere", "c.xlsx", () => withPart("xl/worksheets/sheet1.xml", (xml) => xml.replace('r="C21"', 'r="???21"')), /has a cell at "\?\?\?21"/],
  [
    "Excel: a zip bomb",
    "d.xlsx",
    () => zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), "xl/worksheets/sheet1.xml": new Uint8Array(600 << 20) }),
    /would unpack to more than \d+ bytes/,
  ],
  ["Excel: a part that is missing", "e.xlsx", () => zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }), /e\.xlsx/],
  ["another archive", "f.xlsx", () => zipSync({ "data.csv": strToU8(answers) }), /is a ZIP archive, not an Excel workbook/],
  ["JSON: cut off", "a.json", () => text('[{"Q1":1},{"Q1":2'), /a\.json, line 1, column 1\d/],
  ["JSON lines: a broken line", "b.jsonl", () => text('{"Q1":1}\n{"Q1":}\n'), /b\.jsonl, line 2, column 7/],
  ["JSON: no table", "c.json", () => text('{"a":{"b":1}}'), /no table of answers/],
  ["text under a binary name", "g.sav", () => text(answers), /g\.sav is no SPSS file/],
  ["text under another binary name", "g.parquet", () => text(answers), /g\.parquet is no Parquet file/],
  ["an old workbook", "h.csv", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), /old \.xls format/],
  ["a PDF", "i.csv", () => text("%PDF-1.7 …"), /a PDF document/],
  ["a NUL byte", "j.csv", () => text(answers.replace("5,4,1", "5,\0,1")), /j\.csv, line 5: byte 30 of the file is NUL/],
  ["a row too short", "k.csv", () => text(answers.replace("3,4,5", "3,4")), /k\.csv, row 4: 2 fields where the header has 3/],
  ["a row too long", "l.csv", () => text(answers.replace("3,4,5", "3,4,5,6")), /l\.csv, row 4: 4 fields where the header has 3/],
  ["a quotation mark left open", "m.csv", () => text(answers.replace("3,4,5", '3,"4,5')), /m\.csv, row 4, column Q2: a quotation mark opens here/],
  [
    "two encodings in one file",
    "n.csv",
    () => Uint8Array.from([...text("name,Q1\nJürgen,1\nZoë,2\nÅsa,3\nÉmile,4\nØyvind,5\n"), 0xfc, 0xff, 44, 49, 10]),
    /n\.csv: byte \d+ cannot be read as UTF-8/,
  ],
  ["a line of 40 MB", "o.csv", () => new Uint8Array(40 << 20).fill(97), /o\.csv, row 1: the first line is no header/],
];

describe("data that are damaged or something else: status 2, one line with the place, nothing printed", () => {
  it.each(cases)("%s", (_, name, content, message) => {
    const { status, out, err } = scree(["analyze", put(name, content())]);
    expect({ status, out }, err).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^scree: [^\n]{20,700}\n$/);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/NaN|undefined|Infinity|\bat .*\.js/);
  });
});

describe("data that look dangerous and are read", () => {
  const columnsOf = (content: string) => {
    const { status, out, err } = scree(["analyze", put("odd.csv", content), "--format", "json", "--factors", "1", "--iterations", "0"]);
    expect([status, err]).toEqual([0, ""]);
    return JSON.parse(out) as { sample: { items: string[] }; warnings: { code: string; message: string }[] };
  };
  const rows = (cells: (r: number) => (string | number)[]) => Array.from({ length: 30 }, (_, r) => cells(r).join(",")).join("\n");
  const likert = (r: number, i: number) => ((r * (i + 1) + ((r * r) % 7)) % 5) + 1;

  it("__proto__, constructor, a repeated name and an empty one are names like others", () => {
    const { sample, warnings } = columnsOf(`__proto__,constructor,Q,Q,\n${rows((r) => [0, 1, 2, 3, 4].map((i) => likert(r, i)))}\n`);
    expect(sample.items).toEqual(["__proto__", "constructor", "Q", "Q_2", "V5"]);
    expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(["empty-header", "duplicate-header"]));
  });

  it("formulas stay text", () => {
    const { sample, warnings } = columnsOf(`note,Q1,Q2,Q3\n${rows((r) => [`=cmd|' /C calc'!A${r}`, likert(r, 0), likert(r, 1), likert(r, 2)])}\n`);
    expect(sample.items).toEqual(["Q1", "Q2", "Q3"]);
    expect(warnings.map(({ message }) => message).join(" ")).toContain("note");
  });

  it("dates that look like numbers are dates", () => {
    const { sample, warnings } = columnsOf(`day,Q1,Q2,Q3\n${rows((r) => [20240101 + (r % 28), likert(r, 0), likert(r, 1), likert(r, 2)])}\n`);
    expect(sample.items).toEqual(["Q1", "Q2", "Q3"]);
    expect(warnings.map(({ code }) => code)).toContain("date-columns");
  });
});

describe("a wrong guess of the encoding", () => {
  const gbk = Uint8Array.from([
    0xd0,
    0xd4,
    0xb1,
    0xf0,
    ...text(",Q1,Q2\n"),
    ...Array.from({ length: 20 }, (_, r) => [...(r % 2 ? [0xc4, 0xd0] : [0xc5, 0xae]), ...text(`,${(r % 5) + 1},${((r * 3) % 5) + 1}\n`)]).flat(),
  ]);
  const warningsOf = (...args: string[]) => {
    const { status, out, err } = scree(["analyze", ...args, "--format", "json", "--factors", "1", "--iterations", "0"]);
    expect([status, err]).toEqual([0, ""]);
    return (JSON.parse(out).warnings as { code: string; message: string }[]).map(({ code, message }) => `${code}: ${message}`).join("\n");
  };

  it("is overridden in one step, and the study file remembers", () => {
    const data = put("gbk.csv", gbk);
    expect(warningsOf(data)).toMatch(
      /encoding-guessed: gbk\.csv is not UTF-8; its text is read as gb18030 .*--encoding [a-z0-9-]+, or encoding: [a-z0-9-]+ in the study file/,
    );
    const named = warningsOf(data, "--encoding", "gb18030");
    expect(named).not.toContain("encoding-guessed");
    expect(named).toContain("性别");
    expect(warningsOf(data, "--encoding", "big5")).not.toContain("性别");
    const study = put("gbk.yaml", "data: gbk.csv\nencoding: gb18030\n");
    const remembered = warningsOf("--study", study);
    expect(remembered).not.toContain("encoding-guessed");
    expect(remembered).toContain("性别");
  });
});

describe("a correlation matrix pasted from the clipboard", () => {
  it.each([
    ["tabs, decimal commas, names above", "Q1\tQ2\tQ3\n1\t0,5\t0,25\n0,5\t1\t0,3\n0,25\t0,3\t1\n"],
    ["spaces, a triangle, names before", "Q1 1\nQ2 .50 1\nQ3 .25 .30 1\n"],
    ["semicolons, an empty diagonal", ";Q1;Q2;Q3\nQ1;;;\nQ2;,50;;\nQ3;,25;,30;\n"],
    ["numbers alone", "1 0.5 0.25\n0.5 1 .3\n.25 .3 1\n"],
    ["numbers alone, a triangle with decimal commas", "1\n0,5\t1\n0,25\t0,3\t1\n"],
  ])("%s", (_, input) => {
    const { status, out, err } = scree(["analyze", "--matrix", "-", "--n", "200", "--factors", "1", "--iterations", "0", "--format", "json"], { input });
    expect([status, err]).toEqual([0, ""]);
    const { correlation, sample } = JSON.parse(out);
    expect(correlation).toEqual([
      [1, 0.5, 0.25],
      [0.5, 1, 0.3],
      [0.25, 0.3, 1],
    ]);
    expect(sample.items).toEqual(input.includes("Q1") ? ["Q1", "Q2", "Q3"] : ["V1", "V2", "V3"]);
  });
});
