import { basename } from "node:path";
import type { Severities } from "../checks/severities";
import { ScreeError } from "../errors";
import { findStudy } from "../study/find-study";
import { namesManuscript } from "../study/names-manuscript";
import type { Study } from "../study/study";
import type { Io } from "./io";

/** What the study of a manuscript says of the checking: how much each rule weighs, and whether the manuscript is one of the study's own. */
interface StudyChecks {
  readonly severities: Severities;
  /** its values are then compared with the data */
  readonly isNamed: boolean;
}

interface Read {
  readonly severities: Severities;
  readonly study?: Pick<Study, "path" | "manuscripts">;
}

/**
 * Asks the studies of the manuscripts: the one that is named, else the nearest `scree.yaml` of each. Each study is read once.
 * One that was only found and cannot be read is passed over with a word: it must not keep the manuscripts from being checked.
 */
export function studyChecks(named: string | undefined, io: Io): (manuscript: string) => Promise<StudyChecks> {
  const studies = new Map<string, Promise<Read>>();
  return async (manuscript) => {
    const file = manuscript === "-" ? "stdin" : manuscript;
    const path = named ?? (await findStudy(io.files, file));
    if (path === undefined) return { severities: new Map(), isNamed: false };
    const read = studies.get(path) ?? readOne(path, named !== undefined, io);
    studies.set(path, read);
    const { severities, study } = await read;
    return { severities, isNamed: named !== undefined || (study !== undefined && namesManuscript(study, io.files.resolve(file, basename(file)), io.files)) };
  };
}

async function readOne(path: string, mustBeUsable: boolean, io: Io): Promise<Read> {
  try {
    const source = new TextDecoder().decode(await io.files.read(path));
    if (!/\b(?:checks|manuscripts)\b/.test(source)) return { severities: new Map() }; // spares the parser of YAML
    const [{ readStudy }, { severitiesOf }] = await Promise.all([import("../study/read-study"), import("../study/rule-severities")]);
    const study = readStudy(source, path);
    return { severities: severitiesOf(study), study };
  } catch (error) {
    if (mustBeUsable || !(error instanceof ScreeError)) throw error;
    io.err(`scree: ${error.message} ${error.hint ?? ""} Its severities are not used.`);
    return { severities: new Map() };
  }
}
