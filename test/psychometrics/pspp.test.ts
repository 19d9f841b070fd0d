import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { principalAxes, stopRules } from "../../src/psychometrics/paf";
import { principalComponents } from "../../src/psychometrics/pca";
import { orthomaxWeight, orthomax, toTheOptimum } from "../../src/psychometrics/rotation/orthomax";
import { promax } from "../../src/psychometrics/rotation/promax";
import { rotate } from "../../src/psychometrics/rotation/rotate";
import { normalized } from "../../src/psychometrics/rotation/rotated";
import { squaredMultipleCorrelations } from "../../src/psychometrics/smc";
import { varianceExplained } from "../../src/psychometrics/variance";
import { shared } from "../shared";
import { matched, referenceJson, referenceSets, worst } from "./reference";

/** PSPP's own stop of a rotation is up to 1e-4 from the optimum on these data. */
const PSPP_STOP = 2e-4;

interface Section {
  tables: { title: string; cells: (string | number | null)[][] }[];
}

function table(section: Section, ...titles: string[]): Matrix {
  const found = section.tables.find(({ title }) => titles.includes(title));
  expect(found, titles.join(" or ")).toBeDefined();
  return new Matrix(
    found!.cells
      .filter((row) => row.slice(1).every((cell) => typeof cell === "number") && row[0] !== null && row[0] !== "Factor" && row[0] !== "Component")
      .map((row) => row.slice(1) as number[]),
  );
}

function afterSweeps(loadings: Matrix, method: "varimax" | "quartimax" | "equamax", maxSweeps: number): Matrix {
  const weight = orthomaxWeight[method](loadings.rows, loadings.columns);
  return normalized(loadings, true, (rows) => orthomax(rows, weight, { tolerance: 0, maxSweeps })).loadings;
}

describe.skipIf(!shared)("the SPSS convention against PSPP", () => {
  const sets = referenceSets.filter(({ name }) => name.endsWith("listwise"));

  it.each(sets)("$name: communalities, unrotated, rotated, variance", ({ name, R, items, factors }) => {
    const sections = referenceJson(`${name.split(".")[0]}.pspp.json`).sections;
    const initial = squaredMultipleCorrelations(R, items, "");
    const extractions = { pc: principalComponents(R, factors), paf: principalAxes(R, factors, initial, { ...stopRules.spss, maxIterations: 1000 }) };
    for (const [method, extraction] of Object.entries(extractions)) {
      const key = (rotation: string) => sections[`${method}_${rotation}_k${factors}`];
      const unrotated = table(key("norotate"), "Factor Matrix", "Component Matrix");
      expect(worst(matched(extraction.loadings, unrotated).loadings, unrotated), method).toBeLessThan(1e-9);
      table(key("norotate"), "Communalities")
        .getColumn(0)
        .forEach((h2, i) => expect(extraction.initialCommunalities[i]).toBeCloseTo(h2, 9));

      for (const rotation of ["varimax", "quartimax", "equamax"] as const) {
        const theirs = table(key(rotation), "Rotated Factor Matrix", "Rotated Component Matrix");
        const ours = rotate(extraction.loadings, { rotation, convention: "spss", extraction: method === "pc" ? "pca" : "paf", seed: 1 });
        // PSPP takes the same planar rotations, but its stop can come a sweep or two before SPSS's, or one after
        const sweeps = [0, 1, 2, -1].map((fewer) => afterSweeps(extraction.loadings, rotation, ours.iterations - fewer));
        const differences = sweeps.map((rotated) => worst(matched(rotated, theirs).loadings, theirs));
        expect(Math.min(...differences), `${method} ${rotation}: ${differences}`).toBeLessThan(1e-9);
        expect(differences[0], `${method} ${rotation}`).toBeLessThan(1e-3);
      }

      const weight = orthomaxWeight.varimax();
      const varimax = normalized(extraction.loadings, true, (rows) => orthomax(rows, weight, toTheOptimum));
      const oblique = promax(varimax.loadings, "spss");
      const pattern = table(key("promax"), "Pattern Matrix");
      expect(worst(matched(oblique.loadings, pattern).loadings, pattern), `${method} promax`).toBeLessThan(PSPP_STOP);
    }
  });

  it.each(sets)("$name: total variance explained", ({ name, R, items, factors }) => {
    const sections = referenceJson(`${name.split(".")[0]}.pspp.json`).sections;
    const section: Section = sections[`pc_varimax_k${factors}`];
    const { loadings } = principalComponents(R, factors);
    const ours = varianceExplained(R, loadings, rotate(loadings, { rotation: "varimax", convention: "spss", extraction: "pca", seed: 1 }), "spss");
    const rows = section.tables.find(({ title }) => title === "Total Variance Explained")!.cells.slice(2) as number[][];
    expect(ours.initial).toHaveLength(items.length);
    rows.forEach(([, eigenvalue, percent, cumulative, extracted, , , rotated], k) => {
      expect(ours.initial[k].eigenvalue).toBeCloseTo(eigenvalue, 9);
      expect(Math.abs(ours.initial[k].percent! - percent)).toBeLessThan(0.0501);
      expect(Math.abs(ours.initial[k].cumulative! - cumulative)).toBeLessThan(0.0501);
      if (k >= factors) return;
      expect(ours.extraction[k].sumOfSquares).toBeCloseTo(extracted, 9);
      // PSPP does not put rotated columns in descending order
      expect(ours.rotation.some((row) => Math.abs(row.sumOfSquares! - rotated) < 5e-4)).toBe(true);
    });
  });
});
