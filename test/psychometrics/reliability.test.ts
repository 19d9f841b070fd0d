import { Matrix } from "ml-matrix";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allSplits } from "../../src/psychometrics/all-splits";
import { alphaIfDeleted, averageInterItem, cronbachAlpha, feldtInterval, itemRestCorrelations } from "../../src/psychometrics/alpha";
import { guttmanBounds } from "../../src/psychometrics/guttman";
import { completeRows, moments } from "../../src/psychometrics/moments";
import { oneFactorOmega } from "../../src/psychometrics/omega";
import { personMeans, reliability } from "../../src/psychometrics/reliability";
import { firstHalf, oddHalf, splitHalf } from "../../src/psychometrics/split-half";
import { shared } from "../shared";
import { answersOf, cases, column, figures } from "./figures";

/** A scale's columns, its reverse-keyed items reflected as the figures say ("6 - x"). */
function scaleColumns(set: string, scale: { items: string[]; keyed_items?: string[]; reversed_as?: string }) {
  const { items, columns } = answersOf(set);
  const sum = Number((scale.reversed_as ?? "").split(" ")[0]);
  const reversed = scale.keyed_items?.filter((item) => item.startsWith("-")).map((item) => item.slice(1)) ?? [];
  return { reversed, columns: scale.items.map((item) => columns[items.indexOf(item)].map((x) => (reversed.includes(item) ? sum - x : x))) };
}

describe.skipIf(!shared)("reliability against R", () => {
  test.each(cases)("%s, %s", (set, missing) => {
    const everyItem = answersOf(set);
    const rows = missing === "listwise" ? completeRows(everyItem.columns) : [...everyItem.columns[0].keys()];
    for (const [name, expected] of Object.entries(figures(set, missing).reliability) as [string, ReturnType<typeof figures>][]) {
      const { columns: all, reversed } = scaleColumns(set, expected);
      const kept = [...rows];
      const columns = all.map((values) => Float64Array.from(kept, (row) => values[row]));
      const waist = { ...moments(expected.items, columns, missing), n: expected.n_rows };
      const total = expected.alpha.total;
      const { reliability: actual } = reliability({ name, items: expected.items }, waist, new Set(reversed), personMeans(columns, columns[0].keys()), "psych");

      expect(actual.alpha, name).toBeCloseTo(total.raw_alpha, 9);
      expect(actual.standardizedAlpha).toBeCloseTo(total["std.alpha"], 9);
      expect(actual.lambda6).toBeCloseTo(total["G6(smc)"], 9);
      expect(actual.averageInterItem).toBeCloseTo(total.average_r, 9);
      expect(actual.mean).toBeCloseTo(total.mean, 9);
      expect(actual.sd).toBeCloseTo(total.sd, 9);
      expect(actual.alphaCi![0]).toBeCloseTo(expected.alpha.feldt.lower, 9);
      expect(actual.alphaCi![1]).toBeCloseTo(expected.alpha.feldt.upper, 9);
      const dropped = column(expected.alpha.alpha_drop, "raw_alpha");
      const rest = column(expected.alpha.item_stats, "r.drop");
      for (const { item, alphaIfDeleted, itemRest } of actual.perItem) {
        const row = Object.keys(dropped).find((key) => key.replace(/-$/, "") === item)!;
        expect(alphaIfDeleted, `${item} deleted`).toBeCloseTo(dropped[row]!, 9);
        if (missing === "listwise") expect(itemRest, item).toBeCloseTo(rest[row]!, 9);
      }
      if (expected.omega_total_1factor_minres_std?.value != null)
        expect(actual.omegaTotal, `omega of ${name}`).toBeCloseTo(expected.omega_total_1factor_minres_std.value, 6);
    }
  });

  test.each(cases)("Guttman's bounds and halves, %s, %s", (set, missing) => {
    for (const expected of Object.values(figures(set, missing).reliability) as ReturnType<typeof figures>[]) {
      const { columns } = scaleColumns(set, expected);
      const spss = expected.spss_style_listwise;
      const whole = answersOf(set).columns;
      const rows = completeRows(missing === "listwise" ? whole : columns);
      const waist = moments(
        expected.items,
        columns.map((values) => Float64Array.from(rows, (row) => values[row])),
        "listwise",
      );
      expect(waist.n).toBe(spss.n);
      expect(cronbachAlpha(waist.covariance)).toBeCloseTo(spss.alpha, 9);
      expect(cronbachAlpha(waist.correlation)).toBeCloseTo(spss.alpha_standardized, 9);
      expect(averageInterItem(waist.correlation)).toBeCloseTo(spss.mean_inter_item_r, 9);
      const items = column(spss.item_total, "corrected_item_total");
      itemRestCorrelations(waist.covariance).forEach((r, i) => expect(r).toBeCloseTo(items[expected.items[i]]!, 9));
      for (const [half, key] of [
        [firstHalf, "split_first_second"],
        [oddHalf, "split_odd_even"],
      ] as const) {
        const split = splitHalf(waist.covariance, half(expected.items.length));
        expect(split.first.map((i) => expected.items[i])).toEqual([spss[key].part1].flat());
        expect(split.betweenForms).toBeCloseTo(spss[key].r_between_forms, 9);
        expect(split.spearmanBrown).toBeCloseTo(spss[key].spearman_brown_equal, 9);
        expect(split.unequalLength).toBeCloseTo(spss[key].spearman_brown_unequal, 9);
        expect(split.guttman).toBeCloseTo(spss[key].guttman_split_half, 9);
        if (split.alphas[0] !== null && spss[key].alpha_part1 !== null) expect(split.alphas[0]).toBeCloseTo(spss[key].alpha_part1, 9);
      }
      if (missing === "pairwise") continue;
      for (const [matrix, bounds] of [
        [waist.covariance, expected.guttman_from_covariance],
        [waist.correlation, expected.guttman_from_correlation],
      ] as const) {
        const actual = guttmanBounds(matrix);
        for (const key of ["lambda1", "lambda2", "lambda3", "lambda5", "lambda6"] as const) expect(actual[key]).toBeCloseTo(bounds[key], 9);
        const splits = allSplits(matrix)!;
        const expectedSplits = bounds.lambda4_all_splits;
        expect(splits.mean).toBeCloseTo(expectedSplits?.mean ?? splits.mean, 9);
        if (!expectedSplits) continue;
        expect(splits).toMatchObject({ splits: expectedSplits.n_splits, sampled: false });
        expect(splits.min).toBeCloseTo(expectedSplits.min, 9);
        expect(splits.max).toBeCloseTo(expectedSplits.max, 9);
      }
    }
  });
});

