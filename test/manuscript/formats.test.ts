import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { headerOf } from "../../src/manuscript/manuscript";
import { readManuscript } from "../../src/manuscript/read";

/** One small paper as three formats have it. */
const paper: Record<string, string> = {
  "a.md": `# Short scales

## Abstract

We asked 308 students.

## Results

The groups differed, *t*(306) = −3.18, *p* = .002, see Table 1. The KMO was .86, *χ*^2^(276) = 2,120.72.

**Table 1.** Reliability

| Scale | *n* | α |
| --- | ---: | ---: |
| Service | 6 | .79 |
| Quality | 6 | .37 |

*Note.* *N* = 308.

- one item

## References

Horn, J. L. (1965). A rationale. *Psychometrika*, *30*(2), 179–185.
`,
  "a.tex": `\\documentclass{article}
\\title{Short scales}
% α = 1.4, N = 77
\\begin{document}
\\maketitle
\\begin{abstract}
We asked 308 students.
\\end{abstract}
\\section{Results}
The groups differed, \\emph{t}(306) = $-3.18$, \\textit{p} = .002, see Table~\\ref{tab:rel}. The KMO was \\num{.86}, $\\chi^2(276) = 2{,}120.72$.

\\begin{table}
\\caption{Reliability}\\label{tab:rel}
\\begin{tabular}{lrr}
\\toprule
Scale & $n$ & $\\alpha$ \\\\
\\midrule
Service & 6 & .79 \\\\
Quality & 6 & .37 \\\\
\\bottomrule
\\end{tabular}

\\textit{Note.} \\textit{N} = 308.
\\end{table}

\\begin{itemize}
\\item one item
\\end{itemize}
\\begin{verbatim}
alpha = 1.3
\\end{verbatim}
\\section*{References}
Horn, J.~L. (1965). A rationale. \\emph{Psychometrika}, \\emph{30}(2), 179--185.
\\end{document}
`,
  "a.html": `<!doctype html><html><head><title>x</title><style>p { N: 1 }</style></head><body><h1>Short scales</h1>
<h2>Abstract</h2><p>We asked 308 students.</p><h2>Results</h2>
<p>The groups differed, <i>t</i>(306) = &minus;3.18, <i>p</i> = .002, see Table 1. The KMO was .86, &chi;<sup>2</sup>(276) = 2,120.72.</p>
<table><caption>Table 1. Reliability</caption><thead><tr><th>Scale</th><th><i>n</i></th><th>&alpha;</th></tr></thead>
<tbody><tr><td>Service</td><td>6</td><td>.79</td></tr><tr><td>Quality</td><td>6</td><td>.37</td></tr></tbody></table>
<p><i>Note.</i> <i>N</i> = 308.</p><ul><li>one item</li></ul><pre>alpha = 1.3</pre>
<h2>References</h2><p>Horn, J. L. (1965). A rationale. <i>Psychometrika</i>, <i>30</i>(2), 179–185.</p></body></html>
`,
};

const gist = (path: string) => {
  const m = readManuscript(paper[path], path);
  return {
    prose: m.blocks.filter((b) => b.kind !== "caption").map((b) => `${b.kind} ${b.section.role}: ${b.text.text}`),
    tables: m.tables.map((t) => [
      t.number,
      t.caption?.text,
      [0, 1, 2].map((c) => headerOf(t, c)),
      t.rows.map((r) => r.cells.map((c) => c.text)),
      t.notes.map((n) => n.text),
    ]),
  };
};

describe("one paper in several formats", () => {
  it.each(["a.tex", "a.html"])("%s says what the Markdown says", (path) => {
    expect(gist(path)).toEqual(gist("a.md"));
  });

  it.each(Object.keys(paper))("%s: every number of the text stands at its place", (path) => {
    const source = paper[path];
    const m = readManuscript(source, path);
    const sentence = m.blocks.flatMap((b) => b.sentences).find((s) => s.text.includes("306"))!;
    const at = sentence.text.indexOf("306");
    expect(source.slice(sentence.mapped.starts[at], sentence.mapped.ends[at + 2])).toBe("306");
    const cell = m.tables[0].rows[1].cells[2];
    expect(source.slice(cell.range.start, cell.range.end)).toBe(".37");
  });

  it("reads broken LaTeX and HTML without throwing", () => {
    const piece = fc.constantFrom(
      "\\begin{table}",
      "\\end{table}",
      "\\begin{tabular}{l",
      "\\end{tabular}",
      "&",
      "\\\\",
      "{",
      "}",
      "$",
      "\\(",
      "\\cite{a",
      "\\section{",
      "%",
      "x = 1",
      "<table>",
      "<tr>",
      "<td colspan=99999>",
      "</p>",
      "<",
      "&#x110000;",
      "\n\n",
      "<!--",
      "\\item",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom("a.tex", "a.html"), (pieces, path) => {
        const source = pieces.join(" ");
        for (const b of readManuscript(source, path).blocks) for (const end of Array.from(b.text.ends)) expect(end).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["braces", "{".repeat(30_000), "a.tex"],
    ["begins", "\\begin{a}".repeat(8_000), "a.tex"],
    ["tables", "\\begin{tabular}{l}a & b \\\\ ".repeat(3_000), "a.tex"],
    ["divs", "<div>".repeat(5_000), "a.html"],
    ["nested tables", "<table><tr><td>".repeat(1_000), "a.html"],
  ])("%s in linear time", (_, source, path) => {
    const time = (text: string) => {
      const from = performance.now();
      readManuscript(text, path);
      return performance.now() - from;
    };
    time(source);
    // the machine may be busy: slow is what is slow three times
    expect([1, 2, 3].some(() => time(source + source) < 8 * Math.max(5, time(source)) + 300)).toBe(true);
  });
});
