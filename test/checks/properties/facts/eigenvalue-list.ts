import fc from "fast-check";
import { int, num, type Paper, paper, para, section, table, text, wrong } from "../kit/document";
import { spectrum } from "./factor-solution";

/** Eigenvalues alone, without percentages. */
export const eigenvalueList: fc.Arbitrary<Paper> = fc.tuple(spectrum, fc.integer({ min: 2, max: 3 })).map(([{ items, eigenvalues }, decimals]) => {
  const half = 0.5 * 10 ** -decimals;
  const others = (i: number) => eigenvalues.reduce((sum, e, j) => (j === i ? sum : sum + e), 0);
  return paper(
    section(
      "Results",
      para(
        text`The ${int(items)} items were submitted to a principal component analysis. Table 1 shows the eigenvalues.`,
        text`Die ${int(items)} Aussagen wurden mit einer Hauptkomponentenanalyse ausgewertet. Tabelle 1 zeigt die Eigenwerte.`,
      ),
      table(
        "Initial eigenvalues",
        ["Component", "Initial eigenvalue"],
        eigenvalues.map((e, i) => [
          String(i + 1),
          num(
            e,
            decimals,
            wrong("eigenvalue-order", (x) => i > 0 && x > eigenvalues[i - 1] + 3 * half && x < items - others(i) - 1),
            wrong("eigenvalue-range", (x) => x > items + half || x + others(i) > items + (eigenvalues.length + 1) * half),
          ),
        ]),
      ),
    ),
  );
});
