import fc from "fast-check";
import { bounded, type Cell, count, either, int, listed, num, off, type Paper, paper, para, section, swap, sym, table, text, wrong } from "../kit/document";
import { real } from "../kit/real";

interface Item {
  readonly own: number;
  readonly loadings: readonly number[];
}
interface Solution {
  readonly factors: number;
  readonly items: readonly Item[];
  readonly decimals: number;
}

const names = ["Planning", "Revising", "Sharing", "Reading"];
const others = ["Anxiety", "Boredom", "Anger", "Pride"];

/** A simple structure: each item's own loading high, the others low; the squares leave room below 1. */
const solution: fc.Arbitrary<Solution> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 3, max: 5 }), { minLength: 2, maxLength: 4 }),
    high: fc.array(real(0.52, 0.84), { minLength: 20, maxLength: 20 }),
    low: fc.array(real(-0.24, 0.24), { minLength: 80, maxLength: 80 }),
    decimals: fc.integer({ min: 2, max: 3 }),
  })
  .map(({ sizes, high, low, decimals }) => {
    const items = sizes
      .flatMap((size, own) => Array.from({ length: size }, () => own))
      .map((own, i) => ({ own, loadings: sizes.map((_, f) => (f === own ? high[i] : low[i * 4 + f])) }));
    return { factors: sizes.length, items, decimals };
  });

const sum = (x: readonly number[]) => x.reduce((a, b) => a + b, 0);
const squares = (x: readonly number[]) => sum(x.map((v) => v * v));
const ordinal = ["first", "second", "third", "fourth"];

/** All loadings printed, with communalities and sums of squares. */
export const loadingMatrix: fc.Arbitrary<Paper> = solution.map(({ factors, items, decimals }) => {
  const half = 0.5 * 10 ** -decimals;
  const slack = (loadings: readonly number[]) => 2 * (half + sum(loadings.map((l) => (2 * Math.abs(l) + half) * half)));
  const column = (f: number) => items.map((i) => i.loadings[f]);
  const h2 = (i: Item) => squares(i.loadings);
  const mainOf = items.map((i) => i.loadings[i.own]);
  const [low, high] = [Math.min(...mainOf), Math.max(...mainOf)];
  const cell = (item: Item, f: number): Cell => {
    const l = item.loadings[f];
    return bounded(
      l,
      decimals,
      wrong("loading-range", (x) => Math.abs(x) > 1 + half),
      wrong("communality", (x) => Math.abs(x) <= 1 && Math.abs(x * x - l * l) > 2 * slack(item.loadings)),
      wrong("loading-sum-squares", (x) => Math.abs(x) <= 1 && Math.abs(x * x - l * l) > 2 * slack(column(f))),
      wrong("loading-threshold", (x) => (f === item.own && Math.abs(x) < 0.4 - half) || (f !== item.own && Math.abs(x) > 0.4 + half && Math.abs(x) < 0.5)),
    );
  };
  const rows: Cell[][] = items.map((item, i) => [
    `Item ${i + 1}`,
    ...item.loadings.map((_, f) => cell(item, f)),
    bounded(h2(item), decimals, off("communality", h2(item), slack(item.loadings))),
  ]);
  rows.push([
    "SS loadings",
    ...Array.from({ length: factors }, (_, f) => num(squares(column(f)), decimals, off("loading-sum-squares", squares(column(f)), slack(column(f))))),
    "",
  ]);
  return paper(
    section(
      "Results",
      para(
        text`Principal component analysis with varimax rotation of the ${int(items.length)} items was used. Items with loadings below ${bounded(0.4, 2)} were removed. There were no cross-loadings above ${bounded(0.4, 2)}.`,
        text`Die ${int(items.length)} Items wurden mit einer Hauptkomponentenanalyse mit Varimax-Rotation ausgewertet. Items mit Ladungen unter ${bounded(0.4, 2)} wurden ausgeschlossen. Es gab keine Nebenladungen über ${bounded(0.4, 2)}.`,
      ),
      table("Component loadings after varimax rotation", ["Item", ...names.slice(0, factors), sym("h²")], rows),
      para(
        text`Primary loadings ranged from ${bounded(
          low,
          decimals,
          wrong("loading-range", (x) => Math.abs(x - low) > 3 * half && x < high && x > 0.28),
        )} to ${bounded(
          high,
          decimals,
          wrong("loading-range", (x) => Math.abs(x - high) > 3 * half && x > low),
        )} (Table 1).`,
        text`Die Ladungen sind in Tabelle 1 zu sehen.`,
      ),
    ),
  );
});

