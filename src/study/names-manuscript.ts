import type { Files } from "../files";
import type { Study } from "./study";

/** Whether a study names a manuscript, or a folder that it lies in, under `manuscripts:`. `path` as `files` spells it. */
export function namesManuscript({ path: from, manuscripts }: Pick<Study, "path" | "manuscripts">, path: string, { resolve }: Pick<Files, "resolve">): boolean {
  const wanted = plain(path);
  return manuscripts.some(({ value }) => {
    const named = plain(resolve(from, value)).replace(/\/$/, "");
    return wanted === named || wanted.startsWith(`${named}/`);
  });
}

/** A URI may spell one character in two ways. */
function plain(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll("\\", "/");
  } catch {
    return path.replaceAll("\\", "/");
  }
}
