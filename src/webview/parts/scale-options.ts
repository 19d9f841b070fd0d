import { type Scale } from "../../psychometrics/analysis";
import { h } from "./dom";
import { itemRanges, typedItems } from "./item-ranges";
import { type OptionsView } from "./options";

/** The scales whose reliability is reported, and which a confirmatory analysis takes for its factors. */
export function scaleOptions({ survey, choices, change, fold }: OptionsView): HTMLElement[] {
  const all = survey.columns.map((column) => column.name);
  const shown = (items: readonly string[]) => (items.every((name) => all.includes(name)) ? itemRanges(items, all).join(", ") : items.join(", "));
  const replaced = (index: number, scale: Scale | undefined) =>
    change({ ...choices, scales: choices.scales.flatMap((old, i) => (i !== index ? [old] : scale ? [scale] : [])) });
  const text = (id: string, label: string, value: string, change: (text: string) => void) =>
    h("input", { id, type: "text", "aria-label": label, value, change: (event) => change((event.target as HTMLInputElement).value.trim()) });
  const editors = choices.scales.map((scale, i) =>
    h(
      "div",
      { class: "scale" },
      text(`scale-name-${i}`, `Name of scale ${i + 1}`, scale.name, (name) => name && replaced(i, { ...scale, name })),
      text(`scale-items-${i}`, `Items of ${scale.name}`, shown(scale.items).replaceAll("–", "-"), (items) =>
        replaced(i, { ...scale, items: typedItems(items) }),
      ),
      h(
        "button",
        {
          class: "quiet",
          type: "button",
          id: `scale-remove-${i}`,
          "aria-label": `Remove the scale ${scale.name}`,
          title: "Remove",
          click: () => replaced(i, undefined),
        },
        "×",
      ),
    ),
  );
  const chips = choices.scales.map((scale) =>
    h("span", { class: "chip", title: `${scale.name}: ${shown(scale.items)}` }, `${scale.name} ${shown(scale.items)}`),
  );
  return [
    h("div", { class: "chips" }, ...(chips.length > 0 ? chips : survey.kind === "answers" ? [h("span", { class: "chip" }, "All items")] : [])),
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
