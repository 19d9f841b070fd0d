import { type AnalysisSettings, type Scale } from "../../psychometrics/analysis";
import { type Choices, type SurveyInfo } from "../protocol";
import { h } from "./dom";
import { itemRanges, typedItems } from "./item-ranges";

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
  /** a part that is folded by default */
  readonly fold: (id: string, summary: string, ...content: Node[]) => HTMLElement;
}

const names = {
  missing: { listwise: "Listwise", pairwise: "Pairwise" },
  correlation: { pearson: "Pearson", spearman: "Spearman", polychoric: "Polychoric" },
  extraction: { paf: "Principal axis", pca: "Principal components", minres: "Minimum residual", ml: "Maximum likelihood" },
  rotation: {
    none: "None",
    varimax: "Varimax",
    quartimax: "Quartimax",
    equamax: "Equamax",
    parsimax: "Parsimax",
    promax: "Promax",
    oblimin: "Oblimin",
    geomin: "Geomin",
    bifactor: "Bifactor",
  },
  convention: { spss: "SPSS", psych: "R psych" },
} as const;
const criteria = { parallel: "Parallel analysis", map: "MAP", kaiser: "Eigenvalue above 1" };

/** The options beside the result. Every change takes effect at once; there is no OK. */
export function optionsPanel(view: OptionsView): HTMLElement[] {
  const { choices, change } = view;
  const set = (settings: Partial<AnalysisSettings>) => change({ ...choices, settings: { ...choices.settings, ...settings } });
  const select = <K extends keyof typeof names>(key: K, label: string, note = "") => {
    const current = choices.settings[key] as string;
    return field(
      key,
      label,
      h(
        "select",
        { id: `option-${key}`, change: (event) => set({ [key]: (event.target as HTMLSelectElement).value }) },
        ...Object.entries(names[key]).map(([value, name]) => h("option", { value, selected: value === current }, value === current ? name + note : name)),
      ),
    );
  };
  return [
    h("h2", {}, "Items"),
    ...itemsPart(view),
    select("missing", "Missing answers", view.used === undefined ? "" : ` (n = ${view.used})`),
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
    h("h2", {}, "Scales"),
    ...scalesPart(view),
    h("h2", {}, "Factors"),
    select("correlation", "Correlations"),
    select("extraction", "Extraction"),
    select("rotation", "Rotation"),
    field("factors", "How many", factorsSelect(view, set)),
    select("convention", "Convention"),
    view.fold(
      "random",
      "Random data",
      field(
        "iterations",
        "Replications",
        count("option-iterations", choices.settings.iterations, 10_000, (iterations) => set({ iterations })),
      ),
      field(
        "seed",
        "Seed",
        count("option-seed", choices.settings.seed, 2 ** 31, (seed) => set({ seed })),
      ),
    ),
  ];
}

