import * as vscode from "vscode";
import { type Shown } from "../../survey/preview/cells";
import { firstTile, type FromPreview, fromPreview, type PreviewTable, type ToPreview } from "../../webview/preview/protocol";
import { notify } from "../notify";
import { pagePost } from "../page";
import { type Analyses } from "../remote/analysis-service";
import { isCancelled } from "../remote/channel";
import { type PreviewDocument } from "./document";
import { keepChoices, takeWay } from "./ways";

/** Where the active cell of a preview is, and what it shows. Its row is numbered as in the grid. */
export interface At {
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** One editor of an open survey. */
export interface PreviewSession extends vscode.Disposable {
  readonly document: PreviewDocument;
  readonly panel: vscode.WebviewPanel;
  table(): PreviewTable | undefined;
  post(message: ToPreview): void;
  /** moves the active cell, and tells what stands there */
  go(place: { readonly row?: number; readonly column?: number }): Promise<At | undefined>;
  /** looks for a text behind the active cell */
  find(text: string): Promise<At | undefined>;
  askColumn(): Promise<At | undefined>;
  askRow(): Promise<At | undefined>;
}

export function previewSession(document: PreviewDocument, panel: vscode.WebviewPanel, analyses: Analyses): PreviewSession {
  const { reader } = document;
  let table: PreviewTable | undefined;
  let shown: Shown = "labels";
  let ready = false;
  let wake: () => void;
  const awake = new Promise<void>((resolve) => (wake = resolve));
  let here: { row: number; column: number } = { row: 0, column: 0 };
  let arrived: ((at: At | undefined) => void) | undefined;
  let searching: AbortController | undefined;
  const tell = pagePost<ToPreview>(panel);
  const post = (message: ToPreview) => {
    if (message.type === "table") ({ table } = message);
    if (message.type === "problem") table = undefined;
    tell(message);
  };
  /** The first cells go with the table, before they are asked for. */
  const showFirst = async () => {
    if (!table || !ready) return;
    const { reading } = table;
    post({ type: "tiles", reading, shown, tiles: await reader.tiles({ ranges: [firstTile], shown }) });
  };
  /** undefined when the page is told to go elsewhere meanwhile */
  const arrival = () => {
    arrived?.(undefined);
    return new Promise<At | undefined>((resolve) => (arrived = resolve));
  };

  const go: PreviewSession["go"] = async (place) => {
    if (!table) await document.outcome();
    await awake;
    if (!table) return undefined;
    panel.reveal();
    const there = arrival();
    post({ type: "go", ...place });
    return there;
  };

  const find = async (search: Omit<Extract<FromPreview, { type: "find" }>, "type">) => {
    searching?.abort();
    const mine = (searching = new AbortController());
    const found = await reader.find(search, mine.signal);
    if (searching !== mine) return false;
    post({ type: "found", place: found && { row: found.row, column: found.column }, wrapped: found?.wrapped ?? false });
    return found !== null;
  };

  const askColumn = async () => {
    if (!table) return undefined;
    const picks = table.columns.map(({ name, label, role }, column) => ({ label: name, description: label, detail: label ? undefined : role, column }));
    const pick = await vscode.window.showQuickPick(picks, { title: "Go to a column", placeHolder: "Its name or label", matchOnDescription: true });
    return pick && go({ column: pick.column });
  };

  const askRow = async () => {
    if (!table) return undefined;
    const { rows, firstNumber: first } = table;
    const last = first + rows - 1;
    const range = `${first.toLocaleString("en-US")} to ${last.toLocaleString("en-US")}`;
    const read = (text: string) => Number(text.replace(/[\s,.’']/g, ""));
    const typed = await vscode.window.showInputBox({
      title: "Go to a row",
      prompt: `A number from ${range}`,
      validateInput: (text) => (Number.isInteger(read(text)) && read(text) >= first && read(text) <= last ? undefined : `From ${range}.`),
    });
    return typed === undefined ? undefined : go({ row: read(typed) - first });
  };

  const answer = async (message: FromPreview | undefined) => {
    switch (message?.type) {
      case "ready":
        ready = true;
        ({ shown } = message);
        document.state().forEach(post);
        wake();
        return showFirst();
      case "tiles":
        if (message.reading !== table?.reading) return;
        ({ shown } = message);
        return post({ type: "tiles", reading: message.reading, shown: message.shown, tiles: await reader.tiles(message) });
      case "summaries":
        if (message.reading !== table?.reading) return;
        return post({ type: "summaries", reading: message.reading, column: message.column, summaries: await reader.summaries(message) });
      case "find":
        return void (await find(message));
      case "copy": {
        const { rows, columns } = message.range;
        await vscode.env.clipboard.writeText(await reader.copy(message));
        return post({
          type: "said",
          text: rows * columns === 1 ? "Copied" : `Copied ${rows.toLocaleString("en-US")} × ${columns.toLocaleString("en-US")} cells`,
        });
      }
      case "at":
        here = message.place;
        arrived?.({ row: message.place.row + (table?.firstNumber ?? 1), column: table?.columns[message.place.column]?.name ?? "", text: message.text });
        arrived = undefined;
        return;
      case "askColumn":
        return void (await askColumn());
      case "askRow":
        return void (await askRow());
      case "analyze":
        if (await keepChoices(document, analyses)) post({ type: "said", text: "scree.yaml was made: it says how the file is read" });
        return void (await vscode.commands.executeCommand("scree.analyzeSurvey", document.uri));
      case "way":
        return takeWay(message.way, document, analyses);
    }
  };

  document.state().forEach((message) => message.type === "table" && ({ table } = message));
  const failed = (error: unknown) => void (isCancelled(error) || notify(error));
  const listeners = [
    document.onDidChange((message) => {
      post(message);
      if (message.type === "table") showFirst().catch(failed);
    }),
    panel.webview.onDidReceiveMessage((message) => void answer(fromPreview(message)).catch(failed)),
  ];

  return {
    document,
    panel,
    table: () => table,
    post,
    go,
    async find(text) {
      const there = arrival();
      const found = await find({ text, shown: "labels", from: here, backward: false, oneColumn: false });
      return found ? there : undefined;
    },
    askColumn,
    askRow,
    dispose() {
      searching?.abort();
      table = undefined;
      wake();
      arrived?.(undefined);
      listeners.forEach((listener) => listener.dispose());
    },
  };
}
