/**
 * Drives a real VS Code with the packaged extension as a user would, and takes pictures of what it shows.
 *
 *   node scripts/host-pictures.mjs EXTENSION.vsix FOLDER
 *
 * FOLDER receives panel and report in light, dark and high contrast, and the pictures of the walkthrough.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { openBrowser } from "./host-browser.mjs";
import { copyOf, startServer } from "./host-server.mjs";

const root = resolve(import.meta.dirname, "..");
const themes = { light: "Default Light Modern", dark: "Default Dark Modern", "high-contrast": "Default High Contrast" };

/** @param options.only names of themes */
export async function takePictures(vsix, folder, { only = Object.keys(themes) } = {}) {
  mkdirSync(folder, { recursive: true });
  for (const name of only) await inTheme(vsix, folder, name);
}

async function inTheme(vsix, folder, name) {
  const workspace = copyOf(join(root, "examples"));
  const server = await startServer({ vsix, settings: { "workbench.colorTheme": themes[name], "editor.minimap.enabled": false, "breadcrumbs.enabled": false, "window.commandCenter": false } });
  const browser = await openBrowser({ width: 1600, height: 1000 });
  const ui = workbench(browser.page);
  try {
    await browser.page.goto(server.url(workspace));
    const shot = async (file) => {
      await browser.page.mouse.move(700, 4);
      await browser.page.waitForTimeout(600); // hovers and toasts have gone, the theme has come
      await browser.page.screenshot({ path: join(folder, `${file}-${name}.png`) });
    };

    // the author's road: from the survey's context menu to the panel, and a table into the manuscript
    await ui.openFile("manuscript.md");
    await ui.contextMenu("survey.csv", "Analyze survey");
    const panel = await ui.page("#results section");
    await panel.locator(".scree").waitFor();
    await browser.page.keyboard.press("Control+b"); // the side bar has served
    await ui.widen();
    await shot("panel");
    await panel.locator("#insert-loadings").click();
    await panel.locator(".status", { hasText: "Inserted" }).waitFor();

    // the reviewer's road: the contradictions and the report
    await ui.run("View: Close All Editors");
    await ui.openFile("contradictions.md");
    await ui.run("Scree: Check reported statistics");
    const report = await ui.page("#findings .finding");
    await report.locator(".finding .places button").first().click(); // jumps to the first of them
    await browser.page.locator(".squiggly-error").first().waitFor();
    await shot("report");
  } catch (error) {
    await browser.page.screenshot({ path: join(folder, `failed-${name}.png`) }).catch(() => undefined);
    throw error;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** The few moves that a user makes. */
export function workbench(page) {
  page.setDefaultTimeout(30_000);
  const pick = async (text) => {
    const input = page.locator(".quick-input-widget input.input");
    await input.waitFor();
    await input.fill(text);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: text.replace(/^>/, "") }).first().waitFor();
    await page.keyboard.press("Enter");
  };
  return {
    run: async (title) => {
      await page.keyboard.press("F1");
      await pick(`>${title}`);
    },
    openFile: async (name) => {
      await page.locator(".monaco-workbench").waitFor();
      await page.keyboard.press("Control+p");
      await pick(name);
      await page.locator(".tab.active", { hasText: name }).waitFor();
    },
    contextMenu: async (file, item) => {
      const row = page.locator(".explorer-folders-view .monaco-list-row", { hasText: file }).first();
      const entry = page.locator(".monaco-menu .action-item a", { hasText: item }).first();
      await row.hover();
      for (let tries = 0; ; tries++) {
        await page.waitForTimeout(500); // the menu closes when the window gets news while it opens
        await row.click({ button: "right" });
        try {
          await entry.hover({ timeout: 3_000 });
          await page.waitForTimeout(300); // a click right after opening counts as the one that opened it
          await entry.click({ timeout: 3_000, delay: 80 });
          await entry.waitFor({ state: "detached", timeout: 3_000 });
          return;
        } catch (error) {
          if (tries === 4) throw error;
          await page.keyboard.press("Escape");
        }
      }
    },
    /** gives the right half two thirds of the window, by dragging the sash between the two */
    widen: async () => {
      const sash = page.locator(".editor-group-container").nth(1);
      const box = await sash.boundingBox();
      await page.mouse.move(box.x, box.y + 300);
      await page.mouse.down();
      await page.mouse.move(box.x - 240, box.y + 300, { steps: 8 });
      await page.mouse.up();
    },
    /** the extension's own page inside the two frames of a webview, found by something that it holds */
    page: async (selector) => {
      for (let tries = 0; tries < 150; tries++) {
        for (const outer of await page.locator("iframe.webview.ready").all()) {
          const inner = outer.contentFrame().frameLocator("#active-frame");
          if ((await inner.locator(selector).count().catch(() => 0)) > 0) return inner;
        }
        await page.waitForTimeout(200);
      }
      throw new Error(`no page with ${selector}`);
    },
  };
}

if (import.meta.filename === process.argv[1]) {
  const [vsix, folder, ...only] = process.argv.slice(2);
  await takePictures(resolve(vsix), resolve(folder), only.length > 0 ? { only } : {});
}
