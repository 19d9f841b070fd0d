import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure, report } from "./measure";
import { simulated } from "./simulated";

function csv(rows: number, items: number): string {
  const { names, columns } = simulated(rows, items);
  return [names.join(","), ...Array.from({ length: rows }, (_, row) => columns.map((values) => values[row]).join(","))].join("\n");
}

/** Whole processes, as a user waits for them. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "scree-bench-"));
  try {
    const data = join(folder, "survey.csv");
    writeFileSync(data, csv(320, 24));
    const run = (...args: string[]) => {
      const { status, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...args], { encoding: "utf8" });
      if (status === 2) throw new Error(stderr);
    };
    await measure("scree --version, whole process", () => run("--version"));
    await measure("scree analyze 320 × 24, whole process", () => run("analyze", data, "--format", "json"), { bound: 600 });
    await measure("scree check examples/contradictions.md, whole process", () => run("check", "examples/contradictions.md"));
    await measure("scree tables --check examples/manuscript.md, whole process", () => run("tables", "--check", "examples/manuscript.md"));
    const bytes = statSync("dist/extension.js").size;
    report({ name: "bundle that loads at activation, KiB in place of ms", milliseconds: bytes / 1024, bound: 150 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
