import { inOrder } from "../../survey/given-roles";
import { type ColumnInfo } from "../protocol";
import { link } from "./controls";
import { type Correct } from "./data-section";
import { h } from "./dom";
import { itemRanges } from "./item-ranges";

/** A scale in words, and the columns that have it. */
export interface SharedScale {
  readonly columns: readonly string[];
  readonly answers: readonly { readonly value: number; readonly word: string }[];
}

/** Where only the ends have words, the numbers between say the order. */
const inWords = (answers: ColumnInfo["answers"]): answers is NonNullable<ColumnInfo["answers"]> =>
  answers !== undefined && answers.length > 1 && answers.every(({ value, label }) => label && label !== String(value));

/** Scales in words, each once, with the columns that share it. */
export function sharedScales(columns: readonly ColumnInfo[]): SharedScale[] {
  const found = new Map<string, { columns: string[]; answers: SharedScale["answers"] }>();
  for (const { name, role, numeric, answers } of columns) {
    if (!numeric || role !== "item" || !inWords(answers)) continue;
    const scale = answers.map(({ value, label }) => ({ value, word: label ?? String(value) }));
    const key = JSON.stringify(scale);
    const known = found.get(key);
    if (known) known.columns.push(name);
    else found.set(key, { columns: [name], answers: scale });
  }
  return [...found.values()];
}

/** The answer scales in words, from the lowest up; an answer can be moved. Undefined where there are none. */
export function answerScales(columns: readonly ColumnInfo[], correct: Correct): HTMLElement | undefined {
  const scales = sharedScales(columns);
  if (scales.length === 0) return undefined;
  const all = columns.map(({ name }) => name);
  return h("div", { class: "scales" }, ...scales.map((scale, s) => drawScale(scale, s, all, correct)));
}

function drawScale({ columns, answers }: SharedScale, s: number, all: readonly string[], correct: Correct): HTMLElement {
  const who = itemRanges(columns, all).join(", ");
  const words = answers.map(({ word }) => word);
  const set = (order: readonly string[], said: string) => {
    // the numbers stay where they are, and the words change places
    const numbered = answers.every(({ value }, i) => value === i + 1) ? inOrder(order) : order.map((word, i) => ({ word, value: answers[i].value }));
    correct(said, ...columns.map((column) => ({ kind: "answers", column, scale: numbered }) as const));
  };
  const swapped = (i: number) => words.map((word, at) => (at === i ? words[i + 1] : at === i + 1 ? words[i] : word));
  return h(
    "div",
    { class: "block" },
    h(
      "div",
      { class: "head" },
      h("h3", {}, who),
      h("span", { class: "grow" }),
      link(`turn-${s}`, "Turn round", () => set([...words].reverse(), `The answers to ${who} run the other way.`), {
        "aria-label": `Turn round: the answers to ${who}`,
      }),
    ),
    h(
      "ol",
      { class: "answers" },
      ...answers.map(({ value, word }, i) =>
        h(
          "li",
          { value },
          word,
          " ",
          i > 0
            ? link(`up-${s}-${i}`, "↑", () => set(swapped(i - 1), `${word} is lower than ${words[i - 1]}.`), {
                "aria-label": `${word}: one lower`,
                title: "One lower",
              })
            : null,
          i < answers.length - 1
            ? link(`down-${s}-${i}`, "↓", () => set(swapped(i), `${word} is higher than ${words[i + 1]}.`), {
                "aria-label": `${word}: one higher`,
                title: "One higher",
              })
            : null,
        ),
      ),
    ),
  );
}
