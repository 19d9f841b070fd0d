import { basename } from "node:path";
import type { FindingResult } from "../checks/result";
import { ScreeError } from "../errors";
import type { Files } from "../files";
import { findingsWithoutStudy, liveFindings } from "../study/findings";
import { findStudy } from "../study/find-study";
import { namesManuscript } from "../study/names-manuscript";
import { type OpenStudy, openStudy } from "../study/open-study";
import { statusOf } from "../study/refresh";
import { unsupportedValues } from "../study/unsupported-values";
import type { Io } from "./io";

/** The study of a manuscript: the one named, else the nearest scree.yaml; undefined where there is none. */
export async function studyFor(path: string, named: string | undefined, files: Files): Promise<OpenStudy | undefined> {
  const found = named ?? (await findStudy(files, path === "-" ? "stdin" : path));
  return found === undefined ? undefined : openStudy(files, found);
}

/** What a manuscript's live tables and bound numbers have to say and, where the study is asked for or names the manuscript, which of its values the data do not give. */
export async function checkLive(
  source: string,
  path: string,
  named: string | undefined,
  { files, err }: Pick<Io, "files" | "err">,
): Promise<readonly FindingResult[]> {
  const open = await studyFor(path, named, files).catch((error: unknown) => {
    if (named !== undefined || !(error instanceof ScreeError)) throw error;
    return error; // a study that was only found must not keep the manuscript from being checked
  });
  if (open === undefined || open instanceof ScreeError) {
    const findings = findingsWithoutStudy(source, path, open);
    if (open && findings.length === 0) err(`scree: ${open.message} ${open.hint ?? ""} ${path} was not compared with its data.`);
    return findings;
  }
  const isOfStudy = named !== undefined || namesManuscript(open.study, files.resolve(path, basename(path)), files);
  return liveFindings(source, await statusOf(source, open), path, isOfStudy ? await unsupportedValues(source, path, open) : []);
}
