import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { headerOf } from "../../src/manuscript/manuscript";
import { readManuscript } from "../../src/manuscript/read";

const document = (body: string, preamble = "") => `\\documentclass{article}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`;
const read = (body: string, preamble?: string) => readManuscript(document(body, preamble), "a.tex");
const prose = (body: string, preamble?: string) => read(body, preamble).blocks.map((b) => `${b.kind}: ${b.text.text}`);
const cells = (body: string) =>
  read(body).tables.map((t) => [Array.from({ length: t.width }, (_, c) => headerOf(t, c)), ...t.rows.map((r) => r.cells.map((c) => c.text))]);

describe("LaTeX prose", () => {
  it.each([
    ["\\SI{45.3}{\\percent}, \\qty{12}{\\milli\\second}, \\num[round-mode=none]{1.2e-3}, \\numrange{3}{5}", "45.3%, 12ms, 1.2e-3, 3–5"],
    ["$t(28)=-2.1$, \\(r = .55\\), $\\chi^{2}(1, N = 90) = 0.89$, $R^2=.34$, $p<.001$", "t(28)=-2.1, r = .55, χ²(1, N = 90) = 0.89, R²=.34, p<.001"],
    ["\\textit{p}~=~.04, 45\\,\\% of 10\\,000, \\enquote{five}, 3--5", "p = .04, 45 % of 10\u202f000, five, 3–5"],
    ["$p = 1.2 \\times 10^{-3}$", "p = 1.2 ×10⁻³"],
    ["as \\citet[p.~5]{horn1965} and \\textcite{kaiser, horn} say", "as [@horn1965] and [@kaiser; @horn] say"],
    ["Section~\\ref{sec:a} and \\cref{sec:a} and (\\eqref{eq:a})", "Section \ufffc and \ufffc and (\ufffc)"],
  ])("%s", (source, expected) => {
    expect(prose(source)).toEqual([`paragraph: ${expected}`]);
  });

  it("puts in what commands of its own stand for", () => {
    const preamble = "\\newcommand{\\pval}[1]{\\textit{p} = #1}\n\\newcommand\\N{320}\\def\\M{\\emph{M}}\n\\newcommand{\\F}[2]{$F(#1) = #2$}";
    expect(prose("\\pval{.04}, N = \\N, N = \\N{} persons, \\M{} = 3, \\F{2, 29}{69.21}", preamble)).toEqual([
      "paragraph: p = .04, N = 320, N = 320 persons, M = 3, F(2, 29) = 69.21",
    ]);
    const source = document("\\pval{.04}", preamble);
    const block = readManuscript(source, "a.tex").blocks[0];
    expect(source.slice(block.text.starts[4], block.text.ends[6])).toBe(".04");
    expect(prose("\\loop", "\\newcommand{\\loop}{\\loop\\loop}").length).toBeLessThan(2);
  });

  it("leaves formulas, code and pictures out, footnotes and quotations with their names in", () => {
    const body =
      "A\\footnote{$N = 77$ were paid.} b. \\[ N = 45 \\] c.\n\n\\begin{align} N &= 44 \\end{align}\n\\begin{lstlisting}\nN = 43\n\\end{lstlisting}\n\\begin{quote} N = 46 \\end{quote}\n\\begin{itemize}\\item one \\begin{itemize}\\item two\\end{itemize}\\end{itemize}\n\\input{more}\n\\include{results}";
    expect(prose(body)).toEqual(["paragraph: Ab.", "footnote: N = 77 were paid.", "paragraph: c.", "quote: N = 46", "list-item: one", "list-item: two"].map((x) => x.replace("Ab", "A b"))); // prettier-ignore
  });
});

