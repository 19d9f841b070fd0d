import type { Claims } from "../claims/claim";
import type { FitIndex } from "../claims/fit-index";
import { numbersIn } from "../claims/number";
import { divide, type Interval, meets } from "../numerics/interval";
import { type Check, consistent, finding, type Finding, type Outcome } from "./check";
import { show } from "./show";

/** Fit indices lie in their ranges, and follow from χ², df and N where these are printed with them. */
const check: Check = {
  id: "fit-index",
  severity: "error",
  summary: "χ²/df, RMSEA or another fit index is outside its range, or does not follow from χ², df and N.",
  explain: `χ²/df is their ratio. CFI, NFI, IFI, GFI and AGFI do not exceed 1 (TLI may), RMSEA and SRMR lie between 0 and 1, RMSEA inside its interval.
RMSEA = √((χ² − df)/(df·(N − 1))) (Steiger, 1990), or with N; a warning is given where no number printed in the manuscript can be the N it needs.
Not checked against N where the text mentions robust or scaled statistics, several groups or imputed data, because their RMSEA follows from other figures.`,
  examples: {
    flagged: [
      "The model fitted the data of 320 participants, ==χ²(84) = 123.40, p = .003, χ²/df = 1.74, CFI = .97==.",
      "The model fitted well, ==χ²(84) = 123.40, p = .003, CFI = 1.03, RMSEA = .045==.",
      "The sample had 320 participants. The model fitted well, ==χ²(84) = 123.40, p = .003, CFI = .97, RMSEA = .081==.",
      "| Model | χ² | df | χ²/df | CFI | RMSEA |\n| --- | --- | --- | --- | --- | --- |\n| One factor | 423.40 | 90 | 4.70 | .81 | .108 |\n| Three factors | 123.40 | 87 | ==1.82== | .97 | .036 |\n\nN = 320.",
    ],
    clean: [
      "The sample had 320 participants. The model fitted well, χ²(84) = 123.40, p = .003, χ²/df = 1.47, CFI = .97, RMSEA = .038, 90% CI [.022, .052].",
      "Robust maximum likelihood was used with 320 participants. The model fitted well, χ²(84) = 123.40, p = .003, CFI = .97, RMSEA = .051.",
      "Fit was called good with CFI > .95 and RMSEA < .06.",
    ],
  },

  check(claims) {
    return claims.of("fit-index").flatMap((fit): readonly Outcome[] => {
      const found = [...ranges(fit), ...ratio(fit), ...rmsea(fit, claims)];
      return found.length > 0 ? found : [consistent(fit)];
    });
  },
};

export default check;

function ranges(fit: FitIndex): Finding[] {
  const out: Finding[] = [];
  for (const [name, value] of fit.indices) {
    if (name === "χ²/df" || value.percent || value.decimals === 0) continue;
    const high = name === "TLI" ? 1.5 : 1;
    if (value.value > high && value.value < 100)
      out.push(
        finding(fit, {
          range: value.range,
          message: `${name} cannot exceed ${name === "TLI" ? "1 by so much" : "1"}; printed is ${value.text}.`,
          detail: "The decimal point may have slipped.",
        }),
      );
    else if (value.value < 0 && (name === "RMSEA" || name === "SRMR" || name === "CFI"))
      out.push(finding(fit, { range: value.range, message: `${name} cannot be negative; printed is ${value.text}.` }));
  }
  const rmseaValue = fit.indices.get("RMSEA");
  const { rmseaInterval } = fit;
  if (
    rmseaValue &&
    rmseaInterval &&
    (rmseaValue.interval.high < rmseaInterval.low.interval.low || rmseaValue.interval.low > rmseaInterval.high.interval.high)
  ) {
    out.push(
      finding(fit, {
        severity: "warning",
        range: rmseaInterval.range,
        message: `The interval [${rmseaInterval.low.text}, ${rmseaInterval.high.text}] does not hold the RMSEA, ${rmseaValue.text}.`,
        related: [{ message: `RMSEA = ${rmseaValue.text}`, range: rmseaValue.range }],
      }),
    );
  }
  return out;
}

