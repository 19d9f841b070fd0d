import fc from "fast-check";
import { bounded, count, int, off, type Paper, paper, para, section, sym, table, text, wrong } from "../kit/document";
import { real } from "../kit/real";

const names = ["Planning", "Revising", "Sharing", "Reading"];

const scales = fc.array(
  fc.record({
    k: fc.integer({ min: 3, max: 12 }),
    r: real(0.15, 0.6),
    noise: real(-0.01, 0.01),
  }),
  { minLength: 2, maxLength: 4 },
);

/** Cronbach's α of some scales with their number of items and mean correlation, in a table and in the text. */
export const reliability: fc.Arbitrary<Paper> = fc.tuple(scales, fc.integer({ min: 2, max: 3 })).map(([list, decimals]) => {
  const limit = 2 * 10 ** -decimals;
  const alphas = list.map(({ k, r, noise }) => Math.min(0.99, (k * r) / (1 + (k - 1) * r) + noise));
  const order = alphas.map((_, i) => i).sort((a, b) => alphas[a] - alphas[b]);
  const [low, high] = [order[0], order[order.length - 1]];
  const inText = (i: number, from: number, to: number) =>
    bounded(
      alphas[i],
      decimals,
      wrong("alpha-conflict", (x) => Math.abs(x - alphas[i]) > limit && x > from && x < to),
      wrong("alpha-range", (x) => x > 1),
    );
  return paper(
    section(
      "Results",
      para(
        text`Internal consistency was estimated with Cronbach's alpha (Table 1).`,
        text`Die interne Konsistenz wurde mit Cronbachs Alpha geschätzt (Tabelle 1).`,
      ),
      table(
        "Reliability of the scales",
        ["Scale", "Items", sym("α"), text`Mean inter-item ${sym("r")}`],
        list.map(({ k, r }, i) => [
          names[i],
          int(k),
          bounded(
            alphas[i],
            decimals,
            wrong("alpha-range", (x) => x > 1),
            wrong("alpha-inter-item", (x) => Math.abs(x - (k * r) / (1 + (k - 1) * r)) > 0.12),
            wrong("alpha-conflict", (x) => (i === low || i === high) && Math.abs(x - alphas[i]) > limit),
          ),
          bounded(
            r,
            decimals,
            wrong("alpha-inter-item", (x) => x > 0.02 && Math.abs((k * x) / (1 + (k - 1) * x) - alphas[i]) > 0.14),
          ),
        ]),
      ),
      para(
        text`Cronbach's alpha ranged from ${inText(low, 0, alphas[high])} (${names[low]}) to ${inText(high, alphas[low], 1)} (${names[high]}).`,
        text`Cronbachs Alpha lag zwischen ${inText(low, 0, alphas[high])} (${names[low]}) und ${inText(high, alphas[low], 1)} (${names[high]}).`,
      ),
    ),
  );
});

const bands = [
  { from: 0.9, name: "excellent" },
  { from: 0.8, name: "good" },
  { from: 0.7, name: "acceptable" },
];
const band = (alpha: number) => bands.find((b) => alpha >= b.from)?.name;

/** α judged by the bands that the paper itself states. */
export const labelled: fc.Arbitrary<Paper> = fc
  .record({ alpha: real(0.7, 0.98), k: fc.integer({ min: 4, max: 30 }), decimals: fc.integer({ min: 2, max: 3 }) })
  .map(({ alpha, k, decimals }) => {
    const printed = Number(alpha.toFixed(decimals));
    const clear = bands.every((b) => Math.abs(alpha - b.from) > 10 ** -decimals); // "0.90" of 0.8996 is good and excellent
    const value = clear ? alpha : printed - 0.02 < 0.7 ? printed + 0.02 : printed - 0.02;
    const name = band(value)!;
    return paper(
      section(
        "Method",
        para(
          text`Values of Cronbach's alpha above ${bounded(0.9, 2)} are excellent, above ${bounded(0.8, 2)} good, and above ${bounded(0.7, 2)} acceptable. Cronbach's alpha of the ${count(k)} items was ${bounded(
            value,
            decimals,
            wrong("alpha-label", (x) => x < 1 && x > 0 && band(x) !== undefined && band(x) !== name),
          )} (${name}).`,
        ),
      ),
    );
  });

/** One α in the abstract and again in the results. */
export const repeatedAlpha: fc.Arbitrary<Paper> = fc.record({ alpha: real(0.6, 0.97), decimals: fc.integer({ min: 2, max: 3 }) }).map(({ alpha, decimals }) => {
  const value = () =>
    bounded(
      alpha,
      decimals,
      off("alpha-conflict", alpha, 2 * 10 ** -decimals),
      wrong("alpha-range", (x) => x > 1),
    );
  return paper(
    section("Abstract", para(text`Cronbach's alpha for the whole questionnaire was ${value()}.`, text`Cronbachs Alpha der Gesamtskala betrug ${value()}.`)),
    section("Results", para(text`For the whole questionnaire, Cronbach's alpha was ${value()}.`, text`Cronbachs Alpha der Gesamtskala betrug ${value()}.`)),
  );
});
