import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { ScreeError } from "../../src/errors";
import check from "../../src/cli/commands/check";
import { nodeFiles } from "../../src/cli/files";

/** Runs `scree check` in this process on files of this machine: its status and what it printed. */
export async function runCheck(...words: readonly string[]) {
  let out = "";
  let err = "";
  const io = {
    files: nodeFiles,
    stdin: async () => new Uint8Array(),
    out: (text: string) => void (out += text),
    err: (line: string) => void (err += `${line}\n`),
    colours: false,
  };
  try {
    return { status: await check.run(words, io), out, err };
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    return { status: 2, out, err: `${error.message} ${error.hint ?? ""}` };
  }
}

/** A folder with these files, removed after the tests. */
export function folderOf(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), "scree-check-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}
