import * as vscode from "vscode";
import { actionsAt, codes, cursorAt, diagnostic, file, found, gone, open, write } from "./editor";
import { equal, ok, test, until } from "./runner";

interface Outcome {
  readonly type: "result" | "problem";
  readonly problem?: { readonly message: string; readonly hint?: string };
  readonly analysis?: {
    readonly sample: { readonly rows: number; readonly used: number; readonly items: readonly string[] };
    readonly reliability: readonly { readonly alpha: number }[];
  };
  readonly tables?: readonly { readonly id: string }[];
}

const analyze = (name: string) => vscode.commands.executeCommand<Outcome>("scree.analyzeSurvey", file(name));

test("a survey is analysed in a panel", async () => {
  const outcome = await analyze("survey.csv");
  equal(outcome.type, "result", `the panel says ${outcome.problem?.message}`);
  const { sample, reliability } = outcome.analysis!;
  equal([sample.rows, sample.used, sample.items.length], [80, 78, 8], "rows, used, items");
  ok(reliability[0].alpha > 0.5 && reliability[0].alpha < 0.9, `α = ${reliability[0].alpha}`);
  ok(
    outcome.tables!.some(({ id }) => id === "loadings"),
    "its tables",
  );
  await until("the panel's tab", () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label, input }) => label === "survey.csv" && input instanceof vscode.TabInputWebview),
  );
});

test("insert, change the survey, see stale, refresh, undo", async () => {
  const original = new TextDecoder().decode(await vscode.workspace.fs.readFile(file("survey.csv")));
  const editor = await open("paper.md");
  const { document } = editor;
  const before = document.getText();
  equal((await analyze("survey.csv")).type, "result", "the panel");
  await open("paper.md");
  await cursorAt(vscode.window.activeTextEditor!, "## Discussion");
  const said = await vscode.commands.executeCommand<string>("scree.insertTable", "reliability");
  ok(said?.includes("reliability"), `what was done: ${said}`);
  const inserted = document.getText();
  ok(/<!-- scree:begin reliability -->\n\n\*\*Table 1\*\*/.test(inserted), inserted);
  ok(inserted.indexOf("scree:end") < inserted.indexOf("## Discussion"), "it stands at the cursor");
  ok(inserted.replace(/<!-- scree:begin[\s\S]*scree:end[^\n]*-->\n\n?/, "") === before, "nothing else changed");
  const study = new TextDecoder().decode(await vscode.workspace.fs.readFile(file("scree.yaml")));
  ok(/^data: survey.csv$/m.test(study), study);
  await document.save();

  // one answer changes on the disk
  const [head, first, ...rest] = original.split("\n");
  const cells = first.split(",");
  await write("survey.csv", [head, [cells[0], ...cells.slice(1).map((cell) => (cell === "5" ? "1" : "5"))].join(","), ...rest].join("\n"));
  const stale = await diagnostic(document.uri, "stale-table");
  ok(stale.message.includes("the data have changed"), stale.message);
  ok(typeof stale.code === "object" && stale.code.target.scheme === "command", "the code leads to the rule");
  ok((await vscode.workspace.openTextDocument(vscode.Uri.parse("scree-rule:/stale-table.md"))).getText().startsWith("# stale-table"), "the rule's page");
  const report = await vscode.commands.executeCommand<{ findings: { rule: string }[] }>("scree.checkStatistics", document.uri);
  ok(
    report.findings.some(({ rule }) => rule === "stale-table"),
    "the report has it too",
  );
  const actions = await actionsAt(document.uri, stale.range);
  ok(
    actions.some(({ title }) => title === "Refresh this table"),
    actions.map(({ title }) => title).join("; "),
  );
  ok(
    actions.some(({ title }) => title.startsWith("Keep these numbers")),
    "and it may be let go",
  );

  const old = document.getText();
  await open("paper.md");
  await vscode.commands.executeCommand("scree.refreshTables");
  ok(document.getText() !== old, "the table changed");
  await gone(document.uri, "stale-table");
  await vscode.commands.executeCommand("undo");
  equal(document.getText(), old, "one undo takes all of it back");
  await diagnostic(document.uri, "stale-table");

  await write("survey.csv", original);
  await gone(document.uri, "stale-table");
});

