/** Drives the preview of a survey as a user would, in VS Code's window: keys, copy, search, ways to columns and rows, an SPSS file by default, a file that is cut off. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const fixtures = resolve(import.meta.dirname, "../test/fixtures/survey");

export async function previewRoad({ page, ui, workspace, picture, accessible, expect }) {
  copyFileSync(join(fixtures, "spss.sav"), join(workspace, "questionnaire.sav"));
  writeFileSync(join(workspace, "cut.sav"), readFileSync(join(fixtures, "spss.sav")).subarray(0, 2_000));
  writeFileSync(join(workspace, "ragged.csv"), "Q1,Q2\n1,2\n3,4\n5\n");
  mkdirSync(join(workspace, "pilot"));
  writeFileSync(join(workspace, "pilot/thai.csv"), Buffer.from([...Buffer.from("Q1,Q2,Q3\n1,2,"), 0xe4, 0xb7, 0xc2, ...Buffer.from("\n3,4,x\n5,1,y\n")]));
  await ui.run("View: Close All Editors");
  await ui.contextMenu("survey.csv", "Preview survey");
  const preview = await ui.page("#grid .cell:not(:empty)");
  const grid = preview.locator("#grid");
  const said = (text) => preview.locator("#said", { hasText: text }).waitFor();
  await preview.locator("#head-2 svg").waitFor(); // summed up
  await page.keyboard.press("Control+b");

  await grid.focus();
  await page.keyboard.press("Control+End");
  await preview.locator("#cell-299-25:not(:empty)").waitFor();
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Control+c");
  await said("Copied 2 × 2 cells");
  const rows = readFileSync(join(workspace, "survey.csv"), "utf8").trimEnd().split("\n").slice(-2);
  const corner = rows.map((row) => row.split(",").slice(-2).join("\t")).join("\n");
  const copied = await page.evaluate(() => globalThis.navigator.clipboard.readText());
  expect(copied === corner, `the clipboard holds ${JSON.stringify(copied)}, not ${JSON.stringify(corner)}`);

  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+f");
  await preview.locator("#find:focus").waitFor();
  await page.keyboard.type("visitor");
  await page.keyboard.press("Enter");
  await said("Found in row");
  await preview.locator("#cell-6-1.active").waitFor(); // the seventh respondent is the first visitor

  await page.keyboard.press("Escape");
  await preview.locator("#grid:focus").waitFor();
  await page.keyboard.press("Control+g");
  await page.locator(".quick-input-widget input.input").fill("120");
  await page.keyboard.press("Enter");
  await preview.locator("#cell-118-1:not(:empty)").waitFor(); // the header is the file's first row
  await page.keyboard.press("Control+Shift+o");
  await page.locator(".quick-input-widget input.input").fill("quiet");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "The rooms are quiet" }).first().waitFor();
  await page.keyboard.press("Enter");
  await preview.locator("#cell-118-15:not(:empty)").waitFor();
  await accessible(preview, "the preview");

  await page.keyboard.press("Control+Home");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  for (const key of ["Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown"]) await page.keyboard.press(key);
  await picture("preview");

  await ui.openFile("questionnaire.sav");
  const labels = await ui.page("#grid .cell:text-is('Nie')");
  await labels.locator(".cell.declared", { hasText: "Keine Angabe" }).first().waitFor();
  await labels.locator("#show-values").click();
  await labels.locator(".cell:text-is('9')").first().waitFor();
  await accessible(labels, "the preview of an SPSS file");
  await page.locator(".tab", { hasText: "survey.csv" }).click();
  const back = await ui.page("#grid[aria-label^='survey.csv'] #cell-5-4.active"); // where it was left
  await back.locator("#cell-5-4:not(:empty)").waitFor();

  await ui.openFile("cut.sav");
  const problem = await ui.page(".problem #way-retry");
  await accessible(problem, "the preview of a broken file");
  await picture("preview-problem", { x: 50, y: 30, width: 1000, height: 300 });

  await ui.openFile("ragged.csv");
  await ui.run("Scree: Preview survey");
  const ragged = await ui.page(".problem p:has-text('ragged.csv, row 4')");
  await ragged.locator("#way-text").click();
  await page.locator(".statusbar-item", { hasText: "Ln 4" }).waitFor();

  await ui.openFile("thai.csv");
  await ui.run("Scree: Preview survey");
  const thai = await ui.page("#grid[aria-label^='thai.csv']");
  await thai.locator("#way-encoding").click();
  await page.locator(".quick-input-widget input.input").fill("thai");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "windows-874" }).first().waitFor();
  await page.keyboard.press("Enter");
  await thai.locator(".cell", { hasText: "ไทย" }).first().waitFor();
  const study = join(workspace, "pilot/scree.yaml");
  expect(!existsSync(study), "a choice made a study before there was an analysis");
  await thai.locator("#analyze").click();
  await ui.page("#results");
  expect(existsSync(study) && /^encoding: windows-874$/m.test(readFileSync(study, "utf8")), "the encoding chosen in the preview is lost in the analysis");
}
