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

interface Taken {
  readonly milliseconds: number;
  /** of the processor: what other programs do meanwhile does not count */
  readonly processor: number;
}

async function analysed(path: string, rows: number): Promise<Taken> {
  const before = process.cpuUsage();
  const started = performance.now();
  const { sample, factorability, reliability, solution } = await analyzeStream({ name: "bench.csv", ...(await nodeFiles.stream!(path)) }, {}, {}, settings);
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  if (sample.rows !== rows || sample.items.length !== 50 || !factorability?.kmo || !reliability[0].alpha || !solution)
    throw new Error("not the analysis of what was written");
  return { milliseconds, processor: (user + system) / 1000 };
}

async function readWhole(path: string): Promise<number> {
  const started = performance.now();
  const survey = await readSurvey(readFileSync(path), { name: "million.csv" });
  if (survey.rows !== 1_000_000) throw new Error("not the survey that was written");
  return performance.now() - started;
}

/** A shared machine has outliers, all of them upwards. */
const fastest = (runs: readonly Taken[]): Taken => runs.reduce((best, run) => (run.milliseconds < best.milliseconds ? run : best));

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

function reportPeer(name: string, peer: Peer): void {
  if ("missing" in peer) console.log(`${name}: not here. To compare: ${peer.missing}`);
  else report({ name, milliseconds: peer.milliseconds, note: peer.note });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "scree-bench-"));
  try {
    const million = join(folder, "million.csv");
    writeLikertCsv(million, 1_000_000, 50);
    const runs = [await analysed(million, 1_000_000), await analysed(million, 1_000_000), await analysed(million, 1_000_000)];
    const one = fastest(runs);
    report({
      name: "1,000,000 × 50 from the disk: 1,225 cross-tables, α, KMO, PCA",
      milliseconds: one.milliseconds,
      bound: 5000,
      note: `no rows kept; ${seconds(one.processor)} of the processor`,
    });

    const ten = join(folder, "ten-million.csv");
    writeLikertCsv(ten, 10_000_000, 50);
    const many = await analysed(ten, 10_000_000);
    const memory = process.resourceUsage().maxRSS / 1024;
    const note = `${seconds(many.processor)} of the processor`;
    report({ name: "10,000,000 × 50 (950 MB), the same", milliseconds: many.milliseconds, note });
    const atMost = one.processor * 1.1;
    report({ name: "  of the processor for each million of them", milliseconds: many.processor / 10, bound: atMost, note: "as fast a row, and a tenth" });
    console.log(`memory at its highest ${memory.toFixed(0)} MB, bound ${mostMemory} MB${memory > mostMemory ? "  OVER" : ""}`);
    if (memory > mostMemory) process.exitCode = 1;
    rmSync(ten);

    const read = [await readWhole(million), await readWhole(million), await readWhole(million)];
    report({ name: "1,000,000 × 50 from the disk into columns", milliseconds: Math.min(...read), bound: 1500, note: "one thread" });
    const r = rReadsAndCorrelates(million);
    reportPeer("R: data.table::fread of the same", r.read);
    reportPeer("R: cor(use = pairwise) of the same, nothing else", r.correlate);
    reportPeer("DuckDB: read_csv of the same", await duckDbReads(million));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
