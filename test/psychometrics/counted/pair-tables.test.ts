import fc from "fast-check";
import { expect, it } from "vitest";
import { PairTables } from "../../../src/psychometrics/counted/pair-tables";

const data = fc
  .array(fc.integer({ min: 2, max: 20 }), { minLength: 1, maxLength: 7 })
  .chain((sizes) =>
    fc.record({ sizes: fc.constant(sizes), rows: fc.array(fc.tuple(...sizes.map((size) => fc.nat(size - 1))), { maxLength: 60 }), cut: fc.nat(60) }),
  );

it("counts every pair of codes as one by one, in any blocks, of all rows or of some", () => {
  fc.assert(
    fc.property(data, fc.boolean(), ({ sizes, rows, cut }, complete) => {
      const tables = new PairTables(sizes);
      for (const block of [rows.slice(0, cut), rows.slice(cut)]) {
        const codes = sizes.map((_, item) => Uint8Array.from(block, (row) => row[item]));
        const keep = Int32Array.from(block.keys()).filter((row) => block[row].every((code) => code > 0));
        tables.add(codes, block.length, complete ? keep : undefined);
      }
      const counted = complete ? rows.filter((row) => row.every((code) => code > 0)) : rows;
      sizes.forEach((a, i) =>
        sizes.forEach((b, j) => {
          const expected = new Float64Array(a * b);
          for (const row of counted) expected[row[i] * b + row[j]]++;
          expect([i, j, [...tables.table(i, j)]]).toEqual([i, j, [...expected]]);
        }),
      );
    }),
  );
});
