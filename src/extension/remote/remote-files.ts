import { type Files } from "../../files";
import { type Channel } from "./channel";

/** Inside a worker: the files of the editor. Paths are URIs as text. */
export const remoteFiles = (editor: () => Channel): Files & { stamp(uri: string): Promise<string | null> } => ({
  read: async (uri) => (await editor().call("read", uri)) as Uint8Array,
  write: async (uri, content) => void (await editor().call("write", { uri, content })),
  exists: async (uri) => (await editor().call("stamp", uri)) !== null,
  stamp: async (uri) => (await editor().call("stamp", uri)) as string | null,
  resolve: resolveUri,
});

/** `path` as an author writes it (blanks, # and % as they are; / or \ between folders) against the folder of the URI `from`. */
export function resolveUri(from: string, path: string): string {
  if (/^[a-z][a-z\d+.-]+:\//i.test(path)) return path;
  const [, head, folders] = /^([a-z][a-z\d+.-]*:(?:\/\/[^/]*)?)(\/.*)?$/i.exec(from) ?? [undefined, "", from];
  const written = path.replaceAll("\\", "/");
  const drive = /^[a-z]:\//i.test(written);
  const parts = drive || written.startsWith("/") ? [] : (folders ?? "/").split("/").slice(1, -1);
  for (const part of written.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(encodeURIComponent(part));
  }
  return `${head}/${parts.join("/")}`;
}
