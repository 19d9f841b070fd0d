import * as vscode from "vscode";
import { actionsAt, closeAll, codes, diagnostic, file, gone, hoverAt, open, remove, write } from "./editor";
import { equal, ok, test, until } from "./runner";

test("a manuscript that is opened shows its contradictions, linked to their other place and to the rule", async () => {
  const { document } = await open("claims.md");
  const finding = await diagnostic(document.uri, "eigenvalue-range");
  equal(document.getText(finding.range), "84.324", "underlined");
  equal(finding.severity, vscode.DiagnosticSeverity.Error, "severity");
  const related = finding.relatedInformation?.[0];
  ok(related, "a related place");
  ok(
    document.getText(related.location.range).includes("24"),
    `the related place is where 24 items are reported, not “${document.getText(related.location.range)}”`,
  );
  ok(typeof finding.code === "object" && finding.code.target.scheme === "command", "the code leads to the rule");
  ok(!codes(document.uri).includes("heading"), "nothing else is flagged");
});

test("the rule's page explains it", async () => {
  await open("claims.md");
  const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("scree-rule:/eigenvalue-range.md"));
  ok(page.getText().startsWith("# eigenvalue-range"), page.getText().slice(0, 80));
  ok(page.getText().includes("Flagged"), "its examples");
});

test("hovers tell what was recomputed, of right and of wrong statistics", async () => {
  const { document } = await open("claims.md");
  await diagnostic(document.uri, "eigenvalue-range");
  const at = (text: string) => document.positionAt(document.getText().indexOf(text) + 4);
  const right = await hoverAt(document.uri, at("*t*(118) = 0.50"));
  ok(right.includes("consistent") && right.includes(".618"), `the right one: ${right}`);
  const wrong = await hoverAt(document.uri, at("*t*(118) = 2.10"));
  ok(wrong.includes("contradicted") && wrong.includes(".038"), `the wrong one: ${wrong}`);
});

test("a finding is silenced by a comment, and comes back with undo", async () => {
  const { document } = await open("claims.md");
  const finding = await diagnostic(document.uri, "eigenvalue-range");
  const actions = await actionsAt(document.uri, finding.range);
  const keep = actions.find(({ title }) => title.includes("eigenvalue-range"));
  ok(keep?.edit, `an action that silences it, among ${actions.map(({ title }) => title).join("; ")}`);
  ok(!keep.isPreferred, "it is not preferred");
  ok(await vscode.workspace.applyEdit(keep.edit), "the edit");
  ok(document.getText().includes("<!-- scree-disable-next-line eigenvalue-range -- reason -->"), "the comment");
  await gone(document.uri, "eigenvalue-range");
  await vscode.commands.executeCommand("undo");
  await diagnostic(document.uri, "eigenvalue-range");
  ok(!document.getText().includes("scree-disable"), "the comment went");
});

test("a correction is seen within a moment, and of many quick changes the last one counts", async () => {
  const editor = await open("claims.md");
  const { document } = editor;
  await diagnostic(document.uri, "eigenvalue-range");
  const replace = (from: string, to: string) =>
    editor.edit((edit) => {
      const start = document.getText().indexOf(from);
      edit.replace(new vscode.Range(document.positionAt(start), document.positionAt(start + from.length)), to);
    });
  for (const [from, to] of [
    ["84.324", "85.1"],
    ["85.1", "9.1"],
    ["9.1", "90.5"],
    ["90.5", "8.424"],
  ])
    ok(await replace(from, to), `${from} to ${to}`);
  const start = Date.now();
  await gone(document.uri, "eigenvalue-range");
  ok(Date.now() - start < 3_000, `it took ${Date.now() - start} ms`);
});

test("plain text is checked when asked, not before", async () => {
  const { document } = await open("claims.txt");
  await new Promise((done) => setTimeout(done, 600));
  equal(codes(document.uri), [], "not before");
  const result = await vscode.commands.executeCommand<{ findings: { rule: string }[] }>("scree.checkStatistics");
  ok(
    result.findings.some(({ rule }) => rule === "eigenvalue-range"),
    "the report has it",
  );
  await diagnostic(document.uri, "eigenvalue-range");
  await until("the report's tab", () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes("claims.txt") && label.includes("Review")),
  );
});

test("Word documents and PDFs are converted and checked; a damaged one says what to do", async () => {
  const check = (name: string) =>
    vscode.commands.executeCommand<{ findings: { rule: string; range: { page?: number } }[] } | undefined>("scree.checkStatistics", file(name));
  for (const name of ["contradictions.docx", "contradictions.pdf"]) {
    const impossible = (await check(name))?.findings.find(({ rule }) => rule === "eigenvalue-range");
    ok(impossible, `the impossible eigenvalue of ${name}`);
    equal(typeof impossible.range.page, name.endsWith("pdf") ? "number" : "undefined", `the page of ${name}`);
    await until("the report's tab", () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes(name) && label.includes("Review")),
    );
  }
  await write("damaged.pdf", "%PDF-1.7 and no more");
  equal(await check("damaged.pdf"), undefined, "no result of a damaged file");
  await remove("damaged.pdf");
});

test("a rule that the settings disable is silent", async () => {
  const configuration = vscode.workspace.getConfiguration("scree");
  const { document } = await open("claims.md");
  await diagnostic(document.uri, "eigenvalue-range");
  await configuration.update("check.disabledRules", ["eigenvalue-range"], vscode.ConfigurationTarget.Workspace);
  try {
    await gone(document.uri, "eigenvalue-range");
  } finally {
    await configuration.update("check.disabledRules", undefined, vscode.ConfigurationTarget.Workspace);
  }
  await diagnostic(document.uri, "eigenvalue-range");
});

test("a closed manuscript leaves nothing behind", async () => {
  await vscode.commands.executeCommand("vscode.open", file("closing.md")); // as a user opens it: a document that a test opens stays in memory
  await diagnostic(file("closing.md"), "eigenvalue-range");
  await closeAll();
  await gone(file("closing.md"), "eigenvalue-range");
});
