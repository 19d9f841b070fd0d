import { ScreeError } from "../../errors";
import { applyEdits } from "../../study/edit";
import { changeReading } from "../../study/edit-reading";
import { studyFileName } from "../../study/study";
import { type Correction, type CorrectionRequest } from "../remote/analysis-service";
import { resolveUri } from "../remote/remote-files";
import { type Stamped, type studyCache } from "../studies/opened";
import { newStudy } from "../studies/study-file";
import { type Surveys } from "./surveys";

/** Writes how a survey is to be read into its study, which is made beside the survey where there is none. */
export function corrections(files: Stamped, studies: ReturnType<typeof studyCache>, surveys: Surveys) {
  const readText = async (uri: string) => new TextDecoder().decode(await files.read(uri));

  /** The study's text, or that of a new one. */
  const start = async ({ uri, name, choices, matrix }: CorrectionRequest): Promise<{ uri: string; before: string | null; text: string }> => {
    if (matrix) throw new ScreeError("no-answers", "A correlation matrix has no answers to correct.", { hint: "Analyze the survey itself." });
    const path = await studies.find(uri);
    const beside = resolveUri(uri, studyFileName);
    if (path !== undefined) {
      const text = await readText(path);
      const data = await studies.dataOf(path).catch(() => undefined);
      // a study that cannot be used may be cured by the correction: its data may not be readable as it says
      if (data === undefined || data === uri) return { uri: path, before: text, text };
      if (path === beside)
        throw new ScreeError("other-study", `The scree.yaml beside ${name} is about other data, so the correction has no place to stand.`, {
          hint: "Give this survey a folder of its own.",
        });
    }
    const survey = await surveys.of({ uri, name }, choices.missingCodes).catch(() => undefined);
    return { uri: beside, before: null, text: newStudy(name, choices, survey ?? { source: name, rows: 0, columns: [], warnings: [] }) };
  };

  return async (request: CorrectionRequest): Promise<Correction> => {
    const { uri, before, text } = await start(request);
    let after = text;
    for (const change of request.changes) {
      const edit = changeReading(after, change);
      if (edit) after = applyEdits(after, [edit]);
    }
    return { uri, before, after };
  };
}
