import Papa from "papaparse";
import { readSurvey } from "../src/survey/read";
import { likertCsv, likertSav } from "./likert";
import { measure } from "./measure";

/** Reading speed: a large CSV, with the memory that its columns take beside the file, papaparse as peer, and a large SPSS file. */
async function main(): Promise<void> {
  const csv = likertCsv(1_000_000, 50);
  const before = process.memoryUsage().rss;
  const survey = await readSurvey(csv, { name: "bench.csv" });
  const memory = (process.memoryUsage().rss - before) / 2 ** 20;
  if (survey.rows !== 1_000_000 || survey.columns.length !== 50) throw new Error("not the survey that was written");
  const note = `${memory.toFixed(0)} MB beside the file, bound 250 MB`;
  if (memory > 250) process.exitCode = 1;
  const ours = await measure("read 1,000,000 × 50 CSV (95 MB)", () => readSurvey(csv, { name: "bench.csv" }), { bound: 1500, runs: 3, warmUp: 0, note });

  const tenth = new TextDecoder().decode(csv.subarray(0, csv.length / 10));
  const started = performance.now();
  Papa.parse(tenth, { dynamicTyping: true });
  console.log(`papaparse takes ${(((performance.now() - started) * 10) / ours.milliseconds).toFixed(1)} times as long (measured on a tenth)`);

  const sav = likertSav(100_000, 100);
  const cases = await readSurvey(sav, { name: "bench.sav" });
  if (cases.rows !== 100_000 || cases.columns.length !== 100) throw new Error("not the survey that was written");
  await measure("read 100,000 × 100 SPSS file (10 MB)", () => readSurvey(sav, { name: "bench.sav" }), { bound: 1000, runs: 5 });
}

void main();
