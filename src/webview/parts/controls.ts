import { h } from "./dom";

/** A labelled control; its id is `option-KEY`. */
export const field = (key: string, label: string, control: HTMLElement, note?: string) =>
  h("div", { class: "field" }, h("label", { for: `option-${key}` }, label), control, note ? h("div", { class: "dim" }, note) : null);

export const link = (id: string, text: string, click: () => void, more: Record<string, string | boolean> = {}) =>
  h("button", { class: "quiet", type: "button", id, click, ...more }, text);

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function choose(key: string, label: string, current: string, choices: readonly Choice[], change: (value: string) => void): HTMLElement {
  const select = h(
    "select",
    { id: `option-${key}`, change: (event) => change((event.target as HTMLSelectElement).value) },
    ...choices.map(({ value, label }) => h("option", { value, selected: value === current }, label)),
  );
  return field(key, label, select);
}

/** A whole number; what is none is put back. */
export function count(key: string, label: string, value: number, limits: readonly [least: number, most: number], change: (value: number) => void): HTMLElement {
  const [least, most] = limits;
  const whole = (typed: number) => Number.isInteger(typed) && typed >= least && typed <= most;
  return field(
    key,
    label,
    numberInput(`option-${key}`, { min: least, max: most, step: 1, value }, whole, (typed) => change(typed!)),
  );
}

/** A number, or nothing: then `placeholder` says what counts. */
export function optional(
  key: string,
  label: string,
  value: number | undefined,
  placeholder: string,
  allowed: (value: number) => boolean,
  change: (value: number | undefined) => void,
): HTMLElement {
  return field(key, label, numberInput(`option-${key}`, { step: "any", value, placeholder }, allowed, change, true));
}

function numberInput(
  id: string,
  attributes: Record<string, string | number | undefined>,
  allowed: (value: number) => boolean,
  change: (value: number | undefined) => void,
  mayBeEmpty = false,
): HTMLElement {
  return h("input", {
    id,
    type: "number",
    ...attributes,
    change: (event) => {
      const input = event.target as HTMLInputElement;
      const typed = input.valueAsNumber;
      if (mayBeEmpty && input.value === "" && !input.validity.badInput) change(undefined);
      else if (Number.isFinite(typed) && allowed(typed)) change(typed);
      else input.value = attributes.value === undefined ? "" : String(attributes.value);
    },
  });
}
