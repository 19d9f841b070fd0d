import * as vscode from "vscode";

/** The HTML of a page of `dist/webview/`: its own script and style, and nothing else, may load. */
export function pageHtml(webview: vscode.Webview, root: vscode.Uri, name: "panel" | "report" | "preview" | "folder" | "calculator", uri: vscode.Uri): string {
  const file = (ending: string) => webview.asWebviewUri(vscode.Uri.joinPath(root, "dist", "webview", `${name}.${ending}`)).toString();
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escape(file("css"))}">
<title>Scree</title>
</head>
<body data-uri="${escape(uri.toString())}">
<script nonce="${nonce}" src="${escape(file("js"))}"></script>
</body>
</html>`;
}

/** Tells a page what it asked for, as long as it is open: an answer may come after it was closed, and a closed page takes none. */
export function pagePost<Message>(panel: vscode.WebviewPanel): (message: Message) => void {
  let isOpen = true;
  panel.onDidDispose(() => (isOpen = false));
  return (message) => void (isOpen && panel.webview.postMessage(message));
}

export const pageOptions = (root: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [vscode.Uri.joinPath(root, "dist", "webview")],
});

const escape = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
