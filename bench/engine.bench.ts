/**
 * The engine against its budgets and against R 4.2.2 with psych 2.2.9, whose times were measured once and stored: for 2,800 × 25, `fa.parallel` (components
 * only, 100 replications) 1.2 s, `polychoric` 3.3 s, and the whole pipeline (α, KMO, Bartlett, both variants of parallel analysis, minres 5, oblimin) 4.3 s.
 */
import { flatten } from "../src/numerics/eigen";
import { defaultSettings } from "../src/psychometrics/analysis";
import { analyze } from "../src/psychometrics/analyze";
import { moments } from "../src/psychometrics/moments";
import { parallelAnalysis } from "../src/psychometrics/parallel-analysis";
import { polychoricMatrix } from "../src/psychometrics/polychoric-matrix";
import { spectrum, type SpectrumKind } from "../src/psychometrics/spectrum";
import type { Survey } from "../src/survey/survey";
import { measure } from "./measure";
import { simulated } from "./simulated";

function surveyOf({ names, columns }: ReturnType<typeof simulated>): Survey {
  return {
    source: "simulated",
    rows: columns[0].length,
    warnings: [],
    columns: names.map((name, i) => ({ name, kind: "numeric", role: "item", roleReason: "simulated", missing: 0, values: columns[i], sentinel: NaN })),
  };
}

async function main(): Promise<void> {
  const small = surveyOf(simulated(320, 24));
  await measure("analysis of 320 × 24 without parallel analysis", () => analyze(small, {}, { ...defaultSettings, iterations: 0, factors: 4 }), {
    bound: 60,
    warmUp: 0,
    runs: 9,
  });

  const { names, columns } = simulated(2800, 25);
  const correlation = () => moments(names, columns, "listwise").correlation;
  const spectra = (kind: SpectrumKind) =>
    parallelAnalysis(spectrum(kind, flatten(correlation()), names.length)!, 2800, { iterations: 100, seed: 1, spectrum: kind });
  await measure("parallel analysis, 2,800 × 25, 100 replications, from the answers on", () => spectra("pca"), { bound: 1200 / 30, note: "psych / 30" });
  await measure("polychoric correlations, 2,800 × 25", () => polychoricMatrix(names, columns, correlation()), { bound: 3300 / 10, note: "psych / 10" });

  const large = surveyOf({ names, columns });
  const pipeline = async () => {
    await analyze(large, {}, { ...defaultSettings, convention: "psych", extraction: "minres", rotation: "oblimin", factors: 5 });
    await spectra("minres");
  };
  await measure("pipeline, 2,800 × 25, both variants of parallel analysis, minres 5, oblimin", pipeline, { bound: 4300 / 20, note: "psych / 20" });

  const bootstrapped = { ...defaultSettings, convention: "psych", extraction: "minres", rotation: "oblimin", factors: 5, bootstrap: 1000 } as const;
  await measure("bootstrap of 1,000 replications, 2,800 × 25, minres 5, oblimin", () => analyze(large, {}, bootstrapped), {
    bound: 30_000,
    runs: 1,
    warmUp: 0,
  });

  const huge = surveyOf(simulated(5000, 300));
  const all = () => analyze(huge, {}, { ...defaultSettings, convention: "psych", factors: 60 });
  await measure("pipeline, 5,000 × 300, PAF 60, varimax, 100 replications", all, { bound: 60_000, runs: 1, warmUp: 0 });
}

void main();
