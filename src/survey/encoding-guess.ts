import { commonness, type LanguageModel, languageModels } from "./encoding-languages";
import { logLikelihood } from "./encoding-likelihood";

/** An encoding that a text may be in, and how sure that is (1 is certain). */
export interface EncodingGuess {
  readonly encoding: string;
  /** whose texts are written in it */
  readonly language: string;
  readonly confidence: number;
  /** the likeliest that would read it differently, where there is one */
  readonly next?: { readonly encoding: string; readonly language: string; readonly confidence: number };
}

/** How much of a text is looked at: bytes that are not ASCII, each with its neighbours. */
const mostLookedAt = 20_000;

/** Letters follow from letters, so that the evidence of a text is less than the sum over its letters; this fits stated to observed rates (`docs/encodings.md`). */
const evidence = 0.5;

/**
 * The likeliest encoding of a text that is not UTF-8: its bytes are read in each encoding and looked at as a text of each language that is written in it.
 * Encodings that read the sample alike count as one: Latin pages differ in a few letters only.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const sample = sampleOf(bytes);
  const readings = new Map<string, Reading>();
  for (const model of languageModels) {
    for (const encoding of model.encodings) {
      const text = decode(sample, encoding);
      if (text === undefined) continue;
      const weight = evidence * logLikelihood(text, model) + (commonness[encoding] ?? -0.5);
      const known = readings.get(text);
      if (!known) readings.set(text, { encoding, model, best: weight, weights: [weight] });
      else {
        known.weights.push(weight);
        if (weight > known.best) Object.assign(known, { encoding, model, best: weight });
      }
    }
  }
  const ranked = [...readings.values()].sort((a, b) => b.best - a.best);
  const top = ranked[0]?.best ?? 0;
  const sums = ranked.map(({ weights }) => weights.reduce((sum, weight) => sum + Math.exp(weight - top), 0));
  const total = sums.reduce((sum, one) => sum + one, 0);
  const named = ({ encoding, model }: Reading, k: number) => ({ encoding, language: model.language, confidence: sums[k] / total });
  if (ranked.length === 0) return { encoding: "windows-1252", language: "unknown", confidence: 0 };
  return { ...named(ranked[0], 0), ...(ranked.length > 1 ? { next: named(ranked[1], 1) } : {}) };
}

/** What the bytes are in one encoding or in several that agree. */
interface Reading {
  encoding: string;
  model: LanguageModel;
  best: number;
  readonly weights: number[];
}

/** The lines of the text that hold bytes beyond ASCII, from its beginning. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.min(bytes.length, mostLookedAt));
  let length = 0;
  for (let start = 0; start < bytes.length && length < out.length;) {
    let end = bytes.indexOf(10, start);
    if (end < 0) end = bytes.length;
    const line = bytes.subarray(start, Math.min(end + 1, bytes.length));
    if (line.some((byte) => byte >= 0x80)) {
      const part = line.subarray(0, out.length - length);
      out.set(part, length);
      length += part.length;
    }
    start = end + 1;
  }
  return out.subarray(0, length);
}

/** Undefined where a byte has no meaning. A sample may be cut inside its last character. */
function decode(sample: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return undefined;
  }
}
