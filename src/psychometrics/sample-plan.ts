import { ScreeError } from "../errors";
import { allocate, cochran, krejcieMorgan, type Stratum, yamane } from "./sample-size";

export const sampleMethods = ["krejcie-morgan", "yamane", "cochran"] as const;
export type SampleMethod = (typeof sampleMethods)[number];

/** What a sample size is asked for. */
export interface SampleRequest {
  /** absent: the strata together, otherwise unlimited, which Cochran's formula alone allows */
  readonly population?: number;
  /** absent: every formula that the request allows */
  readonly method?: SampleMethod;
  readonly margin?: number;
  readonly p?: number;
  /** absent: 1.96, and in Krejcie and Morgan's formula χ² = 3.841 */
  readonly z?: number;
  readonly strata?: readonly Stratum[];
}

export interface SampleSize {
  readonly method: SampleMethod;
  readonly formula: string;
  /** the formula with the numbers in it */
  readonly arithmetic: string;
  /** what the formula gives */
  readonly exact: number;
  /** people to ask */
  readonly sample: number;
  /** Krejcie and Morgan's published table rounds half up; elsewhere up, so that the margin promised is kept */
  readonly rounding: "nearest" | "up";
  readonly strata?: ReturnType<typeof allocate>;
}

export interface SamplePlan {
  readonly settings: { readonly population: number | null; readonly margin: number; readonly p: number; readonly z: number; readonly chiSquare: number };
  readonly results: readonly SampleSize[];
}

/** The table of Krejcie and Morgan (1970) is made with χ² to three decimals. */
const tabledChiSquare = 3.841;

/**
 * Sample sizes by each formula asked for, with the arithmetic written out, and their proportional allocation to strata. Sources: `sample-size.ts`.
 * Sources: at the functions of its parts.
 *
 * @throws ScreeError `no-population`, `strata-population`, `z-invalid`, and those of the formulas
 */
export function samplePlan(request: SampleRequest): SamplePlan {
  const { margin = 0.05, p = 0.5, z = 1.96, strata = [] } = request;
  if (!(Number.isFinite(z) && z > 0)) {
    throw new ScreeError("z-invalid", `The normal deviate z is ${z}; it has to be larger than 0.`, {
      hint: "It is 1.96 for 95 % confidence and 2.576 for 99 %.",
    });
  }
  const population = populationOf(request.population, strata);
  const chiSquare = request.z === undefined ? tabledChiSquare : z * z;
  if (population === undefined && request.method !== undefined && request.method !== "cochran") throw noPopulation(names[request.method]);
  const methods = request.method ? [request.method] : population === undefined ? (["cochran"] as const) : sampleMethods;
  const results = methods.map((method): SampleSize => {
    const { formula, arithmetic, exact } = computed[method]({ population, margin, p, z, chiSquare });
    const rounding = method === "krejcie-morgan" ? "nearest" : "up";
    const sample = Math.max(1, rounding === "nearest" ? Math.round(exact) : Math.ceil(exact - 1e-9)); // 400.0000000001 is 400
    return {
      method,
      formula,
      arithmetic: `${arithmetic} = ${exact.toFixed(2)} → ${sample}`,
      exact,
      sample,
      rounding,
      ...(strata.length > 0 && { strata: allocate(sample, strata) }),
    };
  });
  return { settings: { population: population ?? null, margin, p, z, chiSquare }, results };
}

const names: Record<SampleMethod, string> = { "krejcie-morgan": "Krejcie and Morgan's", yamane: "Yamane's", cochran: "Cochran's" };

const noPopulation = (whose: string) =>
  new ScreeError("no-population", `${whose} formula needs the size of the population.`, { hint: "Give it, or use Cochran's, which can do without." });

function populationOf(population: number | undefined, strata: readonly Stratum[]): number | undefined {
  if (strata.length === 0) return population;
  const total = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  if (population === undefined || population === total) return total;
  throw new ScreeError("strata-population", `The strata add up to ${total}, the population is ${population}.`, {
    hint: "Correct one of them, or leave the population out.",
  });
}

interface Terms {
  readonly population: number | undefined;
  readonly margin: number;
  readonly p: number;
  readonly z: number;
  readonly chiSquare: number;
}

const computed: Record<SampleMethod, (terms: Terms) => { formula: string; arithmetic: string; exact: number }> = {
  "krejcie-morgan": ({ population: N = NaN, margin: d, p, chiSquare }) => {
    const q = short(1 - p);
    return {
      formula: "s = χ²NP(1 − P) / (d²(N − 1) + χ²P(1 − P))",
      arithmetic: `s = ${short(chiSquare)} × ${N} × ${p} × ${q} / (${d}² × ${N - 1} + ${short(chiSquare)} × ${p} × ${q})`,
      exact: krejcieMorgan(N, { chiSquare, p, margin: d }),
    };
  },
  yamane: ({ population: N = NaN, margin: e }) => ({ formula: "n = N / (1 + Ne²)", arithmetic: `n = ${N} / (1 + ${N} × ${e}²)`, exact: yamane(N, e) }),
  cochran: ({ population: N, margin: e, p, z }) => {
    const unlimited = cochran({ p, margin: e, z });
    const first = `${z}² × ${p} × ${short(1 - p)} / ${e}²`;
    if (N === undefined) return { formula: "n₀ = z²p(1 − p) / e²", arithmetic: `n₀ = ${first}`, exact: unlimited };
    const formula = "n₀ = z²p(1 − p) / e²; n = n₀ / (1 + (n₀ − 1) / N)";
    const n0 = short(unlimited);
    return { formula, arithmetic: `n₀ = ${first} = ${n0}; n = ${n0} / (1 + (${n0} − 1) / ${N})`, exact: cochran({ p, margin: e, z }, N) };
  },
};

/** Four decimals at most, so that 1 − .3 is .7 and 384.16 stays as it is. */
const short = (value: number): string => String(Number(value.toFixed(4)));
