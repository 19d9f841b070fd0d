import * as vscode from "vscode";
import { type Table } from "../../tables/table";
import {
  type Calculated,
  type CalculatorName,
  calculators,
  calculatorState,
  type CalculatorValues,
  fromCalculator,
  type ToCalculator,
} from "../../webview/parts/calculator-messages";
import { problemOf } from "../../webview/protocol";
import { nameOf } from "../files";
import { command, notify } from "../notify";
import { pageHtml, pageOptions, pagePost } from "../page";
import { type Analyses } from "../remote/analysis-service";
import { asScreeError, isCancelled } from "../remote/channel";
import { type Inserter } from "../tables/live-tables";
import { calculatorForms } from "./forms";

const viewType = "scree.calculator";
const scheme = "scree-calculator";

interface Services {
  readonly analyses: Analyses;
  readonly inserter: Inserter;
}

/** "Scree: Plan sample size…", "Scree: Content validity of expert ratings…" and "Scree: Agreement of raters…": a page each. */
export function calculatorPages(root: vscode.Uri, services: Services): vscode.Disposable {
  const create = (name: CalculatorName, file: vscode.Uri | undefined) =>
    vscode.window.createWebviewPanel(viewType, titleOf(name, file), { viewColumn: vscode.ViewColumn.Active }, pageOptions(root));

  const open = async (name: CalculatorName, given: unknown) => {
    const { ofFile } = calculatorForms[name];
    const file = ofFile ? (given instanceof vscode.Uri ? given : await chooseFile(name)) : undefined;
    if (ofFile && !file) return undefined;
    return adopt(create(name, file), name, file);
  };

  /** Resolves to the first result, or to what was wrong. */
  const adopt = (panel: vscode.WebviewPanel, name: CalculatorName, file: vscode.Uri | undefined) => {
    panel.iconPath = vscode.Uri.joinPath(root, "media", "icon.png");
    panel.webview.options = pageOptions(root);
    const first = serve(panel, name, file, services);
    panel.webview.html = pageHtml(panel.webview, root, "calculator", addressOf(name, file));
    return first;
  };

  return vscode.Disposable.from(
    command("scree.planSampleSize", () => open("sample-size", undefined)),
    command("scree.contentValidity", (given?: unknown) => open("content-validity", given)),
    command("scree.raterAgreement", (given?: unknown) => open("icc", given)),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        const known = calculatorState(state);
        const { name, file } = known ? readAddress(known.uri) : {};
        if (name) void adopt(panel, name, file);
        else panel.dispose();
      },
    }),
  );
}

function serve(panel: vscode.WebviewPanel, name: CalculatorName, file: vscode.Uri | undefined, { analyses, inserter }: Services): Promise<ToCalculator> {
  const { title, lead, fields } = calculatorForms[name];
  const source = file && { uri: file.toString(), name: nameOf(file) };
  let tables: readonly Table[] = [];
  let latest = 0;
  let told: (message: ToCalculator) => void;
  const first = new Promise<ToCalculator>((resolve) => (told = resolve));
  const post = pagePost<ToCalculator>(panel);

  const calculate = async (values: CalculatorValues): Promise<void> => {
    const mine = ++latest;
    const found = await analyses.calculate({ name, values, file: source }).then(
      (result: Calculated): ToCalculator => ({ type: "calculated", result }),
      (error: unknown): ToCalculator | undefined => (isCancelled(error) ? undefined : { type: "problem", problem: problemOf(asScreeError(error)) }),
    );
    if (!found) return;
    told(found);
    if (mine !== latest) return; // the fields have changed meanwhile
    tables = found.type === "calculated" ? found.result.tables : [];
    post(found);
  };

  const answer = async (message: unknown) => {
    const asked = fromCalculator(message);
    try {
      if (asked?.type === "ready") post({ type: "form", title: file ? `${title}: ${nameOf(file)}` : title, lead, fields });
      else if (asked?.type === "values") await calculate(asked.values);
      else if (asked) {
        const table = tables.find(({ id }) => id === asked.table);
        if (!table) return;
        const done = asked.type === "insert" ? await inserter.plain([table]) : `Copied: ${table.title}`;
        if (asked.type === "copy") await vscode.env.clipboard.writeText(await analyses.print({ table, format: asked.format }));
        if (done) post({ type: "said", text: done });
      }
    } catch (error) {
      notify(error);
    }
  };
  panel.webview.onDidReceiveMessage((message) => void answer(message));
  const usual = Object.fromEntries(fields.map(({ id, value }) => [id, value]));
  void calculate(usual); // while the page loads
  return first;
}

const titleOf = (name: CalculatorName, file: vscode.Uri | undefined) =>
  file ? `${calculatorForms[name].title}: ${nameOf(file)}` : calculatorForms[name].title;

/** What a page is about, as the address that it keeps over a reload of the window. */
const addressOf = (name: CalculatorName, file: vscode.Uri | undefined) => vscode.Uri.from({ scheme, path: `/${name}`, query: file?.toString() ?? "" });

function readAddress(address: string): { name?: CalculatorName; file?: vscode.Uri } {
  const { scheme: own, path, query } = vscode.Uri.parse(address);
  const name = calculators.find((one) => `/${one}` === path);
  return own === scheme && name && (query !== "" || !calculatorForms[name].ofFile) ? { name, file: query ? vscode.Uri.parse(query, true) : undefined } : {};
}

async function chooseFile(name: CalculatorName): Promise<vscode.Uri | undefined> {
  const { title } = calculatorForms[name];
  const found = await vscode.workspace.findFiles("**/*.{csv,tsv,xlsx,sav,dta}", "**/node_modules/**", 200);
  const other = { label: "Another file…", uri: undefined };
  const picks = [...found.map((uri) => ({ label: nameOf(uri), description: vscode.workspace.asRelativePath(uri), uri })), other];
  const pick =
    found.length > 0 ? await vscode.window.showQuickPick(picks, { title: `Scree: ${title.toLowerCase()}`, placeHolder: "Which file of ratings?" }) : other;
  if (!pick) return undefined;
  return (
    pick.uri ?? (await vscode.window.showOpenDialog({ title: "A file of ratings", filters: { Ratings: ["csv", "tsv", "txt", "xlsx", "sav", "dta"] } }))?.[0]
  );
}
