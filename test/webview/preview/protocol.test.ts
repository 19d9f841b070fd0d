import { describe, expect, it } from "vitest";
import { fromPreview, previewState, toPreview } from "../../../src/webview/preview/protocol";

const range = { row: 0, rows: 128, column: 0, columns: 24 };
const place = { row: 0, column: 0 };

describe("what a preview may send", () => {
  it.each([
    { type: "ready", shown: "labels" },
    { type: "tiles", reading: 1, shown: "labels", ranges: [range] },
    { type: "summaries", reading: 1, column: 0, columns: 4 },
    { type: "find", text: "x", shown: "values", from: place, backward: false, oneColumn: true },
    { type: "copy", range: { row: 0, rows: 1e6, column: 0, columns: 200 }, shown: "values" },
    { type: "at", place, text: "Agree" },
    { type: "way", way: "encoding" },
  ])("%j", (message) => expect(fromPreview(message)).toEqual(message));

  it.each([
    null,
    "ready",
    { type: "ready" },
    { type: "other" },
    { type: "tiles", reading: 1, shown: "labels", ranges: [{ ...range, rows: 1e9 }] },
    { type: "tiles", reading: 1, shown: "other", ranges: [range] },
    { type: "tiles", reading: 1, shown: "labels", ranges: new Array(65).fill(range) },
    { type: "find", text: "x", shown: "values", from: { row: -1, column: 0 }, backward: false, oneColumn: true },
    { type: "find", text: "x".repeat(2_000), shown: "values", from: place, backward: false, oneColumn: true },
    { type: "way", way: "rm" },
    { type: "summaries", reading: 1, column: 0, columns: 1e6 },
  ])("not %j", (message) => expect(fromPreview(message)).toBeUndefined());
});

describe("what a preview may be sent", () => {
  it.each([
    { type: "said", text: "Copied" },
    { type: "go", row: 3 },
    { type: "show" },
    { type: "show", shown: "values" },
    { type: "found", place: null, wrapped: false },
    { type: "problem", problem: { code: "x", message: "No." }, ways: ["text"] },
  ])("%j", (message) => expect(toPreview(message)).toEqual(message));
  it.each([
    { type: "go", row: -1 },
    { type: "table", table: {} },
    { type: "found", place: 3, wrapped: false },
  ])("not %j", (message) => expect(toPreview(message)).toBeUndefined());
});

it("a state that is none is forgotten", () => {
  const state = { place, shown: "values", corner: { row: 500_000, column: 3 } };
  expect(previewState(state)).toEqual(state);
  expect(previewState({ place, shown: "values" })).toBeUndefined();
  expect(previewState({ place: 3, shown: "values" })).toBeUndefined();
  expect(previewState(undefined)).toBeUndefined();
});
