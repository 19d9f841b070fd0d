import * as vscode from "vscode";
import { diagnostic, file, gone, open, remove, write } from "./editor";
import { equal, ok, test, until } from "./runner";

interface Message {
  readonly type: string;
  readonly problem?: { readonly message: string; readonly hint?: string };
  readonly analysis?: { readonly sample: { readonly used: number; readonly items: readonly string[] }; readonly solution: { readonly factors: number } | null };
  readonly result?: {
    readonly verdict: string;
    readonly tables: readonly { readonly id: string; readonly rows: readonly { readonly cells: readonly { readonly text: string }[] }[] }[];
  };
}

const run = (command: string, ...given: unknown[]) => vscode.commands.executeCommand<Message | undefined>(command, ...given);

test("a correlation matrix on the clipboard is analysed with its N", async () => {
  const matrix = ["item\tA\tB\tC\tD", "A\t1", "B\t.6\t1", "C\t.5\t.55\t1", "D\t.45\t.5\t.6\t1"].join("\n");
  await vscode.env.clipboard.writeText(matrix);
  const outcome = await run("scree.analyzeMatrix", { n: 200 });
  equal(outcome?.type, "result", `the panel says ${outcome?.problem?.message}`);
  equal([outcome!.analysis!.sample.used, outcome!.analysis!.sample.items], [200, ["A", "B", "C", "D"]], "N and items");
  ok(outcome!.analysis!.solution, "its factors");

  await vscode.env.clipboard.writeText("A\tB\n1\t.6\n.7\t1\n");
  const wrong = await run("scree.analyzeMatrix", { n: 200 });
  equal(wrong?.type, "problem", "a matrix that contradicts itself");
  ok(/\.6|0\.6/.test(wrong!.problem!.message) && wrong!.problem!.hint, `${wrong!.problem!.message} ${wrong!.problem!.hint}`);
});

test("a sample size is planned", async () => {
  const found = await run("scree.planSampleSize");
  equal(found?.type, "calculated", `${found?.problem?.message}`);
  equal(
    found!.result!.tables[0].rows.map(({ cells }) => cells.at(-1)!.text),
    ["291", "300", "292"],
    "of 1,200 people",
  );
  await until("its page", () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === "Sample size"));
});

test("experts' ratings and raters are read from a file", async () => {
  await write("ratings.csv", "item,Expert 1,Expert 2,Expert 3\nQ1,1,1,1\nQ2,1,0,1\nQ3,-1,0,1\n");
  await write("raters.csv", "R1,R2,R3,R4\n9,2,5,8\n6,1,3,2\n8,4,6,8\n7,1,2,6\n10,5,6,9\n6,2,4,7\n");
  try {
    const validity = await run("scree.contentValidity", file("ratings.csv"));
    equal(validity?.result?.verdict, "3 items, 3 experts, rated from -1 to 1", `${validity?.problem?.message}`);
    const icc = await run("scree.raterAgreement", file("raters.csv"));
    // Shrout and Fleiss (1979), table 4
    equal(
      icc?.result?.tables[0].rows.slice(0, 3).map(({ cells }) => cells[1].text),
      [".17", ".29", ".71"],
      `${icc?.problem?.message}`,
    );
  } finally {
    await remove("ratings.csv");
    await remove("raters.csv");
  }
});

test("what is typed into the survey counts before it is saved", async () => {
  const { document: paper } = await open("paper.md");
  if (!paper.getText().includes("scree:begin")) {
    await run("scree.analyzeSurvey", file("survey.csv"));
    await open("paper.md");
    await vscode.commands.executeCommand("scree.insertTable", "reliability");
  }
  await gone(paper.uri, "stale-table");
  const editor = await open("survey.csv");
  const { document } = editor;
  const line = document.lineAt(1);
  const typed = line.text.replace(/,[1-5],/g, ",1,");
  ok(typed !== line.text, line.text);
  await editor.edit((edit) => edit.replace(line.range, typed));
  ok(document.isDirty, "not saved");
  await diagnostic(paper.uri, "stale-table");
  await vscode.commands.executeCommand("undo");
  await gone(paper.uri, "stale-table");
});
