/**
 * Tries the extension in real editors: the in-host suite in the desktop's and in the browser's extension host, then a run with the packaged .vsix that takes pictures.
 *
 *   npm run test:host                  everything
 *   npm run test:host -- server web    only these of: server web electron pictures
 *
 * Installs what it needs outside the project (see host-install.mjs). `electron` downloads the desktop build of VS Code and runs only when named.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundleSuite, runInElectron, runInServer, runInWeb } from "./host-suite.mjs";
import { takePictures } from "./host-pictures.mjs";

const root = resolve(import.meta.dirname, "..");
process.chdir(root);
const named = process.argv.slice(2);
const wanted = (part) => (named.length > 0 ? named.includes(part) : part !== "electron");

execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
let ok = true;
if (["server", "web", "electron"].some(wanted)) {
  const suite = await bundleSuite();
  if (wanted("server")) ok = (await runInServer(suite)) && ok;
  if (wanted("web")) ok = (await runInWeb(suite)) && ok;
  if (wanted("electron")) ok = (await runInElectron(suite)) && ok;
}
if (wanted("pictures")) {
  const folder = join(root, "test-results/host");
  mkdirSync(folder, { recursive: true });
  const vsix = join(folder, "scree.vsix");
  execFileSync("npx", ["vsce", "package", "--no-dependencies", "--allow-missing-repository", "--out", vsix], { stdio: ["ignore", "ignore", "inherit"] });
  await takePictures(vsix, join(folder, "pictures"));
  console.log(`pictures: ${join(folder, "pictures")}`);
}
process.exit(ok ? 0 : 1);
