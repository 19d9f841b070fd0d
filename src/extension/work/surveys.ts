import { ScreeError } from "../../errors";
import { type PublishedMatrix } from "../../psychometrics/published-matrix";
import { readMatrixFile } from "../../study/matrix-file";
import { readSurvey } from "../../survey/read";
import { type Survey } from "../../survey/survey";
import { type DataSource } from "../remote/analysis-service";
import { type Stamped, type studyCache } from "../studies/opened";

export interface Surveys {
  of(source: DataSource, missingCodes: readonly number[]): Promise<Survey>;
  /** any other table of data, read as it is and not kept */
  plain(source: DataSource): Promise<Survey>;
}

/** Surveys as they are analysed; the one read last is kept, because options change its analysis many times. */
export function surveys(files: Stamped, studies: ReturnType<typeof studyCache>): Surveys {
  let last: { key: string; survey: Promise<Survey> } | undefined;

  /** A survey that a study is about is read as the study says: its encoding, its questions. */
  const asStudied = async (uri: string, missingCodes: readonly number[]): Promise<Survey | undefined> => {
    const found = await studies.of(uri).catch(() => undefined);
    if (!found) return undefined;
    const { study, survey } = found.open;
    const same = files.resolve(found.path, study.data.value) === uri && [...study.missingCodes].sort().join() === [...missingCodes].sort().join();
    return same ? survey : undefined;
  };

  const plain = async ({ uri, name }: DataSource, missingCodes: readonly number[] = []) => readSurvey(await files.read(uri), { name, missingCodes });

  return {
    plain,
    async of(source, missingCodes) {
      const own = await asStudied(source.uri, missingCodes);
      if (own) return own;
      const key = JSON.stringify([source.uri, missingCodes, await files.stamp(source.uri)]);
      if (last?.key !== key) last = { key, survey: plain(source, missingCodes) };
      const mine = last;
      mine.survey.catch(() => last === mine && (last = undefined));
      return mine.survey;
    },
  };
}

/** The correlations that somebody copied. @throws ScreeError where they are none */
export function publishedOf({ name, matrix }: DataSource): PublishedMatrix {
  if (!matrix) throw new ScreeError("no-input", `${name} is no correlation matrix.`);
  return readMatrixFile(new TextEncoder().encode(matrix.text), name, matrix.n);
}
