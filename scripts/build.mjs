/**
 * Bundles the faces of Scree into dist/ (CommonJS, minified unless --dev; --watch rebuilds, --clean empties dist/ first).
 *
 *   src/cli/main.ts               → dist/cli.js               the command line; src/cli/commands/*.ts → dist/cli/*.js, each loaded when its command is given
 *   src/extension/extension.ts    → dist/extension.js         desktop host: what loads at activation; src/extension/chunks/*.ts → dist/chunks/*.js
 *   src/extension/extension.web.ts→ dist/extension.web.js     browser host: one file, its chunks inside (the worker host has no require)
 *   src/extension/workers/*.ts    → dist/workers/*.js         one bundle each for both hosts: a thread of Node runs what a worker of the browser runs
 *   src/webview/*.ts, *.css       → dist/webview/*            (shared parts live in subfolders or protocol.ts and are not entries)
 *
 * `await import("./chunks/x")` is the one way to load a chunk: it stays outside the desktop bundle and becomes a require of dist/chunks/x.js.
 */
import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const dev = process.argv.includes("--dev");
const watch = process.argv.includes("--watch");

const filesIn = (folder, ending) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending) && !name.endsWith(".d.ts"))
        .map((name) => join(folder, name))
    : [];
const entries = (files, ending = ".ts") => Object.fromEntries(files.map((file) => [basename(file, ending), file]));

/** Leaves dynamic imports of a folder out of the bundle and points them at the folder's own bundles. */
const apart = (folder, target) => ({
  name: `apart-${folder}`,
  setup(build) {
    build.onResolve({ filter: new RegExp(`^\\./${folder}/[\\w-]+$`) }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: `./${target}/${basename(path)}.js`, external: true } : undefined,
    );
  },
});

const common = {
  bundle: true,
  minify: !dev,
  sourcemap: dev ? "linked" : false,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  loader: { ".ttf": "file", ".svg": "text" },
};
// without native import(), which would wrap the CommonJS exports of a chunk once more
const node = {
  ...common,
  platform: "node",
  target: "node20",
  format: "cjs",
  mainFields: ["module", "main"],
  conditions: ["node"],
  supported: { "dynamic-import": false },
};
const page = { ...common, platform: "browser", define: { "process.env.NODE_ENV": '"production"' } };

const bundles = [
  { ...node, entryPoints: { cli: "src/cli/main.ts" }, outdir: "dist", banner: { js: "#!/usr/bin/env node" }, plugins: [apart("commands", "cli")] },
  { ...node, entryPoints: entries(filesIn("src/cli/commands", ".ts")), outdir: "dist/cli", plugins: [apart("converters", ".")] },
  { ...node, entryPoints: entries(filesIn("src/cli/converters", ".ts")), outdir: "dist/cli", logOverride: { "empty-import-meta": "silent" } },
  { ...node, entryPoints: { extension: "src/extension/extension.ts" }, outdir: "dist", external: ["vscode"], plugins: [apart("chunks", "chunks")] },
  { ...node, entryPoints: entries(filesIn("src/extension/chunks", ".ts")), outdir: "dist/chunks", external: ["vscode"] },
  { ...page, entryPoints: { "extension.web": "src/extension/extension.web.ts" }, outdir: "dist", format: "cjs", external: ["vscode"] },
  {
    ...page,
    entryPoints: entries(filesIn("src/extension/workers", ".ts")),
    outdir: "dist/workers",
    format: "iife",
    logOverride: { "empty-import-meta": "silent" },
  },
  { ...page, entryPoints: entries(filesIn("src/webview", ".ts").filter((file) => !file.endsWith("protocol.ts"))), outdir: "dist/webview", format: "iife" },
  { ...page, entryPoints: entries(filesIn("src/webview", ".css"), ".css"), outdir: "dist/webview" },
].filter(({ entryPoints }) => Object.keys(entryPoints).length > 0 && Object.values(entryPoints).every((file) => existsSync(file)));

if (process.argv.includes("--clean")) rmSync("dist", { recursive: true, force: true });
for (const options of bundles) {
  if (watch) await (await esbuild.context(options)).watch();
  else await esbuild.build(options);
}
if (!watch && existsSync("dist/cli.js")) chmodSync("dist/cli.js", 0o755);
