import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "esbuild";
import { checkManuscript } from "../../src/checks/run";
import { convertedManuscript } from "../../src/manuscript/convert";
import { officeService } from "../../src/extension/remote/office";
import { type StartWorker } from "../../src/extension/remote/worker";

const fixture = (name: string) => Uint8Array.from(readFileSync(`test/fixtures/formats/${name}`));

/** The bundle as scripts/build.mjs makes it, in threads that are counted. */
describe("officeService", () => {
  const folder = mkdtempSync(join(tmpdir(), "scree-office-"));
  const outfile = join(folder, "office.js");
  const ended: Promise<unknown>[] = [];
  const start: StartWorker = (name) => {
    expect(name).toBe("office");
    const worker = new Worker(outfile);
    ended.push(new Promise((done) => worker.on("exit", done)));
    return {
      port: { post: (message, transfer) => worker.postMessage(message, transfer), listen: (receive) => void worker.on("message", receive) },
      onDeath: (died) => void worker.on("error", (error) => died(String(error))),
      terminate: () => void worker.terminate(),
    };
  };
  const text = officeService(start);
  beforeAll(async () => {
    await build({
      entryPoints: ["src/extension/workers/office.ts"], outfile, bundle: true, platform: "browser", target: "es2022", format: "iife", logOverride: { "empty-import-meta": "silent" },
    }); // prettier-ignore
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(["contradictions.docx", "contradictions.pdf"])(
    "gives of %s the text and the places that the command line reads",
    async (path) => {
      const converted = await text({ bytes: fixture(path), path });
      expect(converted).toEqual(await convertedManuscript(fixture(path), path));
      const findings = checkManuscript(converted.text, { path }).findings;
      expect(findings.map(({ rule }) => rule)).toContain("eigenvalue-range");
    },
    30_000,
  );

  it.each([
    ["a.pdf", new TextEncoder().encode("no PDF at all"), "unreadable-manuscript"],
    ["a.docx", new TextEncoder().encode("no Word document"), "unreadable-manuscript"],
    ["cut.docx", fixture("contradictions.docx").slice(0, 2000), "unreadable-manuscript"],
    ["cut.pdf", fixture("contradictions.pdf").slice(0, 2000), "unreadable-manuscript"],
  ])("says of %s what is wrong and what to do", async (path, bytes, code) => {
    await expect(text({ bytes, path })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(path) as string,
      hint: expect.stringMatching(/\w{4}/) as string,
    });
  });

  it("leaves no worker behind", async () => {
    expect(ended.length).toBeGreaterThan(0);
    await Promise.all(ended);
  });
});

it("the workers that every manuscript needs hold no reader of Word documents and PDFs", () => {
  const { stdout } = spawnSync(process.execPath, ["-e", `
    const esbuild = require("esbuild");
    esbuild.build({ entryPoints: ["src/extension/workers/checks.ts", "src/extension/workers/analysis.ts"], bundle: true, write: false, outdir: "x", metafile: true, platform: "node" })
      .then(({ metafile }) => console.log(Object.keys(metafile.inputs).filter((path) => /pdfjs|mammoth/.test(path)).length));`], { encoding: "utf8" }); // prettier-ignore
  expect(stdout.trim()).toBe("0");
});
