import { type ColumnInfo } from "../protocol";
import { link } from "./controls";
import { h } from "./dom";
import { itemRanges } from "./item-ranges";
import { type OptionsView } from "./options";

/** Which columns are analysed, and which of them are reversed. */
export function itemOptions(view: OptionsView): HTMLElement[] {
  const { survey, choices, items, change, fold } = view;
  const all = survey.columns.map((column) => column.name);
  const chosen = new Set(
    choices.items ?? (items.length > 0 ? items : survey.columns.filter((column) => column.role === "item" && column.numeric).map((column) => column.name)),
  );
  const left = survey.columns.filter((column) => !chosen.has(column.name));
  const choices_ = survey.columns.filter((column) => column.numeric).map((column) => row(column, chosen, view));
  const reversible = survey.kind === "answers";
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
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Item"), reversible ? h("th", { scope: "col", title: "Reverse-keyed" }, "Rev.") : null)),
        h("tbody", {}, ...choices_),
      ),
      ...(choices.items ? [link("default-items", "All items", () => change({ ...choices, items: null }))] : []),
    ),
  ];
}

function row({ name, label, role, roleReason }: ColumnInfo, chosen: ReadonlySet<string>, { survey, choices, change }: OptionsView): HTMLElement {
  const all = survey.columns.map((column) => column.name);
  const without = (list: (other: string) => boolean, on: boolean) => all.filter((other) => (other === name ? on : list(other)));
  const item = h("input", {
    id: `item-${name}`,
    type: "checkbox",
    checked: chosen.has(name),
    change: (event) => change({ ...choices, items: without((other) => chosen.has(other), (event.target as HTMLInputElement).checked) }),
  });
  const reverse = () =>
    h("input", {
      id: `reverse-${name}`,
      type: "checkbox",
      checked: choices.reverse.includes(name),
      disabled: !chosen.has(name),
      "aria-label": `Reverse ${name}`,
      change: (event) => change({ ...choices, reverse: without((other) => choices.reverse.includes(other), (event.target as HTMLInputElement).checked) }),
    });
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, h("label", { title: label ?? roleReason }, item, ` ${name}`, role === "item" ? null : h("span", { class: "dim" }, ` ${role}`))),
    survey.kind === "answers" ? h("td", {}, reverse()) : null,
  );
}
