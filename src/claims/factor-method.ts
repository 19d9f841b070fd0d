import type { ClaimBase } from "./claim";
import type { Recogniser } from "./recogniser";

export type RotationKind = "orthogonal" | "oblique" | "none";
export type ExtractionKind = "components" | "factors";

/** How the factors were extracted or rotated, as far as a sentence says it. */
export interface FactorMethodClaim extends ClaimBase<"factor-method"> {
  readonly rotation?: RotationKind;
  readonly extraction?: ExtractionKind;
}

const orthogonal = /varimax|quartimax|equamax|orthogonal(?:ly)? rotat|orthogonal rotation|rechtwinklig|rotación ortogonal/i;
const oblique = /promax|oblimin|geomin|quartimin|oblique(?:ly)?|schiefwinklig|oblicua/i;
const none = /\bno rotation|without rotation|\bunrotated|not rotated|before rotation|unrotiert|ohne Rotation/i;

/** Every rotation that a text names. */
export function rotationsIn(text: string): readonly RotationKind[] {
  return [
    ...(orthogonal.test(text) ? (["orthogonal"] as const) : []),
    ...(oblique.test(text) ? (["oblique"] as const) : []),
    ...(none.test(text) ? (["none"] as const) : []),
  ];
}

export function extractionIn(text: string): ExtractionKind | undefined {
  const components = /principal[- ]components?|\bPCA\b|Hauptkomponenten|componentes principa|composantes principales/i.test(text);
  const factors =
    /principal[- ](?:axis|factor)|\bPAF\b|maximum[- ]likelihood|minres|minimum residual|unweighted least|common factor|Hauptachsen|ejes principales/i.test(
      text,
    );
  return components === factors ? undefined : components ? "components" : "factors";
}

/** "principal axis factoring with promax rotation", in text, captions and notes. */
const factorMethod: Recogniser = {
  name: "factor-method",
  sentence(sentence, context) {
    const rotations = rotationsIn(sentence.text);
    const extraction = extractionIn(sentence.text);
    if (rotations.length === 0 && !extraction) return [];
    const { mapped } = sentence;
    const range = { start: mapped.starts[0] ?? 0, end: mapped.ends[mapped.text.length - 1] ?? 0 };
    return (rotations.length > 0 ? rotations : [undefined]).map((rotation) => ({
      kind: "factor-method" as const,
      text: sentence.text,
      range,
      place: context.place({ sentence }),
      statistic: false,
      rotation,
      extraction,
    }));
  },
};
export default factorMethod;
