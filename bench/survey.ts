/**
 * Reading speed: 1,000,000 × 50 Likert answers as CSV (100 MB). Bounds: 1.5 s and 250 MB for the columns beside the file.
 * Run: npx esbuild bench/survey.ts --bundle --platform=node --format=esm --outfile=/tmp/bench-survey.mjs && node --expose-gc /tmp/bench-survey.mjs
 */
import Papa from "papaparse";
import { readSurvey } from "../src/survey/read";

function likertCsv(rows: number, columns: number): Uint8Array {
  const header = new TextEncoder().encode(Array.from({ length: columns }, (_, j) => `Q${j + 1}`).join(",") + "\n");
  const bytes = new Uint8Array(header.length + rows * columns * 2);
  bytes.set(header);
  let at = header.length;
  let state = 12345;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      const draw = state >>> 16;
      if (draw % 97 !== 0) bytes[at++] = 49 + (draw % 5); // one answer in 97 is missing
      bytes[at++] = column === columns - 1 ? 10 : 44;
    }
  }
  return bytes.subarray(0, at);
}

const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const used = (): number => process.memoryUsage().rss;

const rows = Number(process.argv[2] ?? 1_000_000);
const bytes = likertCsv(rows, 50);
const base = used();
const times: number[] = [];
let peak = 0;
for (let round = 0; round < 3; round++) {
  (globalThis as { gc?: () => void }).gc?.();
  const started = performance.now();
  const survey = await readSurvey(bytes, { name: "bench.csv" });
  times.push(performance.now() - started);
  if (round === 0) peak = used() - base;
  if (survey.rows !== rows || survey.columns.length !== 50) throw new Error("not the survey that was written");
}
console.log(
  `read ${rows} × 50 CSV (${mb(bytes.length)}): first ${times[0].toFixed(0)} ms, best ${Math.min(...times).toFixed(0)} ms (bound 1500 ms); ${mb(peak)} beside the file (bound 250 MB)`,
);

const part = new TextDecoder().decode(bytes.subarray(0, bytes.length / 10));
const started = performance.now();
Papa.parse(part, { header: false, dynamicTyping: true });
const peer = performance.now() - started;
console.log(`papaparse, a tenth of it: ${peer.toFixed(0)} ms; ratio ${((peer * 10) / Math.min(...times)).toFixed(1)}×`);
