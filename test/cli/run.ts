import { ScreeError } from "../../src/errors";
import type { Command } from "../../src/cli/io";
import { memoryFiles } from "../study/memory";

/** Runs a command in this process on files in memory: its status, what it printed, and the files afterwards. */
export async function run(command: Command, words: readonly string[], content: Record<string, string> = {}, input = "") {
  const files = memoryFiles(content);
  let out = "";
  let err = "";
  const io = {
    files,
    stdin: async () => new TextEncoder().encode(input),
    out: (text: string) => void (out += text),
    err: (line: string) => void (err += `${line}\n`),
    colours: false,
  };
  try {
    const status = await command.run(words, io);
    return { status, out, err, files: files.content };
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    return { status: 2, out, err: `${error.message} ${error.hint ?? ""}`, files: files.content };
  }
}
