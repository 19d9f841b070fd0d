/**
 * Drives a real VS Code with the packaged extension as a user would: the survey's context menu, the panel, a table into the manuscript, the report; and takes
 * pictures of what it shows, in light, dark and high contrast.
 *
 *   node scripts/host-pictures.mjs EXTENSION.vsix FOLDER [THEME...]
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { openBrowser } from "./host-browser.mjs";
import { panelRoad } from "./host-panel.mjs";
import { previewRoad } from "./host-preview.mjs";
import { copyOf, startServer } from "./host-server.mjs";
import { workbench } from "./host-workbench.mjs";

const root = resolve(import.meta.dirname, "..");
const themes = { light: "Default Light Modern", dark: "Default Dark Modern", "high-contrast": "Default High Contrast" };
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @param only names of themes, each of which passes or fails as a whole */
export async function takePictures(vsix, folder, only = Object.keys(themes)) {
  mkdirSync(folder, { recursive: true });
  let failed = 0;
  for (const name of only) {
    const wrong = await inTheme(vsix, folder, name).catch((error) => [`${error.message} See failed-${name}.png.`]);
    console.log(`  ${wrong.length > 0 ? "✗" : "✓"} the window in ${name}`);
    wrong.forEach((sentence) => console.log(`    ${sentence}`));
    if (wrong.length > 0) failed++;
  }
  return { passed: only.length - failed, failed };
}

