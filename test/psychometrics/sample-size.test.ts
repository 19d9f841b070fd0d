import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allocate, cochran, krejcieMorgan, yamane } from "../../src/psychometrics/sample-size";
import { shared } from "../shared";

describe.skipIf(!shared)("sample size against the reference", () => {
  const { results } = JSON.parse(shared ? readFileSync(`${shared}/reference/sample_size.json`, "utf8") : '{"results":{}}');

  it("meets every row of the table, the published column included", () => {
    expect(results.table.values.length).toBe(90);
    const z = { "z1.96": 1.96, z95_exact: 1.959963984540054, z99_exact: 2.5758293035489004, z90_exact: 1.6448536269514722 };
    for (const values of results.table.values) {
      const row = Object.fromEntries(results.table.cols.map((name: string, i: number) => [name, values[i]]));
      expect(krejcieMorgan(row.N)).toBeCloseTo(row.krejcie_morgan, 9);
      expect(Math.round(krejcieMorgan(row.N))).toBe(row.published_table);
      for (const margin of [0.01, 0.05, 0.1]) expect(yamane(row.N, margin)).toBeCloseTo(row[`e${margin.toFixed(2)}`], 9);
      for (const [name, deviate] of Object.entries(z)) expect(cochran({ z: deviate }, row.N)).toBeCloseTo(row[name], 9);
    }
    expect(cochran()).toBeCloseTo(results.cochran_n0["z1.96"], 9);
    expect(cochran({ p: 0.3 })).toBeCloseTo(results["cochran_p30_e05_z1.96"], 9);
  });
});

describe("sample size", () => {
  it("allocates whole persons that add up", () => {
    const parts = allocate(357, [
      { name: "A", population: 1201 },
      { name: "B", population: 2399 },
      { name: "C", population: 1400 },
    ]);
    expect(parts.map((part) => part.sample)).toEqual([86, 171, 100]);
    expect(parts.reduce((sum, part) => sum + part.sample, 0)).toBe(357);
  });

  it.each([
    ["population-invalid", () => krejcieMorgan(0)],
    ["population-invalid", () => yamane(NaN)],
    ["share-invalid", () => yamane(100, 5)],
    ["share-invalid", () => cochran({ p: 0 })],
    ["sample-size-invalid", () => allocate(2.5, [])],
    ["sample-exceeds-population", () => allocate(30, [{ name: "A", population: 20 }])],
  ])("refuses with %s", (code, call) => expect(call).toThrow(expect.objectContaining({ code })));
});
