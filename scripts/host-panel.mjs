/** What the panel offers besides its first sight, done as a user would: a correction and its undo, a bootstrap, scores, a confirmatory follow-up, a sample size. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export async function panelRoad({ ui, page, picture, accessible, expect, workspace }) {
  await page.locator(".monaco-workbench").waitFor();
  await ui.run("View: Close All Editors");
  await page
    .locator(".dialog-buttons .monaco-button", { hasText: "Don't Save" })
    .click({ timeout: 1_500 })
    .catch(() => undefined);
  await ui.openFile("survey.csv");
  await ui.run("Scree: Analyze survey");
  const panel = await ui.page("#results section");
  await panel.locator(".scree").waitFor();
  const study = () => readFileSync(join(workspace, "scree.yaml"), "utf8");
  const status = panel.locator(".status");

  const before = study();
  await panel.locator("#fold-columns").click();
  await panel.locator("#role-group").selectOption("text");
  await status.filter({ hasText: "group: free text" }).waitFor();
  const corrected = study();
  expect(/columns:[^\n]*\n?[^\n]*group: text/.test(corrected), `the correction is not in scree.yaml: ${corrected}`);
  expect(
    before.split("\n").every((line) => !line.includes("#") || corrected.includes(line)),
    "the correction lost a comment of scree.yaml",
  );
  await panel.locator("#fold-missing").click();
  await picture("data");
  await accessible(panel, "the panel's Data section");
  await panel.locator("#undo").click();
  await status.filter({ hasText: "Taken back." }).waitFor();
  expect(study() === before, "what was taken back is still in scree.yaml");
  await panel.locator("#fold-columns").click();
  await panel.locator("#fold-missing").click();

  await panel.locator("#bootstrap-samples").fill("20000");
  await panel.locator("#bootstrap-run").click();
  await panel.locator("#cancel").press("Enter"); // by the keyboard, as the words beside it change
  await status.filter({ hasText: "Cancelled." }).waitFor();
  await panel.locator("#bootstrap-samples").fill("200");
  await panel.locator("#bootstrap-run").click();
  await panel.locator(".intervals").waitFor({ timeout: 60_000 });
  await panel.locator("section[aria-label='Uncertainty']").evaluate((section) => section.scrollIntoView());
  await picture("uncertainty");
  await accessible(panel, "the panel with its intervals");

  await panel.locator("#follow-confirm").click();
  await panel.locator("#copy-cfa-fit").waitFor();
  await panel.locator("#follow-careless").click();
  await panel.locator("section[aria-label='Careless responding'] table").first().waitFor();
  await accessible(panel, "the follow-ups");

  await panel.locator("#save-scores").click();
  await page.locator(".quick-input-widget input.input").waitFor();
  await page.waitForTimeout(800); // the dialog looks at the folder first
  await page.keyboard.press("Enter");
  await status.filter({ hasText: "Scores of" }).waitFor();
  const scores = join(workspace, "survey-scores.csv");
  expect(existsSync(scores) && /^row,id,F1,F2/.test(readFileSync(scores, "utf8")), "the scores are not in a file of their own");

  await ui.run("View: Close All Editors");
  await ui.run("Scree: Plan sample size…");
  const sizes = await ui.page("#results table");
  await sizes.locator("#field-strata").fill("First year = 700\nSecond year = 500");
  await sizes.locator("#field-population").fill("");
  await sizes.locator("section[aria-label^='Proportional allocation']").waitFor();
  await picture("sample-size");
  await accessible(sizes, "the page of sample sizes");
}
