import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allRules } from "../../src/checks/rule-ids";
import { readStudy } from "../../src/study/read-study";
import { type Schema, studySchema } from "../../src/study/schema";
import { studyCompletions } from "../../src/study/study-completions";

const schema = studySchema(allRules.map(({ id }) => id));
const columns = ["Q1", "Q2", "Age"].map((name) => ({ name, numeric: true }));
/** `|` is the cursor. */
const offered = (text: string) => studyCompletions(text.replace("|", ""), text.indexOf("|"), schema, columns).map(({ label }) => label);

describe("studyCompletions", () => {
  test("keys of the study, without those that it has", () => {
    const keys = offered("data: a.csv\nit|\nscales:\n  A: Q1\n");
    expect(keys).toEqual(expect.arrayContaining(["items", "analyses", "checks", "missing-codes"]));
    expect(keys).not.toContain("data");
    expect(keys).not.toContain("scales");
    expect(keys).not.toContain("A");
  });

  test.each([
    ["analyses:\n  main:\n    ro|", ["rotation", "extraction", "target"]],
    ["analyses:\n  main: { extraction: paf, | }", ["rotation", "factors"]],
    ["analyses:\n  main: {\n    extraction: paf,\n    |", ["rotation", "factors"]],
    ["analyses:\n  main: { rotation: v| }", ["varimax", "promax"]],
    ["analyses:\n  main:\n    rotation: |\n", ["varimax", "geomin"]],
    ["analyses:\n  main:\n    factors: ", ["parallel", "map"]],
    ["checks:\n  p|", ["p-value", "grim", "unsupported-value"]],
    ["checks: { p-value: |", ["error", "off"]],
    ["reverse: [Q1, |]", ["Q2", "Age"]],
    ["reverse:\n  - |\n", ["Q1", "Q2"]],
    ["items: |", ["Q1"]],
    ["scales:\n  Staff: [|", ["Q1"]],
    ["analyses:\n  main:\n    items: |", ["Q1"]],
    ["columns:\n  |", ["Q1", "Age"]],
    ["columns: { Age: |", ["group", "identifier"]],
    ["careless: { l|", ["longstring", "reasons"]],
    ["exclude: |", ["careless"]],
    ["# a note: with colon\ndata: a.csv\n\nanalyses:\n  # what { we do\n  main:\n    extraction: paf\n    |", ["rotation"]],
  ])("%j", (text, expected) => {
    expect(offered(text.includes("|") ? text : `${text}|`)).toEqual(expect.arrayContaining(expected));
  });

  test("not twice what a map has, and nothing where anything may stand", () => {
    expect(offered("analyses:\n  main: { extraction: paf, | }")).not.toContain("extraction");
    expect(offered("analyses:\n  main:\n    |\n    rotation: promax\n")).not.toContain("rotation");
    expect(offered("analyses:\n  |")).toEqual([]);
    expect(offered("sheet: |")).toEqual([]);
  });

  test("of any text at any place: an answer", () => {
    const piece = fc.constantFrom("a", ": ", "{", "}", "[", "]", "\n", "  ", "- ", '"', "'", "#", ",", "analyses", "main", "\t", "é");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(60), (parts, at) => {
        const text = parts.join("");
        expect(Array.isArray(studyCompletions(text, Math.min(at, text.length), schema, columns))).toBe(true);
      }),
    );
  });
});

describe("studySchema", () => {
  test("names what the reader knows, and nothing else", () => {
    const keys = (text: string): string[] => {
      try {
        readStudy(text, "scree.yaml");
      } catch (error) {
        const known = /Known are (.*)\./.exec((error as { hint?: string }).hint ?? "");
        return known![1].split(", ").sort();
      }
      throw new Error("the reader takes any key");
    };
    const properties = (one: Schema) => Object.keys(one.properties!).sort();
    expect(properties(schema)).toEqual(keys("data: a\nxxxxxxxxxxxxxxxx: 1\n"));
    expect(properties(schema.properties!.analyses.additionalProperties as Schema)).toEqual(keys("data: a\nanalyses: { main: { xxxxxxxxxxxxxxxx: 1 } }\n"));
    expect(properties(schema.properties!.careless.anyOf![1])).toEqual(keys("data: a\ncareless: { xxxxxxxxxxxxxxxx: 1 }\n"));
    expect(properties(schema.properties!.exclude.anyOf![2])).toEqual(keys("data: a\nexclude: { xxxxxxxxxxxxxxxx: 1 }\n"));
  });

  test("every value that it names is read", () => {
    const analysis = (schema.properties!.analyses.additionalProperties as Schema).properties!;
    for (const [key, { enum: values }] of Object.entries(analysis))
      for (const value of values ?? []) expect(() => readStudy(`data: a\nanalyses: { main: { ${key}: ${value} } }\n`, "scree.yaml")).not.toThrow();
  });
});
