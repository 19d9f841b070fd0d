import { describe, expect, test } from "vitest";
import { boundKeys, boundValue, slug } from "../../src/study/bound-keys";
import { numberBefore, printLike } from "../../src/study/bound-values";
import { fixture } from "../tables/fixture";

describe("the number before a marker", () => {
  test.each([
    ["α was .81", ".81"],
    ["N = 1,248", "1,248"],
    ["χ² = 4028.11", "4028.11"],
    ["r = −.52", "−.52"],
    ["r = -0.52", "-0.52"],
    ["p < .001", "< .001"],
    ["p <.001", "<.001"],
    ["explain 56.3%", "56.3"],
    ["explain 56.3 %", "56.3"],
    ["**.81**", ".81"],
    ["*.81*", ".81"],
    ["($.81$)", ".81"],
    ["suggested four", "four"],
    ["Four", "Four"],
    ["from 5–7", "7"],
    ["pages 5-7", "7"],
    ["version 1.2.3", "2.3"],
  ])("%j → %j", (text, number) => {
    const found = numberBefore(`${text}<!-- -->`, text.length)!;
    expect(found.text).toBe(number);
    expect(text.slice(found.range.start, found.range.end)).toBe(number);
  });

  test.each(["", "α was", "heretofour", "—"])("%j has none", (text) => {
    expect(numberBefore(text, text.length)).toBeUndefined();
  });
});

describe("a value takes on the dress of the number that it replaces", () => {
  test.each([
    [".80", 0.8142, "proportion", ".81"],
    ["0.80", 0.8142, "proportion", "0.81"],
    [".805", 0.8142, "proportion", ".814"],
    ["−.4", -0.52, "proportion", "−.5"],
    ["-.40", -0.52, "proportion", "-.52"],
    [".40", -0.52, "proportion", "−.52"],
    ["1.00", 0.81, "proportion", ".81"],
    [".99", 1.04, "proportion", "1.04"],
    ["2120.7", 4028.11, "quantity", "4028.1"],
    ["2,120.7", 4028.11, "quantity", "4,028.1"],
    ["308", 1250, "count", "1,250"],
    ["3080", 1250, "count", "1250"],
    ["56", 49.7, "percent", "50"],
    ["< .001", 0.0431, "probability", ".043"],
    ["= .043", 0.0001, "probability", "< .001"],
    ["< .001", 1e-9, "probability", "< .001"],
    ["< .05", 0.0001, "probability", "< .05"],
    ["< .05", 0.07, "probability", ".07"],
    ["0.043", 0.0001, "probability", "< 0.001"],
    ["four", 5, "count", "five"],
    ["Four", 12, "count", "Twelve"],
    ["four", 13, "count", "13"],
  ] as const)("%j and %d: %s", (printed, value, kind, text) => {
    expect(printLike(printed, { value, kind })).toBe(text);
  });

  test("what cannot be computed is a dash", () => expect(printLike(".81", { value: null, kind: "proportion" })).toBe("—"));
});

describe("keys", () => {
  const value = (key: string) => boundValue(fixture(), key).value;
  test("of the sample, the scales, the items, the factors", () => {
    expect([value("n"), value("rows"), value("left-out"), value("items"), value("items.first"), value("factors")]).toEqual([308, 320, 12, 4, 2, 2]);
    expect([value("alpha.first"), value("alpha"), value("alpha-low.first"), value("inter-item.first"), value("mean.first"), value("mean.Q1")]).toEqual([
      0.8142, 0.8142, 0.7904, 0.4274, 3.752, 3.5,
    ]);
    expect([value("kmo"), value("bartlett.df"), value("msa.q2"), value("eigenvalue.2"), value("variance.1"), value("variance-total")]).toEqual([
      0.864, 6, 0.87, 1.2, 52.5, 82.5,
    ]);
    expect([value("loading.Q1.F2"), value("loading.Q1.2"), value("communality.Q4"), value("item-rest.Q1"), value("phi.F1.F2")]).toEqual([
      0.704, 0.704, 0.535, 0.59, 0,
    ]);
  });

  test("an item's name may hold dots", () => {
    const base = fixture();
    const renamed = { ...base, sample: { ...base.sample, items: ["rotate.4", "Q2", "Q3", "Q4"] } };
    expect(boundValue(renamed, "loading.rotate.4.F2").value).toBe(0.704);
  });

  test("every key that is offered has a value", () => {
    const keys = boundKeys(fixture());
    expect(keys).toContain("alpha.first");
    for (const key of keys) expect(() => boundValue(fixture(), key), key).not.toThrow();
  });

  test.each([
    ["alfa.first", "alpha.first"],
    ["kno", "kmo"],
    ["eigenvalue.9", "eigenvalue.1"],
  ])("%s is refused, %s is offered", (key, near) => {
    expect(() => boundValue(fixture(), key)).toThrow(expect.objectContaining({ code: "unknown-value", hint: `Did you mean "${near}"?` }));
  });

  test.each(["toString.x", "__proto__", "constructor", "", "alpha.first.x", "loading.Q1", "n.n"])("%j is no key", (key) => {
    expect(() => boundValue(fixture(), key)).toThrow(expect.objectContaining({ code: "unknown-value" }));
  });

  test("slugs", () => expect(slug(" Product  Quality ")).toBe("product-quality"));
});