function ratio(fit: FitIndex): Finding[] {
  const printed = fit.indices.get("χ²/df");
  if (!printed || !fit.chiSquare || !fit.df || !(fit.df.value > 0) || fit.chiSquare.relation !== "=") return [];
  const expected = divide(fit.chiSquare.interval, { low: fit.df.value, high: fit.df.value });
  if (meets(expected, printed.interval)) return [];
  return [
    finding(fit, {
      range: printed.range,
      message: `χ²/df is ${fit.chiSquare.text}/${fit.df.text} = ${show(fit.chiSquare.value / fit.df.value, printed.decimals + 1)}; printed is ${printed.text}.`,
      related: [{ message: `χ² = ${fit.chiSquare.text}`, range: fit.chiSquare.range }],
    }),
  ];
}

const otherFormula =
  /robust|scaled|satorra|bentler|\bMLR\b|\bMLM\b|WLSM|ULSM|DWLS|asymptotic|yuan|multi-?group|multiple group|invarian|configural|metric|scalar|across (?:the )?(?:two|three|four|groups)|imput|bootstrap/i;

/** The N that χ², df and RMSEA imply must be printed somewhere. */
function rmsea(fit: FitIndex, claims: Claims): Finding[] {
  const printed = fit.indices.get("RMSEA");
  const { chiSquare, df } = fit;
  if (!printed || !chiSquare || !df || !(df.value > 0) || chiSquare.relation !== "=" || printed.relation !== "=" || printed.value > 1 || printed.value < 0)
    return [];
  if (otherFormula.test(fit.words) || claims.manuscript.blocks.some((b) => otherFormula.test(b.text.text))) return [];
  const excess: Interval = { low: chiSquare.interval.low - df.value, high: chiSquare.interval.high - df.value };
  if (excess.high <= 0) {
    return printed.interval.low > 0.0005 ? [report(fit, `χ² is smaller than its degrees of freedom, so RMSEA is 0; printed is ${printed.text}.`)] : [];
  }
  if (printed.interval.low <= 0) return [];
  const implied = { low: Math.max(0, excess.low) / (df.value * printed.interval.high ** 2), high: excess.high / (df.value * printed.interval.low ** 2) + 1 };
  const sizes = fit.n ? [fit.n.value] : integersOf(claims);
  if (sizes.length === 0 || sizes.some((n) => n >= implied.low - 1e-9 && n <= implied.high + 1e-9)) return [];
  if (!fit.n && claims.of("sample-size").length === 0) return [];
  const range = `${Math.ceil(implied.low)} and ${Math.floor(implied.high)}`;
  return [
    report(
      fit,
      `χ² = ${chiSquare.text} with ${df.text} df and RMSEA = ${printed.text} need a sample between ${range}; ${fit.n ? `printed is ${fit.n.text}` : "no such number is printed"}.`,
    ),
  ];
}

function report(fit: FitIndex, message: string): Finding {
  return finding(fit, {
    severity: "warning",
    range: fit.indices.get("RMSEA")!.range,
    message,
    detail: "RMSEA = √((χ² − df)/(df·(N − 1))). Right only if χ² or RMSEA is a corrected (robust, scaled) one.",
    related: [{ message: `χ² = ${fit.chiSquare!.text}`, range: fit.chiSquare!.range }],
  });
}

function integersOf(claims: Claims): number[] {
  const out = new Set<number>();
  const texts = [
    ...claims.manuscript.blocks.map((b) => b.text),
    ...claims.manuscript.tables.flatMap((t) => [...t.notes, ...(t.caption ? [t.caption] : []), ...t.rows.flatMap((r) => r.cells.map((c) => c.mapped))]),
  ];
  for (const text of texts) for (const n of numbersIn(text, claims.manuscript.decimal)) if (n.decimals === 0 && n.value >= 10) out.add(n.value);
  return [...out];
}
