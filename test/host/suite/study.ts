import * as vscode from "vscode";
import { actionsAt, codes, diagnostic, file, found, codeOf, gone, open, write } from "./editor";
import { equal, ok, test, until } from "./runner";

test("a manuscript that its study names is compared with the data, and its rules weigh what the study says", async () => {
  const { document } = await open("study/named.md");
  const unsupported = await until("the KMO that the data do not give", () =>
    found(document.uri).find((one) => codeOf(one) === "unsupported-value" && document.getText(one.range) === ".123"),
  );
  const p = await diagnostic(document.uri, "p-value");
  equal(p.severity, vscode.DiagnosticSeverity.Error, "the severity of p-value");
  ok(!codes(document.uri).includes("eigenvalue-range"), "a rule that the study switches off is silent");
  const actions = await actionsAt(document.uri, unsupported.range);
  ok(
    actions.some(({ title }) => title.includes("disable unsupported-value")),
    `it can be kept, among ${actions.map(({ title }) => title).join("; ")}`,
  );
});

test("a manuscript beside it that the study does not name is not", async () => {
  const { document } = await open("study/other.md");
  await diagnostic(document.uri, "p-value");
  await new Promise((done) => setTimeout(done, 1_000));
  ok(!codes(document.uri).includes("unsupported-value"), codes(document.uri).join());
});

test("severities change with the study file, and the settings give way to it", async () => {
  const { document } = await open("study/named.md");
  await diagnostic(document.uri, "p-value");
  const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(file("study/scree.yaml")));
  const configuration = vscode.workspace.getConfiguration("scree");
  await configuration.update("check.severity", { "p-value": "off" }, vscode.ConfigurationTarget.Workspace);
  try {
    await diagnostic(document.uri, "p-value");
    await write("study/scree.yaml", before.replace("p-value: error", "kmo-range: warning"));
    await gone(document.uri, "p-value");
    await write("study/scree.yaml", before.replace("p-value: error", "p-value: information"));
    await until("p-value as information", () =>
      found(document.uri).some((one) => codeOf(one) === "p-value" && one.severity === vscode.DiagnosticSeverity.Information),
    );
  } finally {
    await write("study/scree.yaml", before);
    await configuration.update("check.severity", undefined, vscode.ConfigurationTarget.Workspace);
  }
});

test("a folder of manuscripts gives one table, the worst first", async () => {
  const rows = await vscode.commands.executeCommand<{ path: string; counts?: readonly number[] }[]>("scree.checkFolder", file("study"));
  equal(
    rows.map(({ path }) => path),
    ["named.md", "other.md"],
    "the manuscripts",
  );
  ok(
    rows.every(({ counts }) => counts && counts[0] > 0),
    JSON.stringify(rows),
  );
  await until("the table's tab", () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === "Manuscripts of study"));
});

test("scree.yaml tells all its mistakes while it is written, items of the survey among them", async () => {
  const editor = await open("study/scree.yaml");
  const uri = editor.document.uri;
  equal(found(uri).length, 0, "a good one");
  await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), "reverse: [Q1, Q99]\nmanuscript: [x.md]\n"));
  const messages = await until("both mistakes", () => {
    const all = found(uri).map(({ message }) => message);
    return all.length === 2 ? all : undefined;
  });
  ok(messages[0].includes("Q99") && messages[1].includes("manuscripts"), messages.join("; "));
  equal(
    found(uri).map(({ range }) => editor.document.getText(range)),
    ["Q99", "manuscript"],
    "underlined",
  );
  await vscode.commands.executeCommand("undo");
  await until("well again", () => found(uri).length === 0);
});

test("what can stand at a place of scree.yaml is offered", async () => {
  const editor = await open("study/scree.yaml");
  const { document } = editor;
  await until("the survey's columns", async () => (await offered(document, "reverse: [")).includes("Q1"));
  ok((await offered(document, "\nr")).includes("reverse"), "a key");
  ok((await offered(document, "checks:\n  a")).includes("alpha-range"), "a rule");
  ok(!(await offered(document, "\nd")).includes("data"), "not what is there already");
});

/** The labels that are offered behind this text at the end of the file, which stays as it was. */
async function offered(document: vscode.TextDocument, text: string): Promise<string[]> {
  const end = document.positionAt(document.getText().length);
  const insert = new vscode.WorkspaceEdit();
  insert.insert(document.uri, end, text);
  await vscode.workspace.applyEdit(insert);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    document.positionAt(document.getText().length),
  );
  await vscode.commands.executeCommand("undo");
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}
