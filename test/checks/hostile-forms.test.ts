import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

/** Pieces that, repeated, try a reader's patience: brackets that nothing closes, endless digits, nestings, invisible and right-to-left signs. */
const bits: Record<string, readonly string[]> = {
  md: [
    "(",
    "[",
    "{",
    "]",
    "`",
    "``` ",
    "$",
    "$$",
    "*",
    "_",
    "~",
    "^",
    "<",
    "<!--",
    "<table>",
    "<table><tr><td>",
    "&",
    "&#",
    "\\",
    "\\textit{",
    "![",
    "[](",
    "[a](b ",
    "[^1]",
    "[@a; ",
    "@",
    "{numref}`",
    "{cite}`a`",
    "{math}`",
    "1",
    "1,",
    "1.",
    "1.5 ",
    "0.",
    ".5",
    "-",
    "–",
    "> ",
    "> > > > ",
    "\u200b",
    "\u202e",
    "\u2066(",
    "é",
    "p = .05, ",
    "t(28) = 2.1, ",
    "M = 3, SD = 1; ",
    "Table 1 ",
    "α = .8, ",
    "five ",
    "a, b and c; ",
    "eigenvalue 2.3, ",
    "a b c d. ",
    "χ²(",
    "N = 12, ",
    "12% ",
    "four factors: ",
    "\t",
    "|",
    "| a ",
    "a|b\n",
    "|---|\n",
    "| a | b |\n|---|---|\n",
    "+---+\n",
    "- a\n",
    "* - a\n",
    "1. a\n",
    "> a\n",
    "# a\n",
    "a\n=\n",
    ":::{note}\n",
    "```{note}\n",
    "````{tab-set}\n```{tab-item}\n",
    "```{list-table}\n* - a\n",
    "```{csv-table}\na,b\n",
    ":::{table} x\n",
    "(tbl-a)=\n",
    "```\n",
    "~~~\n",
    "::: {#tbl-a}\n",
    ": caption {#a}\n",
    "[^1]: a\n",
    "    code\n",
    "<script>\n",
    "---\n",
    "$$\n",
    "Table 1. a\n\n",
    "**Table 1**\n\n*x*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n",
    "<div>",
    "<p>a",
    "<sup>2",
    "## a\n\na\n\n",
    "(a) x, (b) y, ",
    "Table 1 shows 3.2 ",
    "a  b  c\n-- -- --\n",
  ],
  txt: [
    "(",
    "1",
    "1,",
    "1.5 ",
    "a  b  1\n",
    "a  1  2  3\n",
    "a\t1\n",
    "a\tb\t",
    "  ",
    "a  ",
    "1  2  ",
    "\f\n",
    "a\tb\nc\td\n\f\n",
    "a-\n",
    "Table 1. a\n",
    "Note. a\n",
    "- a\n",
    "1. a\n",
    "(3) a\n",
    "Smith, A. (2010). X.\n",
    "References\nSmith, A. (2010). X.\n",
    "Journal of X 12(3), 2019\n\na b\n\n",
    "*t*(",
    "\\emph{",
    "*a*(",
    "\u2063\na\tb\n",
    "   long\n",
    "a   5\n\n",
    "\u200b",
    "\u202e",
    "p = .05, ",
  ],
  tex: [
    "{",
    "}",
    "[",
    "\\begin{table}",
    "\\begin{table}\\caption{",
    "\\begin{tabular}{ll}",
    "\\begin{tabular}{l}a&b\\\\",
    "\\begin{longtable}{l}",
    "\\begin{itemize}",
    "\\begin{itemize}\\item a",
    "\\item ",
    "\\section{",
    "\\section{a}",
    "\\textit{",
    "\\(",
    "\\[",
    "$",
    "$$",
    "\\footnote{",
    "\\footnote{a}",
    "\\cite{",
    "\\cite{a,",
    "\\ref{a}",
    "\\cref{a,",
    "\\label{a}",
    "\\newcommand{\\a}{",
    "\\newcommand{\\a}{\\a\\a}\\a ",
    "\\multicolumn{2}{c}{",
    "\\multirow{3}{*}{a}&",
    "&",
    "\\\\",
    "%",
    "\\num{1}",
    "\\SI{1}{",
    "\\caption{a}",
    "\\end{table}",
    "\\begin{quote}",
    "\\begin{verbatim}",
    "\\begin{align}",
    "\\def\\a{",
    "\\input{a}",
    "\\begin{figure}",
    "\\begin{table}\\caption{a}\\label{tab:a}\\begin{tabular}{ll}a&1\\\\ b&2\\\\ \\end{tabular}\\end{table}\n",
    "~",
    "a\n\n",
    "\\numrange{1}{2}",
  ],
  html: [
    "<",
    "<p>",
    "<div>",
    "<table>",
    "<table><tr><td>",
    "<tr><td>",
    "<td colspan=100 rowspan=100>a",
    "<td>1",
    "<ul><li>",
    "<li>",
    "<blockquote>",
    "<i>",
    "<b><i>",
    "<a href=x>",
    "<sup>",
    "<sub>1</sub>",
    "&",
    "&lt;",
    "&#",
    "\\(",
    "<!--",
    "<script>",
    "<math>",
    "<p>a</p>",
    "<li id=fn1>",
    '<a role="doc-noteref" ',
    "<h1>a</h1>",
    "<thead>",
    "<caption>",
    "<svg>",
    "<template>",
    "<select>",
    "<font>",
    "<table><td><table><td>",
    "</p>",
    "<p>Table 1. a</p><table><tr><td>1</td></tr></table>",
  ],
};
const head: Record<string, string> = { md: "# Results\n\n", txt: "Results\n\n", tex: "\\begin{document}", html: "" };
const document = (form: string, bit: string, length: number) => head[form] + bit.repeat(Math.ceil(length / bit.length));

