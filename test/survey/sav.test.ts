import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ScreeError } from "../../src/errors";
import { readSurvey } from "../../src/survey/read";
import { type Column } from "../../src/survey/survey";
import { shared } from "../shared";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/survey/${name}`));
const cells = (column: Column): (number | string | null)[] =>
  column.kind === "text" ? [...column.values] : Array.from(column.values, (value) => (value === column.sentinel || Number.isNaN(value) ? null : value));

/** `spss.sps` beside the fixtures says what PSPP was told to write. */
describe.each(["spss.sav", "spss-plain.sav", "spss.zsav"])("an SPSS file written by PSPP: %s", (name) => {
  const read = async () => {
    const survey = await readSurvey(fixture(name), { name });
    return { survey, column: (wanted: string) => survey.columns.find((column) => column.name === wanted)! };
  };

  it("has its values, names and labels", async () => {
    const { survey, column } = await read();
    expect(survey.rows).toBe(4);
    expect(cells(column("aVariableWithALongName"))).toEqual([1.5, -2.25, 1e100, null]);
    expect(column("aVariableWithALongName")).toMatchObject({ label: "A number", measure: "scale" });
    expect(column("q1")).toMatchObject({ label: "ฉันใช้ AI", measure: "ordinal" });
    const q1 = column("q1");
    expect(q1.kind === "numeric" && [...q1.valueLabels!]).toEqual([
      [1, "Nie"],
      [5, "Immer"],
      [9, "Keine Angabe"],
    ]);
  });

  it("has user-missing codes and ranges missing", async () => {
    const { column } = await read();
    expect([cells(column("q1")), column("q1")]).toEqual([[1, 5, null, null], expect.objectContaining({ userMissing: [9], missing: 2 })]);
    expect([cells(column("q2")), column("q2")]).toEqual([[null, 7, 3, null], expect.objectContaining({ userMissing: [999] })]);
    expect([cells(column("q3")), column("q3")]).toEqual([[null, null, 100, null], expect.objectContaining({ userMissing: [-5, 99] })]);
    expect(cells(column("code"))).toEqual(["a", "", "b", "c"]);
  });

  it("has dates as text", async () => {
    const { column } = await read();
    expect(cells(column("day"))).toEqual(["2024-03-01", "1999-12-31", "", "2000-02-29"]);
    expect(cells(column("moment"))).toEqual(["2024-03-01 10:15:30", "1999-12-31 23:59:59", "", "2000-02-29 00:00:00"]);
    expect(cells(column("clock"))).toEqual(["10:15:30", "00:00:01", "", "23:59:59"]);
    expect(column("day").role).toBe("date");
  });

  it("has texts of several bytes a letter whole, across the 252-byte parts of very long ones", async () => {
    const { column } = await read();
    const piece = "กขฃคฅฆงจฉชซฌญ";
    expect(cells(column("short"))).toEqual(["Zoë", "日本", "", "abcdefgh"]);
    expect(cells(column("long"))).toEqual([`กขค${piece.repeat(7)}`, `b${piece.repeat(7)}`, piece.repeat(7), `d${piece.repeat(7)}`]);
    expect(cells(column("verylong"))).toEqual(["x", "y", "", "z"].map((start) => start + piece.repeat(25)));
    expect(cells(column("tail"))).toEqual([42, 42, 42, 42]);
  });
});

describe.skipIf(!shared)("one survey in every form", () => {
  const read = (file: string) => readSurvey(new Uint8Array(readFileSync(`${shared}/reference/${file}`)), { name: file });
  const written = [
    "likert320.sav",
    "likert320.zsav",
    "likert320_uncompressed.sav",
    "likert320_pspp.sav",
    "likert320_pspp.zsav",
    "likert320_pspp_uncompressed.sav",
    "likert320.dta",
    "likert320_v118.dta",
  ];

  it.each(written)("%s is likert320.csv, with labels", async (file) => {
    const plain = await read("likert320.csv");
    const survey = await read(file);
    expect(survey.columns.map((column) => [column.name, column.role, column.missing])).toEqual(
      plain.columns.map((column) => [column.name, column.role, column.missing]),
    );
    survey.columns.forEach((column, c) => {
      const expected = cells(plain.columns[c]);
      if (column.name !== "university") expect(cells(column)).toEqual(expected);
      else if (column.kind === "text") expect(column.values).toEqual(expected);
      else expect(cells(column).map((value) => column.valueLabels!.get(value as number))).toEqual(expected);
    });
    const q1 = survey.columns[3];
    expect(q1.label).toBe(file.includes("pspp") ? "First statement" : "ฉันใช้ AI ช่วยเขียนงาน");
    const scale = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"].map((label, k) => [k + 1, label]);
    expect(q1.kind === "numeric" && [...q1.valueLabels!]).toEqual(file.endsWith(".dta") ? scale : [...scale, [9, "No answer"]]);
    expect(q1.kind === "numeric" && q1.userMissing).toEqual(file.endsWith(".dta") ? undefined : [9]);
  });

  it.each(["bfi25", "hs1939", "attitude", "ability16", "shroutfleiss"])("%s.sav and .dta equal the CSV to the last bit", async (set) => {
    const plain = (await read(`${set}.csv`)).columns.map(cells);
    expect((await read(`${set}.sav`)).columns.map(cells)).toEqual(plain);
    expect((await read(`${set}.dta`)).columns.map(cells)).toEqual(plain);
  });
});

describe("an SPSS file that cannot be read", () => {
  const failure = async (bytes: Uint8Array): Promise<ScreeError> => {
    const error = await readSurvey(bytes, { name: "x.sav" }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ScreeError);
    return error as ScreeError;
  };

  it("says where it breaks off", async () => {
    for (const name of ["spss.sav", "spss-plain.sav", "spss.zsav"]) {
      const whole = fixture(name);
      for (const share of [0.01, 0.05, 0.2, 0.5, 0.9, 0.99]) {
        const error = await failure(whole.slice(0, Math.floor(whole.length * share)));
        expect(error.code).toMatch(/truncated-file|damaged-file/);
        expect(error.message).toMatch(/^x\.sav/);
      }
    }
  });

  it("says that another file bears its extension", async () => {
    expect((await failure(new TextEncoder().encode("a,b\n1,2\n"))).code).toBe("wrong-extension");
  });

  it("refuses blocks that would unpack to a thousand times their size", async () => {
    const bomb = fixture("spss.zsav");
    const view = new DataView(bomb.buffer);
    view.setUint32(bomb.length - 8, 0x7fffffff, true); // the block's unpacked size
    expect((await failure(bomb)).code).toBe("unpacks-too-large");
  });
});

describe("an SPSS or Stata file, mutated", () => {
  const files = [fixture("spss.sav"), fixture("spss-plain.sav"), fixture("spss.zsav")];
  if (shared)
    files.push(new Uint8Array(readFileSync(`${shared}/reference/shroutfleiss.dta`)), new Uint8Array(readFileSync(`${shared}/reference/shroutfleiss.sav`)));

  it("is a survey of equal columns, or its sentence", async () => {
    const mutation = fc.record({
      file: fc.nat(files.length - 1),
      changes: fc.array(fc.record({ at: fc.nat(1 << 20), byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 255, 127, 128)) }), {
        minLength: 1,
        maxLength: 8,
      }),
      cut: fc.option(fc.nat(1 << 20)),
    });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ file, changes, cut }) => {
        let mutant = files[file].slice();
        for (const { at, byte } of changes) mutant[at % mutant.length] = byte;
        if (cut !== null) mutant = mutant.slice(0, cut % mutant.length);
        try {
          const survey = await readSurvey(mutant, { name: "x.bin" });
          for (const column of survey.columns) expect(column.values.length).toBe(survey.rows);
        } catch (error) {
          if (!(error instanceof ScreeError)) throw error;
        }
      }),
      { numRuns: Number(process.env.SCREE_RUNS ?? 1500) },
    );
  });
});