describe("reliability", () => {
  const C = new Matrix([
    [1, 0.5, 0.3],
    [0.5, 2, 0.4],
    [0.3, 0.4, 1.5],
  ]);

  test("of two items: deleting one leaves nothing to average", () => {
    const two = C.selection([0, 1], [0, 1]);
    expect(cronbachAlpha(two)).toBeCloseTo((2 * 2 * 0.5) / 4, 12);
    expect(alphaIfDeleted(two)).toEqual([null, null]);
    expect(oneFactorOmega(two)).toBeNull();
  });

  test("of an even number of items the mean over all halves is α, of 24 items too, where the halves are sampled", () => {
    const even = new Matrix([
      [1, 0.5, 0.3, 0.2],
      [0.5, 2, 0.4, 0.1],
      [0.3, 0.4, 1.5, 0.6],
      [0.2, 0.1, 0.6, 1],
    ]);
    expect(allSplits(even)).toMatchObject({ splits: 3, sampled: false });
    expect(allSplits(even)!.mean).toBeCloseTo(cronbachAlpha(even)!, 12);
    const many = Matrix.eye(24).add(0.3);
    expect(allSplits(many)).toMatchObject({ splits: 10_000, sampled: true });
    expect(allSplits(many)!.mean).toBeCloseTo(cronbachAlpha(many)!, 12);
  });

  test("items that cancel out have none", () => {
    const opposite = new Matrix([
      [1, -1],
      [-1, 1],
    ]);
    expect(cronbachAlpha(opposite)).toBeNull();
    expect(itemRestCorrelations(opposite)).toEqual([-1, -1]);
  });

  test("a reflected item changes sign in the covariances, and α is that of the reflected items", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 5, maxLength: 40 }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (rows, shift) => {
          const columns = [0, 1, 2].map((j) => Float64Array.from(rows, (row) => row[j]));
          const reflected = columns.map((values) => values.map((x) => 6 - x));
          const moved = columns.map((values) => values.map((x) => 3 * x + shift));
          const alpha = (values: Float64Array[]) => cronbachAlpha(moments(["a", "b", "c"], values, "listwise").covariance);
          const expected = alpha(columns);
          for (const actual of [alpha(reflected), alpha(moved)]) {
            if (expected === null || Math.abs(expected) > 1e6) continue;
            expect(actual).toBeCloseTo(expected, 6);
          }
        },
      ),
    );
  });

  test("the confidence interval holds the estimate and narrows with n", () => {
    const [low, high] = feldtInterval(0.8, 100, 6)!;
    const [lower, higher] = feldtInterval(0.8, 50, 6)!;
    expect(low).toBeLessThan(0.8);
    expect(high).toBeGreaterThan(0.8);
    expect(higher - lower).toBeGreaterThan(high - low);
  });
});
