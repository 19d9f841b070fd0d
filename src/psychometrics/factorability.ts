import type { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import type { Factorability } from "./analysis";
import { bartlettTest } from "./bartlett";
import { samplingAdequacy } from "./kmo";

/**
 * Whether the correlations are worth factoring: KMO, MSA, Bartlett's test, |R|.
 * Sources: Kaiser & Rice (1974), Bartlett (1950), at `samplingAdequacy` and `bartlettTest`.
 *
 * @param n rows that the test uses
 */
export function factorability(R: Matrix, items: readonly string[], n: number): { factorability: Factorability; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const p = R.rows;
  const empty = Object.fromEntries(items.map((item) => [item, null]));
  let kmo: number | null = null;
  let msa: Record<string, number | null> = empty;
  let antiImage: number[][] | null = null;
  let singular = false;
  try {
    const adequacy = samplingAdequacy(R, items);
    kmo = adequacy.overall;
    antiImage = adequacy.antiImageCorrelation.to2DArray();
    msa = Object.fromEntries(items.map((item, i) => [item, adequacy.perItem[i]]));
    if (kmo === null) warnings.push({ code: "uncorrelated-items", message: "KMO does not exist: no two items correlate." });
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    singular = error.code === "singular-correlations";
    warnings.push(singular && n <= p ? tooFewRows(n, p) : asWarning(error));
  }
  const bartlett = bartlettTest(R, n);
  if (!bartlett && kmo !== null) {
    warnings.push({ code: "bartlett-too-few-rows", message: `Bartlett's test does not exist for ${p} items and ${n} rows.` });
  }
  return {
    factorability: {
      kmo,
      msa,
      bartlett: { chiSquare: bartlett?.chiSquare ?? null, df: (p * (p - 1)) / 2, p: bartlett?.p ?? null },
      determinant: bartlett ? Math.exp(bartlett.logDeterminant) : singular ? 0 : null,
      antiImageCorrelation: antiImage,
    },
    warnings,
  };
}

/** With no more rows than items every item can be computed from the others, and naming them all would say nothing. */
function tooFewRows(n: number, p: number): Warning {
  const message = `KMO does not exist: ${Math.floor(n)} rows leave ${p} items linearly dependent. More rows than items are needed.`;
  return { code: "singular-correlations", message, data: { rows: n, items: p } };
}

/**
 * A refusal of one quantity, for the list of warnings of an analysis that goes on without it.
 *
 * @internal
 */
export function asWarning(error: ScreeError): Warning {
  return { code: error.code, message: error.hint ? `${error.message} ${error.hint}` : error.message, data: error.data };
}
