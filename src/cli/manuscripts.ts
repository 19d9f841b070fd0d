import { extname } from "node:path";
import { ScreeError } from "../errors";
import { decodeText, needsConversion } from "../manuscript/decode";
import { walk } from "./files";
import type { Io } from "./io";

/** A manuscript as text. */
export interface ManuscriptText {
  readonly path: string;
  readonly source: string;
}

/** What is looked for in a folder; a file that is named is read whatever its ending. */
const endings = new Set([".md", ".markdown", ".qmd", ".rmd", ".txt", ".tex", ".html", ".htm", ".docx", ".pdf"]);

/**
 * The manuscripts of a command line: files, folders (walked), "-" for standard input. A file in a folder that is not text is passed over with a word.
 * @throws ScreeError `no-input`, `file-not-found`, `not-text`, `no-manuscripts`
 */
export async function readManuscripts(words: readonly string[], io: Io): Promise<readonly ManuscriptText[]> {
  if (words.length === 0) throw new ScreeError("no-input", "Name a manuscript.", { hint: 'Give files or folders, or "-" for standard input.' });
  const texts: ManuscriptText[] = [];
  for (const word of words) {
    if (word === "-") {
      texts.push({ path: "-", source: decodeText(await io.stdin(), "standard input") });
      continue;
    }
    const found = await walk(word, (name) => endings.has(extname(name).toLowerCase()));
    if (found.length === 0)
      throw new ScreeError("no-manuscripts", `${word} holds no manuscript.`, { hint: `Looked for files that end in ${[...endings].join(", ")}.` });
    for (const { path, named } of found) {
      try {
        texts.push({ path, source: await textOf(await io.files.read(path), path) });
      } catch (error) {
        if (named || !(error instanceof ScreeError)) throw error;
        io.err(`scree: ${error.message} It was passed over.`);
      }
    }
  }
  return texts;
}

/** Word documents and PDFs are converted by a bundle of its own, because it is large and seldom needed. */
async function textOf(bytes: Uint8Array, path: string): Promise<string> {
  return needsConversion(path) ? (await import("./converters/office")).manuscriptText(bytes, path) : decodeText(bytes, path);
}
