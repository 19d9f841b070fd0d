import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Page } from "playwright-core";
import { fileHandlers } from "./preview/disk";
import { openPage } from "./preview/page";
import { previewReader, type Reading } from "../src/extension/remote/preview-service";
import { firstTile } from "../src/webview/preview/protocol";
import { remote } from "../src/extension/remote/worker";
import { report } from "./measure";
import { likertCsv } from "./likert";

/** The preview: the frames of a scroll over 1,000,000 × 200, and how soon a 100 MB file shows its first rows. */
async function main(): Promise<void> {
  await firstRows();
  await scrolling();
}

const startWorker = () => {
  const thread = new Worker("./dist/workers/preview.js");
  return {
    port: {
      post: (message: unknown, transfer?: ArrayBuffer[]) => thread.postMessage(message, transfer),
      listen: (receive: (message: unknown) => void) => void thread.on("message", receive),
    },
    onDeath: (died: (reason: string) => void) => void thread.on("error", (error) => died(error.message)),
    terminate: () => void thread.terminate(),
  };
};

/** From nothing to cells in the page: the worker starts, reads the head of the file, and the page draws what it is sent. */
async function firstRows(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "scree-preview-"));
  const file = join(folder, "hundred.csv");
  writeFileSync(file, likertCsv(1_000_000, 50));
  const uri = pathToFileURL(file).href;
  try {
    for (const name of ["first rows of a 95 MB CSV, read", "again"]) {
      const reader = previewReader(remote(startWorker, "preview", fileHandlers));
      const start = performance.now();
      let first = 0;
      const progress = (news: Reading) => {
        if (!("first" in news)) return;
        first = performance.now() - start;
        void reader.tiles({ ranges: [firstTile], shown: "labels" }); // as the page does; then the rest is read
      };
      const opened = await reader.open({ uri, name: "hundred.csv" }, { signal: new AbortController().signal, progress });
      const whole = performance.now() - start;
      if (opened.table.rows !== 1_000_000 || first === 0) throw new Error("not the survey that was written");
      report({ name, milliseconds: first, bound: 500, note: `the whole after ${whole.toFixed(0)} ms` });
      reader.stop();
    }
    const times: number[] = [];
    for (let run = 0; run < 3; run++) times.push(await onScreen(uri));
    const [, milliseconds] = times.sort((a, b) => a - b);
    if (milliseconds < Infinity)
      report({
        name: "first rows of a 95 MB CSV, on the screen",
        milliseconds,
        bound: 500,
        note: "in Chromium, the loading of the page with it, without VS Code; median of 3",
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onScreen(uri: string): Promise<number> {
  const reader = previewReader(remote(startWorker, "preview", fileHandlers));
  const tell = (page: Page, message: unknown) => page.evaluate((message) => globalThis.postMessage(message, "*"), message).catch(() => undefined);
  // the editor reads while its page loads
  const news: Reading[] = [];
  let told = (one: Reading) => void news.push(one);
  let start = 0;
  let reading = 0;
  const bind = async (page: Page) => {
    start = performance.now();
    const whole = reader.open({ uri, name: "hundred.csv" }, { signal: new AbortController().signal, progress: (one) => told(one) });
    await page.exposeFunction(
      "toEditor",
      async (message: { type: string; reading: number; shown: "values" | "labels"; ranges: never; column: number; columns: number }) => {
        if (message.type === "ready") {
          const table = async (table: object) => {
            void tell(page, { type: "table", table: { ...table, reading: ++reading, ways: [] } });
            const tiles = await reader.tiles({ ranges: [firstTile], shown: message.shown });
            void tell(page, { type: "tiles", reading, shown: message.shown, tiles });
          };
          told = (one) => void ("first" in one && void table(one.first));
          news.forEach(told);
          await table((await whole).table);
        } else if (message.type === "tiles") void tell(page, { ...message, tiles: await reader.tiles(message) });
      },
    );
  };
  const opened = await openPage(`globalThis.acquireVsCodeApi = () => ({ postMessage: toEditor, getState() {}, setState() {} });`, bind);
  if (!opened) return Infinity;
  await opened.page.waitForFunction(() => globalThis.document.querySelector(".cell:not(:empty)"));
  const shown = performance.now() - start;
  await opened.close();
  reader.stop();
  return shown;
}

/** Four ways to go through a million rows, with the time from frame to frame. */
async function scrolling(): Promise<void> {
  const opened = await openPage(
    `const worker = new Worker("cells.js"); worker.onmessage = ({ data }) => postMessage(data, "*");
     globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => worker.postMessage(message), getState() {}, setState() {} });`,
  );
  if (!opened) return;
  const { page } = opened;
  page.setDefaultTimeout(120_000);
  await page.locator(".cell:not(:empty)").first().waitFor();
  await page.waitForTimeout(500);

  await frames(page, "dragging the bar from the first row to the last", async () => {
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const grid = document.getElementById("grid")!;
          const start = performance.now();
          const step = (now: number) => {
            const share = Math.min(1, (now - start) / 3_000);
            grid.scrollTop = share * (grid.scrollHeight - grid.clientHeight);
            if (share < 1) requestAnimationFrame(step);
            else done();
          };
          requestAnimationFrame(step);
        }),
    );
  });
  const lastRow = await page.locator(".number").evaluateAll((numbers) => Math.max(...numbers.map(({ textContent }) => Number(textContent))));
  if (lastRow !== 1_000_000) throw new Error(`the last row seen is ${lastRow}`);
  await page.mouse.move(800, 600);
  await page.keyboard.press("Control+Home");
  await frames(page, "turning the wheel", async () => {
    for (let i = 0; i < 120; i++) await page.mouse.wheel(0, 300);
  });
  await frames(page, "sideways over 200 columns", async () => {
    for (let i = 0; i < 100; i++) await page.mouse.wheel(300, 0);
  });
  await page.locator("#grid").focus();
  await frames(page, "holding Page Down", async () => {
    for (let i = 0; i < 90; i++) {
      await page.keyboard.down("PageDown"); // repeats, as a held key does
      await page.waitForTimeout(33);
    }
    await page.keyboard.up("PageDown");
  });
  await page.keyboard.press("Control+End");
  await page.locator("#cell-999999-199:not(:empty)").waitFor();
  await exactKeys(page);
  await opened.close();
}

