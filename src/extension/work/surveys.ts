import { ScreeError } from "../../errors";
import { type PublishedMatrix } from "../../psychometrics/published-matrix";
import { expandItems } from "../../psychometrics/selection";
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

/**
 * The correlations that somebody copied, of all items or of some.
 * @throws ScreeError where they are none, `unknown-item`
 */
export function publishedOf({ name, matrix }: DataSource, items: readonly string[] | null): PublishedMatrix {
  if (!matrix) throw new ScreeError("no-input", `${name} is no correlation matrix.`);
  const published = readMatrixFile(new TextEncoder().encode(matrix.text), name, matrix.n);
  if (!items) return published;
  const chosen = expandItems(items, published.items);
  const at = chosen.map((item) => published.items.indexOf(item));
  return { ...published, items: chosen, R: published.R.selection(at, at) };
}
