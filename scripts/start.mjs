/** `npm start`: installs what is missing, builds, shows the main job on examples/ in the terminal, and opens the example workspace in VS Code where that is on the PATH. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installed } from "./installed.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installed();
execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });

const colours = process.stdout.isTTY === true && process.env.NO_COLOR === undefined && process.env.TERM !== "dumb";
const title = (text) => console.log(colours ? `\n\u001b[1m━━ ${text}\u001b[0m\n` : `\n━━ ${text}\n`);
const scree = (...args) => {
  console.log(`$ scree ${args.join(" ")}\n`);
  const { status, error } = spawnSync(process.execPath, ["dist/cli.js", ...args], { stdio: "inherit" });
  if (error || status === 2) process.exit(2); // 1 means that something was found, which is what the second part shows
};

title("1. A survey: reliability and factors");
scree("analyze", "--study", "examples/scree.yaml");

title("2. A manuscript that contradicts itself");
scree("check", "examples/contradictions.md");

title("3. A live table, put into a copy of the example manuscript and filled from the data");
const folder = mkdtempSync(join(tmpdir(), "scree-"));
try {
  for (const name of ["survey.csv", "scree.yaml"]) cpSync(join("examples", name), join(folder, name));
  const copy = join(folder, "manuscript.md");
  const before = readFileSync("examples/manuscript.md", "utf8");
  const at = before.indexOf("## Discussion");
  writeFileSync(copy, `${before.slice(0, at)}<!-- scree:begin item-statistics -->\n\n<!-- scree:end -->\n\n${before.slice(at)}`);
  scree("tables", copy);
  const after = readFileSync(copy, "utf8");
  const from = after.indexOf("<!-- scree:begin item-statistics");
  console.log(`\n${after.slice(from, after.indexOf("-->", after.indexOf("<!-- scree:end", from)) + 3)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

title("4. The same in the editor");
const code = process.platform === "win32" ? "code.cmd" : "code";
const isThere = spawnSync(code, ["--version"], { stdio: "ignore", shell: process.platform === "win32" }).status === 0;
if (isThere) {
  spawnSync(code, [`--extensionDevelopmentPath=${process.cwd()}`, join(process.cwd(), "examples")], { stdio: "inherit", shell: process.platform === "win32" });
  console.log("VS Code opens the example workspace with Scree in it.");
} else {
  const editor = existsSync("scripts/editor.mjs") ? "`npm run editor` opens a real VS Code in the browser, with the example workspace and Scree in it." : "";
  console.log(`VS Code ("code") is not on the PATH. ${editor}`);
}
