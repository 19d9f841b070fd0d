import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

/** Results that are true by construction, printed in many ways: none may give a finding, and each must after one figure is changed beyond rounding. */
const found = (source: string, path: string): string[] =>
  checkManuscript(source, { path })
    .findings.filter((f) => f.severity !== "information" && !/^(?:table-reference|citation|heading)$/.test(f.rule))
    .map((f) => `${f.rule}: ${f.message}`);

type Row = readonly string[];
interface Surface {
  readonly name: string;
  readonly path: string;
  readonly number: (value: number, decimals: number) => string;
  readonly table: (title: string, header: Row, rows: readonly Row[]) => string;
  readonly prose: (text: string) => string;
}

const plain = (value: number, decimals: number): string => value.toFixed(decimals);
const apa = (value: number, decimals: number): string =>
  value
    .toFixed(decimals)
    .replace(/^(-?)0\./, "$1.")
    .replace("-", "−");
const comma = (value: number, decimals: number): string => value.toFixed(decimals).replace(".", ",");
const pipe = (header: Row, rows: readonly Row[]): string => [header, header.map(() => "---:"), ...rows].map((r) => `| ${r.join(" | ")} |`).join("\n");
const html = (header: Row, rows: readonly Row[]): string =>
  `<table><thead><tr>${header.map((h) => `<th>${h}</th>`).join("")}</tr></thead><tbody>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join("")}</tr>`).join("")}</tbody></table>`;

function grid(header: Row, rows: readonly Row[]): string {
  const widths = header.map((_, c) => Math.max(...[header, ...rows].map((r) => r[c].length)));
  const rule = (sign: string) => `+${widths.map((w) => sign.repeat(w + 2)).join("+")}+`;
  const line = (r: Row) => `|${r.map((c, i) => ` ${c.padEnd(widths[i])} `).join("|")}|`;
  return [rule("-"), line(header), rule("="), ...rows.flatMap((r) => [line(r), rule("-")])].join("\n");
}

const surfaces: readonly Surface[] = [
  { name: "pipe table", path: "a.md", number: plain, table: (t, h, r) => `**Table 1**\n\n*${t}*\n\n${pipe(h, r)}`, prose: (x) => x },
  { name: "APA numbers", path: "a.md", number: apa, table: (t, h, r) => `**Table 1.** ${t}\n\n${pipe(h, r)}`, prose: (x) => x },
  {
    name: "emphasis",
    path: "a.md",
    number: apa,
    table: (t, h, r) =>
      `**Table 1**\n\n*${t}*\n\n${pipe(
        h.map((x) => `**${x}**`),
        r,
      )}`,
    prose: (x) => x.replace(/\bp\b/g, "*p*"),
  },
  { name: "Quarto", path: "a.qmd", number: plain, table: (t, h, r) => `${pipe(h, r)}\n\n: ${t} {#tbl-one}`, prose: (x) => x },
  { name: "grid table", path: "a.md", number: plain, table: (t, h, r) => `${grid(h, r)}\n\n: ${t}`, prose: (x) => x },
  { name: "HTML", path: "a.md", number: plain, table: (t, h, r) => `**Table 1.** ${t}\n\n${html(h, r)}`, prose: (x) => x },
  { name: "tabs", path: "a.txt", number: plain, table: (t, h, r) => `Table 1. ${t}\n${[h, ...r].map((x) => x.join("\t")).join("\n")}`, prose: (x) => x },
  {
    name: "broken lines",
    path: "a.txt",
    number: apa,
    table: (t, h, r) => `Table 1. ${t}\n${[h, ...r].map((x) => x.join("\t")).join("\n")}`,
    prose: (x) => x.replace(/(.{50,70}?) /g, "$1\n"),
  },
  { name: "decimal commas", path: "a.md", number: comma, table: (t, h, r) => `**Table 1.** ${t}\n\n${pipe(h, r)}`, prose: (x) => x },
];

