/**
 * Large files from the disk: a million rows into columns and through an analysis, next to R's data.table and DuckDB on the same file, and ten million rows
 * without keeping them. The files stand in the system's temporary folder while they are needed.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeFiles } from "../src/cli/files";
import { defaultSettings } from "../src/psychometrics/analysis";
import { analyzeStream } from "../src/psychometrics/counted/analyze-stream";
import { readSurvey } from "../src/survey/read";
import { writeLikertCsv } from "./likert-file";
import { report } from "./measure";
import { duckDbReads, type Peer, rReadsAndCorrelates } from "./peers";

const settings = { ...defaultSettings, missing: "pairwise", extraction: "pca", factors: "kaiser", iterations: 0 } as const;
const mostMemory = 400;

async function analysed(path: string, rows: number): Promise<number> {
  const started = performance.now();
  const { sample, factorability, reliability, solution } = await analyzeStream({ name: "bench.csv", ...(await nodeFiles.stream!(path)) }, {}, {}, settings);
  const milliseconds = performance.now() - started;
  if (sample.rows !== rows || sample.items.length !== 50 || !factorability?.kmo || !reliability[0].alpha || !solution)
    throw new Error("not the analysis of what was written");
  return milliseconds;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1];

function reportPeer(name: string, peer: Peer): void {
  if ("missing" in peer) console.log(`${name}: not here. To compare: ${peer.missing}`);
  else report({ name, milliseconds: peer.milliseconds, note: peer.note });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "scree-bench-"));
  try {
    const million = join(folder, "million.csv");
    writeLikertCsv(million, 1_000_000, 50);
    const times = [await analysed(million, 1_000_000), await analysed(million, 1_000_000), await analysed(million, 1_000_000)];
    const whole = report({
      name: "1,000,000 × 50 from the disk: 1,225 cross-tables, α, KMO, PCA",
      milliseconds: median(times),
      bound: 5000,
      note: "no rows kept, one thread",
    });

    const ten = join(folder, "ten-million.csv");
    writeLikertCsv(ten, 10_000_000, 50);
    const milliseconds = await analysed(ten, 10_000_000);
    const memory = process.resourceUsage().maxRSS / 1024;
    report({ name: "10,000,000 × 50 (950 MB), the same", milliseconds, bound: whole.milliseconds * 10 * 1.1, note: "bound: as fast a row, and a tenth" });
    console.log(`memory at its highest ${memory.toFixed(0)} MB, bound ${mostMemory} MB${memory > mostMemory ? "  OVER" : ""}`);
    if (memory > mostMemory) process.exitCode = 1;
    rmSync(ten);

    const started = performance.now();
    const survey = await readSurvey(readFileSync(million), { name: "million.csv" });
    if (survey.rows !== 1_000_000) throw new Error("not the survey that was written");
    report({ name: "1,000,000 × 50 from the disk into columns", milliseconds: performance.now() - started, bound: 1500, note: "one thread" });
    const r = rReadsAndCorrelates(million);
    reportPeer("R: data.table::fread of the same", r.read);
    reportPeer("R: cor(use = pairwise) of the same, nothing else", r.correlate);
    reportPeer("DuckDB: read_csv of the same", await duckDbReads(million));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