function itemsPart({ survey, choices, items, change, fold }: OptionsView): HTMLElement[] {
  const all = survey.columns.map((column) => column.name);
  const chosen = new Set(
    choices.items ?? (items.length > 0 ? items : survey.columns.filter((column) => column.role === "item" && column.numeric).map((column) => column.name)),
  );
  const left = survey.columns.filter((column) => !chosen.has(column.name));
  const toggle = (name: string, on: boolean) => change({ ...choices, items: all.filter((other) => (other === name ? on : chosen.has(other))) });
  const reverse = (name: string, on: boolean) =>
    change({ ...choices, reverse: all.filter((other) => (other === name ? on : choices.reverse.includes(other))) });
  const rows = survey.columns
    .filter((column) => column.numeric)
    .map(({ name, label, role, roleReason }) =>
      h(
        "tr",
        {},
        h(
          "th",
          { scope: "row" },
          h(
            "label",
            { title: label ?? roleReason },
            h("input", {
              id: `item-${name}`,
              type: "checkbox",
              checked: chosen.has(name),
              change: (event) => toggle(name, (event.target as HTMLInputElement).checked),
            }),
            ` ${name}`,
            role === "item" ? null : h("span", { class: "dim" }, ` ${role}`),
          ),
        ),
        h(
          "td",
          {},
          h("input", {
            id: `reverse-${name}`,
            type: "checkbox",
            checked: choices.reverse.includes(name),
            disabled: !chosen.has(name),
            "aria-label": `Reverse ${name}`,
            change: (event) => reverse(name, (event.target as HTMLInputElement).checked),
          }),
        ),
      ),
    );
  return [
    h("div", { class: "chips" }, ...itemRanges([...chosen], all).map((range) => h("span", { class: "chip" }, range))),
    ...(left.length > 0
      ? [
          h(
            "p",
            { class: "dim", title: left.map((column) => `${column.name}: ${column.roleReason}`).join("\n") },
            `left out: ${itemRanges(
              left.map((column) => column.name),
              all,
            ).join(", ")}`,
          ),
        ]
      : []),
    ...(choices.reverse.length > 0
      ? [
          h(
            "p",
            { class: "dim" },
            `reversed: ${choices.reverse.join(", ")} `,
            link("undo-reverse", "Undo", () => change({ ...choices, reverse: [] })),
          ),
        ]
      : []),
    fold(
      "choose-items",
      "Choose items",
      h(
        "table",
        { class: "choose" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Item"), h("th", { scope: "col", title: "Reverse-keyed" }, "Rev."))),
        h("tbody", {}, ...rows),
      ),
      ...(choices.items ? [link("default-items", "All items", () => change({ ...choices, items: null }))] : []),
    ),
  ];
}

function scalesPart({ survey, choices, change, fold }: OptionsView): HTMLElement[] {
  const all = survey.columns.map((column) => column.name);
  const shown = (items: readonly string[]) => (items.every((name) => all.includes(name)) ? itemRanges(items, all).join(", ") : items.join(", "));
  const with_ = (index: number, scale: Scale | undefined) =>
    change({ ...choices, scales: choices.scales.flatMap((old, i) => (i !== index ? [old] : scale ? [scale] : [])) });
  const text = (id: string, label: string, value: string, change: (text: string) => void) =>
    h("input", { id, type: "text", "aria-label": label, value, change: (event) => change((event.target as HTMLInputElement).value.trim()) });
  const editors = choices.scales.map((scale, i) =>
    h(
      "div",
      { class: "scale" },
      text(`scale-name-${i}`, `Name of scale ${i + 1}`, scale.name, (name) => name && with_(i, { ...scale, name })),
      text(`scale-items-${i}`, `Items of ${scale.name}`, shown(scale.items).replaceAll("–", "-"), (items) => with_(i, { ...scale, items: typedItems(items) })),
      h(
        "button",
        {
          class: "quiet",
          type: "button",
          id: `scale-remove-${i}`,
          "aria-label": `Remove the scale ${scale.name}`,
          title: "Remove",
          click: () => with_(i, undefined),
        },
        "×",
      ),
    ),
  );
  return [
    h(
      "div",
      { class: "chips" },
      ...(choices.scales.length > 0
        ? choices.scales.map((scale) => h("span", { class: "chip", title: `${scale.name}: ${shown(scale.items)}` }, `${scale.name} ${shown(scale.items)}`))
        : [h("span", { class: "chip" }, "All items")]),
    ),
    fold(
      "edit-scales",
      choices.scales.length > 0 ? "Edit scales" : "Define scales",
      ...editors,
      newScale((scale) => change({ ...choices, scales: [...choices.scales, scale] })),
    ),
  ];
}

function newScale(add: (scale: Scale) => void): HTMLElement {
  const name = h("input", { id: "scale-new-name", type: "text", "aria-label": "Name of the new scale", placeholder: "Name" });
  const items = h("input", { id: "scale-new-items", type: "text", "aria-label": "Items of the new scale", placeholder: "Q1-Q6" });
  const submit = (event: Event) => {
    event.preventDefault();
    const list = typedItems(items.value);
    if (name.value.trim() && list.length > 0) add({ name: name.value.trim(), items: list });
    else (name.value.trim() ? items : name).focus();
  };
  return h("form", { class: "scale", submit }, name, items, h("button", { class: "quiet", id: "scale-add", "aria-label": "Add the scale", title: "Add" }, "+"));
}

function factorsSelect({ survey, choices, factors, items }: OptionsView, set: (settings: Partial<AnalysisSettings>) => void): HTMLElement {
  const most = Math.max(1, Math.min(12, (items.length || survey.columns.length) - 1));
  const current = choices.settings.factors;
  const numbers = Array.from({ length: most }, (_, i) => i + 1);
  if (typeof current === "number" && current > most) numbers.push(current);
  return h(
    "select",
    { id: "option-factors", change: (event) => set({ factors: chosenFactors((event.target as HTMLSelectElement).value) }) },
    ...Object.entries(criteria).map(([value, name]) =>
      h("option", { value, selected: value === current }, value === current && factors !== undefined ? `${name} (${factors})` : name),
    ),
    ...numbers.map((value) => h("option", { value, selected: value === current }, String(value))),
  );
}

const chosenFactors = (value: string) => (value in criteria ? (value as keyof typeof criteria) : Number(value));

const field = (key: string, label: string, control: HTMLElement) => h("div", { class: "field" }, h("label", { for: `option-${key}` }, label), control);

const count = (id: string, value: number, most: number, change: (value: number) => void) =>
  h("input", {
    id,
    type: "number",
    min: 0,
    max: most,
    step: 1,
    value,
    change: (event) => {
      const typed = (event.target as HTMLInputElement).valueAsNumber;
      if (Number.isInteger(typed) && typed >= 0 && typed <= most) change(typed);
      else (event.target as HTMLInputElement).value = String(value);
    },
  });

const numbers = (text: string) =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== "" && Number.isFinite(Number(part)))
    .map(Number);

export const link = (id: string, text: string, click: () => void, more: Record<string, string> = {}) =>
  h("button", { class: "quiet", type: "button", id, click, ...more }, text);
