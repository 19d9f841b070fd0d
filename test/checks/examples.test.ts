import { describe, expect, it } from "vitest";
import { checks } from "../../src/checks/catalogue";
import type { Check, Finding } from "../../src/checks/check";
import { runChecks, withSuppressions } from "../../src/checks/run";
import { recognise } from "../../src/claims/recognise";
import { readManuscript } from "../../src/manuscript/read";
import { unmark } from "./unmark";

function findings(check: Check, source: string): Finding[] {
  const claims = recognise(readManuscript(source, "example.md"));
  const rules = check.id.startsWith("suppression-") ? checks : [check];
  const outcomes = runChecks(rules, claims, { alpha: 0.05 });
  const shown = check.id.startsWith("suppression-") ? withSuppressions(outcomes, claims) : outcomes;
  return shown.filter((o) => o.outcome !== "finding" || o.rule === check.id).filter((o): o is Finding => o.outcome === "finding");
}

describe.each(checks.map((check) => [check.id, check] as const))("the examples of %s", (_, check) => {
  it("are at least three of each", () => {
    expect(check.examples.flagged.length).toBeGreaterThanOrEqual(3);
    expect(check.examples.clean.length).toBeGreaterThanOrEqual(3);
  });

  it.each(check.examples.flagged.map((example) => [example]))("flagged: %s", (example) => {
    const { source, marked } = unmark(example);
    const found = findings(check, source);
    for (const mark of marked) {
      expect(
        found.some((f) => f.range.start < mark.end && mark.start < f.range.end),
        `${source.slice(mark.start, mark.end)} in ${JSON.stringify(found.map((f) => f.message))}`,
      ).toBe(true);
    }
    expect(
      found
        .filter((f) => !marked.some((mark) => f.range.start < mark.end && mark.start < f.range.end))
        .filter((f) => f.severity !== "information")
        .map((f) => f.message),
    ).toEqual([]);
  });

  it.each(check.examples.clean.map((example) => [example]))("clean: %s", (example) => {
    expect(findings(check, unmark(example).source).map((f) => f.message)).toEqual([]);
  });
});