const surface = fc.constantFrom(...surfaces);
const places = fc.integer({ min: 2, max: 3 });
/** Eigenvalues of p items: a random share of p each, descending. */
const spectrum = fc
  .tuple(fc.integer({ min: 8, max: 40 }), fc.array(fc.double({ min: 0.05, max: 0.3, noNaN: true }), { minLength: 2, maxLength: 5 }))
  .map(([p, shares]) => ({
    p,
    eigenvalues: shares
      .map((s) => (s * p) / 1.6)
      .filter((e) => e > 0.6)
      .sort((a, b) => b - a),
  }))
  .filter(({ eigenvalues, p }) => eigenvalues.length >= 2 && eigenvalues.reduce((s, e) => s + e, 0) < 0.95 * p);

interface Variance {
  readonly p: number;
  readonly eigenvalues: readonly number[];
}

function variancePaper(
  { p, eigenvalues }: Variance,
  s: Surface,
  decimals: number,
  change?: { readonly column: 0 | 1 | 2; readonly row: number; readonly factor: number },
): string {
  let sum = 0;
  const rows = eigenvalues.map((e, i) => {
    const percent = (100 * e) / p;
    sum += percent;
    const cells = [e, percent, sum].map((x, c) => (change && change.column === c && change.row === i ? x * change.factor : x));
    return [String(i + 1), ...cells.map((x) => s.number(x, decimals))];
  });
  const first = eigenvalues[0];
  return [
    s.prose(
      `Principal component analysis of the ${p} items was used. Bartlett's test of sphericity was significant, χ²(${(p * (p - 1)) / 2}) = ${s.number(40 * p * p, 2)}, p < ${s.number(0.001, 3)}.`,
    ),
    s.table("Eigenvalues and variance explained", ["Component", "Eigenvalue", "% of variance", "Cumulative %"], rows),
    s.prose(
      `The first component (eigenvalue ${s.number(first, decimals)}) explained ${s.number((100 * first) / p, 1)}% of the variance and the ${eigenvalues.length} components together explained ${s.number(sum, 1)}%.`,
    ),
  ].join("\n\n");
}

