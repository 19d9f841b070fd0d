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
    expect(cases.length - found.length).toBeGreaterThanOrEqual(131);
  });

  /** A symbol before its degrees of freedom or its value, which authors emphasise. */
  const symbol = /(?<![\p{L}\p{N}*_$\\{])([tFrRzZQ]|[np])(?=\s?[(=<>≤≥_])/gu;
  const inTags = /(?<![\p{L}\p{N}&;*])([tFrRzZQ]|[np])(?=\s?(?:[(=≤≥_]|&[lg]t;))/gu;
  const number = /([=<>] ?)([-−–]?\d*\.\d+)(?![\d.%eE])/g;
  const html = (t: string) => t.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const latex = (t: string) => t.replace(/[%&#_]/g, "\\$&").replace(/χ ?[²2]?/g, (chi) => (/[²2]/.test(chi) ? "$\\chi^2$" : "$\\chi$"));
  const minus = (t: string) => t.replace(/[−–]/, "-");

  /** The same texts in other dress: emphasis, maths, entities, Unicode spaces and signs, and a sentence around. */
  const dresses: readonly (readonly [string, string, (text: string) => string])[] = [
    ["Markdown's stars", "md", (t) => t.replace(symbol, "*$1*")],
    ["Markdown's underscores", "md", (t) => t.replace(symbol, "_$1_")],
    ["bold", "md", (t) => t.replace(symbol, "**$1**")],
    ["symbols in maths", "md", (t) => t.replace(symbol, "$$$1$$").replace(/χ ?[²2]/g, "$\\chi^2$")],
    ["numbers in maths", "md", (t) => t.replace(number, (_, sign, n) => `${sign}$${minus(n)}$`)],
    ["LaTeX emphasis", "tex", (t) => latex(t).replace(symbol, "\\textit{$1}")],
    ["LaTeX maths", "tex", (t) => latex(t).replace(number, (_, sign, n) => `$${sign}${minus(n)}$`)],
    ["HTML tags", "html", (t) => `<p>${html(t).replace(inTags, "<em>$1</em>")}</p>`],
    ["HTML entities", "html", (t) => `<p>${html(t).replace(/−/g, "&minus;").replace(/χ/g, "&chi;").replace(/²/g, "<sup>2</sup>").replace(/ =/g, "&nbsp;=").replace(/=/g, "&#61;")}</p>`], // prettier-ignore
    ["no-break spaces", "md", (t) => t.replace(/(\S) (?=\S)/g, "$1\u00a0")],
    ["thin spaces", "txt", (t) => t.replace(/ ?([=<>]) ?(?=[-−.\d])/g, "\u2009$1\u2009")],
    ["the true minus", "txt", (t) => t.replace(/([=<>(] ?)-(?=[.\d])/g, "$1\u2212")],
    ["a dash for a minus", "md", (t) => t.replace(/([=<>(] ?)[-−](?=[.\d])/g, "$1–")],
    ["broken lines", "txt", (t) => t.replace(/, (?=p)/g, ",\n").replace(/ = (?=\d)/, " =\n")],
  ];

  it.each(dresses)("have the same verdict in %s", (_, format, dress) => {
    expect(cases.length).toBe(190);
    const changed = cases.flatMap((c) => {
      const bare = read(c.text, "case.txt", c.args.alpha);
      const dressed = read(dress(c.text), `case.${format}`, c.args.alpha);
      const key = (r: typeof bare) => JSON.stringify([r.tests.map((s) => [s.kind, s.verdict, s.values, s.computed.p]), r.decision]);
      return key(bare) === key(dressed) ? [] : [`${dress(c.text)}: ${key(dressed)} instead of ${key(bare)}`];
    });
    expect(changed).toEqual([]);
  });

  const plain = cases.filter((c) => c.text.length < 60 && /^\s?[tFrzQ]\s?\(\d+(?:, ?\d+)?\) ?[=<>] ?-?\d*\.\d+, ?p ?[=<>] ?0?\.\d+$/.test(c.text.trimEnd()));
  const around: readonly (readonly [string, (text: string) => string])[] = [
    ["maths as a whole", (t) => `$${t.trim().replace(/</g, "\\lt ").replace(/>/g, "\\gt ")}$`],
    ["square brackets and semicolons", (t) => `[${t.replace(/\), /g, ") ").replace(/, p/g, "; p")}]`],
    ["a sentence", (t) => `As predicted, the groups differed (${t.trim()}), which is discussed below.`],
  ];

  it.each(around)("have the same verdict in %s", (_, dress) => {
    expect(plain.length).toBeGreaterThan(60);
    const changed = plain.filter((c) => {
      const [bare, dressed] = [read(c.text, "case.txt", c.args.alpha), read(dress(c.text), "case.md", c.args.alpha)];
      const key = (r: typeof bare) => JSON.stringify([r.tests.map((s) => [s.kind, s.verdict, s.values, s.computed.p]), r.decision]);
      return key(bare) !== key(dressed);
    });
    expect(changed.map((c) => dress(c.text))).toEqual([]);
  });
});
