import { type StatisticResult } from "../checks/result";
import { probability } from "../tables/number";

const kinds: Readonly<Record<string, string>> = {
  t: "t test",
  F: "F test",
  "chi-square": "χ² test",
  z: "z test",
  r: "Correlation",
  Q: "Q test",
  alpha: "Cronbach’s α",
  kmo: "Kaiser–Meyer–Olkin measure",
};

/** "χ² test: consistent" */
export function verdictLine({ kind, verdict }: Pick<StatisticResult, "kind" | "verdict">): string {
  const words = { consistent: "consistent", inconsistent: "contradicted", unchecked: "not checked" };
  return `${kindName(kind)}: ${words[verdict]}`;
}

export const kindName = (kind: string) => kinds[kind] ?? capital(kind.replaceAll("-", " "));

/** What was computed from a statistic, line by line, with the interval that its rounding leaves. */
export function statisticLines({ computed }: Pick<StatisticResult, "computed">): string[] {
  const { p, pInterval, tails, ...others } = computed;
  const lines: string[] = [];
  if (isNumber(p)) lines.push(`Recomputed p ${equals(p)}${tails === 1 ? ", one-tailed" : ""}${intervalText(pInterval, probability, " (", ")")}`);
  for (const [key, value] of Object.entries(others)) {
    const text = Array.isArray(value) ? intervalText(value, plainNumber, "", "") : isNumber(value) ? plainNumber(value) : "";
    if (text) lines.push(`${capital(spaced(key))}: ${text}`);
  }
  return lines;
}

const equals = (p: number) => {
  const text = probability(p);
  return /^[<>]/.test(text) ? text : `= ${text}`;
};

function intervalText(value: unknown, print: (value: number) => string, before: string, after: string): string {
  if (!Array.isArray(value) || value.length !== 2) return "";
  const [low, high] = value.map((limit) => (isNumber(limit) ? print(limit) : undefined));
  if (low === undefined && high === undefined) return "";
  const inner =
    low === undefined
      ? `up to ${high}`
      : high === undefined
        ? `from ${low}`
        : low === high
          ? `${low} for every value that rounds to what is printed`
          : `${low} to ${high} for every value that rounds to what is printed`;
  return before + inner + after;
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
/** At most six significant digits, the minus as typeset. */
const plainNumber = (value: number) => String(Number(value.toPrecision(6))).replace("-", "−");
const spaced = (key: string) => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
