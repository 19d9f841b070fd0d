import { describe, expect, it } from "vitest";
import { contentValidity, criticalContentValidityRatio, modifiedKappa } from "../../src/psychometrics/content-validity";
import { shared } from "../shared";
import { referenceJson } from "./reference";

describe.skipIf(!shared)("content validity against the reference", () => {
  const { results } = referenceJson("content_validity.json");

  it("congruence ratings: IOC, CVI, CVR, Aiken's V", () => {
    const ours = contentValidity(results.ioc_ratings.rows, results.ioc_ratings.values, { scale: [-1, 1] });
    expect(ours.relevantFrom).toBe(1);
    for (const item of ours.items) {
      expect(item.ioc).toBeCloseTo(results.IOC[item.item], 9);
      expect(item.iCvi).toBeCloseTo(results.cvi_from_ioc_plus1.I_CVI[item.item], 9);
      expect(item.kappa).toBeCloseTo(results.cvi_from_ioc_plus1.kappa_modified[item.item], 9);
      expect(item.cvr).toBeCloseTo(results.CVR_plus1_as_essential[item.item], 9);
      expect(item.aikenV).toBeCloseTo(results.aiken_ioc.V[item.item], 9);
      expect(item.aikenVCi[0]).toBeCloseTo(results.aiken_ioc.lower[item.item], 9);
      expect(item.aikenVCi[1]).toBeCloseTo(results.aiken_ioc.upper[item.item], 9);
    }
    expect(ours.ioc).toBeCloseTo(results.IOC_overall, 9);
    expect(ours.cvi).toBeCloseTo(results.CVI_mean_CVR_all_items, 9);
    expect(ours.items.filter(({ ioc }) => ioc! < 0.5).map(({ item }) => item)).toEqual(results["IOC_below_0.5"]);
  });

  it("relevance on four points: CVI, κ, S-CVI, Aiken's V", () => {
    const ours = contentValidity(results.relevance4_ratings.rows, results.relevance4_ratings.values, { scale: [1, 4] });
    expect(ours).toMatchObject({ relevantFrom: 3, ioc: null, experts: 5 });
    for (const item of ours.items) {
      expect(item.iCvi).toBeCloseTo(results.cvi_from_relevance4.I_CVI[item.item], 9);
      expect(item.kappa).toBeCloseTo(results.cvi_from_relevance4.kappa_modified[item.item], 9);
      expect(item.aikenV).toBeCloseTo(results.aiken_relevance4.V[item.item], 9);
      expect(item.aikenVCi[0]).toBeCloseTo(results.aiken_relevance4.lower[item.item], 9);
      expect(item.aikenVCi[1]).toBeCloseTo(results.aiken_relevance4.upper[item.item], 9);
    }
    expect(ours.sCviAve).toBeCloseTo(results.cvi_from_relevance4.S_CVI_Ave, 9);
    expect(ours.sCviUa).toBeCloseTo(results.cvi_from_relevance4.S_CVI_UA, 9);
  });

  it("critical CVR and κ of the published tables", () => {
    for (const [experts, , critical] of results.CVR_critical_values.values)
      expect(criticalContentValidityRatio(experts), `${experts} experts`).toBeCloseTo(critical, 9);
    const cases = [
      [3, 3],
      [5, 4],
      [6, 5],
      [8, 7],
      [9, 7],
    ];
    cases.forEach(([experts, agreeing], i) => expect(modifiedKappa(agreeing, experts)).toBeCloseTo(results.fleiss_like_check.kappa_table_check.computed[i], 9));
  });
});

describe("content validity", () => {
  it("leaves out an expert who gave no rating", () => {
    const { items } = contentValidity(["Q1"], [[1, null, 0, 1]], { scale: [-1, 1] });
    expect(items[0]).toMatchObject({ experts: 3, agreeing: 2, iCvi: 2 / 3 });
  });

  it("has no critical CVR below five experts", () => expect(criticalContentValidityRatio(4)).toBeNull());

  it.each([
    ["no-ratings", () => contentValidity([], [], { scale: [1, 4] })],
    ["no-ratings", () => contentValidity(["Q1"], [[null]], { scale: [1, 4] })],
    ["rating-outside-scale", () => contentValidity(["Q1"], [[5]], { scale: [1, 4] })],
  ])("refuses with %s", (code, call) => expect(call).toThrow(expect.objectContaining({ code })));
});
