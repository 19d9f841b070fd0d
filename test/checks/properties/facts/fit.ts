import fc from "fast-check";
import { pOfChiSquare } from "../../../../src/numerics/p-values";
import { bounded, int, num, type Paper, paper, para, pOf, result, section, sym, table, text, wrong } from "../kit/document";
import { real } from "../kit/real";

const model = fc.record({ df: fc.integer({ min: 12, max: 200 }), ratio: real(1.1, 4.5), n: fc.integer({ min: 120, max: 900 }), cfi: real(0.8, 0.985) });
const rmsea = (chi: number, df: number, n: number) => Math.sqrt(Math.max(0, chi - df) / (df * (n - 1)));

/** The N that a printed RMSEA implies. */
const implied = (ratio: number, e: number) => (ratio - 1) / e ** 2 + 1;
/** Not one of the degrees of freedom, which might be a number of cases. */
const plain = (n: number) => n < 9 || n > 215;

/** A model's χ², χ²/df, CFI and RMSEA in a sentence. */
export const fit: fc.Arbitrary<Paper> = model.map(({ df, ratio, n, cfi }) => {
  const chi = df * ratio;
  const e = rmsea(chi, df, n);
  return paper(
    section("Method", para(text`The sample had ${int(n)} participants.`, text`Die Stichprobe umfasste ${int(n)} Personen.`)),
    section(
      "Results",
      para(
        text`The confirmatory model fitted the data, ${result("χ²", [int(df)], num(chi, 2))}, ${pOf(pOfChiSquare(chi, df))}, ${sym("χ²/df")} = ${num(
          ratio,
          2,
          wrong("fit-index", (x) => Math.abs(x - ratio) > 0.03),
        )}, CFI = ${bounded(
          cfi,
          2,
          wrong("fit-index", (x) => x > 1),
        )}, RMSEA = ${bounded(
          e,
          3,
          wrong("fit-index", (x) => x > 0 && x < 0.3 && Math.abs(x - e) > 0.012 && plain(implied(ratio, x))),
        )}.`,
      ),
    ),
  );
});

/** Several models in a table. */
export const fitTable: fc.Arbitrary<Paper> = fc.tuple(fc.array(model, { minLength: 2, maxLength: 4 }), fc.integer({ min: 120, max: 900 })).map(([models, n]) =>
  paper(
    section(
      "Results",
      para(text`Table 1 compares the models.`, text`Tabelle 1 vergleicht die Modelle.`),
      table(
        "Fit of the models",
        ["Model", sym("χ²"), sym("df"), sym("χ²/df"), "CFI", "RMSEA"],
        models.map(({ df, ratio, cfi }, i) => {
          const e = rmsea(df * ratio, df, n);
          return [
            `Model ${i + 1}`,
            num(df * ratio, 2),
            int(df),
            num(
              ratio,
              2,
              wrong("fit-index", (x) => Math.abs(x - ratio) > 0.03),
            ),
            bounded(
              cfi,
              2,
              wrong("fit-index", (x) => x > 1),
            ),
            bounded(
              e,
              3,
              wrong("fit-index", (x) => x > 0 && x < 0.3 && Math.abs(x - e) > 0.012 && plain(implied(ratio, x))),
            ),
          ];
        }),
        text`${sym("N")} = ${int(n)}.`,
      ),
    ),
  ),
);
