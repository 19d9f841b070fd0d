import { describe, expect, it } from "vitest";
import { summariesOf } from "../../../src/webview/preview/summaries";

const summary = { valid: 1, missing: 0, codes: [], distinct: 1, frequent: [] };

describe("summariesOf", () => {
  it("asks for the columns that are seen, a few at a time, each once", () => {
    const asked: [number, number][] = [];
    const summaries = summariesOf((column, columns) => asked.push([column, columns]));
    summaries.clear(10);
    summaries.want(2, 6);
    summaries.want(2, 6);
    expect(asked).toEqual([[2, 4]]);
    summaries.arrived(2, new Array(4).fill(summary));
    expect(asked).toEqual([
      [2, 4],
      [6, 2],
    ]);
    expect(summaries.of(5)).toBe(summary);
    expect(summaries.of(6)).toBeUndefined();
    summaries.want(0, 10);
    summaries.arrived(6, new Array(2).fill(summary));
    expect(asked.at(-1)).toEqual([0, 2]);
  });
});
