import type { Files } from "../files";
import { studyFileName } from "./study";

/** The nearest `scree.yaml` in the manuscript's folder or one above it. */
export async function findStudy(files: Pick<Files, "exists" | "resolve">, manuscript: string): Promise<string | undefined> {
  let path = files.resolve(manuscript, studyFileName);
  for (let level = 0; level < 32; level++) {
    if (await files.exists(path)) return path;
    const above = files.resolve(path, `../${studyFileName}`);
    if (above === path) return undefined;
    path = above;
  }
  return undefined;
}