/** In a table so tall that a pixel of the bar is more than a row, a key still moves by one. */
async function exactKeys(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.postMessage({ type: "go", row: 499_999, column: 100 }, "*"));
  await page.locator("#cell-499999-100").waitFor();
  for (let i = 0; i < 60; i++) await page.keyboard.press("ArrowDown");
  const cell = page.locator("#cell-500059-100:not(:empty)");
  await cell.waitFor();
  const [box, grid] = [await cell.boundingBox(), await page.locator("#grid").boundingBox()];
  const seen = box && grid && box.y > grid.y && box.y + box.height <= grid.y + grid.height + 1; // heights are parts of pixels
  if (!seen) throw new Error(`the active cell is not in sight: ${JSON.stringify({ box, grid })}`);
}

async function frames(page: Page, name: string, move: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    const scope = globalThis as unknown as { times?: number[] };
    scope.times = times;
    const count = (now: number) => {
      if (scope.times !== times) return;
      times.push(now);
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await move();
  const times = await page.evaluate(() => {
    const scope = globalThis as unknown as { times?: number[] };
    const { times = [] } = scope;
    scope.times = undefined;
    return times;
  });
  const lengths = times
    .slice(1)
    .map((time, i) => time - times[i])
    .sort((a, b) => a - b);
  const share = (part: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * part))];
  const note = `p95 ${share(0.95).toFixed(1)} ms, worst ${share(1).toFixed(1)} ms, ${lengths.length} frames`;
  report({ name: `1,000,000 × 200: ${name}, a frame`, milliseconds: share(0.5), bound: 34, note });
}

void main();
