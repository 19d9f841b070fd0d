import { extname } from "node:path";
import { ScreeError } from "../errors";
import { walk } from "./files";
import type { Io } from "./io";

/** A manuscript as text. */
export interface ManuscriptText {
  readonly path: string;
  readonly source: string;
}

/** What is looked for in a folder; a file that is named is read whatever its ending. */
const endings = new Set([".md", ".markdown", ".qmd", ".rmd", ".txt", ".tex", ".html", ".htm"]);

/**
 * The manuscripts of a command line: files, folders (walked), "-" for standard input. A file in a folder that is not text is passed over with a word.
 * @throws ScreeError `no-input`, `file-not-found`, `not-text`, `no-manuscripts`
 */
export async function readManuscripts(words: readonly string[], io: Io): Promise<readonly ManuscriptText[]> {
  if (words.length === 0) throw new ScreeError("no-input", "Name a manuscript.", { hint: 'Give files or folders, or "-" for standard input.' });
  const texts: ManuscriptText[] = [];
  for (const word of words) {
    if (word === "-") {
      texts.push({ path: "-", source: decode(await io.stdin(), "standard input") });
      continue;
    }
    const found = await walk(word, (name) => endings.has(extname(name).toLowerCase()));
    if (found.length === 0)
      throw new ScreeError("no-manuscripts", `${word} holds no manuscript.`, { hint: `Looked for files that end in ${[...endings].join(", ")}.` });
    for (const { path, named } of found) {
      try {
        texts.push({ path, source: decode(await io.files.read(path), path) });
      } catch (error) {
        if (named || !(error instanceof ScreeError)) throw error;
        io.err(`scree: ${error.message} It was passed over.`);
      }
    }
  }
  return texts;
}

/**
 * UTF-8 or, by its byte order mark, UTF-16; otherwise Windows-1252, which reads the Latin-1 of old papers too.
 * @throws ScreeError `not-text`
 */
function decode(bytes: Uint8Array, path: string): string {
  const mark = (bytes[0] << 8) | bytes[1];
  if (mark === 0xfffe) return new TextDecoder("utf-16le").decode(bytes);
  if (mark === 0xfeff) return new TextDecoder("utf-16be").decode(bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new ScreeError("not-text", `${path} is not text: byte ${nul + 1} is zero.`, {
      hint: "Save the manuscript as Markdown or plain text first.",
      data: { file: path, byte: nul + 1 },
    });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
