import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import type { StatisticResult } from "../../src/checks/result";
import { shared } from "../shared";
import { explained } from "./statcheck-differences";

interface Expected {
  readonly type: string | unknown[];
  readonly df1: number | null;
  readonly df2: number | null;
  readonly comparison: string;
  readonly value: number;
  readonly p_comparison: string;
  readonly reported_p: number | null;
  readonly computed_p: number;
  readonly error: boolean;
  readonly decision_error: boolean;
}
interface Case {
  readonly text: string;
  readonly args: { readonly alpha?: number };
  readonly expected: readonly Expected[];
}

const kinds = ["t", "F", "chi-square", "z", "r", "Q"];
const kindOf = (type: string) => (type === "Chi2" ? "chi-square" : type === "Z" ? "z" : type.startsWith("Q") ? "Q" : type);

function read(text: string, path: string, alpha?: number): { tests: StatisticResult[]; decision: boolean } {
  const result = checkManuscript(text, { path, alpha });
  return {
    tests: result.statistics.filter((s) => kinds.includes(s.kind) && s.values.pComparison !== undefined),
    decision: result.findings.some((f) => f.rule === "p-decision"),
  };
}

/** In what our reading of a case departs from statcheck's, in a few words; empty where it does not. */
function differences(c: Case): string[] {
  const expected = c.expected.filter((e) => typeof e.type === "string");
  const { tests, decision } = read(c.text, "case.txt", c.args.alpha);
  const out: string[] = [];
  for (let i = 0; i < Math.max(expected.length, tests.length); i++) {
    const [e, s] = [expected[i], tests[i]];
    if (!s) out.push("not read");
    else if (!e) out.push("read here only");
    else {
      const df = s.kind === "F" ? [s.values.df1, s.values.df2] : [s.values.df];
      const edf = e.type === "F" ? [e.df1, e.df2] : [e.df1 ?? e.df2 ?? undefined];
      const same =
        kindOf(e.type as string) === s.kind && df.every((d, k) => d === edf[k]) && Math.abs((s.values.statistic as number) - e.value) < 1e-9 && (s.values.statisticComparison ?? "=") === e.comparison &&
        s.values.pComparison === e.p_comparison && (e.reported_p === null || Math.abs((s.values.p as number) - e.reported_p) < 1e-9); // prettier-ignore
      if (!same) out.push("read otherwise");
      if (Math.abs((s.computed.p as number) - e.computed_p) > 1e-6) out.push("other p");
      if ((s.verdict === "inconsistent") !== e.error) out.push("other verdict");
      if (decision !== expected.some((x) => x.decision_error)) out.push("other decision");
    }
  }
  return out;
}

describe.skipIf(!shared)("statcheck's cases", () => {
  const cases: Case[] = shared ? readFileSync(`${shared}/cases/test-statistics.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line) as Case) : []; // prettier-ignore

  it("are read and judged as statcheck does, save for the differences listed with their reasons", () => {
    const found = cases.flatMap((c) => {
      const d = differences(c);
      return d.length > 0 ? [`${c.text.trim().replace(/\s+/g, " ")} → ${d.join(", ")}`] : [];
    });
    const unexplained = found.filter((f) => !explained.some(({ pattern, differs }) => pattern.test(f.split(" → ")[0]) && f.split(" → ")[1] === differs));
    expect(unexplained).toEqual([]);
    expect(cases.length - found.length).toBeGreaterThanOrEqual(135);
  });

  /** The same result in other dress: emphasis, maths, brackets, Unicode spaces and signs. */
  const dresses: readonly (readonly [string, (text: string) => string])[] = [
    ["Markdown emphasis", (t) => t.replace(/\b([tFrzQp])(?=[\s(=<>])/g, "*$1*")],
    ["bold", (t) => t.replace(/\b([tFrzQ])(?=[\s(=<>])/g, "**$1**").replace(/\bp(?=[\s=<>])/g, "*p*")],
    ["LaTeX maths, whole", (t) => `$${t.trim().replace(/χ2?/g, "\\chi^2").replace(/</g, "\\lt ").replace(/>/g, "\\gt ")}$`],
    ["LaTeX maths, piecewise", (t) => t.replace(/\b([tFrzQ])(?=\()/g, "$$$1$$").replace(/\bp ([=<>]) ?(\.\d+|0\.\d+)/g, "$$p $1 $2$$")],
    ["HTML", (t) => t.replace(/</g, "&lt;").replace(/\b([tFrzQp])(?=[\s(=&>])/g, "<i>$1</i>")],
    ["thin spaces", (t) => t.replace(/ ([=<>]) /g, "\u2009$1\u2009")],
    ["square brackets and semicolons", (t) => `[${t.replace(/\), /g, ") ").replace(/, p/g, "; p")}]`],
    ["in a sentence", (t) => `As predicted, the groups differed (${t.trim()}), which is discussed below.`],
  ];
  const plain = cases.filter((c) => c.text.length < 60 && /^\s?[tFrzQ]\s?\(\d+(?:, ?\d+)?\) ?[=<>] ?-?\d*\.\d+, ?p ?[=<>] ?0?\.\d+$/.test(c.text.trimEnd()));

  it.each(dresses)("have the same verdict in %s", (_, dress) => {
    expect(plain.length).toBeGreaterThan(60);
    const changed = plain.flatMap((c) => {
      const [bare, dressed] = [c.text, dress(c.text)].map((t) => read(t, t === c.text ? "case.txt" : "case.md", c.args.alpha));
      const key = (r: typeof bare) => JSON.stringify([r.tests.map((s) => [s.kind, s.verdict, s.values, s.computed.p]), r.decision]);
      return key(bare) === key(dressed) ? [] : [`${dress(c.text)}: ${key(dressed)} instead of ${key(bare)}`];
    });
    expect(changed).toEqual([]);
  });
});
