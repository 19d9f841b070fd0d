import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs the dependencies of a fresh clone, exactly those of the lock file. */
export function installed() {
  if (existsSync("node_modules/esbuild")) return;
  console.log("Installing the dependencies (once) …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { stdio: "inherit", shell: process.platform === "win32" });
  if (status === 0) return;
  console.error("The dependencies could not be installed (see above). Is the network reachable, and is this Node 20 or newer?");
  process.exit(1);
}
