import fc from "fast-check";
import { either, listed, off, type Paper, paper, para, percent, section, swap, text } from "../kit/document";
import { real } from "../kit/real";

/** Shares of the variance after a rotation, and their sum: which may be had of orthogonal factors only. */
export const rotatedShares: fc.Arbitrary<Paper> = fc
  .tuple(fc.array(real(4, 22), { minLength: 2, maxLength: 4 }), fc.constantFrom("promax", "oblimin"), fc.integer({ min: 1, max: 2 }))
  .map(([list, oblique, decimals]) => {
    const shares = [...list].sort((a, b) => b - a).map((x) => Number(x.toFixed(decimals)));
    const total = shares.reduce((a, b) => a + b, 0);
    return paper(
      section(
        "Results",
        para(
          text`Principal axis factoring was used. After ${either("varimax", swap("variance-oblique", oblique))} rotation the factors explained ${listed(shares.map((x) => percent(x, decimals)))} of the variance, together ${percent(total, decimals, off("variance-total", total, (shares.length + 2) * 10 ** -decimals))}.`,
          text`Eine Hauptachsenanalyse wurde gerechnet. Nach ${either("Varimax", swap("variance-oblique", oblique === "promax" ? "Promax" : "Oblimin"))}-Rotation klärten die Faktoren ${listed(
            shares.map((x) => percent(x, decimals)),
            " und ",
          )} der Varianz auf, zusammen ${percent(total, decimals, off("variance-total", total, (shares.length + 2) * 10 ** -decimals))}.`,
        ),
      ),
    );
  });
