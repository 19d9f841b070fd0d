import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "esbuild";
import { checkManuscript } from "../../src/checks/run";
import { checksService } from "../../src/extension/remote/services";
import { remote } from "../../src/extension/remote/worker";
import { applyFixes } from "../checks/apply-fixes";

/** What the editor shows, by its own worker in a thread, against the core (which test/cli/fixes.test.ts holds against the command line). */
describe("the editor finds what the core finds", () => {
  const folder = mkdtempSync(join(tmpdir(), "scree-checks-"));
  const outfile = join(folder, "checks.js");
  let ended: Promise<unknown> = Promise.resolve();
  const worker = remote(
    () => {
      const thread = new Worker(outfile);
      ended = new Promise((done) => thread.on("exit", done));
      return {
        port: { post: (message, transfer) => thread.postMessage(message, transfer), listen: (receive) => void thread.on("message", receive) },
        onDeath: (died) => void thread.on("error", (error) => died(String(error))),
        terminate: () => void thread.terminate(),
      };
    },
    "checks",
    {},
  );
  const checks = checksService(worker);
  beforeAll(async () => {
    const entryPoints = ["src/extension/workers/checks.ts"];
    await build({
      entryPoints,
      outfile,
      bundle: true,
      platform: "browser",
      target: "es2022",
      format: "iife",
    });
  });
  afterAll(async () => {
    worker.stop();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const manuscripts = ["test/fixtures/fixes", "examples"]
    .flatMap((path) => readdirSync(path).map((name) => `${path}/${name}`))
    .filter((path) => /\.(?:md|tex|html|txt)$/.test(path));

  test.each(manuscripts)("%s, also after its fixes, with what it remembers of the text before", async (path) => {
    const source = readFileSync(path, "utf8");
    const core = checkManuscript(source, { path });
    for (const text of [source, applyFixes(source, core).text, source]) {
      expect(await checks.check({ text, path, disabled: [] })).toEqual(checkManuscript(text, { path }));
    }
  });
});
