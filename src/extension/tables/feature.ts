import type * as vscode from "vscode";
import { type LastManuscript } from "../last-manuscript";
import { type Panels } from "../panel/panels";
import { type Analyses } from "../remote/analysis-service";
import { type LiveTables } from "./live-tables";

export function liveTables(_analyses: Analyses, _last: LastManuscript): LiveTables & vscode.Disposable & { offer(panels: Panels): void } {
  return { studyOf: async () => undefined, insert: async () => undefined, offer: () => undefined, dispose: () => undefined };
}
