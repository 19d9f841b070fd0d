import { type AnalysisSettings, type ParallelVariant } from "../../psychometrics/analysis";
import { mostIterations, overrideNumbers } from "../../study/override-settings";
import { factorCriteria, requests, settingValues, wholeSettings } from "../../study/settings";
import { type Choice, choose, count, link, optional } from "./controls";
import { h } from "./dom";
import { type OptionsView } from "./options";
import { parallelChoices } from "./settings-guard";

const names: Readonly<Record<string, string>> = {
  pearson: "Pearson",
  spearman: "Spearman",
  polychoric: "Polychoric",
  paf: "Principal axis",
  pca: "Principal components",
  minres: "Minimum residual",
  ml: "Maximum likelihood",
  wls: "Weighted least squares",
  alpha: "Alpha factoring",
  image: "Image factoring",
  spss: "SPSS",
  psych: "R psych",
  parallel: "Parallel analysis",
  map: "MAP",
  kaiser: "Eigenvalue above 1",
};
const named = (value: string): string => names[value] ?? value.charAt(0).toUpperCase() + value.slice(1);
const choicesOf = (values: readonly string[]): Choice[] => values.map((value) => ({ value, label: named(value) }));

/** How correlations become factors: the choices every paper names, and the rest folded. */
export function factorOptions(view: OptionsView): HTMLElement[] {
  const { choices, set } = view;
  const { settings } = choices;
  const select = <K extends "correlation" | "extraction" | "convention">(key: K, label: string) =>
    choose(key, label, settings[key], choicesOf(settingValues[key]), (value) => set({ [key]: value }));
  return [
    ...(view.survey.kind === "answers" ? [select("correlation", "Correlations")] : []),
    select("extraction", "Extraction"),
    rotationOption(view),
    factorsOption(view),
    select("convention", "Convention"),
    ...overrideOptions(view),
    parallelOptions(view),
    criteriaOptions(view),
  ];
}

function rotationOption({ choices, set, target }: OptionsView): HTMLElement {
  const { rotation } = choices.settings;
  const other = { value: "target", label: rotation === "target" ? "Target" : "Target…" };
  const control = choose("rotation", "Rotation", rotation, [...choicesOf(settingValues.rotation), other], (value) => {
    if (value === "target") target();
    else set({ rotation: value as AnalysisSettings["rotation"], target: undefined });
  });
  if (rotation === "target") control.append(link("target-file", "Another target…", target));
  return control;
}

function factorsOption({ survey, choices, factors, items, set }: OptionsView): HTMLElement {
  const most = Math.max(1, Math.min(12, (items.length || survey.columns.length) - 1));
  const current = choices.settings.factors;
  const numbers = Array.from({ length: most }, (_, i) => i + 1);
  if (typeof current === "number" && current > most) numbers.push(current);
  const byCriterion = ["parallel", ...factorCriteria.filter((criterion) => criterion !== "parallel")].map((value) => ({
    value,
    label: value === current && factors !== undefined ? `${named(value)} (${factors})` : named(value),
  }));
  return choose(
    "factors",
    "How many",
    String(current),
    [...byCriterion, ...numbers.map((value) => ({ value: String(value), label: String(value) }))],
    (value) => set({ factors: /^\d+$/.test(value) ? Number(value) : (value as AnalysisSettings["factors"]) }),
  );
}

/** Single choices in place of the convention's; each is offered where it has a meaning. */
function overrideOptions({ choices, set, fold }: OptionsView): HTMLElement[] {
  const { settings } = choices;
  const asUsual = `as ${named(settings.convention)}`;
  const kaiser = settings.kaiser === undefined ? "" : settings.kaiser ? "on" : "off";
  const number = (key: "kappa" | "delta" | "tolerance", label: string) =>
    optional(key, label, settings[key], asUsual, overrideNumbers[key].allowed, (value) => set({ [key]: value }));
  const fields = [
    ...(settings.rotation === "none"
      ? []
      : [
          choose(
            "kaiser",
            "Kaiser normalization",
            kaiser,
            [
              { value: "", label: `As ${named(settings.convention)}` },
              { value: "on", label: "On" },
              { value: "off", label: "Off" },
            ],
            (value) => set({ kaiser: value === "" ? undefined : value === "on" }),
          ),
        ]),
    ...(settings.rotation === "promax" ? [number("kappa", "Power of promax (κ)")] : []),
    ...(settings.rotation === "oblimin" ? [number("delta", "Gamma of oblimin (δ)")] : []),
    ...(settings.extraction === "paf" ? axisOptions(settings, set, number("tolerance", "Smallest change")) : []),
  ];
  return fields.length > 0 ? [fold("overrides", "In place of the convention", ...fields)] : [];
}

