/** Starts a real VS Code whose window is a page on a loopback port, with a profile of its own that is thrown away. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { installServer } from "./host-install.mjs";

const quiet = {
  "workbench.startupEditor": "none",
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "git.enabled": false,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "window.confirmBeforeClose": "never",
  "workbench.tips.enabled": false,
};

/**
 * @param options.vsix a packaged extension to install
 * @param options.tests enables the extension test driver; notifications do not appear then
 * @param options.keep a folder for the profile that stays (the editor that a person uses)
 */
export async function startServer({ vsix, settings = {}, env = {}, tests = false, keep, port: wanted } = {}) {
  const code = installServer();
  const home = keep ? resolve(keep) : mkdtempSync(join(tmpdir(), "scree-host-"));
  const port = wanted ?? (await freePort());
  const settingsFile = join(home, "data/User/settings.json");
  if (!existsSync(settingsFile)) put(settingsFile, JSON.stringify({ ...quiet, ...settings }, null, 2)); // a person's own are kept
  put(join(home, "config.yaml"), "auth: none\n");
  const log = join(home, "server.log");

  const run = (args) =>
    spawn(
      code.node,
      [
        code.entry,
        "--config",
        join(home, "config.yaml"),
        "--user-data-dir",
        join(home, "data"),
        "--extensions-dir",
        join(home, "extensions"),
        "--disable-telemetry",
        "--disable-update-check",
        ...args,
      ],
      {
        env: { ...process.env, XDG_DATA_HOME: join(home, "share"), XDG_CONFIG_HOME: join(home, "config"), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env },
        stdio: ["ignore", openSync(log, "a"), openSync(log, "a")],
        detached: true, // a process group of its own, so that all of it can be ended
      },
    );
  const logText = () => readFileSync(log, "utf8");

  if (vsix) {
    const failed = await new Promise((done) => run(["--install-extension", resolve(vsix)]).once("exit", done));
    if (failed) throw new Error(`The extension could not be installed.\n${logText()}`);
  }
  const driver = tests ? ["--vscode-option", "enable-smoke-test-driver"] : [];
  const server = run([
    "--auth",
    "none",
    "--bind-addr",
    `127.0.0.1:${port}`,
    "--disable-workspace-trust",
    "--disable-getting-started-override",
    "--disable-proxy",
    "--ignore-last-opened",
    ...driver,
  ]);

  const end = (signal) => {
    try {
      process.kill(-server.pid, signal);
    } catch {
      // it has ended already
    }
  };
  process.once("exit", () => end("SIGKILL"));
  const stop = async () => {
    const gone = server.exitCode !== null || new Promise((done) => server.once("exit", done));
    end("SIGTERM");
    await Promise.race([gone, wait(5000)]);
    end("SIGKILL");
    if (!keep) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };

  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 300 || server.exitCode !== null) {
      const text = logText();
      await stop();
      throw new Error(`The server did not start.\n${text}`);
    }
    await wait(100);
  }
  const origin = `localhost:${port}`; // by that name the page is a secure context
  return {
    stop,
    log: logText,
    remote: (path) => `vscode-remote://${origin}${resolve(path)}`,
    url: (folder, payload = {}) =>
      `http://${origin}/?folder=${encodeURIComponent(resolve(folder))}&payload=${encodeURIComponent(JSON.stringify(Object.entries({ skipWelcome: "true", skipReleaseNotes: "true", ...payload })))}`,
  };
}

/** A copy of a folder that a run may change, with these files and folders beside. */
export function copyOf(folder, files = []) {
  const copy = mkdtempSync(join(tmpdir(), "scree-workspace-"));
  cpSync(folder, copy, { recursive: true });
  for (const file of files) cpSync(file, join(copy, basename(file)), { recursive: true });
  return copy;
}

export function freePort() {
  return new Promise((done, failed) => {
    const probe = net.createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

const answers = (port) =>
  new Promise((done) =>
    http
      .get({ host: "127.0.0.1", port, path: "/healthz" }, (response) => {
        response.resume();
        done(response.statusCode === 200);
      })
      .on("error", () => done(false)),
  );

function put(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
