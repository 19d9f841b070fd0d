import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carelessResponding } from "../../../src/psychometrics/careless/careless-responding";
import { duplicatedRows, expectedAlike } from "../../../src/psychometrics/careless/duplicates";
import { evenOddConsistency } from "../../../src/psychometrics/careless/even-odd";
import { longstrings } from "../../../src/psychometrics/careless/longstring";
import { mahalanobisDistances } from "../../../src/psychometrics/careless/mahalanobis";
import { defaultThresholds } from "../../../src/psychometrics/careless/thresholds";
import { responseVariability } from "../../../src/psychometrics/careless/response-variability";
import { readSurvey } from "../../../src/survey/read";
import { answers, type NumericColumn } from "../../../src/survey/survey";
import { shared } from "../../shared";

const columnsOf = (rows: readonly (readonly number[])[]): Float64Array[] => rows[0].map((_, j) => Float64Array.from(rows, (row) => row[j]));
const numeric = async (set: string) => {
  const survey = await readSurvey(new Uint8Array(readFileSync(`${shared}/reference/${set}.csv`)), { name: set });
  const columns = survey.columns.filter((column): column is NumericColumn => column.kind === "numeric" && column.role !== "group");
  return { items: columns.map((column) => column.name), columns: columns.map(answers) };
};

describe("indices of careless responding", () => {
  it("longstring: the longest run, ended by a missing answer", () => {
    expect([
      ...longstrings(
        columnsOf([
          [1, 1, 1, 2, 2],
          [1, 2, 3, 4, 5],
          [3, 3, NaN, 3, 3],
          [NaN, NaN, NaN, NaN, NaN],
          [4, 4, 4, 4, 4],
        ]),
      ),
    ]).toEqual([3, 1, 2, 0, 5]);
  });

  it("variability: the standard deviation of a row's answers", () => {
    const sds = responseVariability(
      columnsOf([
        [1, 5, 3, NaN],
        [2, 2, 2, 2],
        [4, NaN, NaN, NaN],
      ]),
    );
    expect([...sds]).toEqual([2, 0, NaN]);
  });

  it("duplicates: the first row with the same answers, straight-liners aside", () => {
    const a = [1, 2, 3, 4, 5, 4, 3, 2];
    expect([...duplicatedRows(columnsOf([a, [3, 3, 3, 3, 3, 3, 3, 3], a, [3, 3, 3, 3, 3, 3, 3, 3], [1, 2, 3, 4, 5, 4, 3, 1], a]))]).toEqual([
      -1, -1, 0, -1, -1, 0,
    ]);
  });

  it("rows that chance makes alike: (n − 1) times the product of the shares", () => {
    const columns = columnsOf([
      [1, 2],
      [1, 2],
      [1, NaN],
      [2, 1],
    ]);
    expect([...expectedAlike(columns, [1, 2, 3])]).toEqual([
      [1, 3 * 0.75 * (2 / 3)],
      [2, 3 * 0.75],
      [3, 3 * 0.25 * (1 / 3)],
    ]);
  });

  it("runs are not judged of right and wrong answers, nor of few items, unless their length is given", () => {
    const rows = Array.from({ length: 40 }, (_, row) => Array.from({ length: 12 }, (_, item) => (row < 20 ? 1 : (row + item) % 2)));
    const items = rows[0].map((_, j) => `Q${j}`);
    const flagged = (columns: Float64Array[], thresholds = defaultThresholds) =>
      carelessResponding({ items: items.slice(0, columns.length), columns }, thresholds).filter(({ reasons }) => reasons.includes("longstring")).length;
    expect(flagged(columnsOf(rows))).toBe(0);
    expect(flagged(columnsOf(rows), { ...defaultThresholds, longstring: 12 })).toBe(20);
    const rated = rows.map((row, r) => (r < 20 ? row : row.map((_, item) => ((r + item) % 5) + 1)));
    expect(flagged(columnsOf(rated))).toBe(20);
    expect(flagged(columnsOf(rated.map((row) => row.slice(0, 7))))).toBe(0);
  });

  it("a repeated row is judged where chance does not make it", () => {
    const rows = (answers: readonly number[], others: number) => [
      ...Array.from({ length: others }, (_, row) => answers.map((answer, j) => ((answer + row + (row >> 2) * j) % 5) + 1)),
      [...answers],
      [...answers],
    ];
    const items = Array.from({ length: 8 }, (_, j) => `Q${j}`);
    const reasonsOf = (n: number) => carelessResponding({ items, columns: columnsOf(rows([1, 2, 3, 4, 5, 1, 3, 5], n)) }).at(-1)!;
    expect(reasonsOf(60)).toMatchObject({ reasons: ["duplicate"], duplicateOf: expect.any(Number) });
    const common = carelessResponding({
      items,
      columns: columnsOf(Array.from({ length: 300 }, (_, row) => items.map((_, j) => ((row >> j) % 2 === 0 ? 4 : 5)))),
    });
    expect(common.filter(({ duplicateOf }) => duplicateOf !== null).length).toBeGreaterThan(20);
    expect(common.filter(({ reasons }) => reasons.includes("duplicate"))).toEqual([]);
  });

  it("Mahalanobis distances add up to (n − 1)p and do not change when the items are rescaled", () => {
    const matrix = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 3 }), { minLength: 12, maxLength: 30 });
    fc.assert(
      fc.property(matrix, (rows) => {
        const columns = columnsOf(rows);
        const distances = mahalanobisDistances(["a", "b", "c"], columns);
        fc.pre(distances[0] !== null);
        expect(distances.reduce((sum, distance) => sum + distance!.squared, 0)).toBeCloseTo((rows.length - 1) * 3, 6);
        const scaled = mahalanobisDistances(
          ["a", "b", "c"],
          columns.map((column, j) => column.map((value) => value * (j + 2) - 5)),
        );
        scaled.forEach((distance, row) => expect(distance!.squared).toBeCloseTo(distances[row]!.squared, 6));
      }),
    );
  });

  it("are null, not NaN, where they cannot be computed", () => {
    const rows = carelessResponding({
      items: ["a", "b"],
      columns: columnsOf([
        [1, NaN],
        [NaN, NaN],
        [2, 2],
      ]),
    });
    expect(rows.map(({ variability, mahalanobis, evenOdd }) => [variability, mahalanobis, evenOdd])).toEqual([
      [null, null, null],
      [null, null, null],
      [0, null, null],
    ]);
  });

  it("flag rows beyond their cut-offs", () => {
    const likert = Array.from({ length: 40 }, (_, row) => Array.from({ length: 10 }, (_, item) => ((row * (item + 2) + item) % 5) + 1));
    likert[7] = new Array<number>(10).fill(4);
    likert[9] = [...likert[3]];
    const seconds = Float64Array.from(likert, (_, row) => (row === 12 ? 9 : 95));
    const checks = Float64Array.from(likert, (_, row) => (row === 20 ? 1 : 4));
    const items = likert[0].map((_, j) => `Q${j + 1}`);
    const rows = carelessResponding({ items, columns: columnsOf(likert), seconds, instructed: [{ name: "check", answers: checks, expected: 4 }] });
    expect(rows[7].reasons).toContain("longstring");
    expect(rows[9]).toMatchObject({ reasons: ["duplicate"], duplicateOf: 3 });
    expect(rows[12]).toMatchObject({ reasons: expect.arrayContaining(["time"]), secondsPerItem: 0.9 });
    expect(rows[20]).toMatchObject({ reasons: expect.arrayContaining(["instructed"]), failedInstructions: ["check"] });
  });
});

