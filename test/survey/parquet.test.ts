import { readFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { ScreeError } from "../../src/errors";
import { PageCheck, type PageKind } from "../../src/survey/parquet-values";
import { readSurvey } from "../../src/survey/read";
import { tableOf } from "./cells";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/survey/${name}.parquet`));
const failure = async (bytes: Uint8Array): Promise<ScreeError> => {
  const error = await readSurvey(bytes, { name: "s.parquet" }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ScreeError);
  return error as ScreeError;
};

const rows = 40;
const pick = <T>(...values: T[]): T[] => Array.from({ length: rows }, (_, row) => values[(row * 7 + Math.floor(row / 5)) % values.length]);
/** What `parquet.py` beside the fixtures told Apache Arrow and DuckDB to write. */
const expected = {
  id: Array.from({ length: rows }, (_, row) => row + 1),
  q1: pick(1, 2, null, 4, 5),
  q2: pick(5, 4, 3, 2, 1),
  wide: pick(-32768, 32767, null),
  unsigned: pick(0, 255, 7),
  single: pick(0.5, -2.25, null),
  decimal: pick(1.25, -3.5, null),
  score: pick(0.1, null, 1e300, null),
  yes: pick(1, 0, null),
  gender: pick("female", "male", ""),
  level: pick("low", "mid", "high"),
  day: pick("2024-03-01", "1999-12-31", ""),
  moment: pick("2024-03-01 10:15:30", ""),
  essay: Array.from({ length: rows }, (_, row) => `ข้อความ ${row} ${"x".repeat(row % 9)}`.trim()),
};

describe("Parquet files by Apache Arrow and DuckDB", () => {
  it.each(["arrow-none", "arrow-snappy", "arrow-gzip", "arrow-zstd", "arrow-brotli", "arrow-lz4", "arrow-v2", "arrow-delta", "arrow-plain", "duckdb"])(
    "%s: dictionaries, nullable columns, dates and decimals",
    async (name) => {
      const survey = await readSurvey(fixture(name), { name: `${name}.parquet` });
      expect(tableOf(survey)).toEqual(expected);
      expect(survey.columns.find((column) => column.name === "day")?.role).toBe("date");
    },
  );

  it("leave out lists and structs, and say so; nothing is left of a file of nothing else", async () => {
    const survey = await readSurvey(fixture("arrow-nested"), { name: "s.parquet" });
    expect(survey.columns.map((column) => column.name)).toEqual(["id", "q1"]);
    expect(survey.warnings[0]).toMatchObject({ code: "nested-columns", data: { columns: ["several", "pair"] } });
    expect(await failure(fixture("arrow-nested-only"))).toMatchObject({ code: "nested-columns" });
  });

  it("say where they break off", async () => {
    for (const share of [0.01, 0.2, 0.5, 0.9, 0.999]) {
      const whole = fixture("arrow-snappy");
      const { code, message } = await failure(whole.slice(0, Math.floor(whole.length * share)));
      expect([code, message]).toEqual(["truncated-file", expect.stringMatching(/^s\.parquet breaks off: .* at byte \d+ without/)]);
    }
  });

  it("say what is wrong in a page", async () => {
    const bytes = new Uint8Array(
      parquetWriteBuffer({ columnData: [{ name: "Q1", data: Array.from({ length: 300 }, (_, r) => r % 5), type: "INT32", nullable: true }] } as never),
    );
    const messages = new Set<string>();
    for (let at = 4; at < 120; at++) {
      const mutant = bytes.slice();
      mutant[at] ^= 0xff;
      const error = await readSurvey(mutant, { name: "s.parquet" }).catch((thrown: ScreeError) => thrown);
      if (error instanceof ScreeError) messages.add(error.message);
    }
    expect(messages.size).toBeGreaterThan(5);
    for (const message of messages) expect(message).toMatch(/^s\.parquet cannot be read as Parquet: [a-z0-9-].{5,150}\.$/);
  });
});

describe("the check of a page, before the library unrolls it", () => {
  const kind: PageKind = { count: 100, encoding: 8, type: "INT32", typeLength: 0, dictionary: 4 };
  const check = (bytes: number[], how: Partial<PageKind> = {}) => new PageCheck(Uint8Array.from(bytes)).values({ ...kind, ...how });
  const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]);

  it("lets right ones pass", () => {
    check([2, ...varint(200), 3]); // 100 times index 3
    check([2, ...varint(96 * 2), 1, 3, 0xe4]); // 96 times index 1, then 0, 1, 2, 3 … of a group of eight
    check([0], { dictionary: 1 });
    check([4, 0, 0, 0, 97, 98, 99, 100], { encoding: 0, type: "BYTE_ARRAY", count: 1 });
    check([0xff, 1], { encoding: 0, type: "BOOLEAN", count: 9 });
  });

  it.each<[string, number[], Partial<PageKind>, RegExp]>([
    ["a run of two thousand million", [2, ...varint(2 ** 31 - 2), 3], {}, /a run of 1073741823 values where 100 are left/],
    ["packed bits beyond the page", [2, 27, 0xe4], {}, /reaches beyond its page/],
    ["an index that the dictionary lacks", [3, ...varint(200), 5], {}, /value 5 of a dictionary of 4/],
    ["the same among packed bits", [3, 27, ...new Array<number>(39).fill(0xff)], {}, /value 7 of a dictionary of 4/],
    ["a dictionary that is not there", [2, ...varint(200), 3], { dictionary: 0 }, /not there/],
    ["wide indices", [200, 1, 1], {}, /200 bits/],
    ["too few numbers", [1, 2, 3], { encoding: 0 }, /beyond their page/],
    ["a text of 4 GB", [255, 255, 255, 255, 1], { encoding: 0, type: "BYTE_ARRAY", count: 1 }, /beyond their page/],
    ["fixed texts of no length", [1], { encoding: 0, type: "FIXED_LEN_BYTE_ARRAY", count: 1 }, /without a width/],
    ["differences in no blocks", [0, 0, 100, 0], { encoding: 5 }, /blocks of 0/],
    ["differences of another number", [128, 1, 4, 5, 2], { encoding: 5 }, /5 differences where 100/],
    ["differences of 200 bits", [128, 1, 4, 100, 2, 0, 200, 0, 0, 0], { encoding: 5 }, /200 bits/],
    ["texts of negative length", [128, 1, 4, 1, 1], { encoding: 6, type: "BYTE_ARRAY", count: 1 }, /a text of -1 bytes/],
    ["an unknown encoding", [1], { encoding: 44 }, /not known/],
  ])("refuses %s", (_, bytes, how, message) => {
    expect(() => check(bytes, how)).toThrow(message);
  });

  it("refuses levels beyond one, and counts the values", () => {
    expect(new PageCheck(Uint8Array.from([2, 0, 0, 0, 20, 1])).levels(10)).toBe(10);
    expect(new PageCheck(Uint8Array.from([2, 0, 0, 0, 3, 0b1010])).levels(8)).toBe(2);
    expect(() => new PageCheck(Uint8Array.from([2, 0, 0, 0, 20, 7])).levels(10)).toThrow(/a level of 7/);
    expect(() => new PageCheck(Uint8Array.from([200, 0, 0, 0, 20, 1])).levels(10)).toThrow(/beyond their page/);
  });
});
