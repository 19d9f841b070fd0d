import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { detectionMatrix, lengths } from "./matrix";

/** The whole matrix, with fewer tries than `docs/encodings.md`. */
const matrix = detectionMatrix(15);
const rate = (keys: (key: string) => boolean, length: number): number => {
  const cells = [...matrix].filter(([key]) => keys(key)).map(([, row]) => row[lengths.indexOf(length)]);
  return cells.reduce((sum, cell) => sum + cell.right, 0) / cells.reduce((sum, cell) => sum + cell.tries, 0);
};

describe("the encoding of a survey", () => {
  it("is recognised where it is Unicode, always", () => {
    for (const length of lengths) expect([length, rate((key) => key.includes("utf-"), length)]).toEqual([length, 1]);
  });

  it("is recognised where the script is one of its own, from 20 characters on", () => {
    const own = /Chinese|Japanese|Korean|Thai|Russian|Ukrainian|Greek|Arabic/;
    for (const length of lengths) expect([length, rate((key) => own.test(key), length)]).toEqual([length, 1]);
    expect(rate((key) => key.startsWith("Hebrew"), 60)).toBe(1);
  });

  it("is recognised among the Latin pages", () => {
    const latin = (key: string) => !key.includes("utf-") && /125[0-9]/.test(key) && !/Russian|Ukrainian|Greek|Arabic|Hebrew/.test(key);
    expect(rate(latin, 20)).toBeGreaterThan(0.88);
    expect(rate(latin, 60)).toBeGreaterThan(0.95);
    expect(rate(latin, 200)).toBeGreaterThan(0.99);
    expect(rate(latin, 1000)).toBeGreaterThan(0.995);
  });

  it("is stated with a confidence that holds", () => {
    const stated = [...matrix.values()].flat().flatMap((cell) => cell.stated);
    const share = (low: number, high: number): number => {
      const inside = stated.filter(({ confidence }) => confidence >= low && confidence < high);
      return inside.filter(({ right }) => right).length / inside.length;
    };
    expect(share(0.9, 1.1)).toBeGreaterThan(0.99);
    expect(share(0.6, 0.9)).toBeGreaterThan(0.65);
    expect(share(0, 0.6)).toBeLessThan(0.95);
  });

  it("has its page", () => {
    const page = readFileSync("docs/encodings.md", "utf8");
    for (const key of matrix.keys()) expect(page).toContain(`| ${key.split("|")[1]} | ${key.split("|")[0]} |`);
  });
});
