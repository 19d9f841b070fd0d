import { describe, expect, it } from "vitest";
import { recognised } from "./recognised";

const alphas = (text: string) => recognised("alpha", text).map((a) => [a.reported.text, a.role, a.scale]);

describe("Cronbach's α in sentences", () => {
  it.each([
    ["Cronbach's alpha coefficient was 0.973, indicating high reliability.", [["0.973", "value", undefined]]],
    [
      "Cronbach's alpha ranged from .53 (Matrix reasoning) to .76 (Spatial rotation).",
      [
        [".53", "minimum", "Matrix reasoning"],
        [".76", "maximum", "Spatial rotation"],
      ],
    ],
    [
      "Internal consistency was estimated with Cronbach's alpha. The coefficients lay between .533 for Matrix reasoning and 1.060 for Spatial rotation.",
      [
        [".533", "minimum", "Matrix reasoning"],
        ["1.060", "maximum", "Spatial rotation"],
      ],
    ],
    [
      "Cronbachs Alpha der vier Skalen betrug 0,82; 0,78; 0,79 und 0,76.",
      [
        ["0,82", "value", undefined],
        ["0,78", "value", undefined],
        ["0,79", "value", undefined],
        ["0,76", "value", undefined],
      ],
    ],
    [
      "Cronbach's alpha was .70 for Planning and .60 for Openness.",
      [
        [".70", "value", "Planning"],
        [".60", "value", "Openness"],
      ],
    ],
    ["The scale had good reliability (Planning, Cronbach's α = .87).", [[".87", "value", undefined]]],
    [
      "El alfa de Cronbach osciló entre 0,76 (Revisar) y 0,82 (Planear).",
      [
        ["0,76", "minimum", "Revisar"],
        ["0,82", "maximum", "Planear"],
      ],
    ],
    ["Reliability was good. The significance level was α = .05.", []],
    ["Reliability should be above a Cronbach's alpha of .70.", []],
    ["Reliability was checked. Krippendorff's alpha was .81.", []],
    ["The learning rate was α = .30.", []],
  ])("%s", (text, expected) => expect(alphas(text)).toEqual(expected));
});

describe("tables of reliability", () => {
  it("α, standardized α and mean correlation, a scale a row", () => {
    const source =
      "| Scale | Items | α | Standardized α | Mean inter-item *r* |\n|---|---|---|---|---|\n| Planning | 4 | .65 | .66 | .32 |\n| Revising | 5 | .67 | .68 | .30 |";
    expect(recognised("alpha", source).map((a) => [a.scale, a.reported.text, a.standardized])).toEqual([
      ["Planning", ".65", false],
      ["Planning", ".66", true],
      ["Revising", ".67", false],
      ["Revising", ".68", true],
    ]);
    expect(recognised("inter-item", source).map((r) => r.reported.text)).toEqual([".32", ".30"]);
    expect(recognised("component-items", source).map((k) => k.reported.value)).toEqual([4, 5]);
  });

  it("α if item deleted is not the scale's", () => {
    const source = "| Item | Item–rest *r* | α if item deleted |\n|---|---|---|\n| Q1 | .45 | .81 |\n| Q2 | .51 | .79 |";
    expect(recognised("alpha", source).map((a) => a.role)).toEqual(["if-deleted", "if-deleted"]);
  });

  it("a row of α under the loadings", () => {
    const source =
      "Factor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .71 | .10 |\n| b | .62 | .11 |\n| c | .02 | .66 |\n| d | .03 | .59 |\n| Cronbach's α | .74 | .70 |";
    expect(alphas(source)).toEqual([
      [".74", "value", "F1"],
      [".70", "value", "F2"],
    ]);
    expect(recognised("loading", source)).toHaveLength(8);
  });
});
