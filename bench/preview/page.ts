import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Esbuild from "esbuild";
import type { Page } from "playwright-core";

export interface OpenPage {
  readonly page: Page;
  close(): Promise<void>;
}

const theme = `:root{--vscode-foreground:#3b3b3b;--vscode-editor-background:#fff;--vscode-panel-border:#e5e5e5;--vscode-descriptionForeground:#3b3b3b;--vscode-focusBorder:#005fb8;
--vscode-editor-selectionBackground:#add6ff;--vscode-charts-blue:#1a85ff;--vscode-font-family:sans-serif;--vscode-font-size:13px;--vscode-button-background:#005fb8;--vscode-button-foreground:#fff}`;

const html = (
  script: string,
) => `<!doctype html><html lang="en"><head><title>Preview</title><style>${theme}</style><link rel="stylesheet" href="preview.css"></head>
<body><script>${script}</script><script src="preview.js"></script></body></html>`;

/** The page of the preview in a Chromium of this machine, outside VS Code: `script` is its editor. undefined where there is no Chromium. */
export async function openPage(script: string, bind?: (page: Page) => Promise<void>): Promise<OpenPage | undefined> {
  const { openBrowser } = (await import(pathToFileURL(join(process.cwd(), "scripts/host-browser.mjs")).href)) as {
    openBrowser(size: { width: number; height: number }): Promise<OpenPage>;
  };
  const browser = await openBrowser({ width: 1600, height: 1000 }).catch((error: Error) => void console.log(`not measured: ${error.message.split("\n")[0]}`));
  if (!browser) return undefined;
  const files: Record<string, () => string> = {
    "/": () => html(script),
    "/warm": () => html("globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });"),
    "/preview.css": () => readFileSync("dist/webview/preview.css", "utf8"),
    "/preview.js": () => readFileSync("dist/webview/preview.js", "utf8"),
    "/cells.js": cellsWorker,
  };
  const types: Record<string, string> = { css: "text/css", js: "text/javascript" };
  const server = createServer(({ url = "/" }, response) => {
    response.setHeader("content-type", types[url.split(".")[1]] ?? "text/html; charset=utf-8");
    response.end(files[url]?.() ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  await browser.page.goto(`${origin}/warm`); // a window of VS Code has been running when a file is opened in it
  await browser.page.locator("main").waitFor();
  await bind?.(browser.page);
  await browser.page.goto(`${origin}/`);
  return {
    page: browser.page,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

function cellsWorker(): string {
  const { buildSync } = createRequire(join(process.cwd(), "package.json"))("esbuild") as typeof Esbuild;
  return buildSync({ entryPoints: ["bench/preview/cells.worker.ts"], bundle: true, format: "iife", platform: "browser", target: "es2022", write: false })
    .outputFiles[0].text;
}
