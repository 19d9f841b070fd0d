import { type AnalysisSettings } from "../../psychometrics/analysis";
import { type Choices, type SurveyInfo } from "../protocol";
import { choose, field } from "./controls";
import { h } from "./dom";
import { factorOptions } from "./factor-options";
import { itemOptions } from "./item-options";
import { scaleOptions } from "./scale-options";
import { tableOptions } from "./table-options";

/** What the options need to know besides the choices. */
export interface OptionsView {
  readonly survey: SurveyInfo;
  readonly choices: Choices;
  /** of the last result, for "Parallel analysis (4)" and "Listwise (n = 308)" */
  readonly used?: number;
  readonly factors?: number;
  /** the items that the result used */
  readonly items: readonly string[];
  readonly change: (choices: Choices) => void;
  readonly set: (settings: Partial<AnalysisSettings>) => void;
  /** asks for the file of a target */
  readonly target: () => void;
  /** a part that is folded by default */
  readonly fold: (id: string, summary: string, ...content: Node[]) => HTMLElement;
}

/** The options beside the result. Every change takes effect at once; there is no OK. */
export function optionsPanel(view: OptionsView): HTMLElement[] {
  const answers = view.survey.kind === "answers";
  return [
    h("h2", {}, "Items"),
    ...itemOptions(view),
    ...(answers ? missingOptions(view) : []),
    h("h2", {}, answers ? "Scales" : "Scales to confirm"),
    ...scaleOptions(view),
    h("h2", {}, "Factors"),
    ...factorOptions(view),
    h("h2", {}, "Tables"),
    tableOptions(view),
  ];
}

function missingOptions({ choices, change, set, used }: OptionsView): HTMLElement[] {
  const { missing } = choices.settings;
  const choice = (value: AnalysisSettings["missing"], name: string) => ({
    value,
    label: value === missing && used !== undefined ? `${name} (n = ${used})` : name,
  });
  return [
    choose("missing", "Missing answers", missing, [choice("listwise", "Listwise"), choice("pairwise", "Pairwise")], (value) =>
      set({ missing: value as AnalysisSettings["missing"] }),
    ),
    field(
      "missingCodes",
      "Codes for “no answer”",
      h("input", {
        id: "option-missingCodes",
        type: "text",
        value: choices.missingCodes.join(", "),
        placeholder: "such as 99, -9",
        change: (event) => change({ ...choices, missingCodes: numbers((event.target as HTMLInputElement).value) }),
      }),
    ),
  ];
}

const numbers = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^[−–]/, "-"))
    .filter((part) => part !== "" && Number.isFinite(Number(part)))
    .map(Number);