test("a number changed by hand asks: restore, or keep", async () => {
  const editor = await open("paper.md");
  const { document } = editor;
  if (!document.getText().includes("scree:begin")) {
    await cursorAt(editor, "## Discussion");
    equal((await analyze("survey.csv")).type, "result", "the panel");
    await open("paper.md");
    await vscode.commands.executeCommand("scree.insertTable", "reliability");
  }
  const text = document.getText();
  const cell = /\| All items[^|]*\|\s*8\s*\|\s*(\.\d\d)/.exec(text);
  ok(cell, text);
  const start = cell.index + cell[0].length - 3;
  await vscode.window.activeTextEditor!.edit((edit) => edit.replace(new vscode.Range(document.positionAt(start), document.positionAt(start + 3)), ".99"));
  const finding = await diagnostic(document.uri, "stale-table");
  ok(finding.message.includes("edited by hand"), finding.message);
  equal(document.getText(finding.range), ".99", "it points to the number");
  await vscode.commands.executeCommand("scree.refreshTables");
  ok(document.getText().includes(".99"), "refreshing leaves it alone");
  const actions = await actionsAt(document.uri, finding.range);
  const restore = actions.find(({ title }) => title.startsWith("Restore"));
  ok(restore?.edit, actions.map(({ title }) => title).join("; "));
  await vscode.workspace.applyEdit(restore.edit);
  equal(document.getText(), text, "restored");
  await gone(document.uri, "stale-table");
});

test("an unpaired marker is said where it stands", async () => {
  const { document } = await open("unpaired.md");
  const finding = await until(
    "a word about the marker",
    () => found(document.uri).find(({ message }) => message.includes("never ends")),
    () => codes(document.uri),
  );
  equal(finding.range.start.line, 2, "line");
});

const bad: Record<string, RegExp> = {
  "empty.csv": /empty/i,
  "header.csv": /row|answer/i,
  "one-column.csv": /one item|two/i,
  "two-rows.csv": /row|item/i,
  "quote.csv": /quote/i,
  "binary.csv": /text|binary|image|PNG|byte/i,
};

for (const [name, sentence] of Object.entries(bad)) {
  test(`a survey that cannot be used says why: ${name}`, async () => {
    const { type, problem } = await analyze(`bad/${name}`);
    equal(type, "problem", name);
    ok(sentence.test(problem!.message), problem!.message);
    ok(problem!.hint, "and what to do");
    ok(!/fault of Scree|undefined|NaN|at \w+ \(/.test(`${problem!.message} ${problem!.hint}`), `${problem!.message} ${problem!.hint}`);
  });
}

test("a duplicated item is named, and the rest is shown", async () => {
  const outcome = await analyze("bad/duplicated.csv");
  equal(outcome.type, "result", `${outcome.problem?.message}`);
  const { warnings } = outcome.analysis as unknown as { warnings: { message: string }[] };
  ok(
    warnings.some(({ message }) => message.includes("Q2") || message.includes("Q1")),
    warnings.map(({ message }) => message).join(" "),
  );
  ok(!JSON.stringify(outcome).includes("NaN"), "no NaN");
});

test("a mistake in scree.yaml is underlined there, and told at the manuscript's first marker", async () => {
  const study = new TextDecoder().decode(await vscode.workspace.fs.readFile(file("scree.yaml")));
  await write("scree.yaml", study.replace("analyses:", "analises:"));
  try {
    const { document } = await open("paper.md");
    await until(
      "a word in scree.yaml",
      () => found(file("scree.yaml")).find(({ message }) => message.includes("analises") && message.includes("analyses")),
      () => found(file("scree.yaml")),
    );
    const told = await until(
      "a word in the manuscript",
      () => found(document.uri).find(({ message }) => message.includes("analises")),
      () => found(document.uri),
    );
    ok(/^scree\.yaml, line \d+:/.test(told.message), told.message);
  } finally {
    await write("scree.yaml", study);
  }
  await until("scree.yaml to be well again", () => found(file("scree.yaml")).length === 0);
});
