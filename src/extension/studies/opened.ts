import { type Files } from "../../files";
import { findStudy, type OpenStudy, openStudy } from "../../study/open-study";

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
    const watched: Files = {
      ...files(),
      async read(file) {
        seen.set(file, await files().stamp(file));
        return files().read(file);
      },
    };
    const mine = { open: openStudy(watched, path), seen };
    mine.open.catch(() => kept.get(path) === mine && kept.delete(path));
    kept.set(path, mine);
    return mine.open;
  };

  return {
    open,
    /** of the nearest `scree.yaml`; undefined where there is none */
    async of(manuscript: string): Promise<{ readonly path: string; readonly open: OpenStudy } | undefined> {
      const path = await findStudy(files(), manuscript);
      return path === undefined ? undefined : { path, open: await open(path) };
    },
  };
}
