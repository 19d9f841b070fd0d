import { randomBytes } from "node:crypto";
import { access, lstat, open, readFile, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ScreeError } from "../errors";
import type { Files } from "../files";

/** Files of this machine. Paths are taken from the working directory, and named in messages as the user gave them. */
export const nodeFiles: Files = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      throw unreadable(path, error);
    }
  },

  /** Writes a new file beside the old one and renames it: a crash leaves the old file or the new one, never half of each. */
  async write(path, content) {
    const target = await realpath(path).catch(() => path); // a symbolic link stays one
    const mode = await stat(target).then(
      (old) => old.mode & 0o777,
      () => 0o666,
    );
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
    try {
      const file = await open(temporary, "wx", mode);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw new ScreeError("file-unwritable", `${path} cannot be written: ${reason(error)}.`, {
        hint: "Check the permissions of the file and its folder.",
        data: { file: path },
        cause: error,
      });
    }
  },

  async stream(path) {
    const { size } = await stat(path).catch((error: unknown) => {
      throw unreadable(path, error);
    });
    return { size, pieces: () => pieces(path) };
  },

  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),

  resolve: (from, path) => (from === "" ? path : resolve(dirname(from), path)),
};

const pieceSize = 4 << 20;

/** One buffer serves for all pieces. */
async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r").catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    const buffer = new Uint8Array(pieceSize);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, pieceSize, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Files as they are, folders walked in the order of names; hidden folders and node_modules are passed over. */
export async function walk(path: string, wanted: (name: string) => boolean): Promise<readonly { path: string; named: boolean }[]> {
  const entry = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (!entry.isDirectory()) return [{ path, named: true }];
  const found: { path: string; named: boolean }[] = [];
  const visit = async (folder: string): Promise<void> => {
    const names = (await readdir(folder)).sort();
    for (const name of names) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const full = join(folder, name);
      const kind = await lstat(full).catch(() => undefined); // links are not followed: they can lead in circles
      if (kind?.isDirectory()) await visit(full);
      else if (kind?.isFile() && wanted(name)) found.push({ path: full, named: false });
    }
  };
  await visit(path);
  return found;
}

function unreadable(path: string, error: unknown): ScreeError {
  const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
  if (missing) return new ScreeError("file-not-found", `${path} does not exist.`, { hint: "Check the spelling and the folder.", data: { file: path } });
  return new ScreeError("file-unreadable", `${path} cannot be read: ${reason(error)}.`, {
    hint: "Name a file that you may read.",
    data: { file: path },
    cause: error,
  });
}

const reasons: Record<string, string> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EISDIR: "it is a folder",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  ENOTDIR: "a part of its path is not a folder",
  ELOOP: "it is a link to itself",
};
const reason = (error: unknown): string => reasons[(error as NodeJS.ErrnoException).code ?? ""] ?? (error as NodeJS.ErrnoException).code ?? "unknown reason";
