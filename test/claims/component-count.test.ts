import { describe, expect, it } from "vitest";
import { recognised } from "./recognised";

const counts = (text: string) => recognised("component-count", `Factor analysis was used. ${text}`).map((c) => [c.count, c.basis]);
const names = (text: string) => recognised("component-names", `Factor analysis was used. ${text}`).map((c) => c.names);

describe("how many components a sentence says were found", () => {
  it.each([
    ["Four correlated factors were found.", [[4, "found"]]],
    ["Data analysis revealed five key components.", [[5, "found"]]],
    ["Vier Faktoren wurden extrahiert.", [[4, "found"]]],
    ["Se identificaron cuatro componentes.", [[4, "found"]]],
    ["A four-factor solution was retained.", [[4, "found"]]],
    ["All four factors were easy to interpret.", [[4, "all"]]],
    ["The four factors together explained 50% of the variance.", [[4, "these"]]],
    ["Parallel analysis suggested four factors.", []],
    ["The eigenvalue-above-one rule would have retained three factors.", []],
    ["Two of the four factors were weak, and the first two factors were strong.", []],
    ["A model with three factors was compared with it.", []],
    ["Three risk factors were found.", []],
    ["Between one and six factors were extracted.", []],
  ])("%s", (text, expected) => expect(counts(text)).toEqual(expected));
});

describe("the components that a sentence lists", () => {
  it.each([
    [
      "Four correlated factors, Spatial rotation, Letter series, Verbal reasoning, and Matrix reasoning, were found.",
      [["Spatial rotation", "Letter series", "Verbal reasoning", "Matrix reasoning"]],
    ],
    ["With three factors (Planning, Writing, and Revising) the structure is clear.", [["Planning", "Writing", "Revising"]]],
    ["Analysis revealed two components, including cultural difference; social environment.", [["cultural difference", "social environment"]]],
    ["Two components were extracted, labelled Planning and Revising.", [["Planning", "Revising"]]],
    ["There are two components which consist of product selection, product quality.", [["product selection", "product quality"]]],
    ["Mit zwei Faktoren (Planen und Prüfen) ist die Struktur klar.", [["Planen", "Prüfen"]]],
    ["Two factors were found, which explained 38.1% of the variance.", []],
  ])("%s", (text, expected) => expect(names(text)).toEqual(expected));
});

describe("the components that a table shows", () => {
  it("columns of loadings, named by the note", () => {
    const source =
      "Factor analysis.\n\n**Table 1.** Pattern matrix\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .71 | |\n| b | .62 | |\n| c | | .66 |\n\n*Note.* F1 = Spatial rotation; F2 = Letter series.";
    expect(recognised("component-names", source).map((c) => c.names)).toEqual([["Spatial rotation", "Letter series"]]);
  });

  it("not the correlations among them", () => {
    const source =
      "Factor analysis.\n\n**Table 1.** Correlations among the factors\n\n| Factor | F1 | F2 | F3 |\n|---|---|---|---|\n| F1 | — | | |\n| F2 | .31 | — | |\n| F3 | .22 | .41 | — |";
    expect(recognised("component-count", source)).toEqual([]);
    expect(recognised("loading", source)).toEqual([]);
  });
});
