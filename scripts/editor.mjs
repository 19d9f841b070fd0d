/**
 * A real VS Code in the browser, with the extension: `npm run editor [FOLDER]` (default: examples/). It listens on this machine only, is installed outside the
 * project's own dependencies, and ends with Ctrl+C. Its settings and layout stay for the next time.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { hostFolder } from "./host-install.mjs";
import { startServer } from "./host-server.mjs";

const root = resolve(import.meta.dirname, "..");
const folder = resolve(process.argv[2] ?? join(root, "examples"));
const profile = join(hostFolder, "profile");
const vsix = join(hostFolder, "scree.vsix");

process.chdir(root);
mkdirSync(profile, { recursive: true });
try {
  execFileSync("npm", ["run", "--silent", "package", "--", "--out", vsix], { stdio: ["ignore", "ignore", "inherit"] });
} catch {
  console.error("The extension could not be built; see above.");
  process.exit(2);
}
const server = await startServer({ vsix, keep: profile });
console.log(`VS Code with Scree: ${server.url(folder)}\nOpen this address in a browser. Ctrl+C ends it.`);
const end = () => void server.stop().then(() => process.exit(0));
process.once("SIGINT", end);
process.once("SIGTERM", end);
