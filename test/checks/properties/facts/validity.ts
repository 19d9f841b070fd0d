import fc from "fast-check";
import { bounded, type Cell, off, type Paper, paper, para, section, table, text, either, wrong, count, int } from "../kit/document";
import { real } from "../kit/real";

const names = ["Trust", "Use", "Care", "Skill"];
const constructs = fc.record({
  loadings: fc.array(fc.array(real(0.6, 0.92), { minLength: 3, maxLength: 6 }), { minLength: 2, maxLength: 4 }),
  shares: fc.array(real(0.2, 0.85), { minLength: 6, maxLength: 6 }),
  decimals: fc.integer({ min: 2, max: 3 }),
});
const sum = (x: readonly number[]) => x.reduce((a, b) => a + b, 0);
const ave = (l: readonly number[]) => sum(l.map((x) => x * x)) / l.length;
const cr = (l: readonly number[]) => sum(l) ** 2 / (sum(l) ** 2 + l.length - sum(l.map((x) => x * x)));

/** Loadings, composite reliability and average variance extracted of some constructs, and the Fornell–Larcker table. */
export const convergentValidity: fc.Arbitrary<Paper> = constructs.map(({ loadings, shares, decimals }) => {
  const limit = 4 * 10 ** -decimals;
  const rows: Cell[][] = loadings.flatMap((list, c) =>
    list.map((l, i) => [
      i === 0 ? names[c] : "",
      `${names[c][0]}${i + 1}`,
      bounded(
        l,
        decimals,
        wrong("composite-reliability", (x) => x > 0.3 && x <= 1 && Math.abs(cr([...list.slice(0, i), x, ...list.slice(i + 1)]) - cr(list)) > 2 * limit),
        wrong("average-variance-extracted", (x) => x > 0.3 && x <= 1 && Math.abs(ave([...list.slice(0, i), x, ...list.slice(i + 1)]) - ave(list)) > 2 * limit),
      ),
      i === 0 ? bounded(cr(list), decimals, off("composite-reliability", cr(list), limit)) : "",
      i === 0 ? bounded(ave(list), decimals, off("average-variance-extracted", ave(list), limit)) : "",
    ]),
  );
  const roots = loadings.map((l) => Math.sqrt(ave(l)));
  const correlation = (i: number, j: number) => shares[i + j] * Math.min(roots[i], roots[j]);
  return paper(
    section(
      "Results",
      para(text`Table 1 shows the loadings. By the Fornell–Larcker criterion, discriminant validity was established (Table 2).`),
      table("Convergent validity", ["Construct", "Item", "Loading", "CR", "AVE"], rows),
      table(
        "Discriminant validity (Fornell–Larcker)",
        ["Construct", ...names.slice(0, loadings.length)],
        loadings.map((_, i) => [
          names[i],
          ...loadings.map((_, j) =>
            j > i
              ? ""
              : i === j
                ? bounded(
                    roots[i],
                    decimals,
                    wrong("fornell-larcker", (x) => x > 0.3 && x <= 1 && Math.abs(x - roots[i]) > limit && Math.abs(x - roots[i] ** 2) > 2 * limit),
                  )
                : bounded(
                    correlation(i, j),
                    decimals,
                    wrong("fornell-larcker", (x) => x < 1 && x > Math.min(roots[i], roots[j]) + limit),
                  ),
          ),
        ]),
        text`Square roots of AVE on the diagonal.`,
      ),
    ),
  );
});

/** Loadings of one factor in a sentence, with AVE and CR. */
export const validitySentence: fc.Arbitrary<Paper> = constructs.map(({ loadings: [l], decimals }) => {
  const limit = 4 * 10 ** -decimals;
  const [a, b, c] = l;
  const list = [a, b, c];
  return paper(
    section(
      "Results",
      para(
        text`The factor Trust (three items) has loadings of ${bounded(a, decimals)}, ${bounded(b, decimals)} and ${bounded(c, decimals)}, with AVE = ${bounded(ave(list), decimals, off("average-variance-extracted", ave(list), limit))} and CR = ${bounded(cr(list), decimals, off("composite-reliability", cr(list), limit))}.`,
      ),
    ),
  );
});

const words = ["Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const ratings = fc.record({
  experts: fc.integer({ min: 4, max: 10 }),
  agreed: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 8 }),
  index: fc.constantFrom("I-CVI", "IOC", "CVR"),
  decimals: fc.integer({ min: 2, max: 3 }),
});

/** Ratings of items by experts: shares of the experts. */
export const contentValidity: fc.Arbitrary<Paper> = ratings.map(({ experts, agreed, index, decimals }) => {
  const half = 10 ** -decimals;
  const value = (missing: number) => (index === "CVR" ? (2 * (experts - missing)) / experts - 1 : (experts - missing) / experts);
  const step = (index === "CVR" ? 2 : 1) / experts;
  const possible = (x: number) =>
    Math.abs(x / step - Math.round(x / step)) * step < 1.2 * half ||
    (index === "CVR" && Math.abs((x + 1) / step - Math.round((x + 1) / step)) * step < 1.2 * half);
  const n = either(words[experts - 4]);
  return paper(
    section(
      "Method",
      para(
        text`${n} experts rated the relevance of the ${count(agreed.length)} items (Table 1).`,
        text`${either(String(experts))} Experten beurteilten die ${int(agreed.length)} Items (Tabelle 1).`,
      ),
      table(
        "Content validity of the items",
        ["Item", index],
        agreed.map((missing, i) => [
          `Q${i + 1}`,
          bounded(
            value(missing),
            decimals,
            wrong("content-validity", (x) => x > 1 || (x > 0 && !possible(x))),
          ),
        ]),
      ),
    ),
  );
});
