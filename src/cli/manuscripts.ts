import { extname, relative } from "node:path";
import { ScreeError } from "../errors";
import type { Converted } from "../manuscript/convert";
import { decodeText, needsConversion } from "../manuscript/decode";
import type { Place } from "../manuscript/places";
import { walk } from "./files";
import type { Io } from "./io";

/** A manuscript as text. */
export interface ManuscriptText {
  readonly path: string;
  readonly source: string;
  /** of a PDF: where its text stands */
  readonly places?: readonly Place[];
}

/** What a command is to read: the files named or, where none is, the manuscripts of a study, which is then that of all of them. */
export interface Named {
  readonly words: readonly string[];
  readonly study: string | undefined;
}

/**
 * The manuscripts that a command line means.
 * @param study as `--study` names it; absent: the nearest `scree.yaml`
 * @throws ScreeError `no-input`, `no-manuscripts`, those of the study file
 */
export async function namedManuscripts(words: readonly string[], study: string | undefined, { files }: Io): Promise<Named> {
  if (words.length > 0) return { words, study };
  const [{ findStudy }, { readStudy }] = await Promise.all([import("../study/find-study"), import("../study/read-study")]);
  const path = study ?? (await findStudy(files, "stdin"));
  if (path === undefined)
    throw new ScreeError("no-input", "Name a manuscript.", {
      hint: 'Give files or folders, "-" for standard input, or name your manuscripts in a scree.yaml in this folder.',
    });
  const shown = fromHere(path);
  const { manuscripts } = readStudy(new TextDecoder().decode(await files.read(path)), shown);
  if (manuscripts.length === 0)
    throw new ScreeError("no-manuscripts", `${shown} names no manuscript.`, { hint: 'Add a line such as "manuscripts: [manuscript.md]", or name the file.' });
  const found = manuscripts.map(({ value, line }) => ({ path: fromHere(files.resolve(path, value)), line }));
  for (const manuscript of found) {
    if (!(await files.exists(manuscript.path)))
      throw new ScreeError("file-not-found", `${shown}, line ${manuscript.line}: the manuscript ${manuscript.path} does not exist.`, {
        hint: "Its path is relative to the folder of the study file.",
        data: { file: shown, line: manuscript.line },
      });
  }
  return { words: found.map((manuscript) => manuscript.path), study: shown };
}

/** As the user would write it in this folder. */
const fromHere = (path: string): string => relative(process.cwd(), path) || path;

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
        const { text, places } = await textOf(await io.files.read(path), path);
        texts.push({ path, source: text, places });
      } catch (error) {
        if (named || !(error instanceof ScreeError)) throw error;
        io.err(`scree: ${error.message} It was passed over.`);
      }
    }
  }
  return texts;
}

/** Word documents and PDFs are converted by a bundle of its own, because it is large and seldom needed. */
async function textOf(bytes: Uint8Array, path: string): Promise<Converted> {
  return needsConversion(path) ? (await import("./converters/office")).convertedManuscript(bytes, path) : { text: decodeText(bytes, path) };
}
