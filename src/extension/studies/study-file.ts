import { isMap, parseDocument, stringify } from "yaml";
import { ScreeError } from "../../errors";
import { setInStudy } from "../../study/edit-study";
import { applyEdits } from "../../study/edit";
import { type Study } from "../../study/study";
import { type Survey } from "../../survey/survey";
import { type Choices } from "../../webview/protocol";
import { itemsOf, settingsEntry, writtenItems } from "./study-choices";

/** A `scree.yaml` for a survey that has none: the data and the choices made in the panel. */
export function newStudy(dataPath: string, choices: Choices, survey: Survey): string {
  const names = survey.columns.map((column) => column.name);
  const list = (items: readonly string[]) => {
    const written = writtenItems(items, names);
    return written.length === 1 ? written[0] : written;
  };
  const body = {
    data: dataPath,
    ...(choices.missingCodes.length > 0 ? { "missing-codes": choices.missingCodes } : {}),
    ...(choices.items ? { items: list(choices.items) } : {}),
    ...(choices.reverse.length > 0 ? { reverse: choices.reverse } : {}),
    ...(choices.scales.length > 0 ? { scales: Object.fromEntries(choices.scales.map((scale) => [scale.name, list(scale.items)])) } : {}),
    analyses: { main: settingsEntry(choices.settings, itemsOf(choices, survey)) },
  };
  return `# What Scree knows about this paper: its data, its scales, its analyses.\n${stringify(body, { lineWidth: 0 })}`;
}

/**
 * A further analysis in the study, under a name that is free.
 * @throws ScreeError `other-missing-codes`: codes belong to the data, so all analyses of a study share them
 */
export function withAnalysis(source: string, study: Study, choices: Choices, survey: Survey): { source: string; name: string } {
  if ([...study.missingCodes].sort().join() !== [...choices.missingCodes].sort().join()) {
    throw new ScreeError("other-missing-codes", `${study.path} says which codes stand for “no answer”, and the panel says otherwise.`, {
      hint: `Write missing-codes: [${choices.missingCodes.join(", ")}] in scree.yaml, or use its codes in the panel.`,
    });
  }
  const names = survey.columns.map((column) => column.name);
  const name = freeName(study, choices);
  const entry = {
    ...settingsEntry(choices.settings, itemsOf(choices, survey)),
    ...(choices.items ? { items: writtenItems(choices.items, names) } : {}),
    reverse: choices.reverse,
    ...(choices.scales.length > 0 ? { scales: Object.fromEntries(choices.scales.map((scale) => [scale.name, writtenItems(scale.items, names)])) } : {}),
  };
  // a study that names none means one with the usual settings, which stays the first
  const implied = !namesAnalyses(source);
  const edit = implied
    ? setInStudy(source, ["analyses"], { [study.analyses[0].name]: settingsEntry(study.analyses[0].settings, []), [name]: entry })
    : setInStudy(source, ["analyses", name], entry);
  if (!edit) throw new ScreeError("bad-yaml", "scree.yaml cannot be changed: it is not YAML.", { hint: "Mend it first; Problems shows where." });
  return { source: applyEdits(source, [edit]), name };
}

function namesAnalyses(source: string): boolean {
  const analyses = parseDocument(source).get("analyses");
  return isMap(analyses) && analyses.items.length > 0;
}

/** "minres-oblimin", "minres-oblimin-2". */
function freeName(study: Study, { settings }: Choices): string {
  const base = settings.rotation === "none" ? settings.extraction : `${settings.extraction}-${settings.rotation}`;
  const taken = new Set(study.analyses.map((analysis) => analysis.name));
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(name)) return name;
  }
}
