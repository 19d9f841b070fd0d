import { type CellRange, type Shown } from "../../survey/preview/cells";
import { type Found, type Search } from "../../survey/preview/search";
import { type ColumnSummary } from "../../survey/preview/summary";
import { type PreviewTable, type Tile } from "../../webview/preview/protocol";
import { type CallOptions } from "./channel";
import { type Remote } from "./worker";

/** How a file is to be read where the user knows better than its study and Scree. */
export const readingKeys = ["encoding", "delimiter", "sheet"] as const;
export type ReadingChoices = { readonly [key in (typeof readingKeys)[number]]?: string };

export interface OpenRequest extends ReadingChoices {
  readonly uri: string;
  readonly name: string;
}

export type OpenedTable = Omit<PreviewTable, "reading" | "ways">;

export interface Opened {
  readonly table: OpenedTable;
  /** the study that is about this file, by its URI */
  readonly study: string | null;
  /** as it was read: from the study, the user's choice, or recognised and told in a warning */
  readonly choices: ReadingChoices;
}

/** What comes before the whole: the first rows, then how many have been read. */
export type Reading = { readonly first: OpenedTable } | { readonly rows: number };

/** The worker of one open preview as the editor calls it. */
export interface PreviewReader {
  open(request: OpenRequest, options: { signal: AbortSignal; progress: (reading: Reading) => void }): Promise<Opened>;
  tiles(request: { readonly ranges: readonly CellRange[]; readonly shown: Shown }): Promise<readonly Tile[]>;
  summaries(request: { readonly column: number; readonly columns: number }): Promise<readonly ColumnSummary[]>;
  find(search: Search, signal?: AbortSignal): Promise<Found | null>;
  /** the cells as text for the clipboard */
  copy(request: { readonly range: CellRange; readonly shown: Shown }): Promise<string>;
  /** the sheets of a workbook */
  sheets(request: { readonly uri: string; readonly name: string }): Promise<readonly string[]>;
  stop(): void;
}

export function previewReader(worker: Remote): PreviewReader {
  return {
    open: (request, options) => worker.call<Opened>("open", request, options as CallOptions),
    tiles: (request) => worker.call<readonly Tile[]>("tiles", request),
    summaries: (request) => worker.call<readonly ColumnSummary[]>("summaries", request),
    find: (search, signal) => worker.call<Found | null>("find", search, { signal }),
    copy: (request) => worker.call<string>("copy", request),
    sheets: (request) => worker.call<readonly string[]>("sheets", request),
    stop: () => worker.stop(),
  };
}
