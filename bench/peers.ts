import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

/** What a peer took, in milliseconds, or how it is had. */
export type Peer = { readonly milliseconds: number; readonly note?: string } | { readonly missing: string };

/** R: data.table's reader and Pearson correlations of complete pairs. */
export function rReadsAndCorrelates(path: string): { read: Peer; correlate: Peer } {
  const missing = { missing: "R with data.table (Debian: apt-get install r-cran-data.table)" };
  if (spawnSync("Rscript", ["-e", "library(data.table)"]).status !== 0) return { read: missing, correlate: missing };
  const script = `suppressMessages(library(data.table)); f <- ${JSON.stringify(path)}
    a <- system.time(d <- fread(f))[["elapsed"]]; b <- system.time(r <- cor(d, use = "pairwise.complete.obs"))[["elapsed"]]; cat(a, b, getDTthreads())`;
  const [read, correlate, threads] = execFileSync("Rscript", ["-e", script], { encoding: "utf8" }).trim().split(/\s+/).map(Number);
  return { read: { milliseconds: read * 1000, note: `${threads} ${threads === 1 ? "thread" : "threads"}` }, correlate: { milliseconds: correlate * 1000 } };
}

/** R's statcheck over the same texts, which reads APA test results only. */
export function statcheckReads(paths: readonly string[]): Peer {
  if (spawnSync("Rscript", ["-e", "library(statcheck)"]).status !== 0) return { missing: "R with statcheck (Debian: apt-get install r-cran-statcheck)" };
  const script = `suppressMessages(library(statcheck)); files <- readLines(file("stdin"))
    texts <- vapply(files, function(f) paste(readLines(f, warn = FALSE, encoding = "UTF-8"), collapse = "\\n"), "")
    one <- function(text) tryCatch(NROW(suppressMessages(suppressWarnings(statcheck(text, messages = FALSE)))), error = function(e) NA)
    took <- system.time(found <- vapply(texts, one, 0))[["elapsed"]]; cat(took, sum(found, na.rm = TRUE), sum(is.na(found)))`;
  const [took, found, failed] = execFileSync("Rscript", ["-e", script], { encoding: "utf8", input: paths.join("\n"), stdio: ["pipe", "pipe", "ignore"] })
    .trim()
    .split(/\s+/)
    .slice(-3) // behind its progress bars
    .map(Number);
  return { milliseconds: took * 1000, note: `${found} test results; it breaks off at ${failed} papers` };
}

const cache = join(homedir(), ".cache", "scree-bench");

/** DuckDB's CSV reader, into a table in memory. */
export async function duckDbReads(path: string): Promise<Peer> {
  if (!existsSync(join(cache, "node_modules", "@duckdb", "node-api")))
    return { missing: `DuckDB (npm install --prefix ${join("~", ".cache", "scree-bench")} @duckdb/node-api)` };
  const load = createRequire(join(cache, "package.json"));
  const { DuckDBInstance } = load("@duckdb/node-api") as { DuckDBInstance: { create(path: string): Promise<Instance> } };
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run(`CREATE TABLE survey AS SELECT * FROM read_csv('${path.replaceAll("'", "''")}')`);
  const milliseconds = performance.now() - started;
  const threads = (await (await connection.run("SELECT current_setting('threads')")).getRows())[0][0];
  connection.closeSync();
  return { milliseconds, note: `${threads} threads` };
}

interface Instance {
  connect(): Promise<{ run(sql: string): Promise<{ getRows(): Promise<unknown[][]> }>; closeSync(): void }>;
}
