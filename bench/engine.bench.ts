/**
 * The engine against its budgets and against R 4.2.2 with psych 2.2.9, whose times were measured once and stored: `fa.parallel` (components only,
 * 100 replications of 2,800 × 25) took 1.2 s.
 */
import { eigenvaluesOf, flatten } from "../src/numerics/eigen";
import { defaultSettings } from "../src/psychometrics/analysis";
import { analyze } from "../src/psychometrics/analyze";
import { moments } from "../src/psychometrics/moments";
import { parallelAnalysis } from "../src/psychometrics/parallel-analysis";
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
  await measure(
    "parallel analysis, 2,800 × 25, 100 replications, from the answers on",
    () => {
      const { correlation } = moments(names, columns, "listwise");
      return parallelAnalysis(eigenvaluesOf(flatten(correlation), names.length), 2800, { iterations: 100, seed: 1 });
    },
    { bound: 1200 / 30, note: "a thirtieth of psych's stored 1.2 s" },
  );
}

void main();
