/**
 * Simulates examples/survey.csv: 300 visitors of a library answer 24 five-point items. Fixed seed, so that the file is the same on every machine.
 *
 * Structure: four factors of six items each (loadings .50–.78), correlated .25; Q5 and Q16 are worded the other way round; 14 answers are missing.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const respondents = 300;
const loadings = [
  [0.74, 0.7, 0.66, 0.72, 0.6, 0.58],
  [0.76, 0.68, 0.71, 0.63, 0.6, 0.66],
  [0.7, 0.73, 0.62, 0.55, 0.68, 0.64],
  [0.78, 0.64, 0.69, 0.6, 0.57, 0.5],
];
const factorCorrelation = 0.25;
/** Cuts of the underlying normal variable into answers 1 to 5: most people agree. */
const cuts = [-1.9, -1.1, -0.2, 0.95];

/** Mulberry32: 32 bits of state, the same sequence everywhere. */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const uniform = generator(20261123);
/** Box–Muller. */
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
/** The items worded the other way round: their answers are mirrored. */
const mirrored = [4, 15];
const answer = (x, shift, item) => {
  const agreement = 1 + cuts.filter((cut) => x + shift > cut).length;
  return mirrored.includes(item) ? 6 - agreement : agreement;
};

const items = loadings.flat();
const shifts = items.map(() => 0.5 * (uniform() - 0.5));
const rows = Array.from({ length: respondents }, (_, person) => {
  const general = normal();
  const factors = loadings.map(() => Math.sqrt(factorCorrelation) * general + Math.sqrt(1 - factorCorrelation) * normal());
  const answers = items.map((loading, i) => answer(loading * factors[Math.floor(i / 6)] + Math.sqrt(1 - loading ** 2) * normal(), shifts[i], i));
  const group = ["student", "student", "student", "staff", "visitor"][Math.floor(uniform() * 5)];
  return [`R${String(person + 1).padStart(3, "0")}`, group, ...answers];
});
for (let i = 0; i < 14; i++) rows[Math.floor(uniform() * respondents)][2 + Math.floor(uniform() * items.length)] = "";

const header = ["id", "group", ...items.map((_, i) => `Q${i + 1}`)];
const path = fileURLToPath(new URL("../examples/survey.csv", import.meta.url));
writeFileSync(path, `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`);
console.log(`${path}: ${rows.length} rows, ${items.length} items`);
