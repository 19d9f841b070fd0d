import { expect, test } from "vitest";
import { makeTable } from "../../src/tables/catalogue";
import { toLatex } from "../../src/tables/latex";
import type { Table } from "../../src/tables/table";
import { fixture } from "./fixture";

test("a whole table", () => {
  expect(toLatex(makeTable("kmo-bartlett", fixture()))).toBe(String.raw`\begin{table}
\begin{threeparttable}
\caption{KMO and Bartlett's test}
\label{tbl:kmo-bartlett}
\begin{tabular}{lr}
\toprule
Measure & Value \\
\midrule
Kaiser--Meyer--Olkin measure of sampling adequacy & .86 \\
Bartlett's test of sphericity: $\chi$$^2$ & 2,120.72 \\
Bartlett's test of sphericity: df & 6 \\
Bartlett's test of sphericity: p & $<$ .001 \\
\bottomrule
\end{tabular}
\begin{tablenotes}
\item \textit{Note.} \textit{N} = 308. 4 items. Q2 was reverse-scored.
\end{tablenotes}
\end{threeparttable}
\end{table}`);
});

test("spanners have their rules", () => {
  const text = toLatex(makeTable("variance", fixture()));
  expect(text).toContain(
    String.raw` & \multicolumn{3}{c}{Initial eigenvalues} & \multicolumn{3}{c}{Extraction sums of squared loadings} & \multicolumn{3}{c}{Rotation sums of squared loadings} \\`,
  );
  expect(text).toContain(String.raw`\cmidrule(lr){2-4} \cmidrule(lr){5-7} \cmidrule(lr){8-10}`);
});

test("signs of LaTeX are escaped", () => {
  const table: Table = {
    id: "x",
    title: "100%",
    columns: [{ key: "a", header: ["a_b & {c}"], align: "left" }],
    rows: [{ key: "r", cells: [{ text: "\\input{x} #1 $ ~ ^ −.5" }] }],
    notes: [],
  };
  const text = toLatex(table);
  expect(text).toContain(String.raw`a\_b \& \{c\} \\`);
  expect(text).toContain(String.raw`\textbackslash{}input\{x\} \#1 \$ \textasciitilde{} \textasciicircum{} $-$.5 \\`);
  expect(text).toContain(String.raw`\caption{100\%}`);
});
