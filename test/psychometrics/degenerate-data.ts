import { random } from "../../src/numerics/random";

/** Answers to six five-point items of two factors, deterministic. */
export function ordinary(rows = 60, seed = 3): Record<string, number[]> {
  const stream = random(seed);
  const names = ["A1", "A2", "A3", "B1", "B2", "B3"];
  const data: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let row = 0; row < rows; row++) {
    const factors = { A: stream.normal(), B: stream.normal() };
    for (const name of names) data[name].push(Math.max(1, Math.min(5, Math.round(3 + 0.9 * factors[name[0] as "A" | "B"] + 0.7 * stream.normal()))));
  }
  return data;
}

/** Pairs of items answered by different thirds of the rows, so that no data could have the correlations: r₁₂ = r₂₃ = .9 with r₁₃ = −.9. */
function contradictory(): Record<string, number[]> {
  const stream = random(9);
  const data: Record<string, number[]> = { A: [], B: [], C: [], D: [], E: [] };
  for (let row = 0; row < 90; row++) {
    const score = stream.normal();
    const answer = (sign: number) => Math.max(1, Math.min(5, Math.round(3 + sign * score + 0.3 * stream.normal())));
    const third = row % 3;
    data.A.push(third === 1 ? NaN : answer(1));
    data.B.push(third === 2 ? NaN : answer(1));
    data.C.push(third === 0 ? NaN : answer(third === 1 ? 1 : -1));
    data.D.push(answer(0.5));
    data.E.push(answer(0.5));
  }
  return data;
}

/** Two-category items, few rows, empty cells: tetrachoric correlations that no data could have. */
function emptyCells(): Record<string, number[]> {
  const stream = random(21);
  return Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`T${i + 1}`, Array.from({ length: 12 }, () => (stream.uniform() < 0.25 + 0.08 * i ? 1 : 0))]));
}

/** One factor whose first item it determines wholly: h² past 1. */
function heywood(): Record<string, number[]> {
  const stream = random(5);
  const data: Record<string, number[]> = { H1: [], H2: [], H3: [], H4: [] };
  for (let row = 0; row < 80; row++) {
    const [a, b, c] = [stream.normal(), stream.normal(), stream.normal()];
    [a + b + c, a + 0.2 * stream.normal(), b + 0.2 * stream.normal(), c + 0.2 * stream.normal()].forEach((value, i) =>
      data[`H${i + 1}`].push(Math.round(10 * value)),
    );
  }
  return data;
}

export interface Degenerate {
  readonly name: string;
  readonly data: Record<string, number[]>;
  /** beside the settings that are varied */
  readonly words?: readonly string[];
  /** codes of warnings, one of which names what is wrong; "refusal" where the command ends with status 2 */
  readonly says: readonly string[];
  /** not only where the method chosen suffers from it */
  readonly always?: boolean;
}

const withItem = (name: string, values: (data: Record<string, number[]>) => number[]): Record<string, number[]> => {
  const data = ordinary();
  return { ...data, [name]: values(data) };
};

export const degenerate: readonly Degenerate[] = [
  { name: "a duplicated item", data: withItem("A4", ({ A1 }) => [...A1]), says: ["singular-correlations", "correlation-at-bound"], always: true },
  { name: "an item that is the sum of two", data: withItem("S", ({ A1, B1 }) => A1.map((a, row) => a + B1[row])), says: ["singular-correlations"] },
  { name: "a constant item", data: withItem("K", ({ A1 }) => A1.map(() => 3)), says: ["constant-item"], always: true },
  { name: "an item without answers", data: withItem("K", ({ A1 }) => A1.map(() => NaN)), says: ["constant-item"], always: true },
  { name: "fewer rows than items", data: ordinary(5), says: ["few-rows"], always: true },
  { name: "as many rows as items", data: ordinary(6, 8), says: ["few-rows"], always: true },
  { name: "three rows", data: ordinary(3, 4), says: ["few-rows"], always: true },
  { name: "a Heywood case", data: heywood(), words: ["--factors", "1"], says: ["heywood-case", "components-have-no-fit"], always: true },
  {
    name: "indefinite pairwise correlations",
    data: contradictory(),
    words: ["--missing", "pairwise"],
    says: ["indefinite-correlations", "smoothed-correlations"],
    always: true,
  },
  { name: "one empty category", data: withItem("A4", ({ A1 }) => A1.map((a) => (a === 3 ? 4 : a))), says: ["empty-category"], always: true },
  { name: "empty cells", data: emptyCells(), says: ["smoothed-correlations"] },
  {
    name: "two items",
    data: { A1: ordinary().A1, A2: ordinary().A2 },
    words: ["--factors", "1"],
    says: ["factors-not-identified", "components-have-no-fit"],
    always: true,
  },
  {
    name: "two equal items",
    data: { A1: ordinary().A1, A2: ordinary().A1 },
    words: ["--factors", "1"],
    says: ["singular-correlations", "correlation-at-bound"],
    always: true,
  },
  { name: "two items, the number of factors found", data: { A1: ordinary().A1, A2: ordinary().A2 }, says: ["factors-not-identified", "no-factors"] },
  {
    name: "more factors than half the items",
    data: ordinary(),
    words: ["--factors", "4"],
    says: ["factors-not-identified", "factor-without-loadings", "components-have-no-fit"],
    always: true,
  },
  {
    name: "one factor less than items",
    data: ordinary(),
    words: ["--factors", "5"],
    says: ["factors-not-identified", "factor-without-loadings", "components-have-no-fit"],
    always: true,
  },
  { name: "as many factors as items", data: ordinary(), words: ["--factors", "6"], says: ["refusal"] },
  { name: "uncorrelated items", data: uncorrelated(), says: ["no-factors"], always: true },
  {
    name: "uncorrelated items with a factor asked",
    data: uncorrelated(),
    words: ["--factors", "1"],
    says: ["factor-without-loadings", "uncorrelated-items", "heywood-case"],
  },
];

/** A full factorial: all correlations are zero. */
function uncorrelated(): Record<string, number[]> {
  const rows = Array.from({ length: 27 }, (_, row) => [row % 3, Math.floor(row / 3) % 3, Math.floor(row / 9)]);
  return Object.fromEntries(["U1", "U2", "U3"].map((name, i) => [name, rows.map((row) => row[i])]));
}
