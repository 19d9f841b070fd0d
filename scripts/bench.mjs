/** Runs every bench/*.bench.ts (or those whose names contain an argument), each bundled and in a process of its own. Ends with status 1 when a bound is missed. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const wanted = process.argv.slice(2);
const files = readdirSync("bench").filter((name) => name.endsWith(".bench.ts") && (wanted.length === 0 || wanted.some((word) => name.includes(word))));
const build = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
if (build.status !== 0) process.exit(build.status ?? 1);
mkdirSync("dist/bench", { recursive: true });

let missed = 0;
for (const file of files) {
  const outfile = `dist/bench/${basename(file, ".ts")}.cjs`;
  await esbuild.build({
    entryPoints: [`bench/${file}`],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
  console.log(`\n${basename(file, ".bench.ts")}`);
  if (spawnSync(process.execPath, [outfile], { stdio: "inherit" }).status !== 0) missed++;
}
console.log(missed === 0 ? "\nAll bounds held." : `\n${missed} of ${files.length} files missed a bound.`);
process.exit(missed === 0 ? 0 : 1);
