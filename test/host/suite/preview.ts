import * as vscode from "vscode";
import { file, remove, write } from "./editor";
import { equal, ok, test, until } from "./runner";

interface At {
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;
const viewOf = (name: string) => {
  const { input, label } = tab() ?? {};
  return input instanceof vscode.TabInputCustom && label === name ? input.viewType : undefined;
};
const shown = (name: string, view: string) =>
  until(
    `the preview of ${name}`,
    () => viewOf(name) === view,
    () => tab()?.label,
  );
const call = <T>(command: string, ...rest: unknown[]) => vscode.commands.executeCommand<T>(`scree.preview.${command}`, ...rest);
/** A page that has no table yet cannot go anywhere. */
const column = (name: string) => until(`the column ${name}`, async () => call<At | undefined>("goToColumn", name));

test("an SPSS file opens in its preview, with labels, and values on request", async () => {
  await vscode.commands.executeCommand("vscode.open", file("spss.sav"));
  await shown("spss.sav", "scree.preview");
  const first = await column("q1");
  equal(first, { row: 1, column: "q1", text: "Nie" }, "its first cell");
  equal((await call<At>("goToRow", 2)).row, 2, "another row");
  await call("labels", "values");
  equal((await call<At>("goToRow", 1)).text, "1", "the value");
  await call("labels", "labels");
});

test("a text is found, and where there is none nothing moves", async () => {
  await vscode.commands.executeCommand("vscode.open", file("spss.sav"));
  await shown("spss.sav", "scree.preview");
  await column("q1");
  const found = await call<At | undefined>("find", "immer");
  equal(found, { row: 2, column: "q1", text: "Immer" }, "found");
  equal(await call<At | undefined>("find", "nowhere to be found"), undefined, "nothing");
});

test("a CSV stays text, and is previewed when asked; a change of the file is seen", async () => {
  await vscode.commands.executeCommand("vscode.open", file("survey.csv"));
  await until("the text editor", () => tab()?.input instanceof vscode.TabInputText);
  await vscode.commands.executeCommand("scree.previewSurvey", file("survey.csv"));
  await shown("survey.csv", "scree.preview.text");
  const place = await column("Q2");
  equal([place.row, place.column], [2, "Q2"], "the first row of answers is the file's second");

  await write("grows.csv", "Q1,Q2\n1,2\n3,4\n");
  try {
    await vscode.commands.executeCommand("scree.previewSurvey", file("grows.csv"));
    await shown("grows.csv", "scree.preview.text");
    equal((await column("Q2")).text, "2", "before");
    await write("grows.csv", "Q1,Q2\n1,5\n3,4\n");
    await until("the new answer", async () => (await call<At | undefined>("goToColumn", "Q2"))?.text === "5");
  } finally {
    await remove("grows.csv");
  }
});

test("a broken file says what is wrong with it, and is shown when it is whole", async () => {
  const whole = await vscode.workspace.fs.readFile(file("spss.sav"));
  await vscode.workspace.fs.writeFile(file("cut.sav"), whole.subarray(0, 2_000));
  try {
    await vscode.commands.executeCommand("vscode.open", file("cut.sav"));
    await shown("cut.sav", "scree.preview");
    const outcome = await vscode.commands.executeCommand<{ type: string; problem: { message: string; hint?: string }; ways: string[] }>(
      "scree.previewSurvey",
      file("cut.sav"),
    );
    equal([outcome.type, outcome.ways], ["problem", ["encoding", "text", "retry"]], "what it is told");
    const { problem } = outcome;
    ok(/^cut\.sav/.test(problem.message) && problem.hint, JSON.stringify(problem));
    ok(!/fault of Scree|undefined|NaN|at \w+ \(/.test(`${problem.message} ${problem.hint}`), problem.message);
    await vscode.workspace.fs.writeFile(file("cut.sav"), whole);
    equal((await column("q1")).column, "q1", "the whole file");
  } finally {
    await remove("cut.sav");
  }
});

test("another encoding is taken in one step, and the study file remembers it", async () => {
  const folder = "thai";
  const bytes = [...new TextEncoder().encode("Q1,Q2\n1,"), 0xe4, 0xb7, 0xc2, 10, ...new TextEncoder().encode("2,x\n")];
  await vscode.workspace.fs.writeFile(file(`${folder}/thai.csv`), Uint8Array.from(bytes));
  await write(`${folder}/scree.yaml`, "data: thai.csv # of the pilot\nencoding: windows-1252\n");
  try {
    await vscode.commands.executeCommand("scree.previewSurvey", file(`${folder}/thai.csv`));
    await shown("thai.csv", "scree.preview.text");
    equal((await column("Q2")).text, "ä·Â", "as the study says");
    equal((await call<{ type: string }>("readAs", "encoding", "windows-874")).type, "table", "read again");
    await until("the right letters", async () => (await call<At | undefined>("goToColumn", "Q2"))?.text === "ไทย");
    const study = new TextDecoder().decode(await vscode.workspace.fs.readFile(file(`${folder}/scree.yaml`)));
    equal(study, "data: thai.csv # of the pilot\nencoding: windows-874\n", "scree.yaml");
    const outcome = await vscode.commands.executeCommand<{ type: string }>("scree.analyzeSurvey", file(`${folder}/thai.csv`));
    ok(outcome.type, "and the panel reads it so");
  } finally {
    await vscode.workspace.fs.delete(file(folder), { recursive: true });
  }
});