describe("LaTeX tables", () => {
  it("multicolumn, multirow, rules, S columns and threeparttable's notes", () => {
    const body = `\\begin{table}\\begin{threeparttable}\\caption{Reliability}\\label{tab:a}
\\begin{tabular}{l *{2}{c} S[table-format=1.2]}
\\toprule & & \\multicolumn{2}{c}{Reliability} \\\\ \\cmidrule(lr){3-4}
{Scale} & {$k$} & {$\\alpha$} & {$\\omega$} \\\\ \\midrule
\\multirow{2}{*}{Service} & 6 & .79 & .80\\tnote{a} \\\\
 & 7 & .77 & {--} \\\\ \\addlinespace
\\makecell[l]{Quality of\\\\goods} & 8 & .66 & $-$.70 \\\\[2pt] \\bottomrule
\\end{tabular}
\\begin{tablenotes}[flushleft]\\small \\item \\textit{Note.} $N = 308$. \\item[a] without item 3. \\item[*] $p < .05$ \\end{tablenotes}
\\end{threeparttable}\\end{table}`;
    expect(cells(body)).toEqual([
      [
        ["Scale", "k", "Reliability α", "Reliability ω"],
        ["Service", "6", ".79", ".80^a"],
        ["Service", "7", ".77", "–"],
        ["Quality of goods", "8", ".66", "-.70"],
      ],
    ]);
    const [table] = read(body).tables;
    expect([table.number, table.caption?.text, table.notes.map((n) => n.text)]).toEqual([
      "1",
      "Reliability",
      ["Note. N = 308.", "^a without item 3.", "* p < .05"],
    ]);
  });

  it("the heads and feet that a longtable repeats stand once, its caption is no row", () => {
    const head = "\\toprule Scale & $M$ & $n$ \\\\ \\midrule";
    const body = `\\begin{longtable}{lrr}\\caption{Means}\\label{tab:m}\\\\ ${head} \\endfirsthead \\multicolumn{3}{l}{Continued}\\\\ ${head} \\endhead \\midrule \\multicolumn{3}{r}{on the next page}\\\\ \\endfoot \\bottomrule \\endlastfoot
Service & 3.20 & 1{,}020 \\\\ Quality & 4.1 & 118 \\tabularnewline\n\\end{longtable}`;
    expect(cells(body)).toEqual([[["Scale", "M", "n"], ["Service", "3.20", "1,020"], ["Quality", "4.1", "118"]]]); // prettier-ignore
    expect(read(body).tables[0].caption?.text).toBe("Means");
  });

  it("two tabulars under one caption; a note as the last row; tabularx in a box", () => {
    const body = `\\begin{table*}\\caption[short]{Two}\\resizebox{\\textwidth}{!}{\\begin{tabularx}{\\textwidth}{lX} a & b\\\\ q1 & \\num{-0.10}\\\\ q2 & .3\\\\ \\multicolumn{2}{l}{Note. $N = 8$.}\\end{tabularx}}
\\begin{tabular}{ll} c & d\\\\ q3 & 1\\\\ \\end{tabular}\\end{table*}`;
    const tables = read(body).tables;
    expect(tables.map((t) => [t.number, t.caption?.text, t.rows.map((r) => r.cells.map((c) => c.text)), t.notes.map((n) => n.text)])).toEqual([
      ["1", "Two", [["q1", "-0.10"], ["q2", ".3"]], ["Note. N = 8."]], // prettier-ignore
      [undefined, undefined, [["q3", "1"]], []],
    ]);
  });

  const table = "\\begin{table}\\caption{A}\\label{tab:a}\\begin{tabular}{ll}a & b\\\\ c & 1\\end{tabular}\\end{table}";
  const found = (body: string) => checkManuscript(document(body), { path: "a.tex" }).findings.map((f) => f.message);
  it("references to tables and figures: a wrong label is found, unless parts of the manuscript are in other files", () => {
    expect(found(`See Table~\\ref{tab:a} and \\cref{fig:s}.\n${table}\\begin{figure}\\caption{S}\\label{fig:s}\\end{figure}`)).toEqual([]);
    expect(found(`See \\autoref{tab:a}, Table~\\ref{tab:b}.\n${table}`)).toEqual(["The reference Table ?? leads to no table."]);
    expect(found(`See \\autoref{tab:a}, Table~\\ref{tab:b}.\n\\input{more}\n${table}`)).toEqual([]);
  });
});
