/**
 * The engine against its budgets and against R with psych on the same answers (bfi25 where the reference is there, otherwise simulated ones of its size):
 * R is run here where it is installed, otherwise its stored medians stand for it. What is promised: the whole pipeline 20 times as fast, polychoric correlations
 * 10 times, minres with oblimin twice; and that the pipeline grows no faster than N p² + p³.
 */
import { existsSync, readFileSync } from "node:fs";
import { flatten } from "../src/numerics/eigen";
import { type AnalysisSettings, defaultSettings } from "../src/psychometrics/analysis";
import { analyze } from "../src/psychometrics/analyze";
import { extract } from "../src/psychometrics/extract";
import { completeRows, moments } from "../src/psychometrics/moments";
import { parallelAnalysis } from "../src/psychometrics/parallel-analysis";
import { polychoricMatrix } from "../src/psychometrics/polychoric-matrix";
import { rotate } from "../src/psychometrics/rotation/rotate";
import { spectrum, type SpectrumKind } from "../src/psychometrics/spectrum";
import type { Survey } from "../src/survey/survey";
import { timesOfR } from "./engine-r";
import { measure, report } from "./measure";
import { simulated } from "./simulated";

function surveyOf({ names, columns }: ReturnType<typeof simulated>): Survey {
  return {
    source: "simulated",
    rows: columns[0].length,
    warnings: [],
    columns: names.map((name, i) => ({ name, kind: "numeric", role: "item", roleReason: "simulated", missing: 0, values: columns[i], sentinel: NaN })),
  };
}

/** The answers of the reference, where it is. */
function bfi25(): ReturnType<typeof simulated> | undefined {
  const file = "../shared/reference/bfi25.csv";
  if (!existsSync(file)) return undefined;
  const [names, ...lines] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return { names, columns: names.map((_, i) => Float64Array.from(lines, (cells) => (["", "NA"].includes(cells[i]) ? NaN : Number(cells[i])))) };
}

/** Twice the rows, or twice the items, may cost no more than N p² + p³ would: a figure is the time per unit of that, against the smallest of the sizes. */
async function growth(): Promise<void> {
  const settings = { ...defaultSettings, iterations: 20, maxIterations: 25 } as const;
  const perUnit = async (rows: number, items: number): Promise<number> => {
    const survey = surveyOf(simulated(rows, items));
    const { milliseconds } = await measure(
      `pipeline of ${rows.toLocaleString("en")} × ${items}, 20 replications`,
      () => analyze(survey, {}, { ...settings, factors: items / 10 }),
      { runs: 3, warmUp: 1 },
    );
    // a replication of parallel analysis costs p³, an iteration of the extraction too
    return milliseconds / (rows * items ** 2 + 60 * items ** 3);
  };
  const small = await perUnit(4000, 40);
  const others = [await perUnit(8000, 40), await perUnit(32_000, 40), await perUnit(4000, 80), await perUnit(4000, 160)];
  others.forEach((unit, i) =>
    report({
      name: `  time per N p² + p³, in that of 4,000 × 40 (${["8,000 × 40", "32,000 × 40", "4,000 × 80", "4,000 × 160"][i]})`,
      milliseconds: unit / small,
      bound: 2.5,
    }),
  );
}

async function main(): Promise<void> {
  const small = surveyOf(simulated(320, 24));
  await measure("analysis of 320 × 24 without parallel analysis", () => analyze(small, {}, { ...defaultSettings, iterations: 0, factors: 4 }), {
    bound: 60,
    warmUp: 0,
    runs: 9,
  });

  const { names, columns } = bfi25() ?? simulated(2800, 25);
  const r = timesOfR(names, columns);
  const against = (time: number, times: number) => ({ bound: time / times, note: `1/${times} of ${Math.round(time)} ms, ${r.when}` });
  const rows = completeRows(columns);
  const complete = columns.map((values) => Float64Array.from(rows, (row) => values[row]));
  const correlation = () => moments(names, complete, "listwise").correlation;
  const spectra = (kind: SpectrumKind) =>
    parallelAnalysis(spectrum(kind, flatten(correlation()), names.length)!, rows.length, { iterations: 100, seed: 1, spectrum: kind });
  await measure("parallel analysis of bfi25, 100 replications, from the answers on", () => spectra("pca"), against(r.parallel, 30));
  await measure("polychoric correlations of bfi25", () => polychoricMatrix(names, complete, correlation()), against(r.polychoric, 10));
  const psych = { ...defaultSettings, convention: "psych", extraction: "minres", rotation: "oblimin", factors: 5 } as const;
  const R = correlation();
  const solution = () => rotate(extract(R, names, 5, psych).loadings, psych);
  await measure("minres 5 and oblimin of bfi25, with its random starts", solution, { ...against(r.minres, 2), runs: 15 });

  const large = surveyOf({ names, columns });
  const pipeline = async (survey: Survey, chosen: AnalysisSettings = psych) => {
    await analyze(survey, {}, chosen);
    await analyze(survey, {}, { ...chosen, parallel: { eigenvalues: "minres", data: "normal", threshold: "percentile95" } });
  };
  await measure("pipeline of bfi25, both variants of parallel analysis, minres 5, oblimin", () => pipeline(large), against(r.pipeline, 20));

  const bootstrapped = { ...psych, bootstrap: 1000 };
  await measure("bootstrap of 1,000 replications of bfi25, minres 5, oblimin", () => analyze(large, {}, bootstrapped), {
    bound: 30_000,
    runs: 1,
    warmUp: 0,
  });
  await growth();

  const huge = surveyOf(simulated(5000, 300));
  const all = () => analyze(huge, {}, { ...defaultSettings, convention: "psych", factors: 60 });
  await measure("pipeline, 5,000 × 300, PAF 60, varimax, 100 replications", all, { bound: 60_000, runs: 1, warmUp: 0 });
}

void main();
