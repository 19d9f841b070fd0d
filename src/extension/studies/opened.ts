import { ScreeError } from "../../errors";
import { type Files } from "../../files";
import { findStudy } from "../../study/find-study";
import { type OpenStudy, openStudy } from "../../study/open-study";
import { readStudy } from "../../study/read-study";
import { studyFileName } from "../../study/study";

export interface Stamped extends Files {
  stamp(path: string): Promise<string | null>;
}

/** The study of a manuscript, kept open until one of the files that it was read from changes. */
export function studyCache(files: () => Stamped) {
  const kept = new Map<string, { open: Promise<OpenStudy>; readonly seen: Map<string, string | null> }>();

  const unchanged = async (seen: ReadonlyMap<string, string | null>) => {
    const now = await Promise.all([...seen.keys()].map((path) => files().stamp(path)));
    return [...seen.values()].every((stamp, i) => stamp === now[i]);
  };

  const open = async (path: string): Promise<OpenStudy> => {
    const known = kept.get(path);
    if (known && (await unchanged(known.seen))) return known.open;
    const seen = new Map<string, string | null>();
    // under its short name, so that messages do not show a URI
    const actual = (file: string) => (file === studyFileName ? path : file);
    const watched: Files = {
      ...files(),
      async read(file) {
        seen.set(actual(file), await files().stamp(actual(file)));
        return files().read(actual(file));
      },
      resolve: (from, to) => files().resolve(actual(from), to),
    };
    const located = (error: unknown) => {
      if (!(error instanceof ScreeError) || error.data.file !== studyFileName) throw error;
      throw new ScreeError(error.code, error.message, { hint: error.hint, data: { ...error.data, file: path } });
    };
    const mine = { open: openStudy(watched, studyFileName).catch(located), seen };
    mine.open.catch(() => kept.get(path) === mine && kept.delete(path));
    kept.set(path, mine);
    return mine.open;
  };

  return {
    open,
    find: (path: string) => findStudy(files(), path),
    /** the data that a study names, whether they can be read or not. @throws ScreeError of the study file */
    async dataOf(path: string): Promise<string> {
      const { data } = readStudy(new TextDecoder().decode(await files().read(path)), studyFileName);
      return files().resolve(path, data.value);
    },
    /** of the nearest `scree.yaml`; undefined where there is none */
    async of(manuscript: string): Promise<{ readonly path: string; readonly open: OpenStudy } | undefined> {
      const path = await findStudy(files(), manuscript);
      return path === undefined ? undefined : { path, open: await open(path) };
    },
  };
}
