import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../src/psychometrics/analysis";
import { type Choices, fromPanel, fromReport, isChoices, panelState, reportState, toPanel, toReport } from "../../src/webview/protocol";

const choices: Choices = { items: ["Q1"], reverse: [], scales: [{ name: "A", items: ["Q1-Q6"] }], missingCodes: [9], settings: defaultSettings };

describe("messages", () => {
  it("lets through what the pages and the editor send", () => {
    expect(fromPanel({ type: "choose", choices })).toBeDefined();
    expect(fromPanel({ type: "copy", table: "loadings", format: "html" })).toBeDefined();
    expect(fromPanel({ type: "replay", language: "spss" })).toBeDefined();
    expect(fromReport({ type: "show", place: { start: 3, end: 9 } })).toBeDefined();
    expect(toPanel({ type: "said", text: "Inserted." })).toBeDefined();
    expect(isChoices({ ...choices, settings: { ...defaultSettings, factors: 4 } })).toBe(true);
  });

  it.each([
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, rotation: "sideways" } } },
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, factors: -1 } } },
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, seed: NaN } } },
    { type: "choose", choices: { ...choices, items: [1] } },
    { type: "copy", table: "loadings", format: "exe" },
    { type: "replay", language: "sas" },
    { type: "insert" },
    { type: "toString" },
    [],
    null,
  ])("refuses %j", (message) => expect(fromPanel(message)).toBeUndefined());

  it.each([
    { type: "show", place: { start: 9, end: 3 } },
    { type: "show", place: { start: -1, end: 3 } },
    { type: "explain", rule: 7 },
  ])("refuses %j from a report", (message) => expect(fromReport(message)).toBeUndefined());

  it("throws at nothing that can be cloned", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withDate: true }), (value) => {
        for (const guard of [fromPanel, fromReport, toPanel, toReport, panelState, reportState]) guard(value);
      }),
    );
  });

  it("forgets a state that it cannot read, but keeps the file", () => {
    expect(panelState({ uri: "file:///a.csv", choices: { items: 3 }, open: "no" })).toEqual({ uri: "file:///a.csv", choices: null, open: [] });
    expect(panelState({ choices })).toBeUndefined();
  });
});
