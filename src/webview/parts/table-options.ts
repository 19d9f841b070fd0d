import { type TableOptions } from "../../tables/options";
import { choose, field, optional } from "./controls";
import { h } from "./dom";
import { typedItems } from "./item-ranges";
import { type OptionsView } from "./options";

/** How tables are printed, here and where they are inserted. */
export function tableOptions({ choices, change, set: setAnalysis, fold }: OptionsView): HTMLElement {
  const options = choices.tables ?? {};
  const set = (changed: TableOptions) => {
    const known = Object.entries({ ...options, ...changed }).filter(([, value]) => value !== undefined);
    change({ ...choices, tables: known.length > 0 ? Object.fromEntries(known) : undefined });
  };
  const proportion = (value: number) => value >= 0 && value <= 1;
  return fold(
    "table-options",
    "Decimals, small loadings, order, names",
    optional(
      "decimals",
      "Decimals",
      options.decimals,
      "2",
      (value) => Number.isInteger(value) && value >= 0 && value <= 6,
      (decimals) => set({ decimals }),
    ),
    optional("hide", "Hide loadings below", options.hide, ".30", proportion, (hide) => set({ hide })),
    optional("salient", "Bold from", options.salient, ".50", proportion, (salient) => set({ salient })),
    choose(
      "sort",
      "Order of the items",
      options.sort === false ? "data" : "factor",
      [
        { value: "factor", label: "By factor and size" },
        { value: "data", label: "As in the data" },
      ],
      (value) => set({ sort: value === "data" ? false : undefined }),
    ),
    field(
      "factorNames",
      "Names of the factors",
      h("input", {
        id: "option-factorNames",
        type: "text",
        value: choices.settings.factorNames?.join(", "),
        placeholder: "F1, F2, …",
        change: (event) => {
          const names = typedItems((event.target as HTMLInputElement).value);
          setAnalysis({ factorNames: names.length > 0 && new Set(names).size === names.length ? names : undefined });
        },
      }),
    ),
    choose(
      "labels",
      "Items are shown by",
      options.labels ? "labels" : "names",
      [
        { value: "names", label: "Names" },
        { value: "labels", label: "Names and questions" },
      ],
      (value) => set({ labels: value === "labels" ? true : undefined }),
    ),
  );
}