function time(form: string, bit: string, length: number): number {
  const source = document(form, bit, length);
  const from = performance.now();
  checkManuscript(source, { path: `a.${form}` });
  return performance.now() - from;
}

describe("hostile text in every form", () => {
  it.each(Object.keys(bits))(
    "is read and checked in linear time: .%s",
    (form) => {
      const slow = bits[form].filter((bit) => {
        // the machine may be busy: slow is what is slow three times
        return [1, 2, 3].every(() => {
          const long = time(form, bit, 32_000);
          return long > 500 && long > 20 * Math.max(time(form, bit, 4000), 4);
        });
      });
      expect(slow).toEqual([]);
    },
    180_000,
  );

  it.each(Object.keys(bits))(
    "of all pieces in any order neither throws nor gives places outside: .%s",
    (form) => {
      let state = 17;
      const next = (n: number) => (state = (state * 1103515245 + 12345) % 2147483648) % n;
      for (let run = 0; run < 250; run++) {
        const pieces = Array.from({ length: 1 + next(30) }, () => bits[form][next(bits[form].length)] + (next(4) ? "" : "\n"));
        const source = head[form] + pieces.join("");
        const { statistics, findings } = checkManuscript(source, { path: `a.${form}` });
        for (const { range } of [...statistics, ...findings]) {
          expect(range.start.offset, source).toBeLessThanOrEqual(range.end.offset);
          expect(range.end.offset, source).toBeLessThanOrEqual(source.length);
        }
        expect(JSON.stringify([statistics, findings]), source).not.toMatch(/NaN|Infinity/);
      }
    },
    120_000,
  );

  it.each([
    ["md", "words and (brackets, "],
    ["txt", "words and 1.5 of them, "],
    ["tex", "words {and $x^2$, "],
    ["html", "words <i>and</i> &lt; "],
  ])(
    "5 MB in one line of .%s take seconds",
    (form, bit) => {
      expect(time(form, bit, 5_000_000)).toBeLessThan(60_000);
    },
    120_000,
  );
});
