import fc from "fast-check";
import { bounded, count, either, int, num, off, type Paper, paper, para, percent, pOf, result, section, swap, sym, table, text, wrong } from "../kit/document";
import { real } from "../kit/real";

/** Eigenvalues above 1 of p items, descending, and a share of p that leaves room for the others. */
export const spectrum = fc
  .record({
    shares: fc.array(real(0.35, 0.8), { minLength: 1, maxLength: 4 }),
    first: real(0.15, 0.4),
    items: fc.integer({ min: 15, max: 40 }),
  })
  .map(({ shares, first, items }) => {
    const eigenvalues = [first * items];
    for (const s of shares) {
      const next = eigenvalues[eigenvalues.length - 1] * s;
      if (next > 1.06) eigenvalues.push(next);
    }
    return { items, eigenvalues };
  })
  .filter(({ eigenvalues, items }) => eigenvalues.length >= 2 && eigenvalues.reduce((a, b) => a + b, 0) < 0.85 * items);

const style = fc.record({
  decimals: fc.integer({ min: 2, max: 3 }),
  n: fc.integer({ min: 210, max: 990 }),
  kmo: real(0.71, 0.97),
});

const kaisers = (kmo: number) => (kmo >= 0.9 ? "marvellous" : kmo >= 0.8 ? "meritorious" : "middling");

/** A principal component analysis told in abstract, results, table and conclusion. */
export const factorSolution: fc.Arbitrary<Paper> = fc.tuple(spectrum, style).map(([{ items, eigenvalues }, { decimals, n, kmo }]) => {
  const k = eigenvalues.length;
  const percents = eigenvalues.map((e) => (100 * e) / items);
  const running = percents.map((_, i) => percents.slice(0, i + 1).reduce((a, b) => a + b, 0));
  const total = running[k - 1];
  const df = (items * (items - 1)) / 2;
  const half = 0.5 * 10 ** -decimals;
  const near = (k + 3) * half;
  const printedKmo = Number(kmo.toFixed(2));
  const row = (e: number, i: number) => [
    String(i + 1),
    num(
      e,
      decimals,
      wrong("eigenvalue-range", (x) => x > items),
      wrong("eigenvalue-order", (x) => (i > 0 && x > eigenvalues[i - 1] + 2 * half) || (i < k - 1 && x < eigenvalues[i + 1] - 2 * half)),
      wrong("eigenvalue-variance", (x) => Math.abs((100 * x) / items - percents[i]) > 2 * (half + (100 * half) / items)),
      wrong("kaiser-criterion", (x) => i === k - 1 && x < 0.99),
      wrong("table-text", (x) => i === 0 && Math.abs(x - e) > 3 * half),
    ),
    num(percents[i], decimals, off("eigenvalue-variance", percents[i], 2 * (half + (100 * half) / items)), off("variance-cumulative", percents[i], 2 * near)),
    num(running[i], decimals, off("variance-cumulative", running[i], 2 * near)),
  ];
  const no = (rule: string) => wrong(rule, (x) => x >= 2 && x !== k);
  const more = (rule: string) => wrong(rule, (x) => x > k); // "the two components" may be some of three
  return paper(
    section(
      "Abstract",
      para(
        text`A questionnaire with ${count(items)} items was answered by ${int(n)} students. Principal component analysis yielded ${count(k, no("component-count"))} components, which explained ${percent(total, 1)} of the variance.`,
        text`Ein Fragebogen mit ${int(items)} Aussagen wurde von ${int(n)} Studierenden beantwortet. Die Hauptkomponentenanalyse ergab ${count(k, no("component-count"))} Komponenten, die ${percent(total, 1)} der Varianz aufklären.`,
      ),
    ),
    section(
      "Results",
      para(
        text`The KMO index was ${bounded(
          kmo,
          2,
          wrong("kmo-range", (x) => x > 1 || kaisers(x) !== kaisers(printedKmo)),
        )} (${either(kaisers(printedKmo), swap("kmo-range", kmo > 0.8 ? "mediocre" : "miserable"))}), and Bartlett's test of sphericity was significant, ${result(
          "χ²",
          [int(df, off("bartlett-df", df, 0.5))],
          num(
            n * items * 0.9,
            2,
            wrong("bartlett-p", (x) => x < df),
          ),
        )}, ${pOf(0)}.`,
        text`Das Kaiser-Meyer-Olkin-Maß betrug ${bounded(
          kmo,
          2,
          wrong("kmo-range", (x) => x > 1),
        )}, und der Bartlett-Test war signifikant, ${result(
          "χ²",
          [int(df, off("bartlett-df", df, 0.5))],
          num(
            n * items * 0.9,
            2,
            wrong("bartlett-p", (x) => x < df),
          ),
        )}, ${pOf(0)}.`,
      ),
      para(
        text`The ${int(items)} items were submitted to a principal component analysis. Components with eigenvalues above 1 were retained; ${count(k, no("component-count"))} components were extracted.`,
        text`Die Hauptkomponentenanalyse der ${int(items)} Aussagen ergab ${count(k, no("component-count"))} Komponenten mit Eigenwerten über 1.`,
      ),
      table("Initial eigenvalues and variance explained", ["Component", "Eigenvalue", "% of variance", "Cumulative %"], eigenvalues.map(row)),
      para(
        text`Table 1 shows that the first component (eigenvalue ${num(eigenvalues[0], decimals, off("table-text", eigenvalues[0], 3 * half))}) accounted for ${percent(percents[0], decimals, off("table-text", percents[0], 3 * half))} of the variance and all ${count(k)} components together for ${percent(total, decimals, off("variance-total", total, 2 * near))}.`,
        text`Die erste Komponente (Eigenwert ${num(eigenvalues[0], decimals, off("table-text", eigenvalues[0], 3 * half))}) klärt ${percent(percents[0], decimals)} der Varianz auf, alle ${count(k)} Komponenten zusammen ${percent(total, decimals, off("variance-total", total, 2 * near))}.`,
      ),
    ),
    section(
      "Discussion",
      para(
        text`The ${count(k, more("component-count"))} components found are easy to interpret (${sym("N")} = ${int(n)}).`,
        text`Die ${count(k, more("component-count"))} Komponenten sind gut zu deuten (${sym("N")} = ${int(n)}).`,
      ),
    ),
  );
});
