import { describe, expect, it } from "vitest";
import { calculations } from "../../src/extension/work/calculators";
import { type Surveys } from "../../src/extension/work/surveys";
import { readSurvey } from "../../src/survey/read";
import { calculatorState, fromCalculator, toCalculator } from "../../src/webview/parts/calculator-messages";

const withFile = (text: string) =>
  calculations({ plain: async ({ name }: { name: string }) => readSurvey(new TextEncoder().encode(text), { name }) } as unknown as Surveys);
const file = { uri: "file:///p/ratings.csv", name: "ratings.csv" };
const cells = ({ tables }: { tables: readonly { rows: readonly { cells: readonly { text: string }[] }[] }[] }, t = 0) =>
  tables[t].rows.map((row) => row.cells.map(({ text }) => text));

describe("sample size", () => {
  const plan = (values: Record<string, string>) => withFile("")["sample-size"]({ values });

  it("follows the three formulas, and shares out to strata as they are written", async () => {
    const found = await plan({ population: "1 200", margin: "0,05", p: ".5", z: "", strata: "" });
    expect(cells(found).map(([name, , sample]) => [name, sample])).toEqual([
      ["Krejcie & Morgan (1970)", "291"],
      ["Yamane (1967)", "300"],
      ["Cochran (1977)", "292"],
    ]);
    expect(found.verdict).toBe("291 to 300 people, by the formula");
    const shared = await plan({ strata: "First year = 700\nSecond year: 500" });
    expect(cells(shared, 1).at(-1)![1]).toBe("1,200");
  });

  it.each([
    [{ population: "many" }, "The population cannot be"],
    [{ strata: "First year" }, "is no stratum"],
    [{ population: "1000", margin: "7" }, ""],
  ])("refuses %j in a sentence", async (values, sentence) => {
    await expect(plan(values)).rejects.toMatchObject({ code: expect.any(String), message: expect.stringContaining(sentence) });
  });
});

it("content validity follows the fields", async () => {
  const calculate = withFile("item,E1,E2,E3\nQ1,4,3,4\nQ2,2,4,1\nQ3,3,3,4\n")["content-validity"];
  const found = await calculate({ values: { low: "1", high: "4", relevantFrom: "", itemsIn: "" }, file });
  expect(found.verdict).toBe("3 items, 3 experts, rated from 1 to 4");
  expect(cells(found)[0][1]).toBe("3/3");
  await expect(calculate({ values: { low: "4", high: "1" }, file })).rejects.toMatchObject({ code: "bad-scale" });
});

it("agreement of raters takes the columns named, or all", async () => {
  const { icc } = withFile("R1,R2,R3\n9,2,5\n6,1,3\n8,4,6\n7,1,2\n10,5,6\n6,2,4\n");
  expect((await icc({ values: { raters: "" }, file })).verdict).toBe("6 of 6 rows rated by 3 raters: R1, R2, R3");
  expect((await icc({ values: { raters: "R1, R3" }, file })).verdict).toContain("2 raters");
});

describe("messages of the calculations", () => {
  it("pass, or are refused", () => {
    expect(fromCalculator({ type: "values", values: { population: "1200" } })).toBeDefined();
    expect(fromCalculator({ type: "values", values: { population: 1200 } })).toBeUndefined();
    expect(fromCalculator({ type: "copy", table: "icc", format: "exe" })).toBeUndefined();
    expect(toCalculator({ type: "form", title: "Sample size", lead: "", fields: [] })).toBeDefined();
    expect(toCalculator({ type: "calculated", result: {} })).toBeUndefined();
    expect(calculatorState({ uri: "scree-calculator:/icc", values: [] })).toEqual({ uri: "scree-calculator:/icc", values: {} });
    expect(calculatorState({})).toBeUndefined();
  });
});
