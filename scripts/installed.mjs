import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs the dependencies of a fresh clone, exactly those of the lock file. */
export function installed() {
  if (existsSync("node_modules/esbuild")) return;
  console.log("Installing the dependencies (once) …");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { stdio: "inherit", shell: process.platform === "win32" });
}
