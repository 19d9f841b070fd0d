/**
 * Tries the extension in real editors: the in-host suite in the desktop's and in the browser's extension host, then a run with the packaged .vsix that takes pictures.
 *
 *   npm run test:host                  everything
 *   npm run test:host -- server web    only these of: server web electron pictures
 *   npm run test:host -- pictures keep  and keep the pictures as those of docs/ and of the walkthrough
 *
 * Installs what it needs outside the project (see host-install.mjs). `electron` downloads the desktop build of VS Code and runs only when named.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundleSuite, runInElectron, runInServer, runInWeb } from "./host-suite.mjs";
import { takePictures } from "./host-pictures.mjs";

const root = resolve(import.meta.dirname, "..");
process.chdir(root);
const named = process.argv.slice(2);
const wanted = (part) => (named.length > 0 ? named.includes(part) : part !== "electron");

execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
let passed = 0;
let failed = 0;
const count = (result) => {
  passed += result.passed;
  failed += result.failed;
};

if (["server", "web", "electron"].some(wanted)) {
  const suite = await bundleSuite();
  if (wanted("server")) count(await runInServer(suite));
  if (wanted("web")) count(await runInWeb(suite));
  if (wanted("electron")) count(await runInElectron(suite));
}
if (wanted("pictures")) {
  const folder = join(root, "test-results/host");
  const pictures = join(folder, "pictures");
  mkdirSync(folder, { recursive: true });
  const vsix = join(folder, "scree.vsix");
  execFileSync("npm", ["run", "--silent", "package", "--", "--out", vsix], { stdio: ["ignore", "ignore", "inherit"] });
  count(await takePictures(vsix, pictures));
  console.log(`pictures: ${pictures}`);
  if (named.includes("keep")) keepPictures(pictures);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** The pictures of the documentation and of the walkthrough are those of the last run that was asked to keep them. */
function keepPictures(pictures) {
  mkdirSync("docs/pictures", { recursive: true });
  mkdirSync("media/walkthrough", { recursive: true });
  for (const theme of ["light", "dark", "high-contrast"])
    for (const page of ["panel", "report", "preview"]) copyFileSync(join(pictures, `${page}-${theme}.png`), `docs/pictures/${page}-${theme}.png`);
  for (const page of ["data", "uncertainty"]) copyFileSync(join(pictures, `${page}-light.png`), `docs/pictures/${page}-light.png`);
  for (const page of ["analyze", "insert", "check"]) copyFileSync(join(pictures, `${page}-light.png`), `media/walkthrough/${page}.png`);
}
