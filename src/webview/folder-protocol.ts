/** What the page "Scree: Check a folder of manuscripts" and the editor say to each other. */
import { isFields, isText } from "./parts/guards";

/** A manuscript of the folder: what was counted, or why it could not be read. */
export interface FolderRow {
  readonly uri: string;
  readonly path: string;
  /** as `overviewColumns`; absent where it could not be read */
  readonly counts?: readonly number[];
  readonly problem?: string;
}

export interface ToFolder {
  readonly type: "folder";
  readonly title: string;
  /** of how many, while they are being read */
  readonly total: number;
  readonly rows: readonly FolderRow[];
}

export type FromFolder = { readonly type: "ready" | "again" | "table" } | { readonly type: "open"; readonly uri: string };

export function fromFolder(value: unknown): FromFolder | undefined {
  if (!isFields(value)) return undefined;
  const known = value.type === "ready" || value.type === "again" || value.type === "table" || (value.type === "open" && isText(value.uri, 10_000));
  return known ? (value as unknown as FromFolder) : undefined;
}

export function toFolder(value: unknown): ToFolder | undefined {
  return isFields(value) && value.type === "folder" && Array.isArray(value.rows) ? (value as unknown as ToFolder) : undefined;
}