describe("generated results in many dresses", () => {
  it("eigenvalues, percentages, totals and Bartlett's test that are true give no finding", () => {
    fc.assert(
      fc.property(spectrum, surface, places, (v, s, decimals) => {
        expect(found(variancePaper(v, s, decimals), s.path), s.name).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("one figure of a table of variance changed beyond rounding gives one", () => {
    fc.assert(
      fc.property(spectrum, surface, places, fc.constantFrom(0, 1, 2), fc.nat(), fc.constantFrom(0.8, 1.25, 1.5), (v, s, decimals, column, row, factor) => {
        const change = { column: column as 0 | 1 | 2, row: row % v.eigenvalues.length, factor };
        expect(
          found(variancePaper(v, s, decimals, change), s.path).length,
          `${s.name} ${JSON.stringify(change)}\n${variancePaper(v, s, decimals, change)}`,
        ).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  const matrix = fc.array(fc.tuple(fc.double({ min: 0.45, max: 0.85, noNaN: true }), fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.boolean()), {
    minLength: 4,
    maxLength: 12,
  });
  const communalities = (items: readonly (readonly [number, number, boolean])[], s: Surface, decimals: number, wrong?: number) =>
    `${s.prose("Principal component analysis with varimax rotation was used.")}\n\n${s.table(
      "Component loadings after varimax rotation",
      ["Item", "F1", "F2", "h²"],
      items.map(([main, side, swap], i) => [
        `item ${i + 1}`,
        ...(swap ? [side, main] : [main, side]).map((x) => s.number(x, decimals)),
        s.number(Math.min(1, (main ** 2 + side ** 2) * (wrong === i ? 1.2 : 1)), decimals),
      ]),
    )}`;

  it("communalities that are sums of squares give no finding, and one that is not gives one", () => {
    fc.assert(
      fc.property(matrix, surface, places, fc.nat(), (items, s, decimals, at) => {
        expect(found(communalities(items, s, decimals), s.path), s.name).toEqual([]);
        expect(
          found(communalities(items, s, decimals, at % items.length), s.path).some((f) => f.startsWith("communality")),
          s.name,
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  const scales = fc.array(
    fc.tuple(fc.integer({ min: 3, max: 12 }), fc.double({ min: 0.15, max: 0.6, noNaN: true }), fc.double({ min: -0.015, max: 0.015, noNaN: true })),
    { minLength: 2, maxLength: 4 },
  );
  const alphaOf = (k: number, r: number) => (k * r) / (1 + (k - 1) * r);
  const names = ["Planning", "Revising", "Sharing", "Reading"];

  function reliabilityPaper(list: readonly (readonly [number, number, number])[], s: Surface, decimals: number, text: number, table: number): string {
    const alphas = list.map(([k, r, noise]) => alphaOf(k, r) + noise);
    const order = alphas.map((_, i) => i).sort((a, b) => alphas[a] - alphas[b]);
    const [low, high] = [order[0], order[order.length - 1]];
    return [
      s.prose("Internal consistency was estimated with Cronbach's alpha."),
      s.table(
        "Reliability of the scales",
        ["Scale", "Items", "α", "Mean inter-item r"],
        list.map(([k, r], i) => [names[i], String(k), s.number(alphas[i] + (i === 0 ? table : 0), decimals), s.number(r, decimals)]),
      ),
      s.prose(
        `Cronbach's alpha ranged from ${s.number(alphas[low], decimals)} (${names[low]}) to ${s.number(alphas[high] + text, decimals)} (${names[high]}).`,
      ),
    ].join("\n\n");
  }

  it("α with its items and their correlation, in table and text, gives no finding; another α in either place gives one", () => {
    fc.assert(
      fc.property(scales, surface, places, (list, s, decimals) => {
        expect(found(reliabilityPaper(list, s, decimals, 0, 0), s.path), s.name).toEqual([]);
        expect(
          found(reliabilityPaper(list, s, decimals, 0.06, 0), s.path).some((f) => /^alpha-(?:conflict|range)/.test(f)),
          s.name,
        ).toBe(true);
        expect(
          found(reliabilityPaper(list, s, decimals, 0, -0.1), s.path).some((f) => f.startsWith("alpha")),
          s.name,
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  const constructs = fc.array(fc.array(fc.double({ min: 0.5, max: 0.92, noNaN: true }), { minLength: 3, maxLength: 6 }), { minLength: 2, maxLength: 4 });

  function validityPaper(list: readonly (readonly number[])[], s: Surface, decimals: number, cr: number, ave: number): string {
    const rows = list.flatMap((loadings, c) => {
      const common = loadings.reduce((a, b) => a + b, 0) ** 2;
      const squares = loadings.reduce((a, b) => a + b * b, 0);
      const values = [common / (common + loadings.length - squares) + (c === 0 ? cr : 0), squares / loadings.length + (c === 0 ? ave : 0)];
      return loadings.map((l, i) => [
        i === 0 ? names[c] : "",
        `${names[c][0]}${i + 1}`,
        s.number(l, decimals),
        ...(i === 0 ? values.map((x) => s.number(x, decimals)) : ["", ""]),
      ]);
    });
    return s.table("Convergent validity", ["Construct", "Item", "Loading", "CR", "AVE"], rows);
  }

  it("CR and AVE of the loadings beside them give no finding, others give one", () => {
    fc.assert(
      fc.property(constructs, surface, places, (list, s, decimals) => {
        expect(found(validityPaper(list, s, decimals, 0, 0), s.path), s.name).toEqual([]);
        expect(
          found(validityPaper(list, s, decimals, -0.06, 0), s.path).some((f) => f.startsWith("composite-reliability")),
          s.name,
        ).toBe(true);
        expect(
          found(validityPaper(list, s, decimals, 0, 0.06), s.path).some((f) => f.startsWith("average-variance-extracted")),
          s.name,
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