async function inTheme(vsix, folder, name) {
  const workspace = copyOf(join(root, "examples"));
  copyFileSync(join(root, "test/fixtures/formats/contradictions.pdf"), join(workspace, "review.pdf"));
  const server = await startServer({
    vsix,
    settings: {
      "workbench.colorTheme": themes[name],
      "editor.minimap.enabled": false,
      "breadcrumbs.enabled": false,
      "window.commandCenter": false,
      "editor.stickyScroll.enabled": false,
    },
  });
  const browser = await openBrowser({ width: 1600, height: 1000 });
  const { page } = browser;
  const ui = workbench(page);
  const wrong = [];
  const expect = (holds, sentence) => void (holds || wrong.push(sentence));
  page.on("console", (message) => {
    // of the extension's own pages; VS Code's workbench has its own quarrels with its policy
    if (/Content Security Policy/.test(message.text()) && /dist\/webview|scree/.test(`${message.text()} ${message.location().url}`)) wrong.push(message.text());
  });
  const picture = async (file, clip) => {
    await page.mouse.move(800, 4);
    await page.waitForTimeout(600); // hovers and toasts have gone, the theme has come
    await page.screenshot({ path: join(folder, `${file}-${name}.png`), clip });
  };
  const accessible = async (frame, what) => {
    await frame
      .locator("body")
      .evaluate((_, source) => (0, eval)(source), axe)
      .catch(() => undefined);
    const problems = await frame.locator("body").evaluate(async () => {
      const { violations } = await globalThis.axe.run(globalThis.document, { resultTypes: ["violations"] });
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(
          ({ id, nodes }) =>
            `${id} at ${nodes
              .slice(0, 3)
              .map((node) => node.target.join(" "))
              .join(", ")}`,
        );
    });
    problems.forEach((problem) => wrong.push(`${what}: ${problem}`));
  };

  try {
    await page.goto(server.url(workspace));
    await authorsRoad();
    await reviewersRoad();
    await previewRoad({ page, ui, workspace, picture, accessible, expect });
    await page.goto(server.url(workspace)); // a window that nobody has used
    await panelRoad({ page, ui, workspace, picture, accessible, expect });
  } catch (error) {
    await page.screenshot({ path: join(folder, `failed-${name}.png`) }).catch(() => undefined);
    throw error;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
  return wrong;

  /** From the survey's context menu to a table in the manuscript. */
  async function authorsRoad() {
    await ui.openFile("manuscript.md");
    await ui.contextMenu("survey.csv", "Analyze survey");
    let panel = await ui.page("#results section");
    await panel.locator(".scree").waitFor();
    await page.keyboard.press("Control+b"); // the side bar has served
    await ui.widen(240);
    await picture("panel");
    await picture("analyze", { x: 586, y: 62, width: 1010, height: 640 });
    await accessible(panel, "the panel");

    await panel.locator("#option-rotation").selectOption("promax");
    await panel.locator("section[aria-label='Factor correlations']").waitFor();
    await page.waitForTimeout(6_000); // VS Code keeps a page's state every few seconds
    await page.reload();
    panel = await ui.page("#results section");
    expect((await panel.locator("#option-rotation").inputValue()) === "promax", "after a reload the panel has forgotten its options");
    await panel.locator("#option-rotation").selectOption("varimax");
    await panel.locator("section[aria-label='Factor correlations']").waitFor({ state: "detached" });

    await panel.locator("#copy-analysis").selectOption("r");
    await panel.locator(".status", { hasText: "Copied: the same analysis as an R script" }).waitFor();
    await page.locator(".monaco-editor .view-lines").first().click();
    await page.keyboard.press("Control+End");
    await panel.locator("#insert-loadings").click();
    await panel.locator(".status", { hasText: "Inserted" }).waitFor();
    await page.locator(".codelens-decoration:visible", { hasText: "up to date" }).first().waitFor();
    await ui.widen(-330);
    await picture("insert", { x: 50, y: 30, width: 860, height: 560 });
    await panel.locator("#insert-figure-scree").click();
    await panel.locator(".status", { hasText: "Inserted the figure" }).waitFor();
    expect(/^<\?xml[^>]+>\s*<svg[\s\S]*<path[\s\S]*<\/svg>\s*$/.test(readFileSync(join(workspace, "survey-scree.svg"), "utf8")), "the figure's file is no SVG");
  }

  /** From a manuscript to the list of what cannot be true in it. */
  async function reviewersRoad() {
    await ui.run("View: Close All Editors");
    await page
      .locator(".dialog-buttons .monaco-button", { hasText: "Don't Save" })
      .click({ timeout: 1_500 })
      .catch(() => undefined);
    await ui.openFile("contradictions.md");
    await ui.run("Scree: Check reported statistics");
    const report = await ui.page("#findings .finding");
    await report.locator(".finding .places button").first().click(); // jumps to the first of them
    await page.locator(".squiggly-error").first().waitFor();
    await picture("report");
    await picture("check", { x: 828, y: 62, width: 768, height: 560 });
    await accessible(report, "the report");
    await report.locator("[id$='-why']").first().click();
    await page.locator(".tab", { hasText: /Preview/ }).waitFor();

    await ui.run("View: Close All Editors");
    await page.keyboard.press("Control+b");
    await ui.contextMenu("review.pdf", "Check reported statistics");
    const pdf = await ui.page("#findings .finding");
    expect(/page \d/.test((await pdf.locator(".finding .places").first().textContent()) ?? ""), "the report of a PDF tells no page");
    expect(/^Tables of a PDF /.test((await pdf.locator(".remark").first().textContent()) ?? ""), "the report of a PDF does not say how sure its tables are");
    await picture("report-pdf");
    await accessible(pdf, "the report of a PDF");

    await ui.run("View: Close All Editors");
    await ui.run("Scree: Check a folder of manuscripts");
    const folder = await ui.page("#manuscripts tfoot");
    await folder.locator("[role='status']", { hasText: /^\d+ manuscripts$/ }).waitFor();
    await picture("folder");
    await accessible(folder, "the table of a folder");
    await folder.locator("#manuscript-0").click();
    await ui.page("#findings .finding");
  }
}

if (import.meta.filename === process.argv[1]) {
  const [vsix, folder, ...only] = process.argv.slice(2);
  const { failed } = await takePictures(resolve(vsix), resolve(folder), only.length > 0 ? only : undefined);
  process.exit(failed > 0 ? 1 : 0);
}
