import { describe, expect, it } from "vitest";
import { asCutOff } from "../../src/checks/cut-off";
import { checkManuscript } from "../../src/checks/run";
import { recognise } from "../../src/claims/recognise";
import { readManuscript } from "../../src/manuscript/read";

const findings = (source: string) => checkManuscript(source, { path: "a.md" }).findings.map((f) => `${f.severity} ${f.rule}`);

/** h² of loadings .768 and .139 is .609; cut off, the row reads .76, .13, .60. */
const communalities = (last: string) =>
  `Principal component analysis with varimax rotation.\n\n**Table 1.** Component loadings\n\n| Item | F1 | F2 | h² |\n|---|---|---|---|\n| a | .76 | .10 | .59 |\n| b | .05 | .81 | .66 |\n| c | .11 | .54 | .30 |\n| d | .76 | .13 | ${last} |`;

describe("digits that were cut off instead of rounded", () => {
  it("are no error but a hint, which says so", () => {
    const source = communalities(".61");
    const [f] = checkManuscript(source, { path: "a.md" }).findings;
    expect([f.severity, f.rule]).toEqual(["information", "communality"]);
    expect(f.detail).toContain("Digits that were cut off instead of rounded would explain it.");
  });

  it("explain nothing in the other direction, nor more than a unit", () => {
    expect(findings(communalities(".59"))).toEqual([]);
    expect(findings(communalities(".57"))).toEqual(["error communality"]);
    expect(findings(communalities(".64"))).toEqual(["error communality"]);
  });

  it("do not make a verdict inconsistent", () => {
    const { statistics } = checkManuscript(communalities(".61"), { path: "a.md" });
    expect(statistics.filter((s) => s.verdict === "inconsistent")).toEqual([]);
  });

  it("do not explain a p value away: the message offers it", () => {
    const { findings } = checkManuscript("The groups differed, *t*(28) = 2.20, *p* = .03.", { path: "a.md" });
    expect(findings.map((f) => [f.severity, f.rule])).toEqual([["warning", "p-value"]]);
    expect(`${findings[0].message} ${findings[0].detail}`).toContain("cut off");
  });

  it("leave counts and the document itself as they are", () => {
    const claims = recognise(readManuscript("A total of 320 students (117 men and 203 women) took part. Cronbach's alpha was .84.", "a.md"));
    const second = asCutOff(claims);
    expect(second.all.map((c) => c.place)).toEqual(claims.all.map((c) => c.place));
    expect(second.of("subgroups")).toEqual(claims.of("subgroups"));
    expect(second.of("alpha")[0].reported.interval.high).toBeCloseTo(0.85, 10);
    expect(claims.of("alpha")[0].reported.interval.high).toBeCloseTo(0.845, 10);
  });
});
