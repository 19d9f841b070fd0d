import { openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { ScreeError } from "../../../src/errors";
import { readSurvey } from "../../../src/survey/read";
import { mutate, mutatePackage, randomFrom } from "./mutate";

/**
 * Reads mutants of valid files until the time is up. Its own process, so that a hang can be ended and memory measured.
 * Arguments: file for the report, file for the place, seconds, first seed, valid files.
 */
const [report, place, seconds, firstSeed, ...files] = process.argv.slice(2);
const valid = files.map((file) => ({ name: file.split("/").pop()!, bytes: new Uint8Array(readFileSync(file)) }));
const progress = openSync(place, "w");
const end = Date.now() + Number(seconds) * 1000;
const failures: string[] = [];
let [runs, read, slowest, slowestSeed] = [0, 0, 0, 0];

for (let seed = Number(firstSeed); Date.now() < end && failures.length < 5; seed++) {
  const random = randomFrom(seed);
  const { name, bytes } = valid[random(valid.length)];
  const mutant = name.endsWith(".xlsx") ? mutatePackage(bytes, random) : mutate(bytes, random);
  writeSync(progress, `${name} seed ${seed}`.padEnd(80), 0);
  const start = performance.now();
  try {
    const survey = await readSurvey(mutant, { name });
    read++;
    for (const column of survey.columns)
      if (column.values.length !== survey.rows) throw new Error(`${column.name} has ${column.values.length} of ${survey.rows} rows`);
  } catch (error) {
    const isSentence = error instanceof ScreeError && /^[^\n]{10,600}$/.test(error.message) && !/NaN|undefined|\[object/.test(error.message);
    if (!isSentence) failures.push(`${name} seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  runs++;
  const took = performance.now() - start;
  if (took > slowest) [slowest, slowestSeed] = [took, seed];
}
writeFileSync(report, JSON.stringify({ runs, read, slowest, slowestSeed, failures, megabytes: process.resourceUsage().maxRSS / 1024 }));
