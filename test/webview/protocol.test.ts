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
    expect(fromPanel({ type: "figure", figure: "intervals", svg: '<?xml version="1.0"?>\n<svg></svg>', words: "x" })).toBeDefined();
    expect(fromPanel({ type: "follow", what: "confirm" })).toBeDefined();
    expect(fromPanel({ type: "scores", method: "ten-berge" })).toBeDefined();
    expect(toPanel({ type: "follow", what: "compare", found: { verdict: "", tables: [], remarks: [] } })).toBeDefined();
    expect(isChoices({ ...choices, settings: { ...defaultSettings, factors: 4 } })).toBe(true);
    expect(isChoices({ ...choices, tables: { decimals: 3, hide: 0.4, labels: true, sort: false } })).toBe(true);
    const more = {
      parallel: { eigenvalues: "smc", data: "permuted", threshold: "mean" },
      compareUpTo: 6,
      bootstrap: 1000,
      kaiser: false,
      kappa: 3,
      stopRule: "limit",
    };
    expect(
      isChoices({
        ...choices,
        settings: {
          ...defaultSettings,
          ...more,
          rotation: "target",
          target: [
            [0.7, null],
            [0, 0.6],
          ],
        },
      }),
    ).toBe(true);
  });

  it.each([
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, rotation: "sideways" } } },
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, factors: -1 } } },
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, seed: NaN } } },
    { type: "choose", choices: { ...choices, items: [1] } },
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, bootstrap: -1 } } },
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, delta: 2 } } },
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, target: [["x"]] } } },
    { type: "choose", choices: { ...choices, settings: { ...defaultSettings, parallel: { eigenvalues: "pca" } } } },
    { type: "choose", choices: { ...choices, tables: { decimals: 9 } } },
    { type: "figure", figure: "other", svg: "<?xml?><svg>", words: "" },
    { type: "follow", what: "everything" },
    { type: "scores", method: "sum" },
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
