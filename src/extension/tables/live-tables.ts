import { type Uri } from "vscode";
import { type Choices } from "../../webview/protocol";

/** What a panel knows of the study that its survey belongs to. */
export interface KnownStudy {
  readonly name: string;
  readonly choices: Choices;
}

export interface InsertRequest {
  readonly data: Uri;
  readonly choices: Choices;
  readonly tables: readonly string[];
}

/** Live tables as the panel needs them. */
export interface LiveTables {
  studyOf(data: Uri): Promise<KnownStudy | undefined>;
  /** what was done, in words; undefined: nothing */
  insert(request: InsertRequest): Promise<string | undefined>;
}
