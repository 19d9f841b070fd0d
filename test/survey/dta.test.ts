import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ScreeError } from "../../src/errors";
import { readSurvey } from "../../src/survey/read";
import { type Column } from "../../src/survey/survey";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/survey/${name}`));
const cells = (column: Column): (number | string | null)[] =>
  column.kind === "text" ? [...column.values] : Array.from(column.values, (value) => (value === column.sentinel || Number.isNaN(value) ? null : value));

/** `stata.py` beside the fixtures says what pandas was told to write; 114 and 118 are big-endian. */
describe.each([114, 117, 118, 119])("a Stata file of release %i", (release) => {
  const read = () => readSurvey(fixture(`stata-${release}.dta`), { name: "s.dta" });

  it("has its values, labels and dates", async () => {
    const survey = await read();
    const table = Object.fromEntries(survey.columns.map((column) => [column.name, cells(column)]));
    expect(table).toEqual({
      Q1: [1, 5, 3, 2],
      wide: [100, -127, 1, 0],
      large: [40000, -40000, 7, 8],
      single: [0.5, -2.25, 1e10, 0.125],
      gap: [1.5, null, -1e300, 0.1],
      gender: ["female", "male", "", "female"],
      day: ["2024-03-01", "1999-12-31", "", "2000-02-29"],
      ...(release === 114 ? {} : { essay: ["x".repeat(3000), "y", "", "x".repeat(3000)] }),
    });
    const [q1] = survey.columns;
    expect([q1.label, q1.kind === "numeric" && [...q1.valueLabels!]]).toEqual([
      "First statement",
      [
        [1, "Strongly disagree"],
        [5, "Strongly agree"],
      ],
    ]);
    expect(survey.columns.find((column) => column.name === "day")?.role).toBe("date");
  });

  it("says where it breaks off", async () => {
    const whole = fixture(`stata-${release}.dta`);
    for (const share of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9]) {
      const error = await readSurvey(whole.slice(0, Math.floor(whole.length * share)), { name: "s.dta" }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(ScreeError);
      expect((error as ScreeError).code).toMatch(/truncated-file|damaged-file/);
    }
  });

  it("survives any mutation", async () => {
    const whole = fixture(`stata-${release}.dta`);
    const changes = fc.array(fc.record({ at: fc.oneof(fc.nat(400), fc.nat(whole.length - 1)), byte: fc.integer({ min: 0, max: 255 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (bytes) => {
        const mutant = whole.slice();
        for (const { at, byte } of bytes) mutant[at] = byte;
        try {
          const survey = await readSurvey(mutant, { name: "s.dta" });
          for (const column of survey.columns) expect(column.values.length).toBe(survey.rows);
        } catch (error) {
          if (!(error instanceof ScreeError)) throw error;
        }
      }),
      { numRuns: Number(process.env.SCREE_RUNS ?? 400) },
    );
  });
});

describe("Stata's missing values", () => {
  it("are missing: . and .a to .z of every type", async () => {
    // The cells of release 114 are a row after a row behind the header; those of Q1 (byte), wide (int) and large (long) are set to .a.
    const bytes = fixture("stata-114.dta");
    const view = new DataView(bytes.buffer);
    const text = new TextDecoder("latin1").decode(bytes);
    const first = text.indexOf("\u0001\u0000\u0064\u0000\u0000\u009c\u0040");
    expect(first).toBeGreaterThan(0);
    bytes[first] = 102;
    view.setInt16(first + 1, 32742);
    view.setInt32(first + 3, 2147483622);
    view.setUint32(first + 7, 0x7f000800);
    const survey = await readSurvey(bytes, { name: "s.dta" });
    expect(survey.columns.slice(0, 4).map((column) => cells(column)[0])).toEqual([null, null, null, null]);
  });
});
