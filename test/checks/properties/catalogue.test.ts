import { describe, expect, it } from "vitest";
import { boundRules } from "../../../src/checks/bound-rules";
import { checks } from "../../../src/checks/catalogue";
import { properties } from "./catalogue";
import { styles } from "./styles/index";

describe("every rule of the catalogue", () => {
  const tried = new Set(properties.map((p) => p.rule));

  it.each(checks.map((check) => [check.id, check] as const))("%s has a property, and three flagged and three clean examples", (id, { examples }) => {
    expect(tried.has(id)).toBe(true);
    expect(examples.flagged.length).toBeGreaterThanOrEqual(3);
    expect(examples.clean.length).toBeGreaterThanOrEqual(3);
  });

  // their properties: test/checks/bound-examples.test.ts and test/study/refresh.test.ts
  it.each(boundRules.map((rule) => [rule.id, rule] as const))("%s, which needs a study, has three flagged and three clean examples", (_, { examples }) => {
    expect(examples.flagged.length).toBeGreaterThanOrEqual(3);
    expect(examples.clean.length).toBeGreaterThanOrEqual(3);
  });

  it("is tried in at least eight styles, and no property is of an unknown rule", () => {
    expect(styles.length).toBeGreaterThanOrEqual(8);
    const known = new Set(checks.map((check) => check.id));
    expect([...tried].filter((id) => !known.has(id))).toEqual([]);
  });
});