describe.skipIf(!shared)("on the reference surveys", () => {
  /** numpy: d′S⁻¹d of attitude, S with divisor n − 1 */
  it("Mahalanobis distances of attitude", async () => {
    const { items, columns } = await numeric("attitude");
    const distances = mahalanobisDistances(items, columns);
    [10.62228807205507, 0.6538401161759912, 4.774813456626705, 3.817518332829597, 2.776502439032213].forEach((expected, row) =>
      expect(distances[row]!.squared).toBeCloseTo(expected, 9),
    );
    expect(distances[17]!.squared).toBeCloseTo(15.114567356946791, 9);
    expect(responseVariability(columns)[0]).toBeCloseTo(20.263737256958493, 9);
    expect(responseVariability(columns)[29]).toBeCloseTo(18.776885486454578, 9);
  });

  /** numpy: the same formula on the reflected answers */
  it("even–odd consistency of likert320, and its two straight-liners", async () => {
    const { items, columns } = await numeric("likert320");
    const reverse = ["Q5", "Q11", "Q16", "Q23"];
    const scales = [0, 1, 2, 3].map((k) => ({ name: `F${k + 1}`, items: items.slice(k * 6, k * 6 + 6) }));
    const reflected = columns.map((column, j) => (reverse.includes(items[j]) ? column.map((value) => 6 - value) : column));
    const consistency = evenOddConsistency([0, 1, 2, 3].map((k) => reflected.slice(k * 6, k * 6 + 6)));
    [0.7293229242765074, 0.7499480674152595, 0.880388331213455].forEach((expected, row) => expect(consistency[row]).toBeCloseTo(expected, 9));
    const rows = carelessResponding({ items, columns, scales, reflected: new Map(reverse.map((item) => [item, reflected[items.indexOf(item)]])) });
    expect(rows.filter(({ reasons }) => reasons.includes("longstring")).map(({ row }) => row)).toEqual([56, 202]);
    expect(rows[0].evenOdd).toBeCloseTo(0.7293229242765074, 9);
  });
});
