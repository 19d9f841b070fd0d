import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of pseudo-random numbers. */
export interface Random {
  /** uniform on [0, 1), 53 bits */
  uniform(): number;
  /** standard normal */
  normal(): number;
  /** χ² with `df` degrees of freedom, df > 0 */
  chiSquare(df: number): number;
  /** a whole number in 0 … below − 1 */
  index(below: number): number;
}

/** The same seed gives the same stream in every host. Sources: xoroshiro128+ (Blackman & Vigna, 2018), Marsaglia & Bray (1964), Marsaglia & Tsang (2000). */
export function random(seed: number): Random {
  const generator = xoroshiro128plus(seed | 0);
  const uniform = () => uniformFloat64(generator);

  /** Marsaglia's polar method (Marsaglia & Bray, 1964) makes two deviates at a time. */
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s === 0 || s >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = y * scale;
      return x * scale;
    }
  };

  /** Gamma deviate by squeezed rejection (Marsaglia & Tsang, 2000); below shape 1 lifted by one and thinned by U^(1/shape). */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * Math.pow(1 - uniform(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      const u = 1 - uniform();
      if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };

  return { uniform, normal, chiSquare: (df) => 2 * gamma(df / 2), index: (below) => Math.floor(uniform() * below) };
}