/** Small loadings left out, items counted by component, names repeated in abstract and conclusion. */
export const hiddenLoadings: fc.Arbitrary<Paper> = solution.map(({ factors, items, decimals }) => {
  const half = 0.5 * 10 ** -decimals;
  const named = names.slice(0, factors);
  const size = (f: number) => items.filter((i) => i.own === f).length;
  const list = (rule?: string) =>
    either(
      `${named.slice(0, -1).join(", ")} and ${named[factors - 1]}`,
      ...(rule ? [swap(rule, `${others.slice(0, factors - 1).join(", ")} and ${others[factors - 1]}`)] : []),
    );
  const de = (rule?: string) =>
    either(
      `${named.slice(0, -1).join(", ")} und ${named[factors - 1]}`,
      ...(rule ? [swap(rule, `${others.slice(0, factors - 1).join(", ")} und ${others[factors - 1]}`)] : []),
    );
  return paper(
    section(
      "Abstract",
      para(
        text`The ${int(items.length)} items of a questionnaire were factor-analysed. Principal component analysis yielded ${count(factors)} components (${list("component-names")}).`,
        text`Die ${int(items.length)} Items eines Fragebogens wurden einer Faktorenanalyse unterzogen. Die Hauptkomponentenanalyse ergab ${count(factors)} Komponenten (${de("component-names")}).`,
      ),
    ),
    section(
      "Results",
      para(
        text`The ${int(items.length)} items were submitted to a principal component analysis with varimax rotation. ${count(factors)} components were extracted: ${list()}.`,
        text`Die Hauptkomponentenanalyse mit Varimax-Rotation der ${int(items.length)} Items ergab ${count(factors)} Komponenten: ${de()}.`,
      ),
      table(
        "Component loadings after varimax rotation",
        ["Item", ...named],
        items.map((item, i) => [
          `Item ${i + 1}`,
          ...item.loadings.map((l, f) =>
            f === item.own
              ? bounded(
                  l,
                  decimals,
                  wrong("loading-range", (x) => x > 1 + half),
                  wrong("loading-threshold", (x) => x < 0.3 - half),
                )
              : "",
          ),
        ]),
        text`Loadings below ${bounded(0.3, 2)} are not shown.`,
      ),
      table(
        "Composition of the components",
        ["Component", "Items"],
        named.map((name, f) => [
          name,
          int(
            size(f),
            wrong("item-count", (x) => x >= 1 && x !== size(f)),
          ),
        ]),
      ),
      para(text`Table 1 shows the loadings, Table 2 the number of items.`, text`Tabelle 1 zeigt die Ladungen, Tabelle 2 die Zahl der Items.`),
    ),
    section(
      "Conclusion",
      para(
        text`With ${count(factors)} components (${list("component-names")}) the structure is easy to interpret.`,
        text`Mit ${count(factors)} Komponenten (${de("component-names")}) ist die Struktur gut zu deuten.`,
      ),
    ),
  );
});

/** Loadings told in sentences. */
export const loadingSentences: fc.Arbitrary<Paper> = solution.map(({ factors, items, decimals }) => {
  const ranges = Array.from({ length: factors }, (_, f) => {
    const own = items.filter((i) => i.own === f).map((i) => Math.abs(i.loadings[f]));
    return { low: Math.min(...own), high: Math.max(...own) };
  });
  const limit = 2 * 10 ** -decimals;
  return paper(
    section(
      "Results",
      para(
        text`Exploratory factor analysis with varimax rotation was used. ${listed(
          ranges.map(
            ({ low, high }, f) =>
              text`loadings on the ${ordinal[f]} factor ranged from ${bounded(
                low,
                decimals,
                wrong("loading-range", (x) => x > high + limit),
              )} to ${bounded(
                high,
                decimals,
                wrong("loading-range", (x) => x < low - limit || x > 1),
              )}`,
          ),
          ", and ",
        )}.`,
      ),
    ),
  );
});