function axisOptions(settings: AnalysisSettings, set: OptionsView["set"], tolerance: HTMLElement): HTMLElement[] {
  const rules: Choice[] = [
    { value: "", label: "As the convention" },
    { value: "spss", label: "Largest change (SPSS)" },
    { value: "psych", label: "Change of the sum (psych)" },
    { value: "limit", label: "At the limit" },
  ];
  return [
    choose("stopRule", "Principal axes end", settings.stopRule ?? "", rules, (value) =>
      set({ stopRule: value === "" ? undefined : (value as AnalysisSettings["stopRule"]) }),
    ),
    tolerance,
    optional(
      "maxIterations",
      "Most iterations",
      settings.maxIterations,
      "as the rule",
      (value) => Number.isInteger(value) && value >= 1 && value <= mostIterations,
      (value) => set({ maxIterations: value }),
    ),
  ];
}

/** The variant of parallel analysis that nobody has chosen is the one for the correlations analysed. */
function parallelOptions({ choices, set, fold }: OptionsView): HTMLElement {
  const { settings } = choices;
  const usual: ParallelVariant = { eigenvalues: "pca", data: settings.correlation === "pearson" ? "normal" : "permuted", threshold: "percentile95" };
  const variant = settings.parallel ?? usual;
  const words: { readonly [key in keyof ParallelVariant]: readonly [label: string, names: Readonly<Record<string, string>>] } = {
    eigenvalues: ["Eigenvalues of", { pca: "Components", smc: "Factors (SMC)", minres: "Factors (minres)" }],
    data: ["Random data", { normal: "Normal", permuted: "Permuted answers" }],
    threshold: ["Limit", { percentile95: "95th percentile", mean: "Mean" }],
  };
  return fold(
    "random",
    "Parallel analysis",
    ...(Object.keys(words) as (keyof ParallelVariant)[]).map((key) =>
      choose(
        `parallel-${key}`,
        words[key][0],
        variant[key],
        parallelChoices[key].map((value) => ({ value, label: words[key][1][value] })),
        (value) => set({ parallel: { ...variant, [key]: value } as ParallelVariant }),
      ),
    ),
    count("iterations", "Replications", settings.iterations, [0, 10_000], (iterations) => set({ iterations })),
    count("seed", "Seed", settings.seed, wholeSettings.seed, (seed) => set({ seed })),
    ...(settings.parallel ? [link("parallel-usual", "As usual", () => set({ parallel: undefined }))] : []),
  );
}

/** Criteria that take a while, and starts of rotations with several minima. */
function criteriaOptions({ choices, set, fold }: OptionsView): HTMLElement {
  const { settings } = choices;
  const asked = (key: keyof typeof requests, label: string, placeholder: string) => {
    const { setting, limits } = requests[key];
    return optional(
      key,
      label,
      settings[setting] as number | undefined,
      placeholder,
      (value) => Number.isInteger(value) && value >= limits[0] && value <= limits[1],
      (value) => set({ [setting]: value }),
    );
  };
  const descends = ["oblimin", "geomin", "bifactor", "target"].includes(settings.rotation);
  return fold(
    "criteria",
    "More criteria",
    asked("compare", "Fit of 1 to … factors", "not compared"),
    asked("comparison-data", "Comparison data, samples", "not drawn"),
    h("p", { class: "dim" }, "The fits add BIC, RMSEA and Hull; comparison data take 500 samples as a rule."),
    ...(descends ? [asked("starts", "Random starts of the rotation", "8")] : []),
  );
}
