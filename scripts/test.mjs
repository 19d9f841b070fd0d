/** `npm test`: installs what is missing, builds the command line that the contract tests run, runs all tests that need no browser, and ends with the line "N passed, N failed". */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installed } from "./installed.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installed();
execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });

const folder = mkdtempSync(join(tmpdir(), "scree-test-"));
const report = join(folder, "report.json");
const run = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { stdio: "inherit" },
);
let failed = 1;
let passed = 0;
try {
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed = result.numPassedTests;
  // a file that cannot even be loaded holds no failed test, but has failed
  failed =
    result.numFailedTests +
    result.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed")).length;
  if (result.numPendingTests > 0) console.log(`${result.numPendingTests} skipped: their reference figures lie in ../shared, which is not here.`);
} catch {
  console.error("The tests ended without a report.");
}
rmSync(folder, { recursive: true, force: true });
if (run.status !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
