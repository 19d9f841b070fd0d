import type { FindingResult } from "../checks/result";
import type { Files } from "../files";
import { liveFindings } from "../study/findings";
import { findStudy, type OpenStudy, openStudy } from "../study/open-study";
import { statusOf } from "../study/refresh";

/** The study of a manuscript: the one named, else the nearest scree.yaml; undefined where there is none. */
export async function studyFor(path: string, named: string | undefined, files: Files): Promise<OpenStudy | undefined> {
  const found = named ?? (await findStudy(files, path === "-" ? "stdin" : path));
  return found === undefined ? undefined : openStudy(files, found);
}

export async function checkLive(source: string, path: string, named: string | undefined, files: Files): Promise<readonly FindingResult[]> {
  return liveFindings(source, await statusOf(source, await studyFor(path, named, files)));
}
