import fc from "fast-check";
import { bounded, either, int, num, type Paper, paper, para, pOf, result, section, swap, text } from "../kit/document";
import { real } from "../kit/real";

/** KMO with Bartlett's test, each with its own figure; a slip gives one figure for both. */
export const kmoAndBartlett: fc.Arbitrary<Paper> = fc
  .record({ kmo: real(0.6, 0.97), items: fc.integer({ min: 8, max: 40 }), decimals: fc.integer({ min: 2, max: 3 }) })
  .map(({ kmo, items, decimals }) =>
    paper(
      section(
        "Results",
        para(
          text`The result of ${either("the Kaiser–Meyer–Olkin measure", swap("kmo-bartlett", "KMO and Bartlett's sphericity test"))} was ${bounded(kmo, decimals)}, so that the ${int(items)} items were submitted to a factor analysis.`,
          text`Das Ergebnis ${either("des Kaiser-Meyer-Olkin-Maßes", swap("kmo-bartlett", "von KMO- und Bartlett-Test"))} betrug ${bounded(kmo, decimals)}, so dass die ${int(items)} Items einer Faktorenanalyse unterzogen wurden.`,
        ),
      ),
    ),
  );

/** Bartlett's test with a χ² near its degrees of freedom, so that p can be wrong. */
export const bartlettTest: fc.Arbitrary<Paper> = fc.record({ items: fc.integer({ min: 6, max: 30 }), times: real(3, 9) }).map(({ items, times }) => {
  const df = (items * (items - 1)) / 2;
  const low = (x: number) => x > 0 && x < df;
  const wrongs = [{ rule: "bartlett-p", breaks: low }];
  return paper(
    section(
      "Results",
      para(
        text`The ${int(items)} items were factor-analysed. Bartlett's test of sphericity was significant, ${result("χ²", [int(df)], num(df * times, 2, ...wrongs))}, ${pOf(0)}.`,
        text`Die ${int(items)} Items wurden mit einer Faktorenanalyse ausgewertet. Der Bartlett-Test war signifikant, ${result("χ²", [int(df)], num(df * times, 2, ...wrongs))}, ${pOf(0)}.`,
      ),
    ),
  );
});
